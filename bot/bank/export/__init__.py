"""Banks for other programs and for people: Anki text files, Markdown pages."""

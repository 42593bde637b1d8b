"""Transcripts of group quizzes, played by scripts through the product itself."""

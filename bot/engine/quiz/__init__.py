"""The group quiz: a pure function from a game and an event to a game and what to do."""

"""Files of other programs made into cards: questions with short answers, which no graded interview asks."""

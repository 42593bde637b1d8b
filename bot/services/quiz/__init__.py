"""The group quiz: games that are rows, settings of groups, boards, complaints."""

"""The daily question as pure rules: when it comes, what it asks, what is remembered of each point."""

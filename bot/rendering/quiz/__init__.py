"""The group quiz as messages."""

"""Scripted candidates interviewed by the real services on the shipped bank, for reading aloud."""

"""The daily question: planned for a day, asked as a micro-interview, remembered point by point."""

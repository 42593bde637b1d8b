"""Importer of pages: Markdown or its plain-text rendering in, bank out."""

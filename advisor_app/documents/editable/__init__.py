"""Copies of documents for whoever goes on working on them: a text document, and their tables as a workbook."""

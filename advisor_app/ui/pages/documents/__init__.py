"""Dokumente. (The lead is writing this page and ui/widgets/pdf_preview.py since 03:30.)"""

"""Einstellungen. (The lead is writing this page.)"""

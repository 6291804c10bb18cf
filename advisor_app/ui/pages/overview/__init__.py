"""Überblick: the case at a glance. (The lead is writing this page.)"""

"""Starts the program in a bundle, as ``python -m advisor_app`` does elsewhere."""

import os
import sys

# Plugins are the bundle's own, whatever Qt the desktop names here.
os.environ["QT_PLUGIN_PATH"] = f"{sys._MEIPASS}/PySide6/Qt/plugins"  # type: ignore[attr-defined]  # noqa: SLF001 — so PyInstaller names the place

import advisor_app.__main__  # noqa: F401  # it runs the program

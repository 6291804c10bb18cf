"""Passing cases on as files, and taking them in."""

from advisor_app.ui.pages.case_files.export_page import CaseExportPage
from advisor_app.ui.pages.case_files.import_page import CaseImportPage

__all__ = ["CaseExportPage", "CaseImportPage"]

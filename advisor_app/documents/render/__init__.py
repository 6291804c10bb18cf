"""From blocks to PDF: the only place that knows ReportLab and pikepdf."""

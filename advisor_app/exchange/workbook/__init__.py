"""A content pack as one XLSX workbook, for authors who do not write TOML."""

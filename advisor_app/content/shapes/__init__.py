"""What files of packs look like: one description, from which TOML writer, JSON schema and workbook are made."""

"""What surrounds the pages: window, rail, bars, palette, theme, background lane."""

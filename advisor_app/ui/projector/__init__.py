"""What the room sees: pictures of projections, the window on the second screen, and how the adviser steers it."""

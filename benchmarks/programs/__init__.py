"""Programs that are measured as whole processes; each prints one JSON object and ends."""

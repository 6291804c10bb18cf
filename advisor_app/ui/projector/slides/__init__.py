"""Pictures for the wall: one function for each kind of projection, all on the same slide."""

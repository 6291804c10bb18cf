"""Charts as scenes of plain shapes, alike on screen and paper, each with a sentence and a table that say the same."""

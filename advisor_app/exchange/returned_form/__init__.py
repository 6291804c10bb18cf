"""Forms that come back as PDF files from anybody: read in a process of their own, believed by their identity only."""

READ_FORM = "--read-returned-form"
"""With this argument alone the program reads one form, from a pipe to a pipe, instead of doing anything else."""
DRAW_FORM = "--draw-returned-form"
"""With this one it draws the pages of one form, for those whose answers have to be typed."""

"""Does this installation work? Checks that stand each for itself, carried out by a process that may hang or fall."""

SELF_CHECK = "--carry-out-checks"
"""With this argument alone the program carries out checks: their order comes from a pipe, results go into another."""
MODULE = "advisor_app.cli.check_worker"
"""The process that carries out checks, by its name: it reaches the window, which services do not know."""

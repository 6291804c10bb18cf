"""Starts the program: ``python -m advisor_app``."""

import sys

from advisor_app.cli import main

sys.exit(main())

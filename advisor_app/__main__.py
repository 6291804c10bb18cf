"""Starts the program: ``python -m advisor_app``."""

import sys

from advisor_app.exchange.returned_form import READ_FORM

if sys.argv[1:] == [READ_FORM]:
    from advisor_app.exchange.returned_form.worker import main
else:
    from advisor_app.cli import main

sys.exit(main())

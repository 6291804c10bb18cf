"""Starts the program: ``python -m advisor_app``."""

import sys

from advisor_app.exchange.returned_form import DRAW_FORM, READ_FORM
from advisor_app.services.self_check import SELF_CHECK

if sys.argv[1:] == [READ_FORM]:
    from advisor_app.exchange.returned_form.worker import main
elif sys.argv[1:] == [DRAW_FORM]:
    from advisor_app.ui.form_pages_drawer import main
elif sys.argv[1:] == [SELF_CHECK]:
    from advisor_app.cli.check_worker import main
else:
    from advisor_app.cli import main

sys.exit(main())

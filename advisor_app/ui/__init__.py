"""The window: Qt Widgets over the services."""

from advisor_app.ui.constants import keep_constants_alive
from advisor_app.ui.imports import import_plainly

keep_constants_alive()
import_plainly()

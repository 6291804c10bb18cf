"""The window: Qt Widgets over the services."""

from advisor_app.ui.constants import keep_constants_alive

keep_constants_alive()

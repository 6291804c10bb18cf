"""The time of day where workshops are held."""

from __future__ import annotations

from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Berlin")

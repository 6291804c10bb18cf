"""The recovery sheet: made, printed and confirmed, wherever a page needs one."""

from advisor_app.ui.pages.recovery.panel import RecoveryPanel

__all__ = ["RecoveryPanel"]

"""Marks a method that takes the place of an inherited one; type checkers see to it.

The mark of ``typing_extensions`` does nothing more while the program runs, but its import costs each start four
milliseconds before the window is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: Any) -> Any:
        """The method as it is."""
        return method

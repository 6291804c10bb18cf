"""The parts of a process sheet; apart from it, as steps of every agenda may name one."""

from enum import Enum


class SheetPart(Enum):
    """What one works on of a sheet at a time: its head, one of its flows, what changing it brings."""

    PROFILE = "profile"
    AS_IS = "as-is"
    TO_BE = "to-be"
    BENEFIT = "benefit"

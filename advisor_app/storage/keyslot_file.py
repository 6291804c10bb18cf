"""The keyslot file: small, written anew as a whole, and part of every backup.

Without it the profile is lost. Anybody may have written one: what it says is checked before it is used.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import read_beginning
from advisor_app.sealing import is_affordable
from advisor_app.storage.checked_table import check_table, encoded_table
from advisor_app.storage.keyslots import FORMAT, SALT_BYTES, Keyslots, Slot, SlotKind
from advisor_app.whole_file import DATA_FOLDER_MARK, write_file

FILE_NAME = DATA_FOLDER_MARK
_LARGEST_FILE = 64 * 1024  # bytes; a real one has one or two thousand
_MOST_STRETCHED = 4  # passphrases, each of which takes its time to try; a real file has one, and one of a rekey


def read_keyslots(path: Path) -> Keyslots:
    """The slots of a file.

    Raises AdvisorError: KEYSLOTS_MISSING, KEYSLOTS_NEWER, KEYSLOTS_DAMAGED, NOT_A_FILE, FILE_FORBIDDEN.
    """
    try:
        content = read_beginning(path, _LARGEST_FILE + 1)
    except FileNotFoundError:
        raise AdvisorError(Problem.KEYSLOTS_MISSING, file=str(path)) from None
    try:
        return _decoded(content)
    except _NewerError:
        raise AdvisorError(Problem.KEYSLOTS_NEWER, file=str(path)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise AdvisorError(Problem.KEYSLOTS_DAMAGED, file=str(path)) from error


def write_keyslots(path: Path, keyslots: Keyslots) -> None:
    """Write the file in one step; raises AdvisorError(FILE_NOT_WRITABLE), the old one is then kept."""
    write_file(path, encoded(keyslots), private=True)


def encoded(keyslots: Keyslots) -> bytes:
    """The file's content."""
    table = {
        "format": FORMAT,
        "profile": keyslots.profile,
        "salt": _text(keyslots.salt),
        "fresh": keyslots.fresh,
        "slots": [_row(slot) for slot in keyslots.slots],
        "next": [_row(slot) for slot in keyslots.next],
        "former": _text(keyslots.former),
    }
    return encoded_table(table)


class _NewerError(Exception):
    pass


def _decoded(content: bytes) -> Keyslots:
    if len(content) > _LARGEST_FILE:
        raise ValueError
    table = json.loads(content)
    if type(table["format"]) is not int:
        raise TypeError
    if table["format"] > FORMAT:
        raise _NewerError
    check_table(table)  # else a flipped bit would look like a wrong passphrase
    keyslots = Keyslots(
        profile=_checked(table["profile"], str),
        salt=_bytes(table["salt"]),
        slots=tuple(_slot(row) for row in _checked(table["slots"], list)),
        next=tuple(_slot(row) for row in _checked(table["next"], list)),
        former=_bytes(table.get("former", "")),
        fresh=_checked(table["fresh"], bool),
    )
    stretched = [slot for slot in (*keyslots.slots, *keyslots.next) if slot.kind is SlotKind.PASSPHRASE]
    if len(keyslots.salt) != SALT_BYTES or not keyslots.slots or len(stretched) > _MOST_STRETCHED:
        raise ValueError
    return keyslots


def _slot(row: dict[str, Any]) -> Slot:
    slot = Slot(
        kind=SlotKind(row["kind"]),
        salt=_bytes(row["salt"]),
        sealed=_bytes(row["sealed"]),
        recipient=_bytes(row.get("recipient", "")),
        passes=_checked(row.get("passes", 0), int),
        lanes=_checked(row.get("lanes", 0), int),
        memory_kib=_checked(row.get("memory_kib", 0), int),
    )
    if slot.kind is SlotKind.PASSPHRASE and not is_affordable(slot.passes, slot.lanes, slot.memory_kib):
        raise ValueError
    return slot


def _row(slot: Slot) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": slot.kind.value, "salt": _text(slot.salt), "sealed": _text(slot.sealed)}
    if slot.kind is SlotKind.PASSPHRASE:
        row |= {"passes": slot.passes, "lanes": slot.lanes, "memory_kib": slot.memory_kib}
    if slot.kind is SlotKind.ESCROW:
        row["recipient"] = _text(slot.recipient)
    return row


def _checked(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value


def _bytes(text: Any) -> bytes:
    return b64decode(_checked(text, str), validate=True)


def _text(value: bytes) -> str:
    return b64encode(value).decode()

"""The message that goes with the package of a workshop day, ready for the adviser's own mail program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.exchange.mail_draft import Attachment, MailDraft, Recipient, is_address, write_draft

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.texts import Texts

MOST_ATTACHED = 7_000_000
"""Bytes of files that go with one message (own assumption): a third more in the message, below the usual 10 MB."""


def day_message(case: Case, texts: Texts, words: Mapping[str, str], files: Mapping[str, Path]) -> bytes:
    """The message to the contacts of a case, with the files by what they are called in it.

    ``words`` fill the text. Files that mail servers would not take any more are named, not attached.
    """
    attached: dict[str, Attachment] = {}
    room = MOST_ATTACHED
    for title, file in files.items():
        content = file.read_bytes()
        if len(content) <= room:
            attached[title] = Attachment(file.name, content)
            room -= len(content)
    separate = ", ".join(title for title in files if title not in attached)
    fields = {
        **words,
        "attached": "\n".join(f"– {title}" for title in attached),
        "separate": texts("day-closing.mail.separate", titles=separate) if separate else "",
    }
    people = (case.people[item.person] for item in case.contacts.values() if item.person in case.people)
    return write_draft(
        MailDraft(
            to=[Recipient(person.name, person.email) for person in people if is_address(person.email.strip())],
            subject=texts("day-closing.mail.subject", **fields),
            text=texts("day-closing.mail.text", **fields),
            attachments=tuple(attached.values()),
        )
    )

"""What was entered and could not be saved when the data were closed: kept under their own key until they open again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from advisor_app.domain.case import Person
from advisor_app.domain.changes import Change
from advisor_app.sealing import seal, unseal
from advisor_app.storage.json_records import from_json, to_json
from advisor_app.storage.records import change_from_log, place_of

if TYPE_CHECKING:
    from advisor_app.storage.profile import Profile

_CONTEXT = b"unsaved words"

Drafts = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What stands in forms that were not sent: the page's name, the form's, the field's, and the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """Edits of one case and data of its people that wait, drafts, and inputs that nothing could be made of."""

    case_id: str = ""
    changes: tuple[Change, ...] = ()
    people: tuple[Person, ...] = ()
    drafts: Drafts = field(default_factory=dict)
    rejected: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes or self.people or self.drafts or self.rejected)


def seal_words(words: KeptWords, profile: Profile) -> bytes:
    """The words, readable only for who opens the profile."""
    content: dict[str, Any] = {
        "case": words.case_id,
        "changes": [
            {
                "key": place_of(words.case_id, change).log_key,
                "before": None if change.before is None else to_json(change.before),
                "after": None if change.after is None else to_json(change.after),
            }
            for change in words.changes
        ],
        "people": [to_json(person) for person in words.people],
        "drafts": words.drafts,
        "rejected": words.rejected,
    }
    return seal(profile.files_key, json.dumps(content).encode(), _CONTEXT)


def unseal_words(sealed: bytes, profile: Profile) -> KeptWords:
    """The words that were sealed; raises WrongKeyError under the key of other data."""
    content = json.loads(unseal(profile.files_key, sealed, _CONTEXT))
    return KeptWords(
        case_id=content["case"],
        changes=tuple(change_from_log(one["key"], one["before"], one["after"]) for one in content["changes"]),
        people=tuple(from_json(Person, person) for person in content["people"]),
        drafts=content["drafts"],
        rejected=tuple(content["rejected"]),
    )

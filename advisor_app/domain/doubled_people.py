"""Who stands on the list of participants more than once: pasted twice, or typed on two laptops. It is only said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from advisor_app.domain.attendance import Participant, in_order
from advisor_app.domain.case import Person
from advisor_app.domain.folding import fold
from advisor_app.domain.free_text import mail_in, name_parts

_NOBODY = Person(id="", name="")


def doubled(participants: Iterable[Participant], people: Mapping[str, Person]) -> tuple[tuple[Participant, ...], ...]:
    """Participants who are probably one and the same, each group as it stands on the list.

    They share a mail address, or a name, however it is spelt, and no two offices tell them apart. ``people`` by their
    ids; whoever is not among them has no name any more.
    """
    listed = in_order(participants)
    persons = [people.get(item.person, _NOBODY) for item in listed]
    names = [_known_as(person.name) for person in persons]
    offices = [fold(item.office) for item in listed]
    without_office = {name for name, office in zip(names, offices, strict=True) if not office}
    group_of = list(range(len(listed)))  # each begins as the first of its own
    seen: dict[tuple[str, ...], int] = {}
    for place, name in enumerate(names):
        marks: list[tuple[str, ...]] = [("mail", mail) for mail in _mails(listed[place], persons[place])]
        if name:
            marks.append(("name", name, "" if name in without_office else offices[place]))
        for mark in marks:
            one, other = group_of[seen.setdefault(mark, place)], group_of[place]
            if one != other:
                group_of = [one if group == other else group for group in group_of]
    groups: dict[int, list[Participant]] = {}
    for item, group in zip(listed, group_of, strict=True):
        groups.setdefault(group, []).append(item)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _known_as(name: str) -> str:
    """A name without its mail address, titles and order of parts: ``Dr. Müller, Anna <a@b.de>`` is ``anna muller``."""
    return fold(" ".join(name_parts(name.replace(mail_in(name), "")))) if name.strip() else ""


def _mails(participant: Participant, person: Person) -> Iterator[str]:
    """The mail addresses of somebody, also where they were pasted into another column."""
    for words in (person.email, person.name, participant.function, participant.office):
        mail = mail_in(words)
        if mail:
            yield mail.casefold()

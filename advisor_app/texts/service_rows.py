"""A service as a row of a table that is read again by its own headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisor_app.domain.service import Service, standing_rating
from advisor_app.domain.service_table import SERVICES
from advisor_app.texts import Texts
from advisor_app.texts.services import service_word, version_of, yes_no

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel


def service_cells(service: Service, models: Mapping[str, MaturityModel], current: str, texts: Texts) -> tuple[str, ...]:
    """Its cells in the order of the fields; of several levels the standing one, with its version."""
    cells = _cells(service, models, current, texts)
    return tuple(cells[field.name] for field in SERVICES.fields)


def _cells(service: Service, models: Mapping[str, MaturityModel], current: str, texts: Texts) -> dict[str, str]:
    rating = standing_rating(service, models, current)
    return {
        "title": service.title,
        "service_key": service.service_key,
        "office": service.office,
        "cases_per_year": "" if service.cases_per_year is None else str(service.cases_per_year),
        "online": "" if service.online is None else service_word(service.online, texts),
        "platform": "" if service.platform is None else service_word(service.platform, texts),
        "procedure": service.procedure,
        "accounts": ", ".join(service_word(account, texts) for account in service.accounts),
        "payment": "" if service.payment is None else service_word(service.payment, texts),
        "end_to_end": yes_no(service.end_to_end, texts),
        "level": "" if rating is None else str(rating.level),
        "model": "" if rating is None else version_of(rating, models),
    }

"""Words for the Klärungsliste."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.clarification import Concern, Item, Reason
from advisor_app.domain.poll import DoubtKind
from advisor_app.domain.usage_questions import SUPPORTED
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.texts.polls import doubt_words


def reason_words(item: Item, role: Callable[[str], str], texts: Texts) -> tuple[str, ...]:
    """Why a question is on the list, a sentence for each reason; ``role`` names a role."""
    return tuple(sentence for reason in item.reasons for sentence in _sentences(item, reason, role, texts))


def _sentences(item: Item, reason: Reason, role: Callable[[str], str], texts: Texts) -> Iterator[str]:
    match reason.concern:
        case Concern.DISPUTED if reason.doubts:
            # With a few voices a role that is far off says no more than the spread does.
            wide = [doubt for doubt in reason.doubts if doubt.kind is DoubtKind.SPREAD]
            yield from (doubt_words(doubt, role, texts) for doubt in wide or reason.doubts)
        case Concern.DISPUTED:
            yield texts("clarification.disputed-task")
        case Concern.UNKNOWN:
            roles = [role(said.role) for said in item.said.statements if said.state is AnswerState.UNKNOWN]
            yield texts("clarification.unknown-by", roles=", ".join(roles)) if roles else texts("clarification.unknown")
        case Concern.PHASE:
            yield texts("clarification.phase", low=reason.between[0], high=reason.between[-1])
        case Concern.LEVEL:
            low, high = reason.between[0], reason.between[-1]
            yield texts("clarification.level", low=low, high=high, dimension=item.dimension.id)
        case Concern.MEASURED if item.said.measured_level is not None:
            told = item.said.measured_level
            yield texts("clarification.measured-level", count=told.count, level=told.level)
        case Concern.MEASURED:
            number = format_decimal(item.said.measured or 0, 0, texts.language)
            source = "counted" if item.question.id in SUPPORTED else "measured"
            yield texts(f"clarification.{source}", number=number)
        case Concern.CONTRADICTED:
            yield texts("clarification.contradicted", areas=texts.joined([title for title, _ in item.said.areas]))
        case Concern.BLOCKING | Concern.DIFFERENT | Concern.WANTED:
            yield texts(f"clarification.{reason.concern.value}")

"""Feedback: what participants said on paper taken over, and what all of it adds up to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.changes import SentFormSet
from advisor_app.domain.feedback import RATINGS, WORDS
from advisor_app.domain.feedback_evaluation import (
    FeedbackFigures,
    FeedbackResult,
    evaluate_cases,
    evaluate_feedback,
    forms_of,
)
from advisor_app.domain.sent_form import FeedbackItem, FormReturn, SentForm
from advisor_app.domain.words import Words
from advisor_app.services.forms import FEEDBACK
from advisor_app.services.ids import new_form_number

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.services.clock import Clock
    from advisor_app.services.policy import Policy
    from advisor_app.storage.figures import FiguresStore
    from advisor_app.texts import Texts


class FeedbackRoom:
    """Takes feedback from paper into a case and evaluates it; ``figures`` is made for a worker thread."""

    def __init__(self, store: FiguresStore, policy: Policy, texts: Texts, clock: Clock) -> None:
        self._store = store
        self._policy = policy
        self._texts = texts
        self._clock = clock

    def entered(self, case: Case, ratings: Mapping[str, int], words: Mapping[str, str]) -> SentFormSet:
        """The change that takes over one form from paper; ValueError where nothing of it was filled in.

        It counts with the newest form that went out, or, where a form was printed elsewhere, with one made for it.
        """
        told = (
            *(FeedbackItem(item=name, rating=ratings[name]) for name in RATINGS if name in ratings),
            *(
                FeedbackItem(item=name, words=Words(words[name].strip()))
                for name in WORDS
                if words.get(name, "").strip()
            ),
        )
        if not told:
            raise ValueError("an empty form")
        before = self._newest(case)
        form = before or SentForm(
            number=new_form_number(),
            document=DocumentKey(FEEDBACK),
            title=self._texts(f"document-kinds.{FEEDBACK}"),
            made_at=self._clock.now(),
        )
        returned = FormReturn(
            content_digest=_digest(told),
            file_digest="",
            imported_at=self._clock.now(),
            answers=len(told),
            typed=True,
            feedback=told,
        )
        return SentFormSet(form.number, before, replace(form, returns=(*form.returns, returned)))

    def of_case(self, case: Case) -> FeedbackResult:
        """What the forms of one case add up to, with the words on them."""
        sent = [form for form in case.sent_forms.values() if form.document.kind == FEEDBACK]
        return evaluate_feedback(forms_of(sent), with_words=True)

    def figures(self) -> FeedbackFigures:
        """What the forms of all cases add up to."""
        return evaluate_cases(list(self._store.feedback(FEEDBACK)), per_adviser=self._policy.feedback_per_adviser)

    def _newest(self, case: Case) -> SentForm | None:
        forms = [form for form in case.sent_forms.values() if form.document.kind == FEEDBACK]
        return max(forms, key=lambda form: (form.made_at, form.number), default=None)


def _digest(told: tuple[FeedbackItem, ...]) -> str:
    """The same for every form that says the same."""
    said = [[item.item, item.rating, item.words.text] for item in told]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

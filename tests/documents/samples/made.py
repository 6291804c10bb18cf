"""Samples as finished files, each made once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from advisor_app.documents.blocks import Document
from advisor_app.documents.kinds import KINDS, find_kind
from advisor_app.documents.render.pdf import Rendered, fitted, render
from tests.documents.check.flaws import Expected
from tests.documents.reading import drawable
from tests.documents.samples import CASES, sample

ALL = tuple((kind.id, case) for kind in KINDS for case in CASES)
"""Every kind with every sample."""


@dataclass(frozen=True)
class Made:
    """A document in the wording that was set, and its file."""

    document: Document
    rendered: Rendered

    @property
    def expected(self) -> Expected:
        """What the file should say of itself."""
        margins, texts, pages = self.document.margins, self.document.texts, self.rendered.pages
        values = (getattr(margins, field.name) for field in fields(margins))
        lines = [drawable(value) for value in values if isinstance(value, str)]
        if self.document.form is not None:
            lines.append(texts("documents.form.number", number=self.document.form.number))
        feet = [texts("documents.page", page=page, pages=pages) for page in range(1, pages + 1)]
        return Expected(language="de-DE", margins=(*lines, *feet))


@cache
def make(kind: str, case: str) -> Made:
    """A kind's document in a sample."""
    found = find_kind(kind)
    document = fitted(found.make(sample(found, case)))
    return Made(document, render(document, lambda _done: None))

"""Makes ``docs/samples``: every document of the worked example as a PDF, and its first pages as pictures.

``python -m docs.make_samples`` in the checkout makes all of them, with names of documents only those. They are made by
the real program from the real content packs; clock, author and house are fixed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types

from advisor_app.documents.kinds import KINDS
from advisor_app.domain.case import Case
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.document_offer import Offer
from advisor_app.services.whole_example import a_year_later
from advisor_app.services.workspace import Workspace, open_workspace
from docs.example import PREFERENCES, FixedClock, small_png
from docs.example_minutes import add_minutes, first_day

TARGET = Path(__file__).resolve().parent / "samples"
PAGES = 2
_OF_THE_DAY = frozenset({"minutes", "photo-minutes", "task-list"})
"""Documents about the day that went in the example, and not about the first one that is planned."""
SCALE = 0.85


def make_samples(wanted: Iterable[str] = ()) -> list[str]:
    """Make the samples of these documents, by default of all; returns those that the example lacks the matter for."""
    chosen = frozenset(wanted) or frozenset(kind.id for kind in KINDS)
    TARGET.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder), PREFERENCES, access=Access.WRITE, clock=FixedClock())
        workspace.author.device = "Notebook"  # not the name of the machine that makes the samples
        try:
            case_id = ensure_example(workspace)
            add_minutes(workspace, workspace.cases.open(case_id))
            missing = _make_all(workspace, workspace.cases.load(case_id), chosen)
            if missing:
                missing = _make_all(workspace, a_year_later(workspace, case_id), missing)
            _list(workspace)
        finally:
            workspace.close()
    return sorted(missing)


def _make_all(workspace: Workspace, case: Case, chosen: frozenset[str]) -> frozenset[str]:
    """Make the first document of each chosen kind; returns the kinds that the case lacks the matter for."""
    every = [offer for offer in workspace.documents.offers(case) if offer.missing is None]
    offers = {offer.kind: offer for offer in reversed(every)}
    offers |= {offer.kind: offer for offer in every if offer.kind in _OF_THE_DAY and offer.item == first_day(case).id}
    for kind in chosen & offers.keys():
        _make(workspace, case, offers[kind])
    return chosen - offers.keys()


def _make(workspace: Workspace, case: Case, offer: Offer) -> None:
    file = TARGET / f"{offer.kind}.pdf"
    workspace.documents.create(offer.kind, workspace.documents.input_of(case, offer.kind, offer.item), file)
    for old in TARGET.glob(f"{offer.kind}-[0-9].png"):
        old.unlink()
    with pdfium.PdfDocument(file) as document:
        document.init_forms()
        for number in range(min(PAGES, len(document))):
            picture = document[number].render(scale=SCALE).to_pil()
            (TARGET / f"{offer.kind}-{number + 1}.png").write_bytes(small_png(picture))


def _list(workspace: Workspace) -> None:
    """Write the page that shows them all, in the order in which they come up in a case."""
    lines = ["# Samples", "", "Every document of the worked example, made by `python -m docs.make_samples`.", ""]
    for kind in KINDS:
        title = workspace.documents.title(kind.id)
        lines += [f"## [{title}]({kind.id}.pdf)", "", f"![{title}, Seite 1]({kind.id}-1.png)", ""]
    (TARGET / "README.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    lacking = make_samples(sys.argv[1:])
    if lacking:
        sys.exit(f"the example lacks the matter for: {', '.join(lacking)}")

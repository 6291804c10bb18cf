"""Records of documents: states, what went out and what came back."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState, Stage
from advisor_app.domain.sent_form import FeedbackItem, FormReturn, SentForm
from tests.domain.records.plain import MOMENTS, TEXT, WORDS

DOCUMENT = DocumentKey("use-case", "uc1")
STATES = st.builds(DocumentState, stage=st.sampled_from(sorted(set(Stage) - {Stage.COMMENTS}, key=str))) | st.builds(
    DocumentState,
    stage=st.just(Stage.COMMENTS),
    comments_until=st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31)),
)
RETURNS = st.builds(
    FormReturn,
    content_digest=st.just("1" * 64),
    file_digest=st.just("2" * 64),
    imported_at=MOMENTS,
    answers=st.integers(0, 60),
    typed=st.booleans(),
    feedback=st.lists(
        st.builds(FeedbackItem, item=st.just("pace"), rating=st.none() | st.integers(1, 5), words=WORDS), max_size=2
    ).map(tuple),
)
FORMS = st.builds(
    SentForm,
    number=st.just("2F7K"),
    document=st.builds(DocumentKey, st.just("pre-survey"), st.sampled_from(["M4-BM", ""])),
    title=TEXT,
    made_at=MOMENTS,
    assessment=st.sampled_from(["a1", ""]),
    role=st.sampled_from(["BM", ""]),
    identity=st.just("BK1|k=pre-survey"),
    questions=st.lists(st.just("4.1.1"), max_size=1).map(tuple),
    archived_document=st.sampled_from(["d1", ""]),
    due_on=st.none() | st.just(date(2026, 9, 1)),
    sent_on=st.none() | st.just(date(2026, 8, 1)),
    returns=st.lists(RETURNS, max_size=2).map(tuple),
)
ARCHIVED = st.builds(
    ArchivedDocument,
    id=st.just("d1"),
    document=st.builds(DocumentKey, st.just("result-report"), st.sampled_from(["a1", ""])),
    title=TEXT,
    handed_over_at=MOMENTS,
    state=STATES,
    version=st.just("1.0.0"),
    pages=st.integers(1, 99),
    digest=st.none() | st.just("0" * 64),
    size=st.integers(0, 10**9),
    to=TEXT,
)

"""What others get to see of the stored data: documents, forms, results, what stands on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor_app.services.workspace.data_folder import DataFolder

if TYPE_CHECKING:
    from advisor_app.services.branding import Branding
    from advisor_app.services.comparisons import Comparisons
    from advisor_app.services.day_closing import DayClosing
    from advisor_app.services.document_archive import DocumentArchive
    from advisor_app.services.documents import Documents
    from advisor_app.services.form_mail import FormMail
    from advisor_app.services.form_returns import FormReturns
    from advisor_app.services.forms import Forms
    from advisor_app.services.minutes import Minutes
    from advisor_app.services.print_packs import PrintPacks
    from advisor_app.services.projection import Projections
    from advisor_app.services.results import Results


class Presenting(DataFolder):
    """The services that make something for readers out of cases."""

    __slots__ = ()

    @property
    def documents(self) -> Documents:
        """Documents and what the adviser writes in them."""
        from advisor_app.services.documents import Documents

        return Documents(
            self.catalog,
            self.questionnaires,
            self.settings,
            self.texts,
            self.clock,
            self.register.titles,
            self.branding,
            self.profile.forms_key,
            self.evidence.content,
            self.cases.earlier,
        )

    @property
    def branding(self) -> Branding:
        """Colour and logo of the house in documents."""
        from advisor_app.services.branding import Branding

        return Branding(self.folder, self.settings, self.texts, self.evidence.content, self.register.titles)

    @property
    def print_packs(self) -> PrintPacks:
        """Several documents as one job for a printer."""
        from advisor_app.services.print_packs import PrintPacks

        return PrintPacks(self.documents, self.texts)

    @property
    def document_archive(self) -> DocumentArchive:
        """Documents as they were handed over."""
        from advisor_app.services.document_archive import DocumentArchive
        from advisor_app.storage.history import HistoryStore

        return DocumentArchive(
            self.documents, self.evidence, HistoryStore(self.database), self.record_words, self.clock
        )

    @property
    def results(self) -> Results:
        """What assessments show, in words and charts."""
        from advisor_app.services.results import Results

        return Results(self.documents)

    @property
    def comparisons(self) -> Comparisons:
        """Assessments of a commune side by side."""
        from advisor_app.services.comparisons import Comparisons

        return Comparisons(self.documents)

    @property
    def projections(self) -> Projections:
        """What a room is shown."""
        from advisor_app.services.projection import Projections

        return Projections(self.catalog, self.questionnaires, self.documents, self.texts, self.clock)

    @property
    def forms(self) -> Forms:
        """Forms made to be filled in and sent back, and how far each of them is."""
        from advisor_app.services.forms import Forms

        return Forms(
            self.catalog,
            self.questionnaires,
            self.cases,
            self.documents,
            self.document_archive,
            self.texts,
            self.clock,
        )

    @property
    def form_mail(self) -> FormMail:
        """Messages with a form for the user's own mail program."""
        from advisor_app.services.form_mail import FormMail
        from advisor_app.storage.replacement import OUTGOING_NAME

        folder = self.folder / OUTGOING_NAME
        return FormMail(folder, self.forms, self.document_archive, self.settings, self.texts)

    @property
    def form_returns(self) -> FormReturns:
        """Forms that came back, read and taken over."""
        from advisor_app.services.form_comparison import FormComparison
        from advisor_app.services.form_returns import FormReturns

        forms = self.forms
        comparison = FormComparison(forms, self.questionnaires, self.texts, self.clock, self.profile.forms_key)
        return FormReturns(forms, comparison, self.questionnaires, self.texts, self.clock)

    @property
    def minutes(self) -> Minutes:
        """Entries of the minutes made, released, taken over into the plan."""
        from advisor_app.services.minutes import Minutes

        return Minutes(self.texts, self.clock)

    @property
    def day_closing(self) -> DayClosing:
        """Workshop days closed: what is open, and the package of documents."""
        from advisor_app.services.day_closing import DayClosing

        return DayClosing(
            self.documents, self.document_archive, self.settings, self.texts, self.clock, self.questionnaires
        )

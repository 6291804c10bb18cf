"""Messages with a form, prepared for the user's own mail program. The program itself never sends anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.pre_survey import holder
from advisor_app.services.forms import PRE_SURVEY
from advisor_app.texts.numbers import format_date
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.domain.sent_form import SentForm
    from advisor_app.exchange.mail_draft import MailDraft, Recipient
    from advisor_app.services.document_archive import DocumentArchive
    from advisor_app.services.forms import Forms
    from advisor_app.services.preferences import PreferencesFile
    from advisor_app.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedMail:
    """A message and its form as files in one folder; ``to`` are the addresses that the case knows."""

    message: Path
    document: Path
    to: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where both lie."""
        return self.message.parent


class FormMail:
    """Writes messages; reads the form as it was made, so that its number is the one that is expected back."""

    def __init__(
        self, folder: Path, forms: Forms, archive: DocumentArchive, settings: PreferencesFile, texts: Texts
    ) -> None:
        """``folder`` holds messages until the next start of the program at the latest."""
        self._folder = folder
        self._forms = forms
        self._archive = archive
        self._settings = settings
        self._texts = texts

    def new_folder(self) -> Path:
        """An empty folder for one message, which only the user can read; raises AdvisorError(FILE_NOT_WRITABLE)."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            return Path(mkdtemp(dir=self._folder))
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(self._folder)) from error

    def prepare(self, case: Case, form: SentForm, folder: Path) -> PreparedMail:
        """Write the message (.eml) and the form beside it; made for a worker thread.

        Raises AdvisorError: ARCHIVED_DOCUMENT_MISSING for a form that is not kept, ARCHIVED_DOCUMENT_…,
        FILE_NOT_WRITABLE.
        """
        from advisor_app.exchange.mail_draft import write_draft

        entry = case.archived_documents.get(form.archived_document)
        if entry is None:
            raise AdvisorError(Problem.ARCHIVED_DOCUMENT_MISSING, title=form.title)
        draft = self.draft(case, form, self._archive.content(entry))
        (attachment,) = draft.attachments
        document = folder / attachment.name
        message = document.with_suffix(".eml")
        hand_out(document, attachment.content, private=True)
        hand_out(message, write_draft(draft), private=True)
        return PreparedMail(message=message, document=document, to=tuple(item.address for item in draft.to))

    def draft(self, case: Case, form: SentForm, content: bytes) -> MailDraft:
        """What a message says, and to whom: everybody of the case who answers for the form's role."""
        from advisor_app.exchange.mail_draft import Attachment, MailDraft

        words = self._words(case, form)
        kind = form.document.kind
        name = self._texts("forms.mail.file", title=self._texts(f"document-kinds.{kind}"), number=form.number)
        return MailDraft(
            to=self._recipients(case, form),
            subject=self._texts(f"forms.mail.subject.{kind}", **words),
            text=self._texts(f"forms.mail.text.{kind}", **words),
            attachments=(Attachment(f"{'-'.join(name.split())}.pdf", content),),
        )

    def _words(self, case: Case, form: SentForm) -> dict[str, str]:
        texts = self._texts
        due = "" if form.due_on is None else texts("forms.mail.due", day=format_date(form.due_on, texts.language))
        adviser = ", ".join(filter(None, (case.head.adviser, case.head.provider or self._settings.current.provider)))
        return {
            "commune": case.commune.title,
            "role": self._forms.role_title(case, form.role) if form.role else "",
            "number": form.number,
            "due": due,
            "adviser": adviser,
        }

    def _recipients(self, case: Case, form: SentForm) -> tuple[Recipient, ...]:
        from advisor_app.exchange.mail_draft import Recipient, is_address

        if form.document.kind != PRE_SURVEY:
            return ()
        people = (
            case.people[contact.person]
            for contact in case.contacts.values()
            if contact.person in case.people and any(holder(role, case.roles) == form.role for role in contact.roles)
        )
        return tuple(
            Recipient(person.name, person.email.strip()) for person in people if is_address(person.email.strip())
        )

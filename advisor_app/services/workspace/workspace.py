"""Everything that works on one data folder, built once and passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor_app.services.workspace.presenting import Presenting

if TYPE_CHECKING:
    from advisor_app.services.agendas import Agendas
    from advisor_app.services.area_polls import AreaPolls
    from advisor_app.services.assessment_migrations import AssessmentMigrations
    from advisor_app.services.assessments import Assessments
    from advisor_app.services.bookings import Bookings
    from advisor_app.services.candidates import Candidates
    from advisor_app.services.case_list import CaseLists
    from advisor_app.services.clarifications import Clarifications
    from advisor_app.services.cohorts import Cohorts
    from advisor_app.services.e_files import EFiles
    from advisor_app.services.feedback import FeedbackRoom
    from advisor_app.services.given_answers import GivenAnswers
    from advisor_app.services.measurements import Measurements
    from advisor_app.services.phone_polls import PhonePolls
    from advisor_app.services.plans import Plans
    from advisor_app.services.polls import Polls
    from advisor_app.services.portfolio_figures import PortfolioFigures
    from advisor_app.services.preparation import Preparation
    from advisor_app.services.processes import Processes
    from advisor_app.services.readiness import Readiness
    from advisor_app.services.service_overviews import ServiceOverviews
    from advisor_app.services.table_imports import TableImports
    from advisor_app.services.usage import UsageStatistics
    from advisor_app.services.use_cases import UseCases


class Workspace(Presenting):
    """The parts that the window and the commands work with: on top of all others, the work with communes itself.

    What holds nothing of its own is loaded where it is first asked for: answering begins without it.
    """

    __slots__ = ()

    @property
    def assessments(self) -> Assessments:
        """Assessments made, filled from files, scored."""
        from advisor_app.services.assessments import Assessments

        return Assessments(self.catalog, self.questionnaires, self.cases, self.texts)

    @property
    def assessment_migrations(self) -> AssessmentMigrations:
        """Assessments brought to the version of their questionnaire that the packs hold today."""
        from advisor_app.services.assessment_migrations import AssessmentMigrations

        return AssessmentMigrations(self.catalog, self.questionnaires, self.clock, self.texts)

    @property
    def given_answers(self) -> GivenAnswers:
        """What was answered before or in another module."""
        from advisor_app.services.given_answers import GivenAnswers

        return GivenAnswers(self.catalog, self.questionnaires, self.cases, self.texts)

    @property
    def polls(self) -> Polls:
        """Polls of a group: begun, counted, revealed and settled."""
        from advisor_app.services.polls import Polls
        from advisor_app.services.voices import Voices

        return Polls(self.questionnaires, Voices(self.questionnaires), self.clock, self.texts)

    @property
    def phone_polls(self) -> PhonePolls:
        """Polls opened for phones in the room."""
        from advisor_app.services.phone_polls import PhonePolls

        return PhonePolls(self.folder, self.policy, self.settings, self.texts, self.clock)

    @property
    def clarifications(self) -> Clarifications:
        """The questions that are worth the room's time, and the rest confirmed."""
        from advisor_app.services.clarifications import Clarifications
        from advisor_app.services.voices import Voices

        return Clarifications(self.questionnaires, Voices(self.questionnaires), self.catalog.e_file_guides)

    @property
    def agendas(self) -> Agendas:
        """Workshop days with what the packs know of their steps."""
        from advisor_app.services.agendas import Agendas

        return Agendas(self.catalog, self.questionnaires, self.assessments, self.clock, self.texts)

    @property
    def preparation(self) -> Preparation:
        """The checklist before a workshop."""
        from advisor_app.services.preparation import Preparation

        return Preparation(self.catalog, self.clock)

    @property
    def readiness(self) -> Readiness:
        """Whether all is in place the day before a workshop."""
        from advisor_app.services.readiness import Readiness

        return Readiness(self.documents, self.print_packs, self.forms, lambda: self.backups, self.clock)

    @property
    def bookings(self) -> Bookings:
        """Bookings followed, and what the communes booked before."""
        from advisor_app.services.bookings import Bookings

        return Bookings(self.cases, self.register, self.preparation, self.catalog.funding, self.clock)

    @property
    def case_lists(self) -> CaseLists:
        """Existing lists of cases taken in."""
        from advisor_app.services.case_list import CaseLists
        from advisor_app.services.case_list_comparison import CaseListComparison
        from advisor_app.storage.case_opening import CaseOpening

        return CaseLists(
            self.cases,
            CaseOpening(self.database),
            CaseListComparison(self.cases, self.register, self.catalog, self.table_imports, self.texts),
            self.author,
            self.clock,
            require_recovery=self.protection.require_recovery,
        )

    @property
    def table_imports(self) -> TableImports:
        """Foreign tables read and matched with fields."""
        from advisor_app.services.table_imports import TableImports

        return TableImports(self.texts, self.settings)

    @property
    def usage(self) -> UsageStatistics:
        """Usage statistics of online services taken in and shown."""
        from advisor_app.services.usage import UsageStatistics

        return UsageStatistics(self.table_imports, self.evidence, self.texts, self.clock)

    @property
    def measurements(self) -> Measurements:
        """What the tools of a module say to questions."""
        from advisor_app.services.measurements import Measurements

        return Measurements(self.texts)

    @property
    def service_overviews(self) -> ServiceOverviews:
        """The services of communes: begun, rated, and taken over into the plan."""
        from advisor_app.services.service_overviews import ServiceOverviews

        return ServiceOverviews(self.catalog, self.table_imports, self.texts, self.clock)

    @property
    def processes(self) -> Processes:
        """Process sheets begun and handed out."""
        from advisor_app.services.processes import Processes

        return Processes(self.texts, self.settings)

    @property
    def e_files(self) -> EFiles:
        """Areas, filing plan, scanning variants and rollout of electronic files."""
        from advisor_app.services.e_files import EFiles

        return EFiles(self.catalog, self.assessments, self.questionnaires, self.table_imports, self.texts)

    @property
    def area_polls(self) -> AreaPolls:
        """Dots of a group for impact areas."""
        from advisor_app.services.area_polls import AreaPolls

        return AreaPolls(self.questionnaires, self.clock)

    @property
    def candidates(self) -> Candidates:
        """Candidates for use cases: rated, ranked, taken over."""
        from advisor_app.services.candidates import Candidates

        return Candidates(self.catalog, self.questionnaires, self.assessments, self.use_cases, self.clock)

    @property
    def use_cases(self) -> UseCases:
        """Use cases begun and exchanged."""
        from advisor_app.services.use_cases import UseCases

        return UseCases(self.catalog, self.author, self.clock, self.texts, self.settings)

    @property
    def plans(self) -> Plans:
        """Measures proposed, taken over and exchanged."""
        from advisor_app.services.plans import Plans

        return Plans(self.catalog, self.questionnaires, self.texts)

    @property
    def cohorts(self) -> Cohorts:
        """Communes among others, anonymously."""
        from advisor_app.services.cohorts import Cohorts
        from advisor_app.storage.cohorts import CohortStore

        return Cohorts(CohortStore(self.database), self.questionnaires, self.register, self.author, self.clock)

    @property
    def portfolio_figures(self) -> PortfolioFigures:
        """What the portfolio adds up to."""
        from advisor_app.services.portfolio_figures import PortfolioFigures
        from advisor_app.storage.figures import FiguresStore

        store, profile = FiguresStore(self.database), self.profile.keyslots.profile
        return PortfolioFigures(store, profile, self.catalog, self.texts, self.clock)

    @property
    def feedback(self) -> FeedbackRoom:
        """What participants thought of the workshops."""
        from advisor_app.services.feedback import FeedbackRoom
        from advisor_app.storage.figures import FiguresStore

        return FeedbackRoom(FiguresStore(self.database), self.policy, self.texts, self.clock)

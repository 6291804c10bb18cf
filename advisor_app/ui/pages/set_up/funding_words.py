"""What the funding check says, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.funding import FundingVerdict, ModuleFunding
from advisor_app.domain.funding_rules import FundingException, Programme
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date

translate = QCoreApplication.translate

Check = Callable[[Iterable[str]], FundingVerdict]
"""Checks a choice of modules for the commune and the day in question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardVerdict:
    """The line of a module's card: words, tone and icon."""

    words: str
    tone: str = "ink2"
    icon: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One of the two verdicts: a heading and its explanation; ``good`` decides colour and icon."""

    title: str
    text: str
    good: bool


class FundingWords:
    """Words about the rules of a catalogue."""

    def __init__(self, catalog: Catalog, texts: Texts) -> None:
        self._rules = catalog.funding
        self._modules = catalog.modules
        self._texts = texts

    def module(self, name: str) -> str:
        """``Modul 4``."""
        return translate("funding", "Modul {number}").format(number=self._modules[name].number)

    def payer(self, programme: str | None, *, possible: bool = False) -> str:
        """The short name of a programme; without one, whether another choice would change that."""
        found = self._programme(programme)
        if found is not None:
            return found.short
        return translate("funding", "je nach Wahl") if possible else translate("funding", "Kommune selbst")

    def rule_of(self, module: str, programme: str | None) -> str:
        """The rule by which a programme pays a module, empty where none does."""
        for exception in self._rules.exceptions:
            if (exception.module, exception.programme) == (module, programme):
                return exception.rule
        found = self._programme(programme)
        return found.rule if found is not None else ""

    def chosen(self, module: str, verdict: FundingVerdict) -> CardVerdict:
        """What a chosen module's card says: whoever pays by the rules pays only within the period."""
        funding = verdict.modules[module]
        programme = self._programme(funding.payer)
        if not funding.open:
            words = translate("funding", "{period}, die Kommune zahlt selbst")
            said = words.format(period=self.period(funding, verdict.on))
        elif programme is not None:
            return CardVerdict(words=programme.title, tone="success", icon="circle-check", strong=True)
        else:
            words = (
                translate("funding", "Noch offen: {reason}")
                if is_possible(module, verdict)
                else translate("funding", "Nicht gefördert: {reason}")
            )
            said = words.format(reason=self.reason(funding.reason))
        return CardVerdict(words=said, tone="amber", icon="circle-alert", strong=True)

    def unchosen(self, module: str, chosen: tuple[str, ...], verdict: FundingVerdict) -> CardVerdict:
        """What adding a module would do, by the verdict on the choice with it."""
        funding = verdict.modules[module]
        if not funding.open:
            return CardVerdict(words=self.period(funding, verdict.on), icon="circle-minus")
        if verdict.combination_allowed:
            programme = self._programme(funding.payer)
            words = (
                translate("funding", "Zusätzlich möglich: {payer}")
                if chosen
                else translate("funding", "Möglich: {payer}")
            )
            return CardVerdict(words=words.format(payer=programme.title if programme else "–"), icon="circle-plus")
        reasons = self._texts.joined(list(filter(None, map(self.reason, verdict.rules))))
        words = translate("funding", "Zusätzlich: nicht voll gefördert, {reason}")
        return CardVerdict(words=words.format(reason=reasons), icon="circle-minus")

    def period(self, funding: ModuleFunding, on: date) -> str:
        """Why a module is outside of its funding period on a day."""
        language = self._texts.language
        if funding.valid_from is not None and funding.valid_from > on:
            words = translate("funding", "Förderzeitraum noch nicht begonnen (ab {day})")
            return words.format(day=format_date(funding.valid_from, language))
        if funding.valid_to is not None:
            words = translate("funding", "Förderzeitraum abgelaufen (bis {day})")
            return words.format(day=format_date(funding.valid_to, language))
        return translate("funding", "Kein Förderzeitraum")

    def reason(self, rule: str | None) -> str:
        """A rule in a few words."""
        for programme in self._rules.programmes:
            if programme.rule == rule:
                return self._limit(programme)
        for exception in self._rules.exceptions:
            if exception.rule == rule:
                return self._exclusion(exception)
        return ""

    def combination(self, verdict: FundingVerdict) -> Statement | None:
        """The verdict on the combination, None while nothing is chosen."""
        if not verdict.modules:
            return None
        if not verdict.combination_allowed:
            return Statement(
                title=translate("funding", "Kombination nicht voll gefördert"), text=self._refusal(verdict), good=False
            )
        return Statement(title=translate("funding", "Kombination zulässig"), text=self._allowance(verdict), good=True)

    def validity(self, verdict: FundingVerdict) -> Statement | None:
        """The verdict on the periods, None while nothing is chosen."""
        if not verdict.modules:
            return None
        language = self._texts.language
        closed = [item for item in verdict.modules.values() if not item.open]
        if not closed:
            ends = [item.valid_to for item in verdict.modules.values() if item.valid_to is not None]
            words = translate("funding", "Alle gewählten Module sind an diesem Tag im Förderzeitraum.")
            if ends:
                words = translate("funding", "Der früheste Zeitraum endet am {day}.").format(
                    day=format_date(min(ends), language)
                )
            return Statement(title=translate("funding", "Förderzeitraum offen"), text=words, good=True)
        later = all(item.valid_from is not None and item.valid_from > verdict.on for item in closed)
        title = (
            translate("funding", "Förderzeitraum noch nicht begonnen")
            if later
            else translate("funding", "Förderzeitraum abgelaufen")
        )
        windows = self._texts.joined([self._window(item, verdict.on) for item in closed])
        text = translate(
            "funding",
            "{windows}. Für den {day} liegt keine Regel vor. Bitte vor der Zusage mit der Förderstelle klären.",
        )
        return Statement(
            title=title, text=text.format(windows=windows, day=format_date(verdict.on, language)), good=False
        )

    def earlier(self, earlier: Mapping[str, str | None]) -> str:
        """The commune's former bookings: which count and, as no programme paid for them, which do not; else empty."""
        paid = [f"{self.module(name)} ({self.payer(payer)})" for name, payer in sorted(earlier.items()) if payer]
        own = [self.module(name) for name, payer in sorted(earlier.items()) if not payer]
        told = {
            translate("funding", "Frühere Buchungen der Kommune sind mitgezählt: {modules}."): paid,
            translate("funding", "Früher ohne Förderung bezahlt und nicht mitgezählt: {modules}."): own,
        }
        return " ".join(words.format(modules=self._texts.joined(parts)) for words, parts in told.items() if parts)

    def _programme(self, name: str | None) -> Programme | None:
        return next((item for item in self._rules.programmes if item.id == name), None)

    def _numbers(self, modules: Iterable[str]) -> str:
        return self._texts.joined([str(self._modules[module].number) for module in modules])

    def _limit(self, programme: Programme) -> str:
        words = (
            translate("funding", "nur eines der Module {modules}")
            if programme.at_most == 1
            else translate("funding", "nur {count} der Module {modules}")
        )
        return words.format(count=programme.at_most, modules=self._numbers(programme.modules))

    def _exclusion(self, exception: FundingException) -> str:
        words = (
            translate("funding", "Ausnahme schließt Modul {excluded} aus")
            if len(exception.excludes) == 1
            else translate("funding", "Ausnahme schließt Module {excluded} aus")
        )
        return words.format(excluded=self._numbers(exception.excludes))

    def _allowance(self, verdict: FundingVerdict) -> str:
        applied = [self._rules.rules[rule].text for rule in verdict.rules if rule in self._rules.rules]
        names = [self.module(module) for module in verdict.modules]
        payers = {item.payer for item in verdict.modules.values()}
        is_paid = payers != {None}
        if is_paid and (None in payers or not all(item.open for item in verdict.modules.values())):
            return " ".join([*applied, self._within_the_period(verdict)])
        if applied:
            return " ".join(applied)
        if len(payers) == 1:
            return translate("funding", "{module} bezahlt: {payer}.").format(
                module=self._texts.joined(names), payer=self.payer(next(iter(payers)))
            )
        return translate("funding", "{modules} werden aus {count} Töpfen bezahlt.").format(
            modules=self._texts.joined(names), count=translate("funding", "zwei") if len(payers) == 2 else len(payers)
        )

    def _within_the_period(self, verdict: FundingVerdict) -> str:
        """Who would pay for each module if its period were open, and by which rule."""
        parts = [
            translate("funding", "{module} durch {payer} (Regel {number})").format(
                module=self.module(module),
                payer=self.payer(item.payer),
                number=self.rule_of(module, item.payer).removeprefix("R"),
            )
            for module, item in verdict.modules.items()
            if item.payer is not None
        ]
        return translate("funding", "Im Förderzeitraum: {payers}.").format(payers=self._texts.joined(parts))

    def _refusal(self, verdict: FundingVerdict) -> str:
        broken = " ".join(self._rules.rules[rule].text for rule in verdict.rules if rule in self._rules.rules)
        if not verdict.alternatives:
            return broken
        choices = [self._texts.joined([self.module(module) for module in choice]) for choice in verdict.alternatives]
        words = (
            translate("funding", "Voll gefördert wären: {choices}. Den Rest bezahlt die Kommune selbst.")
            if all(item.open for item in verdict.modules.values())
            else translate("funding", "Im Förderzeitraum voll gefördert wären: {choices}.")
        )
        return f"{broken} {words.format(choices=self._texts.either(choices))}"

    def _window(self, funding: ModuleFunding, on: date) -> str:
        name, language = self.module(funding.module), self._texts.language
        if funding.valid_from is not None and funding.valid_from > on:
            return translate("funding", "{module} ab {day}").format(
                module=name, day=format_date(funding.valid_from, language)
            )
        if funding.valid_to is not None:
            return translate("funding", "{module} bis {day}").format(
                module=name, day=format_date(funding.valid_to, language)
            )
        return translate("funding", "{module} ohne Förderzeitraum").format(module=name)


def is_possible(module: str, verdict: FundingVerdict) -> bool:
    """Whether one of the alternatives would have the module paid."""
    return any(module in choice for choice in verdict.alternatives)


def card_verdicts(
    words: FundingWords, modules: Iterable[str], chosen: tuple[str, ...], check: Check
) -> dict[str, CardVerdict]:
    """The line of every module's card."""
    now = check(chosen)
    return {
        module: words.chosen(module, now)
        if module in chosen
        else words.unchosen(module, chosen, check((*chosen, module)))
        for module in modules
    }

"""The page that phones see, as HTML: waiting, asked, counted, ended. It is whole without its script."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from advisor_app.domain.phone_poll import UNKNOWN, Given, PhoneOption, PhonePoll
from advisor_app.exchange.phone_poll.ballot import View
from advisor_app.exchange.phone_poll.look import load_look
from advisor_app.exchange.phone_poll.request import DOTS
from advisor_app.texts import Texts

AUTO = "auto"
CHANGE = "change"
FULL = "full"
_REFRESH_SECONDS = 10
_LEVELS = frozenset("01234")
_CHECK = (
    '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5" '
    'stroke-linecap="round" stroke-linejoin="round"><circle cx="12" cy="12" r="10"/><path d="m8 12 3 3 5-6"/></svg>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One device looking at the page: its token, and what it wants (``change`` its vote, ``auto`` refresh).

    ``given`` is what it has just sent, which stands there again where that was refused. ``notice`` is what went wrong,
    a key under ``phone-poll`` in the texts, empty where nothing went wrong.
    """

    token: str
    view: View
    change: bool = False
    auto: bool = False
    given: Given | None = None
    notice: str = ""


class Pages:
    """Writes the pages of one poll, which lies at ``path``."""

    def __init__(self, texts: Texts, path: str) -> None:
        self._texts = texts
        self._path = path
        self._look = load_look()

    def poll(self, visit: Visit) -> str:
        """What a device sees now."""
        view = visit.view
        if view.has_ended:
            return self._page(self._word("ended"), self._ended(), visit)
        if visit.notice == FULL:
            return self._page(self._word("full-title"), self._full(visit), visit)
        if view.poll is None or not view.is_open:
            return self._page(self._word("waiting" if view.poll is None else "closed"), self._waiting(visit), visit)
        if view.own is not None and not visit.change and not visit.notice:
            return self._page(self._word("counted"), self._counted(view.poll, view.own, visit), visit)
        return self._page(view.poll.title, self._form(view.poll, visit), visit)

    def missing(self) -> str:
        """For an address that there is not."""
        words = f"<h1>{self._say('no-page')}</h1>{self._paragraph('no-page-lead')}"
        return self._page(self._word("no-page"), words, None)

    def _word(self, key: str, **fields: object) -> str:
        return self._texts(f"phone-poll.{key}", **fields)

    def _say(self, key: str, **fields: object) -> str:
        return escape(self._word(key, **fields))

    def _paragraph(self, key: str, kind: str = "lead") -> str:
        return f'<p class="{kind}">{self._say(key)}</p>'

    def _page(self, title: str, main: str, visit: Visit | None) -> str:
        """The whole page; without a visit it listens for nothing."""
        wrong = visit is not None and visit.notice
        title = escape(self._word("error-title", title=title) if wrong else title)
        listens = visit is not None and not visit.view.has_ended
        data = self._data(visit) if visit and listens else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{self._texts.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"{self._refresh(visit) if visit else ''}"
            f"<title>{title} – {self._say('name')}</title>\n"
            f'<link rel="icon" href="data:,">\n<style>{self._look.style}</style>\n</head>\n<body{data}>\n'
            f"<header><p><strong>{self._say('name')}</strong></p>{self._round(visit) if visit else ''}</header>\n"
            f'<p id="lost" class="notice" role="status" data-words="{self._say("lost")}"></p>\n'
            f"<main>{main}</main>\n<footer>{self._paragraph('anonymous', 'small')}</footer>\n"
            f"{self._script() if listens else ''}</body>\n</html>\n"
        )

    def _data(self, visit: Visit) -> str:
        changes = f"{self._path}/changes?device={escape(visit.token)}"
        return f' data-version="{visit.view.version}" data-changes="{changes}"'

    def _script(self) -> str:
        return f'<template id="ended">{self._ended()}</template>\n<script>{self._look.script}</script>\n'

    def _round(self, visit: Visit) -> str:
        poll = visit.view.poll
        if poll is None or poll.dots or not visit.view.is_open:  # dots are given once
            return ""
        return f"<p>{self._say('round-blind' if poll.blind else 'round-open', round=poll.round)}</p>"

    def _ended(self) -> str:
        return f'<h1 tabindex="-1">{self._say("ended")}</h1>{self._paragraph("ended-lead")}'

    def _full(self, visit: Visit) -> str:
        return f"<h1>{self._say('full-title')}</h1>{self._notice(visit)}"

    def _waiting(self, visit: Visit) -> str:
        poll, own = visit.view.poll, visit.view.own
        head = f"<h1>{self._say('waiting' if poll is None else 'closed')}</h1>{self._notice(visit)}"
        answered = "" if poll is None or own is None else self._chosen(poll, own)
        return f"{head}{answered}{self._paragraph('waiting-lead')}{self._by_hand(visit)}"

    def _counted(self, poll: PhonePoll, own: Given, visit: Visit) -> str:
        change = f"{self._path}?{CHANGE}=1{f'&amp;{AUTO}=1' if visit.auto else ''}"
        return (
            f'<div role="status"><h1 class="counted">{_CHECK}{self._say("counted")}</h1></div>'
            f"{self._chosen(poll, own)}"
            f'<p><a class="button" href="{change}">{self._say("change")}</a></p>'
            f"{self._paragraph('counted-lead')}{self._by_hand(visit)}"
        )

    def _chosen(self, poll: PhonePoll, own: Given) -> str:
        lines = "".join(
            f'<p class="chosen">{self._dots_mark(own[option.value]) if poll.dots else _mark(option)}'
            f'<span class="words"><strong>{escape(option.label)}</strong></span></p>'
            for option in poll.options
            if own.get(option.value)
        )
        return f'<p class="lead">{escape(poll.title)}</p>{lines}'

    def _dots_mark(self, dots: int) -> str:
        told = f'<span class="sr">{self._say("dots", count=dots)} </span>'
        return f'<span class="mark" aria-hidden="true">{dots}</span>{told}'

    def _form(self, poll: PhonePoll, visit: Visit) -> str:
        wrong = ' aria-describedby="notice"' if visit.notice else ""
        sent = (visit.given if visit.given is not None else visit.view.own) or {}
        options = "".join(
            _dots(option, poll.dots, sent.get(option.value, 0))
            if poll.dots
            else _option(option, checked=bool(sent.get(option.value)))
            for option in poll.options
        )
        send = self._say("send" if visit.view.own is None else "send-again")
        return (
            f"{self._notice(visit)}{_about(poll)}"
            f'<form method="post" action="{self._address(visit)}" autocomplete="off">'
            f'<input type="hidden" name="device" value="{escape(visit.token)}">'
            f'<input type="hidden" name="question" value="{escape(visit.view.question)}">'
            f"<fieldset{wrong}><legend><h1>{escape(poll.title)}</h1></legend>"
            f"{self._how_dots(poll)}{self._paragraph('how-blind' if poll.blind else 'how-open')}{options}</fieldset>"
            f'<div class="send">{self._spread(poll, sum(sent.values()))}'
            f'<button type="submit">{send}</button></div></form>'
        )

    def _how_dots(self, poll: PhonePoll) -> str:
        return f'<p class="lead">{self._say("how-dots", count=poll.dots)}</p>' if poll.dots else ""

    def _spread(self, poll: PhonePoll, given: int) -> str:
        """How many dots are given, which the script keeps up to date."""
        if not poll.dots:
            return ""
        words = self._say("spread", given="{given}", dots=poll.dots)
        told = self._say("spread", given=given, dots=poll.dots)
        over = ' class="over"' if given > poll.dots else ""
        return f'<output id="spread"{over} data-dots="{poll.dots}" data-words="{words}">{told}</output>'

    def _notice(self, visit: Visit) -> str:
        if not visit.notice:
            return ""
        return f'<div class="notice refused" id="notice" role="alert"><p>{self._say(visit.notice)}</p></div>'

    def _address(self, visit: Visit) -> str:
        return f"{self._path}?{AUTO}=1" if visit.auto else self._path

    def _refresh(self, visit: Visit) -> str:
        """Without the script and where somebody has asked for it; never while an answer is being chosen."""
        view = visit.view
        choosing = view.is_open and (view.own is None or visit.change or visit.notice)
        if not visit.auto or choosing or view.has_ended:
            return ""
        address = f"{self._path}?{AUTO}=1"
        tag = f'<meta http-equiv="refresh" content="{_REFRESH_SECONDS}; url={address}">'
        return f"<noscript>{tag}</noscript>\n"

    def _by_hand(self, visit: Visit) -> str:
        """Without the script: to look for the next question, or to let the page look for it."""
        other, words = (self._path, "no-auto") if visit.auto else (f"{self._path}?{AUTO}=1", "auto")
        return (
            f'<noscript><p><a class="button" href="{self._address(visit)}">{self._say("look")}</a></p>'
            f'<p><a class="button" href="{other}">{self._say(words, seconds=_REFRESH_SECONDS)}</a></p></noscript>'
        )


def _about(poll: PhonePoll) -> str:
    return f'<p class="about">{escape(poll.about)}</p>' if poll.about else ""


def _option(option: PhoneOption, *, checked: bool) -> str:
    anchor = f'<span class="anchor">{escape(option.anchor)}</span>' if option.anchor else ""
    return (
        f'<label class="option"><input type="radio" name="option" value="{escape(option.value)}" required'
        f"{' checked' if checked else ''}>{_mark(option)}"
        f'<span class="words"><strong>{escape(option.label)}</strong>{anchor}</span></label>'
    )


def _dots(option: PhoneOption, most: int, given: int) -> str:
    """An option with as many dots to choose from as a device has."""
    name = f"{DOTS}{escape(option.value)}"
    figures = "".join(
        f'<label><input type="radio" name="{name}" value="{dots}"{" checked" if dots == given else ""}>'
        f"<span>{dots}</span></label>"
        for dots in range(most + 1)
    )
    return f'<fieldset class="dots"><legend>{escape(option.label)}</legend><div>{figures}</div></fieldset>'


def _mark(option: PhoneOption) -> str:
    """The figure of a level in its colour; the mark of „weiß nicht“ says nothing that its label does not."""
    if option.value in _LEVELS:
        return f'<span class="mark l{option.value}">{option.value}</span>'
    return '<span class="mark unknown" aria-hidden="true">?</span>' if option.value == UNKNOWN else ""

"""The manual page in German and English, from the help of the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from advisor_app.cli.commands import command_tree
from advisor_app.cli.help import value_word
from advisor_app.texts import Texts, load_texts
from installers.bundle.product import Product

_HEADINGS = {
    "de": {
        "name": "BEZEICHNUNG",
        "synopsis": "ÜBERSICHT",
        "description": "BESCHREIBUNG",
        "options": "OPTIONEN",
        "commands": "BEFEHLE",
        "exit": "RÜCKGABEWERT",
        "environment": "UMGEBUNGSVARIABLEN",
        "files": "DATEIEN",
        "manual": "Benutzerbefehle",
    },
    "en": {
        "name": "NAME",
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "commands": "COMMANDS",
        "exit": "EXIT STATUS",
        "environment": "ENVIRONMENT",
        "files": "FILES",
        "manual": "User Commands",
    },
}
_WORDS = {
    "de": {
        "command": "BEFEHL",
        "options": "OPTIONEN",
        "file": "FALLDATEI.bkcase",
        "without": "Ohne Befehl öffnet sich das Fenster; mit einer Falldatei zeigt es deren Inhalt, mehr nicht.",
        "exit": (
            ("0", "Erledigt."),
            ("1", "Abgelehnt oder gescheitert; der Satz auf der Fehlerausgabe sagt, was erhalten ist."),
            ("2", "Der Aufruf ist nicht zu verstehen."),
            ("130", "Abgebrochen mit Strg+C."),
        ),
        "environment": (
            ("ADVISOR_APP_DATA", "Datenordner, wo keiner mit --data genannt ist."),
            ("ADVISOR_APP_POLICY", "Richtlinie, wo das System keine hat."),
        ),
        "files": (
            ("~/.local/share/Beraterkoffer", "Fälle, Schlüssel, Sicherungen und Einstellungen."),
            ("/etc/beraterkoffer/advisor-policy.toml", "Richtlinie für alle, die am Gerät arbeiten."),
        ),
    },
    "en": {
        "command": "COMMAND",
        "options": "OPTIONS",
        "file": "CASE-FILE.bkcase",
        "without": "Without a command the window opens; with a case file it shows what is in it and takes nothing in.",
        "exit": (
            ("0", "Done."),
            ("1", "Refused or failed; the sentence on the standard error says what was kept."),
            ("2", "The command line makes no sense."),
            ("130", "Interrupted by Ctrl+C."),
        ),
        "environment": (
            ("ADVISOR_APP_DATA", "Data folder where none is named by --data."),
            ("ADVISOR_APP_POLICY", "Policy where the system has none."),
        ),
        "files": (
            ("~/.local/share/Beraterkoffer", "Cases, keys, backups and settings."),
            ("/etc/beraterkoffer/advisor-policy.toml", "Policy for everybody who works on the machine."),
        ),
    },
}


def man_page(product: Product, language: str, epoch: int) -> str:
    """The page as troff source; ``epoch`` is the time of the release in seconds."""
    texts, headings, words = load_texts(language), _HEADINGS[language], _WORDS[language]
    root = command_tree()
    day = f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d}"
    command = product.command
    lines = [
        f'.TH {command.upper()} 1 "{day}" "{product.name} {product.version}" "{headings["manual"]}"',
        f".SH {headings['name']}",
        f"{command} \\- {_plain(product.summary[language])}",
        f".SH {headings['synopsis']}",
        f".B {command}",
        f"[{words['options']}] [{words['command']} … | {words['file']}]",
        f".SH {headings['description']}",
        *(f"{_plain(paragraph)}\n.PP" for paragraph in product.about[language]),
        _plain(str(words["without"])),
        f".SH {headings['options']}",
        *_parameters(root, (), texts),
        f".SH {headings['commands']}",
        *_commands(root, (), texts),
    ]
    for part in ("exit", "environment", "files"):
        lines += [f".SH {headings[part]}", *(_entry(name, about) for name, about in words[part])]
    return "\n".join(lines) + "\n"


def _commands(group: Any, path: tuple[str, ...], texts: Texts) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        inner = (*path, name)
        if hasattr(command, "commands"):
            yield from _commands(command, inner, texts)
            continue
        arguments = [
            value_word(item.metavar or "", texts) for item in command.params if not item.opts[0].startswith("-")
        ]
        yield ".SS " + _plain(" ".join((*inner, *arguments)))
        yield _plain(texts(f"help.{'.'.join(inner)}.about"))
        yield from _parameters(command, inner, texts)


def _parameters(command: Any, path: tuple[str, ...], texts: Texts) -> Iterator[str]:
    for parameter in command.params:
        own = ".".join(("help", *(path or ("program",)), parameter.name))
        about = texts(own if own in texts else f"help.parameters.{parameter.name}")
        name = max(parameter.opts, key=len)
        value = "" if getattr(parameter, "is_flag", False) else value_word(parameter.metavar or "", texts)
        yield _entry(f"{name} {value}".strip() if name.startswith("-") else value, about)


def _entry(name: str, about: str) -> str:
    return f".TP\n.B {_plain(name)}\n{_plain(about)}"


def _plain(text: str) -> str:
    """Words as troff takes them: backslashes and hyphens as they are, no line that begins with a command."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped

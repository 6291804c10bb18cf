#!/bin/sh
# Collect the texts of all widgets into the English translation, and compile it for the program.
# Run after a text in tr() or translate() changed; translate what is unfinished in the .ts file, then run it again.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
[ -d "$bin" ] || bin=.venv/Scripts
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
find advisor_app -name '*.py' | LC_ALL=C sort >"$own/sources.lst"
"$bin/pyside6-lupdate" -no-obsolete -locations none -source-language de_DE -target-language en_GB \
    "@$own/sources.lst" -ts resources/i18n/advisor_app_en.ts
"$bin/pyside6-lrelease" resources/i18n/advisor_app_en.ts -qm resources/i18n/advisor_app_en.qm

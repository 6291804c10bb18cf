"""Makes the small typeface that is embedded in forms, so that what is typed looks like the rest of the page.

Its result is committed; run it with the development environment after SourceSans3-Regular.ttf has changed:
.venv/bin/python installers/form_font.py. Readers address the fonts of fields by WinAnsi, so it has these characters
only. The licence keeps the name "Source" for the whole typeface, so the part has a name of its own.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # the package ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # has no types

_FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
_NAME = "BeraterkofferForm"
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_KEPT_NAMES = (0, _FAMILY, _STYLE, _UNIQUE, _FULL, 5, _POSTSCRIPT, 13, 14)


def main() -> None:
    """Write resources/fonts/BeraterkofferForm.ttf."""
    font = TTFont(_FONTS / "SourceSans3-Regular.ttf", recalcTimestamp=False)
    options = Options(notdef_outline=True, name_IDs=_KEPT_NAMES, hinting=False, glyph_names=False)
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp"]
    subsetter = Subsetter(options)
    characters = bytes(range(0x20, 0x100)).decode("cp1252", "ignore")
    subsetter.populate(text=characters)
    subsetter.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in {_FAMILY, _UNIQUE, _FULL, _POSTSCRIPT}:
            names.setName(_NAME, record.nameID, record.platformID, record.platEncID, record.langID)
    font.save(_FONTS / f"{_NAME}.ttf")


if __name__ == "__main__":
    main()

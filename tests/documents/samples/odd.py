"""Texts that documents have to bear."""

from __future__ import annotations

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
"""One German word of 80 letters."""

NO_BREAKS = "x" * 80
"""Eighty letters that no dictionary can part."""

ODD = "<b>&amp; Tests</b> \N{GRINNING FACE} a\u0308o\u0308u\u0308 \x07\u200b„§ 3“ \u4e2d\u6587 {name} %s"
"""Markup, an emoji, decomposed umlauts, controls, letters the typeface lacks, braces."""

ENDLESS = " ".join(f"Satz {number} mit dem Wort {LONG_WORD} und mehr." for number in range(260))
"""More than three pages of one table cell."""

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

NASTY = {
    "odd": ODD,
    "markup": "</P> ]]> <rdf:li> & &lt; (\\) <</MCID 0>> BDC",
    "right to left": "שלום עולם مرحبا \u202everkehrt\u202c",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028Ende",
    "no characters": "\ud800 \ufffe \uffff \ufdd0 \ue000 \uf8ff \ufeff",
    "marks": "a\u0308\u0301\u0323 Z\u0351\u036b\u0343\u036a\u0302",
    "long word": LONG_WORD,
    "no breaks": NO_BREAKS,
    "emoji": "\N{FAMILY} \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN} \N{REGIONAL INDICATOR SYMBOL LETTER D}",
}
"""Texts of every odd sort, by what is odd about them."""

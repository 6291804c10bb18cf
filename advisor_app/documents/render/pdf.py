"""A document as the bytes of a PDF: laid out, put on pages, drawn, tagged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from advisor_app.documents.blocks import Block, Document
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.finish import finish
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.documents.render.layout import ContentsPlace, Item, Layout, Mark
from advisor_app.documents.render.margins import FORM_BOTTOM, MarginMaker
from advisor_app.documents.render.pagination import Pages, Paginator
from advisor_app.documents.render.surface import Surface, initial_font
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme, load_paper
from advisor_app.languages import LANGUAGES

_LEAST_PAGES_WITH_CONTENTS = 4
_MOST_PAGES_IN_DOUBT = 5
"""Up to here the contents themselves may be what makes a document so long."""
_SPARSE = 0.2
"""A part's last page filled less than this is worth closing up the pages before it."""
_LESS_AIR = (0.85, 0.7)
_LAYOUT_SHARE = 0.5

Report = Callable[[float], None]
"""Takes how much is done, from 0 to 1; may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of a PDF, how many pages it has, where its annex begins, and what the typeface could not draw."""

    data: bytes
    pages: int
    core_pages: int
    substituted: tuple[str, ...]


def render(document: Document, report: Report) -> Rendered:
    """Make the PDF of a document; equal documents give equal bytes."""
    document = fitted(document)
    theme = _paper_for(document)
    characters = Characters(register_fonts())
    typesetter = _typesetter(document, theme, characters)
    document = _named(document, typesetter)
    layout = Layout(theme, typesetter, document)
    items: list[Item] = [*layout.letterhead()]
    for done, block in enumerate(document.blocks):
        report(_LAYOUT_SHARE * done / len(document.blocks))
        items.extend(layout.items((block,)))
    pages = _paginate(items, layout, theme)
    margins = MarginMaker(theme, typesetter, document, len(pages.pages))
    data = _draw(document, pages, margins, layout, theme, report)
    return Rendered(
        data=data,
        pages=len(pages.pages),
        core_pages=len(pages.pages) if pages.annex is None else pages.annex,
        substituted=characters.substituted,
    )


def _named(document: Document, typesetter: Typesetter) -> Document:
    """The document with names that every reader of files can show."""
    return replace(
        document,
        title=typesetter.plain(document.title),
        subject=typesetter.plain(document.subject),
        author=typesetter.plain(document.author),
    )


def fitted(document: Document) -> Document:
    """The document in the first of its wordings that stays on one page, else in the last one; most have only one."""
    for blocks in (document.blocks, *document.shorter[:-1]):
        if document.shorter and _count(document, blocks) == 1:
            return replace(document, blocks=blocks, shorter=())
    return replace(document, blocks=document.shorter[-1], shorter=()) if document.shorter else document


def _count(document: Document, blocks: Sequence[Block]) -> int:
    """How many pages blocks take."""
    theme = _paper_for(document)
    layout = Layout(theme, _typesetter(document, theme, Characters(register_fonts())), document)
    return len(_paginate([*layout.letterhead(), *layout.items(blocks)], layout, theme).pages)


def _typesetter(document: Document, theme: PaperTheme, characters: Characters) -> Typesetter:
    sizes = theme.tokens.size
    return Typesetter(characters, _language(document), chip=sizes["level_chip"], tick=sizes["tick_box"])


def _language(document: Document) -> str:
    return LANGUAGES[document.texts.language].tag


def _paginate(items: Sequence[Item], layout: Layout, theme: PaperTheme) -> Pages:
    """Put everything on pages, with contents only where the document is long enough for them without their help."""
    placed = [layout.contents(item) if isinstance(item, ContentsPlace) else item for item in items]
    pages = _fill(placed, theme.sheet.depth)
    bare = _without_contents(items)
    if len(bare) == len(placed) or len(pages.pages) > _MOST_PAGES_IN_DOUBT:
        return pages
    shorter = _fill(bare, theme.sheet.depth)
    return pages if len(shorter.pages) >= _LEAST_PAGES_WITH_CONTENTS else shorter


def _fill(items: Sequence[Box | Mark], depth: float) -> Pages:
    """Put boxes on pages, a little closer where that saves a page with next to nothing on it."""
    loose = Paginator(depth).fill(items)
    if loose.lowest(depth) >= _SPARSE:
        return loose
    closer = (Paginator(depth, air).fill(items) for air in _LESS_AIR)
    return next((pages for pages in closer if len(pages.pages) < len(loose.pages)), loose)


def _without_contents(items: Sequence[Item]) -> list[Box | Mark]:
    return [item for item in items if not isinstance(item, ContentsPlace)]


def _paper_for(document: Document) -> PaperTheme:
    """The paper; forms have a higher foot."""
    theme = load_paper(document.orientation, document.brand.accent)
    return theme if document.form is None else replace(theme, sheet=replace(theme.sheet, bottom=FORM_BOTTOM))


def _draw(
    document: Document, pages: Pages, margins: MarginMaker, layout: Layout, theme: PaperTheme, report: Report
) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(theme.sheet.width, theme.sheet.height),
        pageCompression=0,
        invariant=1,
        initialFontName=initial_font(),  # type: ignore[arg-type]  # the stubs take it for a size
        lang=_language(document),
    )
    surface = Surface(canvas, theme, pages.page_of())
    for index, page in enumerate(pages.pages):
        report(_LAYOUT_SHARE + (1 - _LAYOUT_SHARE) * index / len(pages.pages))
        margins.draw(surface, index)
        for placed in page:
            placed.box.draw(surface, theme.sheet.left, theme.sheet.top + placed.y)
        surface.finish_page()
    canvas.save()
    return finish(buffer.getvalue(), document, _language(document), layout.root, surface)

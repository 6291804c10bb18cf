"""JSON of unknown origin is counted before it is parsed, and read as Python's own parser reads it."""

import json
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.exchange.bounded_json import load, rows
from tests.patience import cheaply

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
MEGABYTE = 1024**2


def in_pieces(content: bytes, length: int) -> list[bytes]:
    return [content[at : at + length] for at in range(0, len(content), length)]


@given(
    table=st.lists(st.dictionaries(st.text(), SCALARS)),
    length=st.integers(1, 40),
    indent=st.none() | st.integers(0, 2),
    ascii_only=st.booleans(),
)
def test_rows_are_those_of_the_whole_list(
    *, table: list[dict[str, Any]], length: int, indent: int | None, ascii_only: bool
) -> None:
    content = json.dumps(table, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert list(rows(in_pieces(content, length), 10_000)) == json.loads(content)


@given(value=st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20))
def test_what_is_small_enough_is_loaded(value: object) -> None:
    assert load(json.dumps(value).encode(), 1000, 50) == value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[",
        b"{}",
        b"[{}",
        b"[{},",
        b"[{},]",
        b"[{}]]",
        b"[{}] {}",
        b"[[]]",
        b'[{"a":[]}]',
        b'[{"a":{}}]',
        b"[1]",
        b'[{"a}]',
        b"[{a}]",
        b"[{}{}]",
        b"\xff",
        b'[{"a":"\xff"}]',
    ],
)
def test_what_is_no_list_of_flat_rows_is_refused(content: bytes) -> None:
    for length in (1, 100):
        with pytest.raises(ValueError):  # noqa: PT011  # of any kind
            list(rows(in_pieces(content, length), 100))


def test_a_row_that_is_too_long_is_refused_before_all_of_it_is_read() -> None:
    read = []

    def blocks() -> Any:
        yield b'[{"a":"'
        for number in range(1000):
            read.append(number)
            yield b"x" * 1000

    with pytest.raises(ValueError, match="no row"):
        list(rows(blocks(), 10_000))
    assert len(read) < 50


BOMBS: dict[str, Callable[[int], bytes]] = {
    "lists": lambda size: b"[" + b"[]," * (size // 3) + b"[]]",
    "depth": lambda size: b"[" * size,
    "numbers": lambda size: b"[" + b"0," * (size // 2) + b"0]",
    "rows without a name": lambda size: b"[" + b"{}," * (size // 3) + b"{}]",
    "empty texts": lambda size: b"[" + b'"",' * (size // 3) + b'""]',
    "texts without an end": lambda size: b'[{"a":"' + b'\\"' * (size // 2),
    "quotes after backslashes": lambda size: b"[\\" + b'\\"' * (size // 2),
    "one row of many fields": lambda size: b"[{" + b",".join(b'"%d":0' % n for n in range(size // 10)) + b"}]",
}


def read_rows(content: bytes) -> None:
    """As a log is read: each row must have its fields."""
    pieces = (content[at : at + (1 << 16)] for at in range(0, len(content), 1 << 16))
    for row in rows(pieces, 8 * MEGABYTE):
        if "id" not in row:
            raise ValueError


@pytest.mark.parametrize("kind", BOMBS)
@pytest.mark.parametrize("read", [lambda bomb: load(bomb, 100_000), read_rows])
def test_what_would_unfold_costs_neither_time_nor_memory(read: Callable[[bytes], None], kind: str) -> None:
    bomb = BOMBS[kind](16 * MEGABYTE)
    with cheaply(), pytest.raises(ValueError):  # noqa: PT011  # of any kind
        read(bomb)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError):  # noqa: PT011  # of any kind
            read(bomb)
        assert tracemalloc.get_traced_memory()[1] < 40 * MEGABYTE
    finally:
        tracemalloc.stop()

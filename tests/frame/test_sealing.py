"""What is sealed comes back as it was, or not at all."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor_app import sealing
from advisor_app.sealing import CHUNK_BYTES, SealedReader, SealedWriter, WrongKeyError

KEY, CONTEXT = bytes(32), b"test"
SHORT_CHUNK = 16


def sealed(content: bytes, pieces: int = 1) -> bytes:
    target = io.BytesIO()
    writer = SealedWriter(target, KEY, CONTEXT)
    for number in range(pieces):
        writer.write(content[len(content) * number // pieces : len(content) * (number + 1) // pieces])
    writer.finish()
    return target.getvalue()


def unsealed(stream: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    return io.BufferedReader(SealedReader(io.BytesIO(stream), key, context)).read()


@given(st.integers(0, 3 * CHUNK_BYTES), st.integers(1, 7))
@example(0, 1)
@example(CHUNK_BYTES, 1)
@example(2 * CHUNK_BYTES, 2)
@example(CHUNK_BYTES + 1, 3)
def test_a_stream_of_any_length_comes_back(length: int, pieces: int) -> None:
    content = (b"Beraterkoffer " * (length // 14 + 1))[:length]
    assert unsealed(sealed(content, pieces)) == content


@given(st.binary(max_size=5 * SHORT_CHUNK), st.data())
def test_no_cut_no_byte_and_no_order_can_be_changed(content: bytes, data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "CHUNK_BYTES", SHORT_CHUNK)
        stream = sealed(content)
        step = SHORT_CHUNK + 16
        chunks = [stream[at : at + step] for at in range(16, len(stream), step)]
        cut = stream[: data.draw(st.integers(0, len(stream) - 1))]
        place = data.draw(st.integers(0, len(stream) - 1))
        flipped = stream[:place] + bytes([stream[place] ^ 1]) + stream[place + 1 :]
        for changed in (cut, flipped, stream + b"x", stream + chunks[-1], stream[:16] + b"".join(chunks[1:])):
            with pytest.raises(WrongKeyError):
                unsealed(changed)
        if len(chunks) > 1:
            with pytest.raises(WrongKeyError):
                unsealed(stream[:16] + b"".join(reversed(chunks)))


def test_another_key_or_context_opens_nothing() -> None:
    stream = sealed(b"secret")
    with pytest.raises(WrongKeyError):
        unsealed(stream, key=bytes([1]) * 32)
    with pytest.raises(WrongKeyError):
        unsealed(stream, context=b"other")
    assert b"secret" not in stream

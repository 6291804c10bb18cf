"""How a hash is told."""

from __future__ import annotations

from hashlib import sha256

from advisor_app.texts.digests import digest_words


def test_a_hash_is_told_by_its_beginning() -> None:
    assert digest_words(sha256(b"").hexdigest()) == "SHA-256 e3b0c44298fc …"

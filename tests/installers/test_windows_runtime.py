"""CPython for Windows is laid down only as it was pinned."""

import hashlib
import io
import zipfile

from installers.windows import runtime


def test_every_pinned_file_has_one_digest() -> None:
    pinned = runtime.pinned()
    assert "python313.dll" in pinned
    assert "python313.zip" in pinned
    assert {len(digest) for digest in pinned.values()} == {64}
    assert len(pinned) == len(runtime.PINNED.read_text("ascii").splitlines())


def test_what_is_left_out_is_there_to_be_left_out() -> None:
    assert runtime.LEFT_OUT.keys() <= runtime.pinned().keys()
    assert all(runtime.LEFT_OUT.values())


def test_missing_changed_and_additional_files_are_named() -> None:
    wrong = runtime.differences({"python313.dll": b"another", "evil.dll": b"new"})
    assert "python313.dll: not as pinned" in wrong
    assert "evil.dll: not as pinned" in wrong
    assert "vcruntime140.dll: not as pinned" in wrong


def test_files_are_read_from_a_zip_whatever_folder_they_lie_in() -> None:
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w") as archive:
        archive.mkdir("cp313")
        archive.writestr("cp313/python313.dll", b"library")
        archive.writestr("LICENSE.txt", b"terms")
    files = runtime.files_of_zip(store)
    assert {name: hashlib.sha256(data).hexdigest() for name, data in files.items()} == {
        "python313.dll": hashlib.sha256(b"library").hexdigest(),
        "LICENSE.txt": hashlib.sha256(b"terms").hexdigest(),
    }

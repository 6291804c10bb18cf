"""Opening a file whatever lies in its place: folders, pipes and devices are refused at once.

The one way to everything that an adviser names or that somebody may have put in a file's place: opening a pipe in the
usual way waits for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from advisor_app.domain.errors import AdvisorError, Problem

# Opening a pipe would wait for somebody to write into it; Windows has neither flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_FILE = {errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP}


class NotAFileError(OSError):
    """In a file's place there is a folder, a pipe, a device or a link in a circle."""


def open_regular(path: Path) -> BinaryIO:
    """A file opened for reading; links to a file are followed.

    Raises NotAFileError, and other OSErrors as ``open`` does, ValueError for a name with a null character.
    """
    if path.is_dir():  # which Windows would call a lack of rights
        raise NotAFileError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    try:
        opened = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno in _NO_FILE:
            raise NotAFileError(error.errno, error.strerror, str(path)) from error
        raise
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise NotAFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return os.fdopen(opened, "rb")


def open_chosen(path: Path) -> BinaryIO:
    """A file that an adviser has named; raises AdvisorError(NO_REGULAR_FILE), and OSErrors as ``open_regular``."""
    try:
        return open_regular(path)
    except NotAFileError as error:
        raise AdvisorError(Problem.NO_REGULAR_FILE, file=str(path)) from error


def read_beginning(path: Path, count: int) -> bytes:
    """Up to so many bytes of a file of the data folder, fewer of a shorter one.

    Raises FileNotFoundError, AdvisorError: NOT_A_FILE, FILE_FORBIDDEN.
    """
    try:
        with open_regular(path) as stream:
            return stream.read(count)
    except FileNotFoundError:
        raise
    except NotAFileError as error:
        raise AdvisorError(Problem.NOT_A_FILE, file=str(path), reason=error.strerror or "") from error
    except OSError as error:
        raise AdvisorError(Problem.FILE_FORBIDDEN, file=str(path), reason=error.strerror or "") from error

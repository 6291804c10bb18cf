"""Reading the beginning of a file whatever lies in its place: folders, pipes and devices are refused at once."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem

# Opening a pipe would wait for somebody to write into it; Windows has neither flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_FILE = {errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV}


def read_beginning(path: Path, count: int) -> bytes:
    """Up to so many bytes of a file, fewer of a shorter one; links to a file are followed.

    Raises FileNotFoundError, AdvisorError: NOT_A_FILE, FILE_FORBIDDEN.
    """
    try:
        if path.is_dir():  # which Windows would call a lack of rights
            raise AdvisorError(Problem.NOT_A_FILE, file=str(path))
        with os.fdopen(os.open(path, _FLAGS), "rb", buffering=0) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise AdvisorError(Problem.NOT_A_FILE, file=str(path))
            return _read(stream.fileno(), count)
    except FileNotFoundError:
        raise
    except OSError as error:
        problem = Problem.NOT_A_FILE if error.errno in _NO_FILE else Problem.FILE_FORBIDDEN
        raise AdvisorError(problem, file=str(path), reason=error.strerror or "") from error


def _read(opened: int, count: int) -> bytes:
    """So many bytes, of a drive that gives them piece by piece as well."""
    content = b""
    while len(content) < count:
        piece = os.read(opened, count - len(content))
        if not piece:
            break
        content += piece
    return content

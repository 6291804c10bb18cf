"""A program of its own that reads a case file and says what that took: ``python reading_case_file.py FILE``.

Prints the peak of its memory before and after in MiB, the seconds, and the problem that the file was refused with.
"""

import sys
import time
from pathlib import Path

from advisor_app.domain.errors import AdvisorError
from advisor_app.exchange.case_entries import check_digest, read_content
from advisor_app.exchange.case_file import open_case_file
from advisor_app.exchange.case_file_keys import Keys, RecipientKey
from advisor_app.storage.case_check import checked


def peak() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def main(file: Path) -> None:
    before, began, problem = peak(), time.process_time(), ""
    try:
        with open_case_file(file, Keys(own=RecipientKey(b"\x01" * 32))) as opened:
            checked(read_content(opened, check_digest, lambda _share: None))
    except AdvisorError as error:
        problem = error.problem.name
    sys.stdout.write(f"{before} {peak()} {time.process_time() - began} {problem}\n")


main(Path(sys.argv[1]))

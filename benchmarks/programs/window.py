"""The program's window: until it is painted, or with ``ready`` or ``list`` until a question can be answered.

It starts as ``advisor_app.cli.window`` starts it: garbage is not looked for until work can begin.
"""

import gc
import sys
from pathlib import Path


def main() -> None:
    """Print CPU time and memory of this process."""
    gc.disable()
    from benchmarks.starting import start

    start(Path(sys.argv[1]), *sys.argv[2:])


if __name__ == "__main__":
    main()

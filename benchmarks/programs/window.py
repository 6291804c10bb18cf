"""The program's window: until it is painted, or with ``ready`` until the worked example's questions can be answered.

It starts as ``advisor_app.cli.window`` starts it: garbage is not looked for until work can begin.
"""

import gc
import sys
from pathlib import Path


def main() -> None:
    """Print CPU time and memory of this process."""
    gc.disable()
    from benchmarks.starting import start

    start(Path(sys.argv[1]), until_ready="ready" in sys.argv)


if __name__ == "__main__":
    main()

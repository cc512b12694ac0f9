"""The whole window worked by hand: a real screen, a real pointer, and what the file says then.

    python scripts/by_hand.py [--short]

Needs Xvfb, openbox, xdotool, dbus-run-session, AT-SPI and a system Python with gi. The real
program stands in a home of its own, which is thrown away.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.reader.screen import missing, worked  # noqa: E402 - found beside this script


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--short", action="store_true", help="only what the suite walks through")
    short = asked.parse_args().short
    if why := missing():
        print(why, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="topa-by-hand-") as home:
        done = worked(Path(home), whole=not short, seconds=900)
    print(done.stdout)
    print(done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

"""The command line of a script that takes numbers only; each has a usual value."""

from __future__ import annotations

import argparse


def numbers(doc: str | None, **usual: int) -> list[int]:
    """The numbers that were given, in the order of `usual`; `--help` prints `doc`."""
    asked = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, value in usual.items():
        told = f"usually {value}"
        asked.add_argument(
            name, type=int, nargs="?", default=value, metavar=name.upper(), help=told
        )
    return list(vars(asked.parse_args()).values())

"""Logging for commands: quiet unless asked, and without the key in any case."""

from __future__ import annotations

import logging


def set_up_log(verbose: bool) -> None:
    """Log to standard error: every step with `-v`, else only what must not be missed."""
    level = logging.DEBUG if verbose else logging.CRITICAL
    logging.basicConfig(level=level, format="%(asctime)s %(name)s: %(message)s")
    for noisy in ("httpcore", "httpx", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)

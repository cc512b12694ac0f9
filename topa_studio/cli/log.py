"""Logging for commands: quiet unless asked, and without the key in any case."""

from __future__ import annotations

import logging

from topa_studio.provider.redact import Redactor


def set_up_log(verbose: bool) -> None:
    """Log to standard error: every step with `-v`, else only what must not be missed."""
    level = logging.DEBUG if verbose else logging.CRITICAL
    logging.basicConfig(level=level, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    Redactor.shared().guard_process()

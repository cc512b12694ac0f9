"""Logging for commands: quiet unless asked, and without the key in any case."""

from __future__ import annotations

import logging

from topa_studio.cli.printing import Lines
from topa_studio.provider.redact import Redactor


def set_up_log(verbose: bool) -> None:
    """Log to standard error: every step of ours with `-v`, else only what must not be missed."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines("%(asctime)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.CRITICAL, handlers=[handler])
    if verbose:
        logging.getLogger("topa_studio").setLevel(logging.DEBUG)
        logging.getLogger("asyncio").setLevel(logging.ERROR)  # a fault that nobody caught
    Redactor.shared().guard_process()

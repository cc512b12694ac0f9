"""Logging for commands: quiet unless asked, and without the key in any case."""

from __future__ import annotations

import logging

from topa_studio.provider.redact import Redactor


def set_up_log(verbose: bool) -> None:
    """Log to standard error: every step of ours with `-v`, else only what must not be missed."""
    logging.basicConfig(level=logging.CRITICAL, format="%(asctime)s %(name)s: %(message)s")
    if verbose:
        logging.getLogger("topa_studio").setLevel(logging.DEBUG)
    Redactor.shared().guard_process()

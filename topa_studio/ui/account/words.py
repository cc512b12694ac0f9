"""Where a key is kept, in words."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication

from topa_studio.app.keys import Where

translate = QCoreApplication.translate


def kept_word(where: Where) -> str:
    """The place of a key: "in the system's keyring"."""
    match where:
        case Where.KEYRING:
            return translate("Account", "in the system's keyring")
        case Where.FILE if os.name == "nt":
            return translate("Account", "in a file that only you and administrators can read")
        case Where.FILE:
            return translate("Account", "in a file that only you can read")
        case Where.ENVIRONMENT:
            return translate("Account", "in the environment, as KIE_API_KEY")
        case Where.CONFIG:
            return translate("Account", "in the settings beside the film")
        case Where.NOWHERE:
            return translate("Account", "nowhere")

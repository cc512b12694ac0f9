"""What other programs' YAML readers take for something else than text where it has no quotes."""

from __future__ import annotations

import re

# YAML 1.1 and 1.2 as PyYAML, Ruby, Go and JavaScript read them, taken together.
_WORDS = frozenset(["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "="])
_NUMBER = re.compile(
    r"[-+]?(?:[0-9._,:]+(?:e[-+]?[0-9_]*)?|0[xob][0-9a-f_]*|\.inf|\.nan)", re.IGNORECASE
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?")


def is_text_everywhere(text: str) -> bool:
    """Whether every program reads these words, written without quotes, as text."""
    if text.casefold() in _WORDS:
        return False
    return _NUMBER.fullmatch(text) is None and _DATE.fullmatch(text) is None

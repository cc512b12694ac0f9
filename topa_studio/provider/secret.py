"""The API key: only `reveal` shows it, and only the transport calls that."""

from __future__ import annotations

import re
from typing import NoReturn

from topa_studio.base.errors import ProviderError

# Blanks, also the invisible ones of web pages, and quotes of all kinds.
_AROUND = " \t\r\n\v\f\u00a0\u200b\ufeff\"'`\u2018\u2019\u201c\u201d"
_HEADER = re.compile(r"(?:authorization\s*:\s*)?bearer\s+", re.I)


class Secret:
    """A text that never appears in a repr, a log line, a comparison or a pickle."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    @classmethod
    def pasted(cls, text: str) -> Secret:
        """A key as people paste it: blanks, quotes and a leading "Bearer" are taken off.

        Raises:
            ProviderError: what remains cannot stand in a request (the text is not told).
        """
        value = text.strip(_AROUND)
        if found := _HEADER.match(value):
            value = value[found.end() :].strip(_AROUND)
        if not all("!" <= char <= "~" for char in value):
            raise ProviderError("provider.key-malformed")
        return cls(value)

    def reveal(self) -> str:
        """The text itself."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")

"""The API key: only `reveal` shows it, and only the transport calls that."""

from __future__ import annotations

from typing import NoReturn

from topa_studio.base.errors import ProviderError


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
        value = text.strip().strip("\"'").strip()
        if value.lower().startswith("bearer "):
            value = value[7:].strip()
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

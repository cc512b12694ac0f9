"""Whether the service refused what a request shows or says: then the words must change."""

from __future__ import annotations

import re

from topa_studio.base.errors import StudioError
from topa_studio.pipeline.job import CONTENT_REFUSED

_CODES = frozenset({"430", "431"})
_WORDS = re.compile(
    r"risk control|sensitive|public figure|celebrit|copyright|content polic|policy violation"
    r"|violat\w+ .{0,40}polic|moderation|prohibited|nsfw|inappropriate",
    re.IGNORECASE,
)


def is_content(code: str, text: str) -> bool:
    """Whether a reason of the service, its code and its words, is about the content."""
    return code in _CODES or _WORDS.search(text) is not None


def content_refused(reason: str) -> StudioError:
    """What the user is told of it; the shot keeps its words."""
    return StudioError(CONTENT_REFUSED, reason=reason.rstrip(". "))

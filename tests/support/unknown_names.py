"""What of the words in a field is taken for a mention of nobody."""

from __future__ import annotations

from topa_studio.model.mentions import mentions
from topa_studio.ui.writing.mention_box import MentionBox


def unknown_names(editor: MentionBox) -> tuple[str, ...]:
    """Names mentioned that no element has."""
    found = (mention.name for mention in mentions(editor.words(), editor._colours))
    return tuple(name for name in found if name not in editor._colours)

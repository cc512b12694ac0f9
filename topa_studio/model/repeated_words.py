"""What of an element's description the words of one of its pictures do not say yet."""

from __future__ import annotations

import re

from topa_studio.model.scripts_without_spaces import is_spaceless

_PHRASE_ENDS = re.compile(r"\s*[,;，、；]\s*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def unsaid_in(prompt: str, description: str) -> str:
    """`description` without the phrases that `prompt` says in the same words; as it is where none
    is said.
    """
    phrases = [phrase for phrase in _PHRASE_ENDS.split(description.strip().rstrip(".")) if phrase]
    said = _words(prompt)
    unsaid = [phrase for phrase in phrases if not _is_said(phrase, prompt, said)]
    return description if len(unsaid) == len(phrases) else ", ".join(unsaid)


def _is_said(phrase: str, prompt: str, said: frozenset[str]) -> bool:
    if any(map(is_spaceless, phrase)):
        return phrase.casefold() in prompt.casefold()
    words = _words(phrase)
    return bool(words) and words <= said


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))

"""Mentions that went with a deleted element, marked again where their words still stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from topa_studio.base.errors import DocumentError
from topa_studio.document.document import Document
from topa_studio.document.edits import Edit, ElementTarget, SetField, ShotTarget, Target
from topa_studio.document.merging.records import Fields, Records, records_of
from topa_studio.model.mentions import mentions
from topa_studio.model.scripts_without_spaces import is_spaceless

# A line of reference prompts never holds it, so that joined lines can be told apart again.
_APART = "\0"
_WORD = re.compile(r"\w[\w-]*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lost:
    """An element that was deleted: its name, and the film's text right before.

    `only_listed`: its mentions were left marked, so that only lists of names lost it.
    """

    name: str
    before: str
    only_listed: bool


def mark_again(
    document: Document, lost: Lost, only: Collection[Target] | None = None
) -> list[Edit]:
    """Mark what the element's deletion unmarked, in `only` these or everywhere; the edits made.

    What the layout does not take stays as it is. The document must be nobody else's.
    """
    before, now = records_of(lost.before), records_of(document.source.text)
    made: list[Edit] = []
    if before is None or now is None:
        return made
    for edit in _edits(before, now, lost):
        if only is None or edit.target in only:
            try:
                document.apply("Restore", [edit])
            except DocumentError:
                continue
            made.append(edit)
    return made


def _edits(before: Records, now: Records, lost: Lost) -> Iterator[SetField]:
    known = (*before.elements, *now.elements, lost.name)
    for key, fields in now.shots.items():
        yield from _shot(ShotTarget(key), before.shots.get(key, {}), fields, lost, known)
    for name, told in now.elements.items():
        old, new = (_lines(fields) for fields in (before.elements.get(name), told))
        if old and new and not lost.only_listed:
            joined = marked(_APART.join(old), _APART.join(new), lost.name, known)
            wanted = joined.split(_APART)
            if wanted != new:
                yield SetField(ElementTarget(name), "reference_prompts", wanted)


def _shot(
    target: ShotTarget, before: Fields, now: Fields, lost: Lost, known: Iterable[str]
) -> Iterator[SetField]:
    from topa_studio.document.plans.reword import WORDS

    for key in WORDS:
        old, new = before.get(key), now.get(key)
        if isinstance(old, str) and isinstance(new, str) and not lost.only_listed:
            wanted = marked(old, new, lost.name, known)
            if wanted != new:
                yield SetField(target, key, wanted)
    had, has = before.get("elements_needed"), now.get("elements_needed")
    if isinstance(had, list) and isinstance(has, list):
        were, are = [str(name) for name in had], [str(name) for name in has]
        if lost.name in were and lost.name not in are:
            ahead = set(were[: were.index(lost.name)])
            place = max((n + 1 for n, name in enumerate(are) if name in ahead), default=0)
            listed = [*are[:place], lost.name, *are[place:]]
            yield SetField(target, "elements_needed", listed)


def _lines(fields: Fields | None) -> list[str]:
    lines = (fields or {}).get("reference_prompts")
    is_text = isinstance(lines, list) and all(isinstance(line, str) for line in lines)
    return list(lines) if isinstance(lines, list) and is_text else []


def marked(before: str, now: str, name: str, known: Iterable[str]) -> str:
    """`now` with `@name` for each plain `name` that stands where `before` has it marked."""
    mark = f"@{name}"
    old, new = _words(before, name, known), _words(now, name, known)
    if mark not in old or name not in new:
        return now
    plain = [[word.removeprefix("@") for word in words] for words in (old, new)]
    for match in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_matching_blocks():
        for step in range(match.size):
            if old[match.a + step] == mark:
                new[match.b + step] = mark
    return "".join(new)


def _words(text: str, name: str, known: Iterable[str]) -> list[str]:
    """A text cut into mentions, the name, words, blanks and signs."""
    word = _word(name)
    words: list[str] = []
    at = 0
    for mention in mentions(text, known):
        words += word.findall(text[at : mention.start])
        words.append(text[mention.start : mention.end])
        at = mention.end
    return words + word.findall(text[at:])


def _word(name: str) -> re.Pattern[str]:
    """What is one word; where words follow without a space, the name is one for itself."""
    if name.isascii():
        return _WORD
    head = "" if is_spaceless(name[0]) else r"(?<!\w)"
    tail = "" if is_spaceless(name[-1]) else r"(?!\w)"
    return re.compile(f"{head}{re.escape(name)}{tail}|{_WORD.pattern}", re.DOTALL)

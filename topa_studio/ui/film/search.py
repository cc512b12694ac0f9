"""Finding shots by words: an index of the film, of which an edit reads only what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.scripts_without_spaces import is_spaceless

_ALIKE = str.maketrans({"ё": "е", "ς": "σ", "＠": "@"})
_BEFORE = 18
_LEAD = "… "
_LONGEST = 160
_KEPT = 8
Span = tuple[int, int]
# A shot's key with all that it says, and the title of its scene.
_Said = tuple[str, str, str]


def folded(text: str) -> str:
    """Words as they are compared, each sign in the place that it has when the text is composed."""
    whole = composed(text)
    lower = whole.lower()
    if len(lower) != len(whole):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in whole)
    return lower.translate(_ALIKE)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every word, and every element of `names` (each with its @)."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> Query:
        """What a user has typed."""
        parts = [part for part in folded(text).split() if part != "@"]
        names = tuple(part for part in parts if part.startswith("@"))
        return cls(tuple(part for part in parts if not part.startswith("@")), names)

    @property
    def parts(self) -> tuple[str, ...]:
        """Words and names."""
        return self.words + self.names

    def __bool__(self) -> bool:
        return bool(self.words or self.names)

    def narrows(self, other: Query) -> bool:
        """Whether what says all of this says all of the other too, as with one letter more."""
        if other.names:  # a whole name is found by itself, and not where another goes on
            return False
        return all(any(word in each for each in self.words) for word in other.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a shot says what is looked for.

    Attributes:
        title: hits in its title, as from and to.
        words: where the title has none: the words around the first hit elsewhere; `marks`: in them.
    """

    title: tuple[Span, ...] = ()
    words: str = ""
    marks: tuple[Span, ...] = ()

    @property
    def closer(self) -> Hit:
        """The same with nothing before the hit, for where room is short."""
        begin = self.marks[0][0] if self.marks else 0
        if not begin or (self.words.startswith(_LEAD) and begin == len(_LEAD)):
            return self
        moved = len(_LEAD) - begin
        marks = tuple((start + moved, end + moved) for start, end in self.marks)
        return Hit(self.title, f"{_LEAD}{self.words[begin:]}", marks)


class SearchIndex:
    """The words of each shot of a film as one text, read when they are first asked for.

    What the last searches found is kept until the film changes; `looked` counts the shots whose
    words were gone through.
    """

    def __init__(self, film: Scenario) -> None:
        self._film = film
        self._words: dict[str, str] = {}
        self._names = _names_of(film)
        self._said: list[_Said] | None = None
        self._found: dict[Query, tuple[list[_Said], frozenset[str]]] = {}
        self.looked = 0

    def read(self, keys: Iterable[str]) -> None:
        """Read these shots now, so that a search needs not."""
        for key in keys:
            if key not in self._words:
                self._words[key] = folded("\n".join(texts_of(self._film.shot(key))))

    def follow(self, film: Scenario, shots: Iterable[str], removed: Iterable[str]) -> None:
        """The film is another now; only these shots have other words, or are gone."""
        self._film = film
        self._names = _names_of(film)
        self._found.clear()
        self._said = None
        for key in (*shots, *removed):
            self._words.pop(key, None)

    def find(self, query: Query) -> frozenset[str]:
        """Keys of the shots that say all of it, each with the title of its scene."""
        found = self._found.pop(query, None)
        if found is None:
            wider = (known for each, (known, _keys) in self._found.items() if query.narrows(each))
            left = self._look(query, min(wider, key=len, default=None))
            found = left, frozenset([key for key, _words, _title in left])
        self._found[query] = found
        while len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        return found[1]

    def forget(self) -> None:
        """Nothing is looked for any more."""
        self._found.clear()

    def _look(self, query: Query, within: list[_Said] | None) -> list[_Said]:
        left = self.gather() if within is None else within
        self.looked += len(left)
        for word in query.words:
            left = [each for each in left if word in each[1] or word in each[2]]
        if query.names:
            left = [each for each in left if self._mentions(each[1], query.names)]
        return left

    def gather(self) -> list[_Said]:
        """What each shot of the film says; put together again after the film changed."""
        if self._said is None:
            self._said = []
            for scene in self._film.scenes:
                self.read(shot.key for shot in scene.shots)
                title, words = folded(scene.title), self._words
                self._said += [(shot.key, words[shot.key], title) for shot in scene.shots]
        return self._said

    def _mentions(self, text: str, names: Iterable[str]) -> bool:
        return all(bool(_places(text, name, whole=name in self._names)) for name in names)

    def hit(self, key: str, query: Query, title: str) -> Hit | None:
        """Where a shot says it, whose card is headed `title`; None: it does not."""
        if not query or not self._film.has_shot(key):
            return None
        if found := self.marks(title, query):
            return Hit(title=found)
        shot, scene = self._film.shot(key), self._film.scene_of(key)
        for text in (*texts_of(shot)[1:], scene.title):
            if found := self.marks(text, query):
                return _around(composed(text), found)
        return None

    def marks(self, text: str, query: Query) -> tuple[Span, ...]:
        """Where a text says any of it; an @ before a hit belongs to it."""
        low = folded(text)
        spans: list[Span] = []
        for part in query.parts:
            whole = part.startswith("@") and part in self._names
            for start in _places(low, part, whole=whole):
                begin = start - 1 if start and low[start - 1] == "@" else start
                spans.append((begin, start + len(part)))
        return _joined(sorted(spans))


def texts_of(shot: Shot) -> tuple[str, ...]:
    """All that a shot says, its title first."""
    said = [caption.text for caption in shot.captions]
    for line in shot.lines:
        said += [line.who, line.text]
    for comment in shot.comments:
        said += [comment.by, comment.text, *(answer.text for answer in comment.answers)]
    names = " ".join(f"@{name}" for name in shot.elements)
    return (shot.title, shot.prompt, shot.panel_prompt, shot.notes, shot.caption, *said, names)


def _names_of(film: Scenario) -> frozenset[str]:
    return frozenset(f"@{folded(name)}" for name in film.names)


def _places(text: str, part: str, *, whole: bool) -> list[int]:
    """Where a part stands in a text; `whole`: only where the name does not go on."""
    found, at = [], text.find(part)
    while at >= 0:
        after = text[at + len(part) : at + len(part) + 1]
        goes_on = whole and after != "" and (after.isalnum() or after in "_-")
        if not goes_on or is_spaceless(after):
            found.append(at)
        at = text.find(part, at + len(part))
    return found


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _around(text: str, found: tuple[Span, ...]) -> Hit:
    """The words around the first hit in one line, with an ellipsis where there are more before."""
    first = found[0][0]
    start = max(0, first - _BEFORE)
    if start:
        space = max(text.find(" ", start, first), text.find("\n", start, first))
        start = space + 1 if space >= 0 else first
    lead = _LEAD if start else ""
    line = text[start : start + _LONGEST].replace("\n", " ")
    moved = len(lead) - start
    marks = tuple((a + moved, b + moved) for a, b in found if b <= start + _LONGEST)
    return Hit(words=f"{lead}{line}", marks=marks)

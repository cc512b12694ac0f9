"""Who and what a script names: candidates for elements, found in capitals and in headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from topa_studio.base.spelling import composed
from topa_studio.film.scripts.beats import Scenery
from topa_studio.film.scripts.headings import heading_of, where_said
from topa_studio.film.scripts.wording import as_sentence, element_name, sentences
from topa_studio.model.scenario import ElementKind

_TOKEN = re.compile(r"[@＠]?\w+(?:['’-]\w+)*")
_MOST_IN_CAPITALS = 4
_MOST_DESCRIBED = 120
_MOST_INFLECTED = 2
_VOWELS = "аеёийоуыэюяь"
_PLAIN = (
    "CUT TO FADE IN OUT CLOSE UP ON OFF POV ANGLE WIDE SHOT SUPER TITLE INSERT BACK CONTINUED"
    " VO OS MONTAGE END THE THEN AND OR BEGIN INTERCUT FLASHBACK LATER DAY NIGHT INT EXT OK NO"
    " YES TV КРУПНО ОБЩИЙ СРЕДНИЙ ПЛАН ТИТР ТИТРЫ КОНЕЦ ЗТМ ИЗ ПНР НДП КАДР КАДРА СМЕНА МОНТАЖ"
    " ФЛЕШБЭК И НО ОН ОНА ОНИ НЕТ ДА НА В С К У О"
)
_NO_NAMES = frozenset(_PLAIN.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something that may become an element.

    Attributes:
        name: as an element would be called.
        words: as the script writes it, in pieces.
        shots: how many shots it is in.
        description: what the script says where it comes first.
    """

    name: str
    kind: ElementKind
    words: tuple[str, ...]
    shots: int = 0
    description: str = ""


def name_key(name: str) -> str:
    """What two spellings of one name have in common."""
    return composed(name).casefold().replace("_", " ").replace("-", " ")


class Cast:
    """The candidates of a script, and where each is named."""

    def __init__(self, scenes: Iterable[Scenery]) -> None:
        self.names: dict[str, Candidate] = {}
        self.places: dict[int, str] = {}
        """The place of each scene, by its number, as the key of its candidate."""
        self._first: dict[str, list[tuple[str, ...]]] = {}
        scenes = list(scenes)
        for number, scene in enumerate(scenes):
            self._place(number, scene)
        for scene in scenes:
            for beat in scene.beats:
                for speech in beat.said:
                    self._add(_tokens(speech.who), ElementKind.CHARACTER)
                for run in in_capitals(beat.seen):
                    self._add(run, ElementKind.CHARACTER, beat.seen)
        self._count(scenes)

    def _place(self, number: int, scene: Scenery) -> None:
        if scene.heading is None:
            return
        said = heading_of(scene.heading.text)
        if not (said.where or said.time) or not said.place:
            return
        key = self._add(_tokens(said.place), ElementKind.BACKGROUND)
        if key:
            self.places[number] = key
            one = self.names[key]
            if one.kind is ElementKind.BACKGROUND and not one.description:
                looks = ", ".join(filter(None, (as_sentence(said.place), where_said(said))))
                self.names[key] = Candidate(one.name, one.kind, one.words, 0, looks)

    def _add(self, words: tuple[str, ...], kind: ElementKind, around: str = "") -> str:
        name = element_name(" ".join(words))
        if not name:
            return ""
        key = name_key(name)
        known = self.names.get(key)
        if known is None:
            self.names[key] = Candidate(name, kind, words)
            self._first.setdefault(words[0].casefold(), []).append(words)
            known = self.names[key]
        if around and not known.description and kind is not ElementKind.BACKGROUND:
            said = described(around, words)
            self.names[key] = Candidate(known.name, known.kind, known.words, 0, said)
        return key

    def _count(self, scenes: list[Scenery]) -> None:
        counts = dict.fromkeys(self.names, 0)
        for number, scene in enumerate(scenes):
            for beat in scene.beats:
                here = {key for _start, _stop, key in self.named(beat.seen)}
                here |= {key for speech in beat.said if (key := self.key_of(speech.who))}
                if number in self.places:
                    here.add(self.places[number])
                for key in here:
                    counts[key] += 1
        for key, one in self.names.items():
            self.names[key] = Candidate(one.name, one.kind, one.words, counts[key], one.description)

    def key_of(self, words: str) -> str:
        """The key of whom these words name; "": nobody."""
        key = name_key(element_name(words) or "\0")
        return key if key in self.names else ""

    def with_names(self, words: str) -> str:
        """Words in small letters with a capital for each that is a character, also inflected."""
        return _TOKEN.sub(lambda word: self._as_named(word[0]), words)

    def _as_named(self, word: str) -> str:
        small = word.casefold()
        is_name = any(
            small.startswith(stem) and len(small) <= len(stem) + _MOST_INFLECTED
            for stem in self._stems
        )
        return word[:1].upper() + word[1:] if is_name else word

    @cached_property
    def _stems(self) -> frozenset[str]:
        tokens = (
            token.casefold()
            for one in self.names.values()
            if one.kind is ElementKind.CHARACTER
            for token in one.words
        )
        return frozenset(t[:-1] if t[-1:] in _VOWELS else t for t in tokens if len(t) > 2)

    def named(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text names a candidate, with its key; in capitals or with a capital letter."""
        found = list(_TOKEN.finditer(text))
        at = 0
        while at < len(found):
            plain = found[at][0].lstrip("@＠")
            names = self._first.get(plain.casefold(), ()) if plain[0].isupper() else ()
            for words in sorted(names, key=len, reverse=True):
                run = found[at : at + len(words)]
                if _is_said(run, words, text):
                    yield run[0].start(), run[-1].end(), name_key(element_name(" ".join(words)))
                    at += len(words) - 1
                    break
            at += 1


def _is_said(run: list[re.Match[str]], words: tuple[str, ...], text: str) -> bool:
    if len(run) != len(words):
        return False
    said = [each[0].lstrip("@＠") for each in run]
    if [word.casefold() for word in said] != [word.casefold() for word in words]:
        return False
    between = text[run[0].start() : run[-1].end()]
    return len(between) == sum(len(each[0]) for each in run) + len(run) - 1


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(token.lstrip("@＠") for token in _TOKEN.findall(words))


def in_capitals(text: str) -> Iterator[tuple[str, ...]]:
    """Names that a text writes in capitals, and those with an @; not what is shouted."""
    run: list[str] = []
    end = -1
    for found in [*_TOKEN.finditer(text), None]:
        token = found[0] if found is not None else ""
        is_named = token.startswith(("@", "＠"))
        is_name = token.isupper() and len(token) > 1 and token.upper() not in _NO_NAMES
        joins = found is not None and is_name and text[end : found.start()] in (" ",)
        if run and not joins:
            if len(run) <= _MOST_IN_CAPITALS:
                yield tuple(run)
            run = []
        if is_named:
            yield (token[1:],)
        elif is_name:
            run.append(token)
        end = found.end() if found is not None else -1


def described(text: str, words: tuple[str, ...]) -> str:
    """How a text says somebody looks: "MILA, nine, in a coat, climbs" or "MILA (nine) climbs"."""
    sentence = next((each for each in sentences(text) if " ".join(words) in each), "")
    behind = sentence.partition(" ".join(words))[2]
    if behind.startswith(" ("):
        return behind[2:].partition(")")[0].strip()[:_MOST_DESCRIBED]
    if not behind.startswith(","):
        return ""
    inside, comma, _rest = behind[1:].rpartition(",")
    return inside.strip() if comma and len(inside) <= _MOST_DESCRIBED else ""


def mentioning(text: str, cast: Cast, names: Mapping[str, str], may: Callable[[str], bool]) -> str:
    """A text with an @ ahead of each of `names` (by key) that `may` be mentioned."""
    pieces, at = [], 0
    for start, stop, key in cast.named(text):
        if key in names and may(key):
            pieces += [text[at:start], f"@{names[key]}"]
            at = stop
    return "".join((*pieces, text[at:]))

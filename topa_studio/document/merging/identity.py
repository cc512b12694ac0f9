"""Which shot of another text is which: its key line, else identical words, else its ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from topa_studio.document.merging.records import Records, id_of, words, written_key
from topa_studio.document.reading.names import free_id, natural_key

_ALIKE = 0.5
_MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """A shot vanished and another came with words that are alike: perhaps it is the same.

    Attributes:
        vanished: key of the shot that is not there any more.
        appeared: key of the one that may be it.
    """

    vanished: str
    appeared: str


def matched(base: Records, other: Records) -> Records:
    """`other` under the permanent names of `base`; the fields are left as they are."""
    shots = _shots(base, other)
    named = other.renamed({}, shots)
    return named.renamed(_scenes(base, named), {})


def doubts(base: Records, other: Records) -> tuple[Doubt, ...]:
    """Shots of which only a person can tell whether they are the same; `other` is matched."""
    gone = [key for key in base.shots if key not in other.shots][:_MOST_COMPARED]
    new = [key for key in other.shots if key not in base.shots][:_MOST_COMPARED]
    found: list[Doubt] = []
    for key in gone:
        likeness = {
            other_key: _likeness(words(base.shots[key]), words(other.shots[other_key]))
            for other_key in new
        }
        best = max(likeness, key=lambda name: likeness[name], default=None)
        if best is not None and likeness[best] >= _ALIKE:
            found.append(Doubt(key, best))
            new.remove(best)
    return tuple(found)


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


def _shots(base: Records, other: Records) -> dict[str, str]:
    """From the other's keys to the base's; a new shot whose key is taken gets a free one."""
    found: dict[str, str] = {}
    free = dict.fromkeys(base.shots)

    def take(key: str, permanent: str) -> None:
        found[key] = permanent
        free.pop(permanent, None)

    for key, fields in other.shots.items():
        if written_key(fields) == key or (key in free and _same_words(base, key, fields)):
            take(key, key)
    by_words = _only_once({key: words(base.shots[key]) for key in free})
    left = {key: words(fields) for key, fields in other.shots.items() if key not in found}
    for text, key in _only_once(left).items():
        if text in by_words:
            take(key, by_words[text])
    for key in other.shots:
        if key not in found and key in free:
            take(key, key)
    for key in other.shots:
        if key not in found:
            taken = {*found.values(), *base.shots}
            is_taken = key in taken
            found[key] = free_natural(other, key, taken | set(other.shots)) if is_taken else key
    return found


def _same_words(base: Records, key: str, fields: dict[object, object]) -> bool:
    return words(base.shots[key]) == words(fields)


def _only_once(texts: dict[str, str]) -> dict[str, str]:
    """From words that only one shot has to its key."""
    count = Counter(texts.values())
    return {text: key for key, text in texts.items() if text and count[text] == 1}


def free_natural(records: Records, key: str, taken: Iterable[str]) -> str:
    """A key of the usual form that nobody has, for a shot whose own is taken."""
    scene = records.scene_of(key)
    name = id_of(records.scenes[scene]) if scene is not None else ""
    head = natural_key(name, "")
    ids = [other.removeprefix(head) for other in taken if other.startswith(head)]
    return natural_key(name, free_id(id_of(records.shots[key]), ids))


def _scenes(base: Records, other: Records) -> dict[str, str]:
    """A scene under another id is the one that most of its shots come from."""
    found: dict[str, str] = {}
    vanished = [scene for scene in base.scenes if scene not in other.scenes]
    for scene, keys in other.places.items():
        if scene in base.scenes or not keys:
            continue
        shared = {old: len(set(keys) & set(base.places[old])) for old in vanished}
        best = max(shared, key=lambda old: shared[old], default=None)
        if best is not None and 2 * shared[best] > len(keys):
            found[scene] = best
            vanished.remove(best)
    return found

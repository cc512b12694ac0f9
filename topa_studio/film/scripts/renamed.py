"""Elements of a script's film that were given other names by hand: their mentions tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from topa_studio.film.scripts.breakdown import Breakdown, PlannedShot
from topa_studio.film.scripts.linked import Links
from topa_studio.model.mentions import mentions, replace_mentions
from topa_studio.model.scenario import Scenario

_MARK = "\0"


def renames(film: Scenario, script: Breakdown, links: Links) -> Mapping[str, str]:
    """The name that each had in the script, and its name now."""
    names = [one.name for one in script.elements]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for number, shot in enumerate(script.shots()):
        key = links.shots.get(number)
        prompt = "" if key is None else film.shot(key).prompt
        if not prompt or prompt == shot.prompt:
            continue
        was, now = mentions(shot.prompt, names), mentions(prompt, film.names)
        if len(was) == len(now) and _without(shot.prompt, names) == _without(prompt, film.names):
            for old, new in zip(was, now, strict=True):
                votes[old.name][new.name] += 1
    return {
        old: found.most_common(1)[0][0]
        for old, found in votes.items()
        if len(found) == 1 and film.element(old) is None and film.element(next(iter(found)))
    }


def _without(text: str, names: tuple[str, ...] | list[str]) -> str:
    return replace_mentions(text, lambda _name: _MARK, names)


def with_names(script: Breakdown, names: Mapping[str, str]) -> Breakdown:
    """The same with the names that its elements have in the film."""
    if not names:
        return script
    known = [one.name for one in script.elements]

    def shot(each: PlannedShot) -> PlannedShot:
        words = replace_mentions(each.prompt, lambda name: f"@{names.get(name, name)}", known)
        elements = tuple(names.get(name, name) for name in each.elements)
        return replace(each, prompt=words, elements=elements)

    return replace(
        script,
        scenes=tuple(replace(s, shots=tuple(map(shot, s.shots))) for s in script.scenes),
        elements=tuple(replace(e, name=names.get(e.name, e.name)) for e in script.elements),
    )

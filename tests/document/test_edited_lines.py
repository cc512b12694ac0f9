"""One line of a shot is written otherwise: the bytes of the others stay, whatever stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis.strategies import integers, lists, sampled_from

from tests.support.random_edits import opened
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.written import lines_written
from topa_studio.model.scenario import Line

ENTRIES = (
    "{who: [a], text: b} # one\n",
    "{text: x, hue: red}\n",
    "{text: x, hue: blue}\n",
    "who: 'Бо' # who\n      text: 0 # none\n",
    "text: [q]\n      who: Topa\n",
    "who: Nobody # alone\n",
    "text: >-\n        Long words\n        go on\n      tone: {a: 1}\n",
    "text: 1.50\n      tone: ~\n",
)


@given(lists(sampled_from(ENTRIES), min_size=1, max_size=5), integers(0, 4), sampled_from("wtgn"))
@settings(max_examples=80, deadline=None)
def test_editing_one_line_leaves_the_bytes_of_the_others(
    entries: list[str], at: int, act: str
) -> None:
    written = [f"    - {entry}" for entry in entries]
    head = "scenes:\n- id: 1\n  shots:\n  - id: 1\n    prompt: p\n    lines:\n"
    document = opened((head + "".join(written)).encode())
    before = document.text
    (shot,) = document.scenario.shots()
    places = [place for place, entry in enumerate(entries) if _text(entry)]
    assert len(shot.lines) == len(places)
    if not places:
        return
    at %= len(places)
    changed = list(shot.lines)
    match act:
        case "w":
            changed[at] = replace(changed[at], who="Мама: #")
        case "t":
            changed[at] = replace(changed[at], text="New\nwords ")
        case "g":
            del changed[at]
        case _:
            changed.append(Line("", "New"))
    document.apply("Edit", [SetField(ShotTarget("1__1"), "lines", lines_written(changed))])
    assert list(document.scenario.shots()[0].lines) == changed
    others = [place for place in range(len(entries)) if act == "n" or place != places[at]]
    # Of two that say the same nobody can tell which one went.
    if act != "g" or shot.lines.count(shot.lines[at]) == 1:
        now = [each for each in written if each in document.text]
        assert [written[place] for place in others if written[place] not in now] == []
        left = [_entries(before)[place] for place in others]
        kept = _entries(document.text)
        if act != "n":
            kept = kept if act == "g" else kept[: places[at]] + kept[places[at] + 1 :]
        assert kept[: len(left)] == left
    document.undo()
    assert document.text == before


def _text(entry: str) -> bool:
    value: Any = yaml.safe_load(f"    - {entry}")[0].get("text")
    return isinstance(value, (str, int, float))


def _entries(text: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load(text)["scenes"][0]["shots"][0].get("lines", []))

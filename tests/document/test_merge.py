"""Two versions of a film become one: by shot and by field, whatever the lines look like."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.document.test_laws import edits, films
from tests.support.films import FILM, opened
from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import load
from topa_studio.document.edits import (
    FilmTarget,
    MoveShot,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.document.merging.identity import Doubt
from topa_studio.document.merging.merge import ABSENT, Merged, merge
from topa_studio.document.merging.ordering import merged_order

SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def merged(ours: str, theirs: str, base: str = FILM) -> str:
    """The merge of two versions that do not contradict each other."""
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    return found.text


def lines_of(text: str) -> set[str]:
    return set(text.splitlines())


def test_each_side_s_field_of_the_same_shot_is_kept_with_its_comments() -> None:
    ours = FILM.replace("duration: 4", "duration: 6  # longer")
    theirs = FILM.replace("walks over the hill and\n", "runs over the hill and\n")
    text = merged(ours, theirs)
    assert lines_of(text) - lines_of(FILM) == {
        "        duration: 6  # longer",
        "          Medium shot. @Topa runs over the hill and",
    }


def test_neighbouring_lines_do_not_clash_where_they_are_different_fields() -> None:
    ours = FILM.replace("        duration: 7\n", "        duration: 9\n")
    theirs = FILM.replace("trim: {in: 1.0, out: 3}", "trim: {in: 1.5, out: 3}")
    text = merged(ours, theirs)
    assert "        duration: 9\n        trim: {in: 1.5, out: 3}\n" in text


def test_a_shot_added_here_and_one_deleted_there() -> None:
    new = "\n      # he rests\n      - id: 7\n        prompt: He rests. # long\n"
    ours = FILM.replace("  - id: hill\n", f"{new}  - id: hill\n")
    start, end = FILM.index("      # he walks"), FILM.index("      - id: 3\n        prompt: |")
    theirs = FILM[:start] + FILM[end:]
    text = merged(ours, theirs)
    assert "# he rests\n      - id: 7\n        prompt: He rests. # long\n" in text
    assert "he walks" not in text


def test_a_shot_moved_here_and_reworded_there() -> None:
    document = opened(FILM.encode())
    document.apply("Move", [MoveShot("1__2", "hill", 0)])
    theirs = FILM.replace("stops at the tree", "stops at the stone")
    text = merged(document.text, theirs)
    film = opened(text.encode()).scenario
    assert "stops at the stone" in film.shot("1__2").prompt
    assert film.scene_of("1__2").id == "hill"
    assert "# he walks" in text


def test_the_same_field_changed_on_both_sides_is_asked_and_either_can_be_chosen() -> None:
    ours, theirs = (FILM.replace("duration: 4", f"duration: {n}") for n in (6, 8))
    found = merge(FILM, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.target, conflict.field) == (ShotTarget("1__2"), "duration")
    assert (conflict.base, conflict.ours, conflict.theirs) == (4, 6, 8)
    assert found.text == ours
    chosen = merge(FILM, ours, theirs, {(conflict.target, conflict.field): "theirs"})
    assert chosen.text == theirs


@pytest.mark.parametrize("deleting", ["ours", "theirs"])
def test_what_one_side_deleted_and_the_other_changed_stays_and_is_asked(deleting: str) -> None:
    start, end = FILM.index("      # he walks"), FILM.index("      - id: 3\n        prompt: |")
    gone, changed = FILM[:start] + FILM[end:], FILM.replace("duration: 4", "duration: 6")
    sides = (gone, changed) if deleting == "ours" else (changed, gone)
    found = merge(FILM, *sides)
    (conflict,) = found.conflicts
    assert (conflict.target, conflict.field) == (ShotTarget("1__2"), "")
    assert getattr(conflict, deleting) is ABSENT
    assert opened(found.text.encode()).scenario == opened(changed.encode()).scenario
    agreed = merge(FILM, *sides, {(conflict.target, ""): deleting})  # type: ignore[dict-item]
    assert opened(agreed.text.encode()).scenario == opened(gone.encode()).scenario


def test_both_add_a_shot_with_the_same_id_and_both_stay() -> None:
    first, second = (
        FILM.replace("  - id: hill\n", f"      - id: 4\n        prompt: {words}.\n  - id: hill\n")
        for words in ("He swims", "She sings")
    )
    film = opened(merged(first, second).encode())
    prompts = [shot.prompt for shot in film.scenario.scene("1").shots[3:]]
    assert sorted(prompts) == ["He swims.", "She sings."]
    assert len({shot.id for shot in film.scenario.scene("1").shots}) == 5


def test_shots_renumbered_outside_keep_their_keys() -> None:
    new = "      - id: 1\n        prompt: A new beginning.\n"
    theirs = FILM.replace("      # he yawns\n", f"{new}      # he yawns\n")
    theirs = theirs.replace('- id: "1"   #', "- id: 2   #").replace(
        "- id: 3\n        prompt: |", "- id: 4\n        prompt: |"
    )
    theirs = theirs.replace("# he walks\n      - id: 2", "# he walks\n      - id: 3")
    before, after = opened(FILM.encode()).scenario, opened(merged(FILM, theirs).encode())
    for key in ("1__1", "1__2", "1__3"):
        assert after.scenario.shot(key).prompt == before.shot(key).prompt
    assert after.scenario.scene("1").shots[0].prompt == "A new beginning."
    assert [p for p in after.problems if p.code.startswith("document.twin")] == []


def test_a_shot_moved_to_another_scene_outside_keeps_its_key() -> None:
    block = FILM[FILM.index("      - id: 3\n        prompt: |") : FILM.index("  - id: hill")]
    moved = block.replace("\n      ", "\n    ")[2:]
    theirs = FILM.replace(block, "").replace(
        "  # nothing yet", f"{moved.rstrip()}\n  # nothing yet"
    )
    film = opened(merged(FILM, theirs).encode()).scenario
    assert film.scene_of("1__3").id == "hill"
    assert not film.has_shot("hill__3")


def test_a_shot_moved_and_reworded_outside_is_asked_about() -> None:
    theirs = FILM.replace("- id: 2\n        prompt: >", "- id: 12\n        prompt: >")
    theirs = theirs.replace("stops at the tree", "stops at the stone")
    assert merge(FILM, FILM, theirs).doubts == (Doubt("1__2", "1__12"),)
    assert merge(FILM, FILM, theirs).text == theirs


def test_a_shot_written_twice_outside_is_left_as_it_was_written() -> None:
    block = FILM[FILM.index("      - id: 3\n        prompt: |") : FILM.index("  - id: hill")]
    theirs = FILM.replace(block, block + block)
    assert merge(FILM, FILM, theirs).text == theirs
    ours = FILM.replace("duration: 4", "duration: 6")
    assert merged(ours, theirs) == theirs.replace("duration: 4", "duration: 6")


def test_two_orders_of_the_same_shots_are_asked() -> None:
    base = "scenes:\n- id: 1\n  shots:\n" + "".join(
        f"  - id: {n}\n    prompt: number {n}\n" for n in "abc"
    )
    first, second = ("".join(base.splitlines(True)[n] for n in order) for order in ORDERS)
    found = merge(base, first, second)
    (conflict,) = found.conflicts
    assert (conflict.target, conflict.field) == (SceneTarget("1"), "shots")
    assert found.text == first
    assert merge(base, first, second, {(SceneTarget("1"), "shots"): "theirs"}).text == second


ORDERS = ((0, 1, 2, 5, 6, 3, 4, 7, 8), (0, 1, 2, 7, 8, 3, 4, 5, 6))


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(DocumentError):
        merge(FILM, FILM.replace("duration: 4", "duration: 5"), FILM + "x: [\n")


def _edited(data: st.DataObject, original: bytes, most: int = 4) -> str:
    document = opened(original)
    for _round in range(data.draw(st.integers(1, most))):
        try:
            document.apply("Edit", [data.draw(edits(document))])
        except DocumentError:
            continue
    return document.text


@SLOW
@given(st.data())
def test_a_side_that_changed_nothing_takes_the_other_as_it_is(data: st.DataObject) -> None:
    original = data.draw(films())
    base = opened(original).text
    other = _edited(data, original)
    assert merge(base, other, base) == Merged(other)
    assert merge(base, other, other) == Merged(other)
    assert load(merge(base, base, other).text) == load(other)


@SLOW
@given(st.data())
def test_what_only_one_side_changed_is_in_the_merge_and_sides_may_be_swapped(
    data: st.DataObject,
) -> None:
    original = data.draw(films())
    base = opened(original).text
    ours, theirs = _edited(data, original), _edited(data, original)
    try:
        found = merge(base, ours, theirs)
        turned = merge(base, theirs, ours)
    except DocumentError:
        # Blank lines are words of `|+`, so what stands beside one may be refused.
        assert "|+" in ours + theirs
        return
    film, before = opened(found.text.encode()).scenario, opened(original).scenario
    mine, other = (opened(text.encode()).scenario for text in (ours, theirs))
    assert {shot.key for shot in film.shots()} == {shot.key for shot in before.shots()}
    asked = {(c.target, c.field.removesuffix("_needed")) for c in found.conflicts}
    for shot in film.shots():
        for name in ("prompt", "title", "duration", "elements"):
            if (ShotTarget(shot.key), name) in asked:
                continue
            old, left, right = (getattr(f.shot(shot.key), name) for f in (before, mine, other))
            if left == old or right == old:
                assert getattr(shot, name) == (right if left == old else left)
    if not found.conflicts:
        assert load(turned.text) == load(found.text)
        assert not turned.conflicts


@SLOW
@given(st.data())
def test_the_film_s_title_and_a_shot_s_words_never_clash(data: st.DataObject) -> None:
    base = opened(data.draw(films())).text
    ours = base.replace("title: x", "title: mine")
    theirs = base.replace("bear", "big bear")
    text = merged(ours, theirs, base)
    assert "title: mine" in text
    assert "big bear" in text
    assert FilmTarget() not in [c.target for c in merge(base, ours, theirs).conflicts]


def between(text: str, start: str, end: str) -> str:
    return text[text.index(start) : text.index(end)]


@pytest.mark.parametrize(
    ("theirs", "wanted"),
    [
        ("        # enough?\n        duration: 4\n", "        # enough?\n        duration: 6\n"),
        ("        duration: 4  # enough?\n", "        duration: 6  # enough?\n"),
        ("        duration: 4\n        # last\n", "        duration: 6\n        # last\n"),
    ],
)
def test_a_comment_beside_a_line_that_the_other_side_changed_is_kept(
    theirs: str, wanted: str
) -> None:
    ours = FILM.replace("        duration: 4\n", "        duration: 6\n")
    other = FILM.replace("        duration: 4\n", theirs)
    for text in (merged(ours, other), merged(other, ours)):
        assert text == FILM.replace("        duration: 4\n", wanted)


def test_a_comment_written_inside_a_shot_that_was_moved_goes_with_it() -> None:
    shot = between(FILM, "      # he walks", "      - id: 3\n        prompt: |")
    rest = FILM.replace(shot, "")
    ours = rest.replace("  - id: hill\n", f"{shot}  - id: hill\n")
    theirs = FILM.replace("        duration: 4\n", "        # enough?\n        duration: 5\n")
    changed = shot.replace("        duration: 4\n", "        # enough?\n        duration: 5\n")
    assert merged(ours, theirs) == rest.replace("  - id: hill\n", f"{changed}  - id: hill\n")


def places_for_comments() -> list[int]:
    """Numbers of lines above which a comment is no part of a text."""
    lines, data = FILM.splitlines(keepends=True), load(FILM)
    found = []
    for place in range(len(lines)):
        text = "".join([*lines[:place], "# here\n", *lines[place:]])
        with suppress(DocumentError):
            found += [place] if load(text) == data else []
    return found


PLACES = places_for_comments()


@SLOW
@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from(["1__1", "1__2", "1__3", "hill__1"]), min_size=1, unique=True),
)
def test_no_comment_is_lost_whatever_fields_the_other_side_changed(
    places: list[int], shots: list[str]
) -> None:
    lines = FILM.splitlines(keepends=True)
    theirs = "".join(
        f"# no. {place}\n{line}" if place in places else line for place, line in enumerate(lines)
    )
    document = opened(FILM)
    for shot in map(ShotTarget, shots):
        words = SetField(shot, "prompt", "Wide shot. It rains.\nIt stops.\n")
        document.apply(
            "Edit", [SetField(shot, "duration", 11), words, SetField(shot, "title", "X")]
        )
    text = merged(document.text, theirs)
    assert load(text) == load(document.text)
    assert lines_of(theirs) - lines_of(FILM) <= lines_of(text)


def test_an_element_renamed_on_one_side_keeps_what_the_other_side_wrote() -> None:
    renamed = opened(FILM)
    renamed.apply("Rename", [RenameElement("Topa", "Kite")])
    edited = FILM.replace('"A small bear"', '"A big bear"').replace(
        "walks over the hill and\n", "walks with @Topa over the hill and\n"
    )
    wanted = edited.replace("Topa", "Kite")
    assert merged(renamed.text, edited) == wanted
    assert merged(edited, renamed.text) == wanted


def test_another_element_in_the_place_of_a_deleted_one_is_no_rename() -> None:
    ours = FILM.replace("    - name: Valley\n      description: 'A green valley'\n", "")
    ours = ours.replace("  backgrounds:\n", "  backgrounds:\n    - name: Sea\n")
    theirs = FILM.replace("- name: Topa", "- name: Topa  # him")
    text = merged(ours, theirs)
    assert "@Valley" in text
    assert "- name: Sea" in text
    assert "- name: Valley" not in text


def test_what_both_moved_to_one_place_stands_as_the_one_who_moved_more_has_it() -> None:
    lists = (["a"], ["a", "x"], ["a", "y", "x"])
    turned = (lists[0], lists[2], lists[1])
    for given_lists in (lists, turned):
        for preferred in ("ours", "theirs"):
            found = merged_order(given_lists, {"a", "x", "y"}, preferred)
            assert found == (["a", "y", "x"], False)

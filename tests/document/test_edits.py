import difflib

import pytest

from tests.support.films import FILM, FLAT, errors, opened
from topa_studio.base.errors import DocumentError
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    Edit,
    ElementTarget,
    FilmTarget,
    MoveScene,
    MoveShot,
    SceneTarget,
    SetField,
    ShotTarget,
    UnsetField,
)

ONE, TWO, THREE = ShotTarget("1__1"), ShotTarget("1__2"), ShotTarget("1__3")
HILL = ShotTarget("hill__1")


def diff(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that came and lines that went."""
    lines = list(difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm=""))[2:]
    came = [line[1:] for line in lines if line.startswith("+")]
    return came, [line[1:] for line in lines if line.startswith("-")]


def edited(text: str, *edits: Edit) -> tuple[Document, list[str], list[str]]:
    document = opened(text)
    document.apply("Edit", edits)
    return document, *diff(text, document.text)


GOLDEN = {
    "double quoted": (
        SetField(ONE, "prompt", 'Close-up. He says "hi".'),
        ['        prompt: "Close-up. He says \\"hi\\"."'],
        1,
    ),
    "single quoted": (
        SetField(SceneTarget("1"), "title", "It's day"),
        ["    title: 'It''s day'"],
        1,
    ),
    "plain": (SetField(TWO, "duration", 6), ["        duration: 6"], 1),
    "plain that needs quotes": (
        SetField(SceneTarget("1"), "background", "Hill: sunny"),
        ['    background: "Hill: sunny"'],
        1,
    ),
    "plain like a number": (
        SetField(SceneTarget("1"), "background", "12"),
        ['    background: "12"'],
        1,
    ),
    "comment kept": (SetField(FilmTarget(), "title", "B"), ['title: "B"  # the film'], 1),
    "config comment kept": (
        SetField(FilmTarget(), "style_prefix", "2D"),
        ['  style_prefix: "2D"   # before each prompt'],
        1,
    ),
    "literal": (
        SetField(THREE, "prompt", "Close-up.\nTwo lines.\n"),
        ["          Close-up.", "          Two lines."],
        1,
    ),
    "folded": (
        SetField(TWO, "prompt", "Medium shot. @Topa runs over the hill and stops.\n"),
        ["          Medium shot. @Topa runs over the hill and stops."],
        2,
    ),
    "many lines": (
        SetField(ONE, "prompt", "One.\nTwo."),
        ["        prompt: |-", "          One.", "          Two."],
        1,
    ),
    "new key": (SetField(TWO, "locked", True), ["        locked: true"], 0),
    "new title": (SetField(ONE, "title", "Yawn"), ["        title: Yawn"], 0),
    "new key in a scene": (SetField(SceneTarget("1"), "mode", "std"), ["    mode: std"], 0),
    "new title of a scene": (SetField(SceneTarget("3"), "title", "End"), ["    title: End"], 0),
    "new film key": (SetField(FilmTarget(), "mode", "pro"), ["  mode: pro"], 0),
    "new list": (SetField(HILL, "elements_needed", ["Topa"]), ["      elements_needed: [Topa]"], 0),
    "flow list": (
        SetField(ONE, "elements_needed", ["Valley", "Topa", "Kite"]),
        ['        elements_needed: ["Valley", Topa, Kite]'],
        1,
    ),
    "empty flow list": (
        SetField(ElementTarget("Topa"), "image_urls", ["a.png"]),
        ["      image_urls: [a.png]"],
        1,
    ),
    "block list grows": (
        SetField(TWO, "elements_needed", ["Topa", "Valley"]),
        ["          - Valley"],
        0,
    ),
    "block list empties": (
        SetField(TWO, "elements_needed", []),
        ["        elements_needed: []   # the bear"],
        2,
    ),
    "flow mapping": (
        SetField(THREE, "trim", {"in": 1.5, "out": 3}),
        ["        trim: {in: 1.5, out: 3}"],
        1,
    ),
    "new mapping": (
        SetField(TWO, "transition", {"kind": "fade", "seconds": 0.5}),
        ["        transition: {kind: fade, seconds: 0.5}"],
        0,
    ),
    "unset": (UnsetField(TWO, "duration"), [], 1),
    "unset block": (UnsetField(TWO, "elements_needed"), [], 2),
    "unset folded": (UnsetField(TWO, "prompt"), [], 3),
    "unset film title": (UnsetField(FilmTarget(), "title"), [], 1),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", GOLDEN)
def test_an_edit_changes_its_lines_and_no_other_byte(name: str, newline: str) -> None:
    edit, came, gone = GOLDEN[name]
    data = b"\xef\xbb\xbf" + FILM.replace("\n", newline).encode()
    document = opened(data)
    document.apply("Edit", [edit])
    new, old = diff(FILM, document.text)
    assert (new, len(old)) == (came, gone)
    assert document.to_bytes().count(b"\r") == (document.text.count("\n") if newline != "\n" else 0)
    document.undo()
    assert document.to_bytes() == data


def test_a_value_reads_back_as_it_was_given() -> None:
    nasty = [
        "- x", "a: b", "# no", "it's", '"q"', "tab\there", " lead", "trail ", "true", "null", "~",
        "1.50", "16:9", "\u2028x", "x\x85y", "😀 emoji", "@Topa", "%x", "*a", "&a", "!t", "a #b",
        "x\n", "x\n\n", "\nx", "  x\ny", "x\n  y\n", "a\n\n\nb", "back\\slash", "\ufeffx", "?", ":",
        "x:", "[a]", "{a}", "a, b", "Привет", "|", ">", "long " * 60, "a\n# b\nc", "---", "...",
        "x\n---\ny", "\x07", "", "=", "<<", "a\r\nb", "\u200b",
    ]  # fmt: skip
    for target in (ONE, TWO, THREE, HILL):
        document = opened(FILM)
        for text in nasty:
            document.apply("Edit", [SetField(target, "prompt", text)])
            assert document.scenario.shot(target.key).prompt == text
            document.apply("Edit", [SetField(target, "caption", text)])
            assert document.scenario.shot(target.key).caption == text
            document.apply("Edit", [SetField(target, "elements_needed", [text, "Topa", text])])
            assert document.scenario.shot(target.key).elements == (text, "Topa", text)
        while document.undo():
            pass
        assert document.text == FILM


def test_the_first_key_of_a_shot_can_go() -> None:
    text = FLAT.replace("  - shot_id: 1\n    prompt", "  - mood: calm\n    shot_id: 1\n    prompt")
    document, _came, _gone = edited(text, UnsetField(ShotTarget("scene_01__1"), "mood"))
    assert document.text == FLAT


def test_a_comment_behind_the_first_key_stays() -> None:
    text = FLAT.replace("  - shot_id: 1\n", "  - mood: calm\n    # the number\n    shot_id: 1\n")
    document, _came, gone = edited(text, UnsetField(ShotTarget("scene_01__1"), "mood"))
    assert "    # the number\n" in document.text
    assert gone == ["  - mood: calm"]


def test_the_last_key_of_the_settings_leaves_an_empty_mapping() -> None:
    text = "global_config:\n  fps: 25\nscenes: []\n"
    document, came, _gone = edited(text, UnsetField(FilmTarget(), "fps"))
    assert came == ["global_config: {}"]
    assert document.scenario.film.fps == 24
    document.apply("Back", [SetField(FilmTarget(), "fps", 30)])
    assert document.text == "global_config: {fps: 30}\nscenes: []\n"


def test_settings_are_made_where_there_are_none() -> None:
    document, came, gone = edited(FLAT, SetField(FilmTarget(), "mode", "std"))
    assert (came, gone) == (["global_config: {mode: std}"], [])
    assert document.text.startswith("global_config: {mode: std}\nelements:")


def test_a_title_is_put_first() -> None:
    document, came, _gone = edited(FLAT, SetField(FilmTarget(), "title", "Sun"))
    assert came == ["title: Sun"]
    assert document.text.startswith("title: Sun\nelements:")


def test_a_flat_element_is_edited_in_place() -> None:
    _document, came, gone = edited(FLAT, SetField(ElementTarget("Topa"), "voice", "topa.wav"))
    assert came == [gone[0].replace("}", ", voice: topa.wav}")]
    document, came, gone = edited(FLAT, SetField(ElementTarget("Valley"), "name", "Meadow"))
    assert (came, gone) == (["  Meadow:"], ["  Valley:"])
    assert document.scenario.element("Meadow") is not None


def test_no_final_newline_stays_none() -> None:
    text = FLAT.rstrip("\n")
    document, came, gone = edited(text, SetField(ShotTarget("scene_01__1"), "duration", 6))
    assert (came, gone) == (["    duration: 6"], [])
    assert document.text == text + "\n    duration: 6"
    document.undo()
    assert document.text == text


def test_a_new_scene_id_keeps_the_keys_of_its_shots() -> None:
    document, came, gone = edited(FILM, SetField(SceneTarget("1"), "id", "dawn"))
    assert gone == ["  - id: 1"]
    assert came == ["  - id: dawn"] + [f'        key: "1__{n}"' for n in (1, 2, 3)]
    assert [s.key for s in document.scenario.scene("dawn").shots] == ["1__1", "1__2", "1__3"]


def test_a_new_shot_id_keeps_its_key_and_its_form() -> None:
    document, came, gone = edited(FILM, SetField(ONE, "id", "7"), SetField(TWO, "id", "8"))
    assert gone == ['      - id: "1"   # first of all', "      - id: 2"]
    assert came == [
        '      - id: "7"   # first of all',
        '        key: "1__1"',
        "      - id: 8",
        '        key: "1__2"',
    ]
    assert document.scenario.shot("1__2").id == "8"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (SetField(ONE, "id", "2"), "taken"),
        (SetField(ONE, "id", "a/b"), "file name"),
        (SetField(SceneTarget("1"), "id", "hill"), "taken"),
        (SetField(ElementTarget("Topa"), "name", "Valley"), "taken"),
        (SetField(ElementTarget("Topa"), "name", ".."), "folder's name"),
        (SetField(ShotTarget("9__9"), "prompt", "x"), "not in the scenario"),
        (UnsetField(ONE, "id"), "cannot be removed"),
        (SetField(ONE, "prompt", "\ud800"), "half a sign"),
        (MoveShot("9__9", "1", 0), "not in the scenario"),
        (MoveScene("9", 0), "not in the scenario"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_changes(edit: Edit, words: str) -> None:
    document = opened(FILM)
    with pytest.raises(DocumentError, match=words):
        document.apply("Edit", [SetField(TWO, "duration", 9), edit])
    assert document.text == FILM
    assert document.undo_label is None


ANCHORED = """\
scenes:
- id: 1
  shots:
  - &one
    id: 1
    prompt: &words "Wide shot of the hill."
    trim: &cut {in: 1}
  - id: 2
    prompt: *words
    trim: *cut
  - <<: *one
    id: 3
"""


@pytest.mark.parametrize(
    "edit",
    [
        SetField(ShotTarget("1__1"), "prompt", "Other words."),
        SetField(ShotTarget("1__1"), "duration", 7),
        UnsetField(ShotTarget("1__1"), "prompt"),
        UnsetField(ShotTarget("1__3"), "prompt"),
        MoveShot("1__1", "1", 2),
    ],
)
def test_an_edit_that_would_change_what_borrows_from_it_is_refused(edit: Edit) -> None:
    document = opened(ANCHORED)
    with pytest.raises(DocumentError):
        document.apply("Edit", [edit])
    assert document.text == ANCHORED


def test_a_borrowed_value_is_replaced_where_it_is_used() -> None:
    _document, came, gone = edited(ANCHORED, SetField(ShotTarget("1__2"), "prompt", "Other."))
    assert (came, gone) == (["    prompt: Other."], ["    prompt: *words"])
    _document, came, gone = edited(ANCHORED, SetField(ShotTarget("1__3"), "prompt", "Other."))
    assert (came, gone) == (["    prompt: Other."], [])


def test_an_anchor_that_nobody_uses_stays() -> None:
    text = FLAT.replace('prompt: "Wide', 'prompt: &p "Wide')
    _document, came, _gone = edited(text, SetField(ShotTarget("scene_01__1"), "prompt", "Hi."))
    assert came == ['    prompt: &p "Hi."']


def test_one_transaction_is_all_or_nothing_and_one_step() -> None:
    document = opened(FILM)
    heard = []
    document.changed.connect(heard.append)
    change = document.apply(
        "Two", [SetField(TWO, "duration", 9), SetField(ElementTarget("Topa"), "voice", "a.wav")]
    )
    assert change is not None
    assert (change.shots, change.elements, change.film) == ({"1__2"}, {"Topa"}, False)
    assert change.scenes == frozenset()
    assert document.unsaved
    assert document.undo_label == "Two"
    undone = document.undo()
    assert undone is not None
    assert (undone.origin, undone.after) == ("undo", change.before)
    assert document.text == FILM
    assert not document.unsaved
    assert document.redo_label == "Two"
    document.redo()
    assert document.scenario == change.after
    assert [c.origin for c in heard] == ["edit", "undo", "redo"]


def test_no_change_is_no_step() -> None:
    document = opened(FILM)
    assert document.apply("Same", [SetField(TWO, "duration", 4)]) is None
    assert document.apply("Same", [UnsetField(TWO, "title")]) is None
    assert document.apply("Same", [MoveShot("1__2", "1", 1)]) is None
    assert document.undo_label is None


def test_typing_is_one_step_until_something_else_happens() -> None:
    document = opened(FILM)
    for text in ("R", "Ru", "Run: now"):
        document.apply("Type", [SetField(TWO, "title", text)], coalesce="title 1__2")
    document.apply("Type", [SetField(ONE, "title", "S")], coalesce="title 1__1")
    document.undo()
    assert document.scenario.shot("1__2").title == "Run: now"
    document.apply("Type", [SetField(TWO, "title", "Runs")], coalesce="title 1__2")
    document.undo()
    assert document.scenario.shot("1__2").title == "Run: now"
    document.undo()
    assert document.text == FILM
    document.redo()
    assert document.scenario.shot("1__2").title == "Run: now"


def test_saved_is_what_was_saved_last() -> None:
    document = opened(FILM)
    document.apply("Edit", [SetField(TWO, "duration", 9)])
    document.mark_saved()
    assert not document.unsaved
    document.undo()
    assert document.unsaved


def test_edits_work_beside_mistakes() -> None:
    text = FILM.replace("duration: 7", "duration: 99").replace("title: 'M", "titel: 'M")
    document, came, gone = edited(text, SetField(TWO, "duration", 5))
    assert (came, gone) == (["        duration: 5"], ["        duration: 4"])
    assert len(errors(document)) == 2
    document.apply("Mend", [SetField(THREE, "duration", 9)])
    assert len(errors(document)) == 1


def test_an_element_that_is_only_a_name_gets_its_first_words() -> None:
    text = "elements:\n  Topa:\nscenes: []\n"
    document, came, _gone = edited(text, SetField(ElementTarget("Topa"), "description", "A bear"))
    assert came == ["  Topa: {description: A bear}"]
    assert document.apply("None", [UnsetField(FilmTarget(), "fps")]) is None


def test_settings_that_stand_empty_are_filled() -> None:
    text = "global_config:  # later\nscenes: []\n"
    document, came, _gone = edited(text, SetField(FilmTarget(), "fps", 30))
    assert came == ["global_config: {fps: 30}  # later"]
    assert document.apply("None", [UnsetField(FilmTarget(), "mode")]) is None

"""Adding, deleting, copying, splitting, merging: which lines come and go, and what is refused."""

import re

import pytest

from tests.document.test_edits import ANCHORED, diff, edited
from tests.support.films import FILM, FLAT, opened
from topa_studio.base.errors import DocumentError
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddElement,
    AddScene,
    AddShot,
    DeleteElement,
    DeleteScene,
    DeleteShot,
    DuplicateScene,
    DuplicateShot,
    Edit,
    FilmTarget,
    MergeShots,
    MoveShot,
    Paste,
    RenameElement,
    RetypeElement,
    SceneTarget,
    SetField,
    ShotTarget,
    SplitShot,
)
from topa_studio.model.scenario import ElementKind

HERO, PLACE, PROP = ElementKind.CHARACTER, ElementKind.BACKGROUND, ElementKind.PROP

# name: (edit, lines that come, lines that go)
BLOCK: dict[str, tuple[Edit, list[str], list[str]]] = {
    "add a shot": (
        AddShot("1", 1, {"prompt": "Wide shot: hi", "duration": 4}),
        ["      - id: 4", '        prompt: "Wide shot: hi"', "        duration: 4", ""],
        [],
    ),
    "add a shot with lines": (
        AddShot("1", 9, {"prompt": "Wide shot.\n\tTabs 😀\n", "elements_needed": ["Topa"]}),
        [
            "",
            "      - id: 4",
            "        prompt: |",
            "          Wide shot.",
            "          \tTabs 😀",
            "        elements_needed: [Topa]",
        ],
        [],
    ),
    "add to an empty scene": (
        AddShot("3", 0, {"prompt": "x"}),
        ["    shots:   # none", "      - shot_id: 1", "        prompt: x"],
        ["    shots: []   # none"],
    ),
    "the wish of an id": (AddShot("hill", 1, {"id": "7"}), ["    - shot_id: 7"], []),
    "a taken id": (AddShot("hill", 1, {"id": "1"}), ["    - shot_id: 2"], []),
    "add a scene": (
        AddScene(1, {"title": "Noon"}),
        ["  - id: 4", "    title: Noon", "    shots: []"],
        [],
    ),
    "add an element to a group": (
        AddElement("Pusha", HERO, {"description": "A bunny", "voice": "p.wav"}),
        ["    - name: Pusha", '      description: "A bunny"', "      voice: p.wav"],
        [],
    ),
    "add an element and its group": (
        AddElement("Kite", PROP, {"description": "Red"}),
        ["  props:", "    - name: Kite", "      description: Red"],
        [],
    ),
    "delete a shot": (
        DeleteShot("1__3"),
        [],
        [
            "",
            "      - id: 3",
            "        prompt: |",
            "          Close-up. @Topa smiles and blinks once.",
            "        duration: 7",
            "        trim: {in: 1.0, out: 3}",
        ],
    ),
    "delete the last shot": (
        DeleteShot("hill__1"),
        ["    shots: []"],
        [
            "    shots:",
            "    - shot_id: 1",
            "      prompt: High angle. @Topa rolls down the hill and lands softly.",
        ],
    ),
    "delete a scene with its comment": (
        DeleteScene("3"),
        [],
        ["  # nothing yet", "  - id: 3", "    shots: []   # none"],
    ),
    "delete an element, keep mentions": (
        DeleteElement("Valley", "keep"),
        ["  backgrounds: []", "        elements_needed: [Topa]"],
        [
            "  backgrounds:",
            "    - name: Valley",
            "      description: 'A green valley'",
            '        elements_needed: [Topa, "Valley"]',
        ],
    ),
    "delete an element, mentions plain": (
        DeleteElement("Valley"),
        [
            "  backgrounds: []",
            '        prompt: "Wide shot. @Topa yawns and sits up in Valley. Sound: birds."',
            "        elements_needed: [Topa]",
        ],
        [
            "  backgrounds:",
            "    - name: Valley",
            "      description: 'A green valley'",
            '        prompt: "Wide shot. @Topa yawns and sits up in @Valley. Sound: birds."',
            '        elements_needed: [Topa, "Valley"]',
        ],
    ),
    "duplicate a shot with its comments": (
        DuplicateShot("1__1"),
        [
            "      # he yawns",
            '      - id: "4"   # first of all',
            '        prompt: "Wide shot. @Topa yawns and sits up in @Valley. Sound: birds."',
            '        elements_needed: [Topa, "Valley"]',
            "        mood: sleepy",
            "        # duration: 8",
            "",
        ],
        [],
    ),
    "duplicate a scene": (
        DuplicateScene("hill"),
        [
            "  - id: hill_2",
            "    shots:",
            "    - shot_id: 1",
            "      prompt: High angle. @Topa rolls down the hill and lands softly.",
        ],
        [],
    ),
    "split": (
        SplitShot("1__3", 3, ("Close-up. @Topa smiles.\n", "Close-up. @Topa blinks.\n")),
        [
            "          Close-up. @Topa smiles.",
            "        duration: 3",
            "",
            "      - id: 4",
            "        prompt: |",
            "          Close-up. @Topa blinks.",
            "        duration: 4",
        ],
        [
            "          Close-up. @Topa smiles and blinks once.",
            "        duration: 7",
        ],
    ),
    "merge": (
        MergeShots("1__2", "1__3"),
        [
            "          Medium shot. @Topa walks over the hill and stops at the tree. Sound: wind.",
            "",
            "          Close-up. @Topa smiles and blinks once.",
            "        duration: 11",
        ],
        [
            "          Medium shot. @Topa walks over the hill and",
            "          stops at the tree. Sound: wind.",
            "        duration: 4",
            "",
            "      - id: 3",
            "        prompt: |",
            "          Close-up. @Topa smiles and blinks once.",
            "        duration: 7",
            "        trim: {in: 1.0, out: 3}",
        ],
    ),
    "rename an element": (
        RenameElement("Valley", "Луг"),
        [
            "    - name: Луг",
            '        prompt: "Wide shot. @Topa yawns and sits up in @Луг. Sound: birds."',
            '        elements_needed: [Topa, "Луг"]',
        ],
        [
            "    - name: Valley",
            '        prompt: "Wide shot. @Topa yawns and sits up in @Valley. Sound: birds."',
            '        elements_needed: [Topa, "Valley"]',
        ],
    ),
    "retype an element": (
        RetypeElement("Valley", HERO),
        ["  backgrounds: []"],
        ["  backgrounds:"],
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", BLOCK)
def test_a_new_edit_changes_its_lines_and_no_other_byte(name: str, newline: str) -> None:
    edit, came, gone = BLOCK[name]
    data = b"\xef\xbb\xbf" + FILM.replace("\n", newline).encode()
    document = opened(data)
    document.apply("Edit", [edit])
    assert diff(FILM, document.text) == (came, gone)
    assert document.to_bytes().count(b"\r") == (document.text.count("\n") if newline != "\n" else 0)
    document.undo()
    assert document.to_bytes() == data
    document.redo()
    assert diff(FILM, document.text) == (came, gone)


ROW = """\
elements: {Topa: {type: prop}, Hill: {}}
scenes:
- {id: 1, shots: [{id: 1, prompt: "a @Topa", take: 2, duration: 8}, {id: b, prompt: c}]}  # row
- {id: 2}
"""
FLOW: dict[str, tuple[Edit, str]] = {
    "add a shot": (
        AddShot("1", 1, {"prompt": "x, y"}),
        '{id: 1, prompt: "a @Topa", take: 2, duration: 8}, {id: 2, prompt: "x, y"}, {id: b,',
    ),
    "add to the end": (AddShot("1", 5, {}), "{id: b, prompt: c}, {id: 2}]}  # row"),
    "add an element": (AddElement("Kite", PROP), "Hill: {}, Kite: {type: prop}}"),
    "delete the first": (DeleteShot("1__1"), "shots: [{id: b, prompt: c}]}  # row"),
    "delete the last": (DeleteShot("1__b"), "take: 2, duration: 8}]}  # row"),
    "duplicate": (DuplicateShot("1__1"), 'duration: 8}, {id: 2, prompt: "a @Topa", duration: 8}'),
    "duplicate a scene": (
        DuplicateScene("1"),
        '- {id: 3, shots: [{id: 1, prompt: "a @Topa", duration: 8}, {id: b, prompt: c}]}',
    ),
    "split": (SplitShot("1__1", 5), 'duration: 5}, {id: 2, prompt: "a @Topa", duration: 3}, {'),
    "merge": (MergeShots("1__1", "1__b"), '[{id: 1, prompt: "a @Topa c", take: 2, duration: 13}]'),
    "rename": (RenameElement("Topa", "Bär"), '{id: 1, prompt: "a @Bär", take: 2'),
    "retype": (RetypeElement("Hill", PLACE), "Hill: {type: background}}"),
    "delete an element": (DeleteElement("Topa"), '{id: 1, prompt: "a Topa", take: 2'),
    "paste": (Paste("- {id: b, prompt: z}\n", "1", 9), "{id: b, prompt: c}, {id: b_2, prompt: z}]"),
}


@pytest.mark.parametrize("name", FLOW)
def test_what_stands_in_brackets_stays_in_brackets(name: str) -> None:
    edit, words = FLOW[name]
    document, _came, gone = edited(ROW, edit)
    assert words in document.text
    assert len(gone) <= 2
    document.undo()
    assert document.text == ROW


@pytest.mark.parametrize(("scene", "shot"), [(0, 0), (0, 2), (2, 4), (4, 2)])
@pytest.mark.parametrize("final", ["\n", ""])
def test_each_indent_is_kept(scene: int, shot: int, final: str) -> None:
    inner = " " * (scene + 2)
    dash = inner + " " * shot
    text = f"scenes:\n{' ' * scene}- id: 1\n{inner}shots:\n"
    for name in ("1", "2"):
        text += f"{dash}# above {name}\n{dash}-   id: {name}\n{dash}    prompt: p{name}\n"
    text = text.rstrip("\n") + final
    document, came, gone = edited(text, AddShot("1", 1, {"prompt": "x"}))
    assert (came, gone) == ([f"{dash}- id: 3", f"{dash}  prompt: x"], [])
    document, came, gone = edited(text, DuplicateShot("1__2"))
    assert came == [f"{dash}# above 2", f"{dash}-   id: 3", f"{dash}    prompt: p2"]
    assert gone == []
    assert document.text.endswith("\n") == bool(final)
    document, came, gone = edited(text, AddScene(5), AddShot("2", 0, {"prompt": "x"}))
    assert came == [
        f"{' ' * scene}- id: 2",
        f"{inner}shots:",
        f"{dash}- id: 1",
        f"{dash}  prompt: x",
    ]
    document, came, gone = edited(text, DeleteShot("1__2"))
    assert (came, len(gone)) == ([], 3)
    assert document.text.endswith("\n") == bool(final)


def test_a_flat_film_gets_elements_by_name_and_a_film_without_any_gets_groups() -> None:
    _document, came, _gone = edited(FLAT, AddElement("Kite", PROP, {"description": "Red"}))
    assert came == ["  Kite: {type: prop, description: Red}"]
    _document, came, _gone = edited(FLAT, AddElement("Kite", PROP, {"description": "Red\nbig"}))
    assert came == [
        "  Kite:",
        "    type: prop",
        "    description: |-",
        "      Red",
        "      big",
    ]
    for head in ("", "elements:\n", "elements: {}\n"):
        text = f"title: x\n{head}scenes: []\n"
        document, came, _gone = edited(text, AddElement("Kite", PROP, {"description": "Red"}))
        assert (
            came
            == ["elements:", "  props:", "    - name: Kite", "      description: Red"][-len(came) :]
        )
        assert document.text.index("elements:") < document.text.index("scenes:")
        document.apply("Scene", [AddScene(0), AddShot("1", 0, {"prompt": "Hi"})])
        assert [shot.key for shot in document.scenario.shots()] == ["1__1"]


def test_the_change_tells_which_shots_came_and_went() -> None:
    document = opened(FILM)
    change = document.apply("Add", [AddShot("1", 0), DeleteShot("1__2")])
    assert change is not None
    assert (change.added, change.removed) == ({"1__4"}, {"1__2"})
    assert change.shots == {"1__4", "1__2"}
    assert change.scenes == {"1"}


def test_a_key_that_was_a_shots_is_never_given_to_another() -> None:
    document = opened(FILM)
    document.reserve(["1__4"])
    document.apply("Delete", [DeleteShot("1__3")])
    document.apply("Move", [MoveShot("1__2", "hill", 0)])
    document.apply("Add", [AddShot("1", 9, {"id": "2"}), AddShot("1", 9), DuplicateShot("1__1")])
    assert [shot.key for shot in document.scenario.scene("1").shots] == [
        "1__1",
        "1__7",
        "1__5",
        "1__6",
    ]
    document.undo()
    document.apply("Add", [AddShot("1", 9)])
    assert document.scenario.has_shot("1__5")


def test_a_deleted_scenes_id_is_not_used_again() -> None:
    document = opened(FILM)
    document.apply("Delete", [DeleteScene("hill"), DeleteScene("1")])
    document.apply("Add", [AddScene(0, {"id": "1"}), AddScene(0, {"id": "hill"})])
    assert [scene.id for scene in document.scenario.scenes] == ["hill_2", "2", "3"]


def test_a_copy_has_nothing_of_its_own() -> None:
    own = "        key: old\n        take: 2\n        panel: 1\n        locked: true\n"
    text = FILM.replace("        duration: 4\n", f"        duration: 4\n{own}")
    document, came, _gone = edited(text, DuplicateShot("old"))
    assert not [line for line in came if re.search("key|take|panel|locked", line)]
    copy = document.scenario.shot("1__4")
    assert (copy.take, copy.panel, copy.locked, copy.duration) == (None, None, False, 4)
    document.apply("Scene", [DuplicateScene("1")])
    assert [s.key for s in document.scenario.scene("2").shots] == ["2__1", "2__2", "2__4", "2__3"]
    assert all(shot.take is None for shot in document.scenario.scene("2").shots)


def test_cut_and_paste_brings_a_shot_back_as_itself() -> None:
    text = FILM.replace("        duration: 4\n", "        duration: 4\n        take: 2\n")
    document = opened(text)
    words = document.copy_text([ShotTarget("1__2"), ShotTarget("1__3")])
    assert words.startswith('# he walks\n- id: 2\n  key: "1__2"\n  prompt: >\n    Medium shot.')
    document.apply("Cut", [DeleteShot("1__2"), DeleteShot("1__3")])
    document.apply("Paste", [Paste(words, "hill", 0)])
    assert [shot.key for shot in document.scenario.scene("hill").shots] == [
        "1__2",
        "1__3",
        "hill__1",
    ]
    assert document.scenario.shot("1__2").take == 2
    document.apply("Again", [Paste(words, "hill", 0)])
    copy = document.scenario.scene("hill").shots[0]
    assert (copy.take, copy.key.startswith("hill__")) == (None, True)
    for _step in range(3):
        document.undo()
    assert document.text == text


def test_cut_and_paste_of_a_scene_keeps_its_id_and_keys() -> None:
    document = opened(FILM)
    words = document.copy_text([SceneTarget("1")])
    document.apply("Move", [DeleteScene("1"), Paste(words, None, 9)])
    assert [scene.id for scene in document.scenario.scenes] == ["hill", "3", "1"]
    assert [s.key for s in document.scenario.scene("1").shots] == ["1__1", "1__2", "1__3"]
    came, gone = diff(FILM, document.text)
    assert sorted(came) == sorted(gone)


def test_a_scene_goes_to_another_film_with_comments_and_without_aliases() -> None:
    anchored = opened(ANCHORED)
    words = anchored.copy_text([SceneTarget("1")])
    assert not re.search(r"[&*](one|words|cut)\b", words)
    document = opened(FILM)
    document.apply("Paste", [Paste(words, "hill", 0)])
    assert [scene.id for scene in document.scenario.scenes] == ["1", "hill", "2", "3"]
    pasted = document.scenario.scene("2").shots
    assert [shot.prompt for shot in pasted] == ["Wide shot of the hill."] * 3
    assert [shot.key for shot in pasted] == ["2__1", "2__2", "2__3"]
    words = document.copy_text([SceneTarget("1")])
    document = opened(FLAT)
    document.apply("Paste", [Paste(words, None, 0)])
    for comment in ("# The first morning", "# he yawns", "# first of all", "# duration: 8"):
        assert comment in document.text


@pytest.mark.parametrize(
    "text",
    [
        "id: 9\nprompt: Wide shot.\n",
        "- id: 9\n  prompt: Wide shot.",
        "\ufeff[{id: 9, prompt: Wide shot.}]",
        "# mine\r\n- prompt: Wide shot.\r\n  id: 9\r\n",
    ],
)
def test_one_shot_typed_by_hand_can_be_pasted(text: str) -> None:
    document, _came, gone = edited(FILM, Paste(text, "1", 1))
    assert document.scenario.shot("1__9").prompt == "Wide shot."
    assert gone == []


def test_from_the_trash_a_shot_comes_back_with_its_key() -> None:
    words = opened(FILM).copy_text([ShotTarget("1__2")])
    later = opened(FILM)
    later.reserve(["1__1", "1__2", "1__3"])
    later.apply("Delete", [DeleteShot("1__2")])
    document = opened(later.to_bytes())
    document.reserve(["1__1", "1__2", "1__3"])
    document.apply("Restore", [Paste(words, "1", 1, restore=True)])
    assert document.text == FILM


def test_an_anchored_shot_is_duplicated_without_its_anchor() -> None:
    document, came, _gone = edited(ANCHORED, DuplicateShot("1__3"))
    assert came == ["  - <<: *one", "    id: 4"]
    document, came, _gone = edited(ANCHORED, DuplicateShot("1__1"))
    assert came == ["  - id: 4", '    prompt: "Wide shot of the hill."', "    trim: {in: 1}"]
    assert document.scenario.shot("1__4").prompt == "Wide shot of the hill."


def test_a_name_is_changed_once_where_aliases_repeat_it() -> None:
    text = ANCHORED.replace("the hill", "@Hill") + "elements: {Hill: {type: prop}}\n"
    document, came, _gone = edited(text, RenameElement("Hill", "Mountain"))
    assert [line.strip() for line in came] == [
        'prompt: &words "Wide shot of @Mountain."',
        "elements: {Mountain: {type: prop}}",
    ]
    assert {shot.prompt for shot in document.scenario.shots()} == {"Wide shot of @Mountain."}


def test_a_new_name_leaves_the_words_on_their_lines() -> None:
    document, came, gone = edited(FILM, RenameElement("Topa", "Мишка"))
    assert came == [line.replace("Topa", "Мишка") for line in gone]
    assert len(came) == 7
    assert "@Topa" not in document.text


def test_merging_loses_no_words() -> None:
    text = FILM.replace("        duration: 4\n", "        duration: 4\n        # not too fast\n")
    document, _came, _gone = edited(text, MergeShots("1__1", "1__2"))
    assert (
        "        mood: sleepy\n        duration: 9\n        # he walks\n        # not too fast\n"
        "        # duration: 8\n\n      - id: 3\n"
    ) in document.text
    assert document.scenario.shot("1__1").prompt.endswith("stops at the tree. Sound: wind.")
    document.apply("Split", [SplitShot("1__1", 4)])
    assert [shot.duration for shot in document.scenario.scene("1").shots] == [4, 5, 7]


def test_a_mention_behind_an_escape_is_found() -> None:
    text = FLAT.replace("Wide shot. @Topa", r"Wide shot.\n@Topa and e@Topa.com and @Topa-like")
    document, _came, _gone = edited(text, RenameElement("Topa", "Bear"))
    assert document.scenario.shots()[0].prompt == (
        "Wide shot.\n@Bear and e@Topa.com and @Topa-like sits down in @Valley."
    )


def test_tracks_change_entry_by_entry() -> None:
    text = (
        "global_config:\n  audio:\n    # the song\n    - file: a.mp3   # mine\n      start: 1\n"
        "    - {file: b.mp3}\nscenes: []\n"
    )
    film = FilmTarget()
    tracks = [{"file": "a.mp3", "start": 2}, {"file": "b.mp3"}]
    document, came, gone = edited(text, SetField(film, "audio", tracks))
    assert (came, gone) == (["      start: 2"], ["      start: 1"])
    document.apply("Add", [SetField(film, "audio", [*tracks, {"file": "c.mp3", "gain_db": -3.5}])])
    assert "    - file: c.mp3\n      gain_db: -3.5\n" in document.text
    document.apply("Drop", [SetField(film, "audio", [{"file": "b.mp3"}])])
    assert [track.file for track in document.scenario.film.audio] == ["b.mp3"]
    assert "  audio:\n    - {file: b.mp3}\nscenes" in document.text
    document.apply("None", [SetField(film, "audio", [])])
    assert "audio: []" in document.text
    document.apply("New", [SetField(film, "audio", tracks)])
    assert [track.start for track in document.scenario.film.audio] == [2, 0]


def test_the_twin_of_a_deleted_shot_does_not_get_its_key() -> None:
    text = FILM.replace("      - id: 2\n", '      - id: "1"\n')
    document = opened(text)
    document.apply("Delete", [DeleteShot("1__1")])
    assert [shot.key for shot in document.scenario.scene("1").shots] == ["1__1~2", "1__3"]
    document = opened(text)
    document.apply("Move", [MoveShot("1__1~2", "1", 0)])
    keys = {shot.key: shot.duration for shot in document.scenario.scene("1").shots}
    assert keys == {"1__1": 5, "1__1~2": 4, "1__3": 7}


REFUSED: list[tuple[str, Edit, str]] = [
    (FILM, AddShot("9", 0), "not in the scenario"),
    (FILM, AddShot("1", 0, {"id": "a/b"}), "file name"),
    (FILM, AddShot("1", 0, {"prompt": "\ud800"}), "half a sign"),
    (FILM, AddElement("Topa", HERO), "taken"),
    (FILM, AddElement("..", HERO), "folder's name"),
    (FILM, DeleteShot("9__9"), "not in the scenario"),
    (FILM, DeleteScene("9"), "not in the scenario"),
    (FILM, DeleteElement("Nobody"), "not in the scenario"),
    (FILM, DuplicateShot("9__9"), "not in the scenario"),
    (FILM, SplitShot("1__2", 2), "each half must last 3 to 15 seconds"),
    (FILM, SplitShot("1__3", 5), "each half must last 3 to 15 seconds"),
    (FILM, MergeShots("1__1", "1__3"), "the next one of its scene"),
    (FILM, MergeShots("1__1", "hill__1"), "the next one of its scene"),
    (FILM.replace("duration: 4", "duration: 9"), MergeShots("1__2", "1__3"), "last 16 seconds"),
    (FILM, RenameElement("Topa", "Valley"), "taken"),
    (FILM, RenameElement("Topa", "Big bear"), "cannot be mentioned"),
    (FILM, RenameElement("Nobody", "X"), "not in the scenario"),
    (FILM, RetypeElement("Nobody", HERO), "not in the scenario"),
    (FILM, Paste("just words", "1", 0), "not a shot or a scene"),
    (FILM, Paste("a: [", "1", 0), "not a shot or a scene"),
    (FILM, Paste("- just words\n", "1", 0), "not a shot or a scene"),
    (FILM, Paste("- id: 1\n  prompt: x\n", None, 0), "choose one first"),
    (FILM, Paste("- id: 1\n  shots: []\n- id: 2\n  prompt: x\n", "1", 0), "not a shot or a scene"),
    (ANCHORED, DeleteShot("1__1"), r"repeats this part \(\*(one|words|cut)\)"),
    (ANCHORED, SplitShot("1__1", 1), "each half"),
    (ROW, Paste("- id: 3\n  prompt: x  # y\n", "1", 0), "brackets"),
    (ROW, Paste("# why\n- id: 3\n  prompt: x\n", "1", 0), "brackets"),
    ("", AddScene(0), "by hand first"),
    ("scenes: [", AddScene(0), "by hand first"),
]


@pytest.mark.parametrize(("text", "edit", "words"), REFUSED)
def test_what_cannot_be_done_is_told_in_words_and_nothing_changes(
    text: str, edit: Edit, words: str
) -> None:
    document = opened(text)
    with pytest.raises(DocumentError, match=words):
        document.apply("Edit", [AddElement("Extra", PROP), edit] if text == FILM else [edit])
    assert document.to_bytes() == text.encode()
    assert document.undo_label is None


def test_shots_and_scenes_are_not_copied_at_once() -> None:
    document: Document = opened(FILM)
    with pytest.raises(DocumentError, match="not both"):
        document.copy_text([ShotTarget("1__1"), SceneTarget("1")])
    with pytest.raises(DocumentError, match="not in the scenario"):
        document.copy_text([ShotTarget("9__9")])

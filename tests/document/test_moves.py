import pytest

from tests.document.test_edits import diff, edited
from tests.support.films import FILM, opened
from topa_studio.base.errors import DocumentError
from topa_studio.document.document import Document
from topa_studio.document.edits import Edit, MoveScene, MoveShot, SetField, ShotTarget


def keys(document: Document, scene: str) -> list[str]:
    return [shot.key for shot in document.scenario.scene(scene).shots]


def test_a_shot_moves_with_its_comments_and_nothing_else() -> None:
    document, came, gone = edited(FILM, MoveShot("1__3", "1", 0))
    assert keys(document, "1") == ["1__3", "1__1", "1__2"]
    assert sorted(came) == sorted(gone)
    assert "      - id: 3" in came
    assert len(came) == 6  # its five lines and one blank


def test_comments_above_and_below_travel() -> None:
    document, came, gone = edited(FILM, MoveShot("1__1", "1", 2))
    assert keys(document, "1") == ["1__2", "1__3", "1__1"]
    assert sorted(came) == sorted(gone)
    tail = document.text[document.text.index("trim: {in") :]
    assert tail.index("# he yawns") < tail.index("first of all") < tail.index("# duration: 8")
    assert document.text.count("\n") == FILM.count("\n")


def test_every_place_can_be_reached() -> None:
    for key in ("1__1", "1__2", "1__3"):
        for index in range(3):
            document = opened(FILM)
            document.apply("Move", [MoveShot(key, "1", index)])
            assert keys(document, "1")[index] == key
            assert document.text.count("\n") == FILM.count("\n")
            assert sorted(document.text.split("\n")) == sorted(FILM.split("\n"))


def test_a_shot_that_changes_scenes_keeps_its_key_in_one_line() -> None:
    document, came, gone = edited(FILM, MoveShot("1__2", "hill", 0))
    assert keys(document, "hill") == ["1__2", "hill__1"]
    assert [line for line in came if line.strip() not in {g.strip() for g in gone}] == [
        '      key: "1__2"'
    ]
    assert len(came) == len(gone) + 1
    assert '    # he walks\n    - id: 2\n      key: "1__2"\n      prompt: >\n        Medium' in (
        document.text
    )
    assert document.scenario.shot("1__2") == opened(FILM).scenario.shot("1__2")


def test_a_taken_id_becomes_the_next_free_one() -> None:
    document, came, _gone = edited(FILM, MoveShot("1__1", "hill", 1))
    assert keys(document, "hill") == ["hill__1", "1__1"]
    assert document.scenario.shot("1__1").id == "2"
    assert '    - id: "2"   # first of all' in came
    assert '      key: "1__1"' in came


def test_back_again_no_second_key_line_is_written() -> None:
    document = opened(FILM)
    document.apply("There", [MoveShot("1__2", "hill", 0)])
    document.apply("Back", [MoveShot("1__2", "1", 1)])
    assert keys(document, "1") == ["1__1", "1__2", "1__3"]
    came, gone = diff(FILM, document.text)
    assert came == ['        key: "1__2"']
    assert gone == []


def test_an_emptied_list_stays_and_takes_shots_again() -> None:
    document, came, _gone = edited(FILM, MoveShot("hill__1", "3", 0))
    assert "    shots: []" in came
    assert "    shots:   # none" in came
    assert (keys(document, "hill"), keys(document, "3")) == ([], ["hill__1"])
    document.apply("Back", [MoveShot("hill__1", "hill", 0)])
    assert (keys(document, "hill"), keys(document, "3")) == (["hill__1"], [])
    document.undo()
    document.undo()
    assert document.text == FILM


@pytest.mark.parametrize("shots", ["", "    shots:\n", "    shots: ~\n", "    shots: [] # x\n"])
def test_a_scene_with_no_shots_yet_takes_one(shots: str) -> None:
    text = FILM[: FILM.index("    shots: []   # none")] + shots
    document, came, gone = edited(text, MoveShot("1__3", "3", 0))
    assert keys(document, "3") == ["1__3"]
    assert len(came) - len(gone) in (0, 1, 2)


def test_scenes_move_with_their_comments() -> None:
    document, came, gone = edited(FILM, MoveScene("3", 0))
    assert [scene.id for scene in document.scenario.scenes] == ["3", "1", "hill"]
    assert came == gone == ["  # nothing yet", "  - id: 3", "    shots: []   # none"]
    change = document.undo()
    assert change is not None
    assert change.scenes == {"1", "hill", "3"}
    assert change.shots == frozenset()
    document.apply("Move", [MoveScene("1", 9)])
    assert [scene.id for scene in document.scenario.scenes] == ["hill", "3", "1"]


def test_shots_on_one_line_change_places() -> None:
    text = "scenes:\n- id: 1\n  shots: [{id: 1, prompt: a}, {id: 2, prompt: b}]  # two\n- id: 2\n"
    document, came, _gone = edited(text, MoveShot("1__2", "1", 0))
    assert came == ["  shots: [{id: 2, prompt: b}, {id: 1, prompt: a}]  # two"]
    document.apply("Out", [MoveShot("1__1", "2", 0)])
    assert '- id: 2\n  shots:\n    - {id: 1, prompt: a, key: "1__1"}\n' in document.text
    document.apply("In", [MoveShot("1__1", "1", 0)])
    assert '  shots: [{id: 1, prompt: a, key: "1__1"}, {id: 2, prompt: b}]  # two' in document.text
    document = opened(text.replace("- id: 2", "- id: 2\n  shots:\n  # why\n  - id: 3"))
    with pytest.raises(DocumentError, match="brackets"):
        document.apply("In", [MoveShot("2__3", "1", 0)])


@pytest.mark.parametrize("edit", [MoveShot("1__1", "1", 2), MoveShot("1__2", "hill", 1)])
def test_unreadable_neighbours_stay_where_they_are(edit: Edit) -> None:
    text = FILM.replace("      # he walks\n", "      - just words\n      # he walks\n")
    document = opened(text)
    document.apply("Move", [edit])
    assert "      - just words\n" in document.text
    document.undo()
    assert document.text == text


def test_no_final_newline_survives_moves_to_and_from_the_end() -> None:
    text = FILM[: FILM.index("  # nothing yet")].rstrip("\n")
    document = opened(text)
    document.apply("To the end", [MoveShot("1__1", "hill", 1)])
    assert keys(document, "hill") == ["hill__1", "1__1"]
    document.apply("From the end", [MoveShot("1__1", "1", 0)])
    document.apply("Scenes", [MoveScene("1", 1)])
    assert not document.text.endswith("\n")
    while document.undo():
        pass
    assert document.text == text


def test_a_twin_key_gets_a_name_of_its_own_and_edits_reach_the_right_shot() -> None:
    text = FILM.replace("      - id: 2\n", "      - id: 1\n")
    document = opened(text)
    assert keys(document, "1") == ["1__1", "1__1~2", "1__3"]
    document.apply("Edit", [SetField(ShotTarget("1__1~2"), "duration", 9)])
    came, gone = diff(text, document.text)
    assert (came, gone) == (["        duration: 9"], ["        duration: 4"])


@pytest.mark.parametrize("dash", [2, 4, 6])
def test_spaces_on_a_blank_line_of_a_text_block_are_words(dash: int) -> None:
    shot = (
        "- id: 1\n  prompt: |-\n      Wide shot.\n       \n    \n      @Topa.\n       \n  take: 1\n"
    )
    column = " " * dash
    first = "".join(column + line for line in shot.splitlines(keepends=True))
    document = opened("scenes:\n- id: 1\n  shots:\n" + first + "- id: 2\n  shots:\n    - id: 1\n")
    words = document.scenario.shot("1__1").prompt
    assert words == "Wide shot.\n \n\n@Topa.\n "
    assert "Wide shot." in document.copy_text([ShotTarget("1__1")])
    document.apply("Move", [MoveShot("1__1", "2", 0)])
    assert document.scenario.shot("1__1").prompt == words


LENDING = """\
x: &night {mode: std}
scenes:
- id: 1
  shots:
  - id: a
    <<: *night
    prompt: "Take #2: a lamp."
  - &b
    id: b
    prompt: Words
  - {id: c, <<: *night, prompt: c}
- {id: 2, shots: [{id: x, prompt: x}]}
- {id: 3, shots: [*b]}
"""


def test_a_shot_that_borrows_values_says_why_brackets_cannot_hold_it() -> None:
    document = opened(LENDING)
    with pytest.raises(DocumentError, match=r"takes values from another place .*\*night"):
        document.apply("Move", [MoveShot("1__a", "2", 0)])
    with pytest.raises(DocumentError, match=r"shared with another place of the file \(\*b\)"):
        document.apply("Move", [MoveShot("1__b", "2", 0)])
    assert document.text == LENDING


def test_a_row_that_borrows_values_moves_into_brackets_as_it_is() -> None:
    document = opened(LENDING)
    document.apply("Move", [MoveShot("1__c", "2", 1)])
    assert "{id: x, prompt: x}, {id: c, <<: *night, prompt: c, key: 1__c}]" in document.text


def test_a_number_sign_among_words_is_no_comment() -> None:
    document = opened(LENDING.replace("    <<: *night\n", ""))
    document.apply("Move", [MoveShot("1__a", "2", 0)])
    assert document.scenario.shot("1__a").prompt == "Take #2: a lamp."
    document = opened(LENDING.replace("    <<: *night\n", "    # why\n"))
    with pytest.raises(DocumentError, match="brackets"):
        document.apply("Move", [MoveShot("1__a", "2", 0)])

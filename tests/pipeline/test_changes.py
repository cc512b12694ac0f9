"""Why a take is out of date: each part of a request that differs is named, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import jobs
from topa_studio.model.change import Cause, Change
from topa_studio.model.difference import Frame, FrameKind, Kept, Piece
from topa_studio.model.request import Picture
from topa_studio.model.scenario import FilmConfig, Scenario, Settings, Shot
from topa_studio.model.word_changes import compared, tokens
from topa_studio.pipeline.changes import causes_between, changes_between, difference_between
from topa_studio.pipeline.compose import Setup, clip_request

Alter = Callable[[Scenario], Scenario]
LOOK = FilmConfig(style_prefix="Soft paper cut-out")
PANEL = Picture("panels/one.png", "5ha")
WORDS = "@Topa waves. Slow push-in."


def film(**shot: object) -> Scenario:
    made = Shot(key="1__1", id="1", prompt=WORDS, settings=Settings(mode="std"))
    return jobs.film(replace(made, **shot), film=LOOK, background="A pier", lighting="Dusk")


def of_shot(**changes: object) -> Alter:
    def alter(scenario: Scenario) -> Scenario:
        scene = scenario.scenes[0]
        shot = replace(scene.shots[0], **changes)
        return replace(scenario, scenes=(replace(scene, shots=(shot,)),))

    return alter


def of_scene(**changes: object) -> Alter:
    return lambda scenario: replace(scenario, scenes=(replace(scenario.scenes[0], **changes),))


def of_film(**changes: object) -> Alter:
    return lambda scenario: replace(scenario, film=replace(scenario.film, **changes))


def both(*alters: Alter) -> Alter:
    def alter(scenario: Scenario) -> Scenario:
        for one in alters:
            scenario = one(scenario)
        return scenario

    return alter


def told(alter: Alter, setup: Setup, after: Setup | None = None) -> tuple[Change, ...]:
    before, now = film(), alter(film())
    sent = clip_request(before, "1__1", setup, PANEL)
    return changes_between(now, "1__1", sent, clip_request(now, "1__1", after or setup, PANEL))


@pytest.mark.parametrize(
    ("alter", "changed"),
    [
        (of_shot(prompt="@Topa sleeps."), {Change.WORDS}),
        (of_scene(background="A hill"), {Change.SCENE}),
        (of_scene(lighting=""), {Change.SCENE}),
        (of_scene(background="", lighting=""), {Change.SCENE}),
        (of_film(style_prefix="Clay"), {Change.STYLE}),
        (of_film(style_prefix=""), {Change.STYLE}),
        (of_shot(duration=9), {Change.LENGTH}),
        (of_shot(settings=Settings(mode="pro")), {Change.QUALITY}),
        (of_shot(settings=Settings(mode="std", sound=False)), {Change.SOUND}),
        (of_film(aspect_ratio="9:16"), {Change.FORMAT}),
        (of_shot(elements=("Valley",)), {Change.ELEMENTS}),
        (both(of_shot(duration=9), of_scene(background="A hill")), {Change.SCENE, Change.LENGTH}),
        (both(of_shot(prompt="No."), of_scene(background="A hill")), {Change.WORDS, Change.SCENE}),
        (both(of_shot(prompt="No."), of_film(style_prefix="Clay")), {Change.WORDS, Change.STYLE}),
        (
            both(of_film(style_prefix="Clay"), of_scene(lighting="Noon")),
            {Change.SCENE, Change.STYLE},
        ),
    ],
)
def test_what_changed_is_named_and_nothing_else(alter: Alter, changed: set[Change]) -> None:
    pictures = jobs.setup(Topa=2, Valley=2)
    assert set(told(alter, pictures)) - {Change.ELEMENTS} == changed - {Change.ELEMENTS}
    if Change.ELEMENTS in changed:
        assert Change.ELEMENTS in told(alter, pictures)


def test_new_pictures_of_an_element_are_no_change_of_words() -> None:
    assert told(of_film(), jobs.setup(Topa=2), jobs.setup(Topa=3)) == (Change.PICTURES,)
    assert told(of_film(), jobs.setup(), jobs.setup(Topa=2)) == (Change.ELEMENTS,)
    assert told(of_film(), jobs.setup(Topa=2), jobs.setup()) == (Change.ELEMENTS,)


def test_the_elements_whose_pictures_or_words_changed_are_named() -> None:
    def causes(alter: Alter, before: Setup, after: Setup) -> tuple[Cause, ...]:
        now = alter(film())
        sent = clip_request(film(), "1__1", before, PANEL)
        return causes_between(now, "1__1", sent, clip_request(now, "1__1", after, PANEL))

    redrawn = (Cause(Change.PICTURES, ("Topa",)),)
    assert causes(of_film(), jobs.setup(Topa=2), jobs.setup(Topa=3)) == redrawn
    came = (Cause(Change.ELEMENTS, ("Topa",)),)
    assert causes(of_film(), jobs.setup(), jobs.setup(Topa=2)) == came
    longer = (Cause(Change.LENGTH), *redrawn)
    assert causes(of_shot(duration=9), jobs.setup(Topa=2), jobs.setup(Topa=3)) == longer


def test_two_takes_side_by_side_show_only_what_differs_word_by_word() -> None:
    """Neither of them is as the film is now, so its words do not tell where theirs begin."""
    now, setup = film(prompt="Nothing of the kind."), jobs.setup(Topa=2)
    first = clip_request(film(prompt="@Topa waves at the round sun."), "1__1", setup, PANEL)
    after = film(prompt="@Topa waves at the sun slowly, twice.", duration=7)
    second = clip_request(after, "1__1", setup, Picture("own/sun.png", "5un"))
    told = difference_between(now, "1__1", first, second, named)

    words, length, start = told.rows
    assert (words.change, length.change, start.change) == (
        Change.WORDS,
        Change.LENGTH,
        Change.START,
    )
    assert words.before == (
        Piece("@Topa", Kept.SAME, "Topa"),
        Piece(" waves at the "),
        Piece("round ", Kept.GONE),
        Piece("sun"),
    )
    assert words.after == (
        Piece("@Topa", Kept.SAME, "Topa"),
        Piece(" waves at the sun"),
        Piece(" slowly, twice", Kept.NEW),
    )
    assert (length.before, length.after) == (5, 7)
    assert (start.before, start.after) == (named(first.start), named(second.start))
    assert {Change.SCENE, Change.STYLE, Change.QUALITY, Change.ELEMENTS} <= set(told.same)
    assert not {Change.END, Change.OPTIONS} & set(told.same)

    again = difference_between(now, "1__1", first, first, named)
    assert again.is_known
    assert not again.rows


def test_two_pictures_of_one_name_are_told_apart() -> None:
    request = clip_request(film(), "1__1", jobs.setup(), Picture("own/sun.png", "5un"))
    redrawn = replace(request, start=Picture("own/sun.png", "0ther"))
    (row,) = difference_between(film(), "1__1", request, redrawn, named).rows
    assert row.before == named(request.start)
    assert row.after == replace(named(request.start), is_other=True)


def named(picture: Picture | None) -> Frame:
    return Frame() if picture is None else Frame(FrameKind.FILE, name=picture.path)


WIRE = {"topa": "Topa", "ms_hill": "Ms Hill"}
WORD = st.sampled_from(["the", "sun", "@topa", "@ms_hill", "@who", ",", " ", "  ", "don't", "日本"])
SAID = st.lists(WORD, max_size=12).map("".join) | st.text(max_size=20)


@given(SAID, SAID)
def test_pieces_put_together_are_both_texts_again_and_mentions_stay_whole(
    one: str, other: str
) -> None:
    before, after = tokens(one, WIRE), tokens(other, WIRE)
    old, new = compared(before, after)
    for pieces, said in ((old, before), (new, after)):
        assert "".join(piece.text for piece in pieces) == "".join(token.text for token in said)
        mentions = [token.mention for token in said if token.mention]
        assert [piece.mention for piece in pieces if piece.mention] == mentions
        assert all(piece.text == f"@{piece.mention}" for piece in pieces if piece.mention)
    same = [[t for p in pieces if p.kept is Kept.SAME for t in p.text] for pieces in (old, new)]
    assert same[0] == same[1]
    assert (one == other) <= all(piece.kept is Kept.SAME for piece in (*old, *new))


PIECE = st.sampled_from(["", "A pier", "Dusk", "Setting: fog", "One. Two.", "..", "Lighting: low"])


@given(st.tuples(PIECE, PIECE, PIECE, PIECE), st.tuples(PIECE, PIECE, PIECE, PIECE))
def test_whatever_the_words_are_something_is_named_where_the_prompt_differs(
    one: tuple[str, str, str, str], two: tuple[str, str, str, str]
) -> None:
    def scenario(said: tuple[str, str, str, str]) -> Scenario:
        style, background, lighting, words = said
        return both(
            of_film(style_prefix=style),
            of_scene(background=background, lighting=lighting),
            of_shot(prompt=words),
        )(film())

    setup = jobs.setup()
    before, now = scenario(one), scenario(two)
    sent, wanted = clip_request(before, "1__1", setup), clip_request(now, "1__1", setup)
    found = changes_between(now, "1__1", sent, wanted)
    assert bool(found) == (sent.prompt != wanted.prompt)
    assert set(found) <= {Change.WORDS, Change.SCENE, Change.STYLE}

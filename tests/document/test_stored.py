"""A film that was read before opens the same without being parsed, and any doubt means parsing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.films import opened
from tests.support.long_film import STYLES, long_film
from tests.support.random_edits import Laws, placed, random_edit, random_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.document.stored import stored

RANDOM = st.randoms(use_true_random=False)


def stored_of(film: Document) -> str | None:
    return None if film.state is None else stored(film.state)


def again(film: Document, words: str | None) -> Document:
    return Document(film.path, film.to_bytes(), Catalogue.bundled(), known=words)


@settings(max_examples=60, deadline=None)
@given(rng=RANDOM)
def test_any_film_opens_as_it_was_read_and_is_edited_alike(rng: random.Random) -> None:
    laws = Laws(random_film(rng))
    for _time in range(rng.randrange(4)):
        laws.edit(random_edit(rng, laws.document, ""))
    film, words = laws.document, stored_of(laws.document)
    other = again(film, words)
    assert (other.scenario, other.problems) == (film.scenario, film.problems)
    assert placed(other.basis().draft) == placed(film.basis().draft)
    # What was a shot's before is not known to a film that is opened.
    laws = Laws(other.to_bytes())
    laws.document = other
    for _time in range(3):
        laws.edit(random_edit(rng, other, ""))
    laws.finish()


@pytest.mark.parametrize("style", STYLES)
def test_a_film_that_is_known_is_not_parsed(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    film = opened(long_film(40, style))
    words = stored_of(film)
    assert words is not None
    for room in ("merging.texts", "text.draft"):
        monkeypatch.setattr(f"topa_studio.document.{room}.parse", None)
    other = again(film, words)
    assert other.scenario == film.scenario
    assert other.problems == film.problems
    other.apply("Words", [SetField(ShotTarget("s2__3"), "prompt", "Wide shot. A hill.")])
    assert other.scenario.shot("s2__3").prompt == "Wide shot. A hill."


def test_what_is_told_of_a_known_film_follows_its_settings() -> None:
    film = opened(long_film(20).replace("duration: 5", "duration: long", 1))
    other = again(film, stored_of(film))
    for document in (film, other):
        document.apply("Style", [SetField(FilmTarget(), "style_prefix", "long " * 600)])
    assert other.problems == film.problems


RUBBISH = ["", "[]", "null", "[{}, [1, 2, 3]]", "[{}, [1, 2, 3]]\n[[1]]", "\x00", "[[1]]\n1"]


@pytest.mark.parametrize("words", RUBBISH)
def test_rubbish_means_parsing(words: str) -> None:
    film = opened(long_film(20))
    other = again(film, words)
    assert (other.scenario, other.problems) == (film.scenario, film.problems)


def test_words_of_another_film_mean_parsing() -> None:
    film, longer = opened(long_film(20)), opened(long_film(30))
    other = again(film, stored_of(longer))
    assert other.scenario == film.scenario


def test_films_whose_scenes_do_not_stand_apart_are_always_parsed() -> None:
    base = long_film(20)
    borrowed = base.replace("prompt: >", "prompt: &words >", 1)
    assert stored_of(opened(borrowed)) is None
    assert stored_of(opened(base.replace("- id: 2\n", "- id: 1\n", 1))) is None
    assert stored_of(opened(f"{base}notes: at the end\n")) is None
    assert stored_of(opened(base)) is not None

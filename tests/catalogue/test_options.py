"""A new option of a model is a few lines in the model's file, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.jobs import job
from tests.support.models import model_files
from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from topa_studio.base.yaml_reader import load_file
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.definition import problems_of
from topa_studio.document.document import Document
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget, UnsetField
from topa_studio.model.change import Cause, Change
from topa_studio.model.options import OptionValue
from topa_studio.model.request import ClipRequest, digest, from_json, to_json
from topa_studio.model.wish import clips
from topa_studio.pipeline.job import State
from topa_studio.pipeline.prices import PriceBook

MODEL = "kling-3.0/video"
ADDED = """
options:
  seed:
    title: Seed
    says: The same number gives about the same clip again.
    kind: whole
    least: 0
    most: 4294967295
    wire: seed
  grain:
    title: Film grain
    kind: choice
    choices: {none: None, fine: Fine, coarse: Coarse}
    default: none
    wire: film_grain
    adds: {coarse: 2}
  loop:
    title: Runs in a circle
    kind: flag
    default: false
    wire: is_loop
    adds: {true: 1.5}
  pull:
    title: How closely the words are followed
    kind: number
    least: 0
    most: 1
    default: 0.5
    wire: cfg_scale
"""
CLIP = ClipRequest(MODEL, "A pier.", 5, "16:9", "std", False)
Set = tuple[tuple[str, OptionValue], ...]


def add_options(folder: Path, text: str = ADDED) -> None:
    with (folder / "kling-3.0_video.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.fixture
def added(tmp_path: Path) -> Iterator[None]:
    with model_files(tmp_path / "models", add_options):
        yield


def film(folder: Path, options: str, more: str = "") -> Path:
    """One shot with these options; `more` are lines of global_config."""
    scenario = plain_film(folder)
    text = scenario.read_text(encoding="utf-8")
    text = text.replace("sound: false}", f"sound: false{more}}}")
    scenario.write_text(f"{text}        options: {options}\n", encoding="utf-8")
    return scenario


def problems(scenario: Path) -> list[tuple[str, str, int | None]]:
    found = Document.open(scenario, Catalogue.bundled()).problems
    return [(p.code, p.severity, p.line) for p in found if p.severity != "hint"]


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("{seed: 7, grain: fine, loop: true, pull: 0.25}", []),
        ('{seed: "7", pull: 1}', []),
        ("{seed: 7.5}", ["document.option-whole"]),
        ("{seed: -1}", ["document.option-whole"]),
        ("{seed: many}", ["document.option-whole"]),
        ("{pull: 1.5}", ["document.option-number"]),
        ("{loop: 1}", ["document.want-bool"]),
        ("{grain: silver}", ["document.choice"]),
        ("{sede: 7}", ["document.near-key"]),
        ("{wind: 7}", ["document.no-such-option"]),
        ("{seed: [7]}", ["document.wrong-value"]),
        ("7", ["document.want-mapping"]),
    ],
)
def test_it_is_checked(tmp_path: Path, options: str, codes: list[str]) -> None:
    found = problems(film(tmp_path, options))
    assert [code for code, _severity, _line in found] == codes
    assert all(line == 9 for *_, line in found)


@pytest.mark.usefixtures("added")
def test_what_cannot_be_stops_the_shot_and_what_nobody_takes_does_not(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            for options, made in (("{seed: many}", 0), ("{wind: 7}", 1)):
                path = film(tmp_path / str(made), options)
                async with opened(path, kie.environment(), unattended=True) as session:
                    assert bool(session.shot("1__1").mistake) is not bool(made)
                    await session.make(clips("1__1"))
                assert len(kie.accepted) == made

    asyncio.run(run())


@pytest.mark.usefixtures("added")
def test_it_is_sent_stored_and_priced(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            path = film(tmp_path, "{seed: 7, grain: coarse, pull: 0.5}", ", options: {loop: true}")
            async with opened(path, kie.environment(), unattended=True) as session:
                # std without sound: 14 a second, 2 for the grain, 1.5 for the circle, 3 seconds.
                assert session.quote(clips("1__1")).credits == 17.5 * 3
                await session.make(clips("1__1"))
                (body,) = kie.accepted
                asked: dict[str, Any] = body["input"]
                assert (asked["seed"], asked["film_grain"], asked["is_loop"]) == (7, "coarse", True)
                assert "cfg_scale" not in asked  # it is what the model does anyway
                assert not session.shot("1__1").out_of_date
                await session.edit("seed", [SetField(ShotTarget("1__1"), "options.seed", 8)])
                assert session.shot("1__1").changed == (Cause(Change.OPTIONS),)
                await session.edit("seed", [SetField(ShotTarget("1__1"), "options.seed", 7)])
                assert not session.shot("1__1").out_of_date
            async with opened(path, kie.environment(), unattended=True) as again:
                assert not again.shot("1__1").out_of_date

    asyncio.run(run())


@pytest.mark.usefixtures("added")
def test_a_request_has_a_digest_of_its_own_for_each_value() -> None:
    values: tuple[Set, ...] = ((), (("seed", 7),), (("seed", 8),), (("loop", True),))
    requests = [replace(CLIP, options=options) for options in values]
    assert len({digest(request) for request in requests}) == len(values)
    for request in requests:
        assert from_json(to_json(request)) == request
    assert "options" not in to_json(CLIP)


@pytest.mark.usefixtures("added")
def test_what_a_receipt_teaches_holds_for_every_seed_and_for_its_own_switch() -> None:
    book, catalogue = PriceBook(), Catalogue.bundled()
    made = replace(CLIP, options=(("loop", True), ("seed", 7)))
    book.learn(job(State.DONE, request=made, credits=99.0, finished=1.0))
    other = replace(CLIP, options=(("loop", True), ("seed", 8)))
    assert book.of(catalogue, other).credits == 99.0
    assert book.of(catalogue, CLIP).credits == 70.0


@pytest.mark.usefixtures("added")
def test_each_place_sets_what_it_wants_and_the_file_keeps_its_other_bytes(tmp_path: Path) -> None:
    path = film(tmp_path, "{seed: 7}  # the one with the gull")
    document = Document.open(path, Catalogue.bundled())
    shot = ShotTarget("1__1")
    document.apply("one", [SetField(shot, "options.grain", "fine")])
    assert "options: {seed: 7, grain: fine}  # the one with the gull" in document.text
    document.apply("two", [SetField(FilmTarget(), "options.pull", 0.25)])
    assert "sound: false, options: {pull: 0.25}}" in document.text
    assert document.scenario.shot("1__1").settings.options == (("grain", "fine"), ("seed", 7))
    document.apply("three", [UnsetField(shot, "options.seed")])
    assert "options: {grain: fine}" in document.text
    document.apply("four", [UnsetField(shot, "options.grain")])
    assert "grain" not in document.text
    assert document.text.count("options:") == 1


def test_what_contradicts_itself_in_a_models_file_is_told(tmp_path: Path) -> None:
    wrong = ADDED.replace("wire: seed", "wire: duration").replace("default: 0.5", "default: 2")
    wrong = wrong.replace("default: none", "default: silver").replace("{true: 1.5}", "{maybe: 1}")
    told: list[str] = []

    def look(folder: Path) -> None:
        add_options(folder, wrong)
        told.extend(problems_of(load_file(folder / "kling-3.0_video.yaml")))

    with model_files(tmp_path / "models", look):
        pass
    for part in ("seed: wire", "pull: default", "grain: default", "loop: adds"):
        assert any(part in each for each in told), (part, told)

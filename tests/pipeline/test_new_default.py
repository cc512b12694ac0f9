"""Another model draws by itself now: what the one before has drawn stays, and is not paid twice."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.support.jobs import film, setup, shot
from tests.support.open_film import one_element_film, opened
from tests.support.small_kie import SmallKie, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.model.request import digest
from topa_studio.model.scenario import FilmConfig, Settings
from topa_studio.model.status import Consent
from topa_studio.model.wish import clips, panels, reference_images
from topa_studio.pipeline.compose import panel_fits, panel_request

KEY, BEFORE = "1__1", "    image_model: nano-banana-2\n"
EARLIER = Settings(image_model="nano-banana-2")


def drawn_by_the_one_before(folder: Path) -> Path:
    """A film that names nothing, as the version before made it: it says so while that is made."""
    scenario = one_element_film(folder)
    text = scenario.read_text(encoding="utf-8")
    config = "global_config: {mode: std, sound: false}\n"
    named = f"global_config:\n    mode: std\n    sound: false\n{BEFORE}"
    scenario.write_text(text.replace(config, named), encoding="utf-8")
    return scenario


def unnamed(scenario: Path) -> None:
    scenario.write_text(scenario.read_text(encoding="utf-8").replace(BEFORE, ""), encoding="utf-8")


async def made(scenario: Path, kie: SmallKie) -> None:
    async with opened(scenario, kie.environment()) as session:
        await session.make(clips(KEY))
        assert session.missing() == ()
    assert [body["model"] for body in kie.accepted] == ["nano-banana-2"] * 3 + ["kling-3.0/video"]


def check_nothing_is_to_be_made(session: ProjectSession) -> None:
    status = session.shot(KEY)
    assert (status.out_of_date, status.changed) == (False, ())
    assert session.element("Topa").wanted == len(session.element("Topa").pictures) == 2
    assert session.standing.stale().wishes == session.missing() == ()
    assert session.quote(reference_images("Topa")).images == 0
    assert session.quote(clips(KEY)).images == 0


def test_what_was_drawn_before_is_as_the_film_says(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = drawn_by_the_one_before(tmp_path)
            await made(scenario, kie)
            unnamed(scenario)
            async with opened(scenario, kie.environment()) as session:
                check_nothing_is_to_be_made(session)
                spent = session.money().spent
                await session.make([*reference_images("Topa"), *panels(KEY), *clips(KEY)])
                assert session.money().spent == spent
                # A new take starts from the panel that is there.
                again = session.quote(clips(KEY))
                assert (again.images, again.credits) == (0, 42)
                await session.make(clips(KEY), consent=Consent(same=True, shown=42))
                assert len(session.shot(KEY).takes) == 2
            assert [body["model"] for body in kie.accepted[4:]] == ["kling-3.0/video"]

    asyncio.run(run())


def test_a_folder_without_its_state_says_so_too(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = drawn_by_the_one_before(tmp_path)
            await made(scenario, kie)
            unnamed(scenario)
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            async with opened(scenario, kie.environment()) as session:
                check_nothing_is_to_be_made(session)
            assert len(kie.accepted) == 4

    asyncio.run(run())


def test_another_film_takes_it_over_for_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = drawn_by_the_one_before(tmp_path)
            await made(scenario, kie)
            unnamed(scenario)
            other = shutil.copy(scenario, tmp_path / "other.yaml")
            async with opened(other, kie.environment()) as session:
                await session.collect()
                assert session.quote(clips(KEY)).credits == 0 or session.shot(KEY).takes
                await session.make(clips(*session.missing()))
                check_nothing_is_to_be_made(session)
                assert len(session.shot(KEY).takes) == 1
            assert len(kie.accepted) == 4

    asyncio.run(run())


def test_what_is_made_from_now_on_is_drawn_by_the_new_one(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(one_element_film(tmp_path), kie.environment()) as session:
                assert session.quote(reference_images("Topa")).credits == 2 * 4
                await session.make(clips(KEY))
            models = [body["model"] for body in kie.accepted]
            assert models == ["nano-banana-2-1"] * 3 + ["kling-3.0/video"]
            assert kie.accepted[0]["input"]["resolution"] == "1K"

    asyncio.run(run())


@pytest.mark.parametrize("model", ["nano-banana-2", "gpt-image-2-text-to-image"])
def test_a_panel_is_compared_under_its_own_model_where_none_is_named(model: str) -> None:
    by_it = film(shot(), film=FilmConfig(settings=Settings(image_model=model)))
    drawn = digest(panel_request(by_it, KEY, setup()))
    assert panel_fits(film(shot()), KEY, setup(), drawn)
    assert not panel_fits(film(shot(prompt="A boat.")), KEY, setup(), drawn)
    # Who names another one wants another panel.
    lite = film(shot(), film=FilmConfig(settings=Settings(image_model="nano-banana-2-lite")))
    assert not panel_fits(lite, KEY, setup(), drawn)


def test_the_nearest_model_of_pictures_draws_the_panel() -> None:
    said = [
        film(shot()),
        film(shot(), film=FilmConfig(settings=EARLIER)),
        film(shot(settings=Settings(image_model="nano-banana-2-lite")), settings=EARLIER),
    ]
    models = [panel_request(one, KEY, setup()).model for one in said]
    assert models == ["nano-banana-2-1", "nano-banana-2", "nano-banana-2-lite"]

"""Films with outputs of their own and one elements folder: one at a time makes pictures there."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import CREATE, SmallKie, small_kie
from topa_studio.app.elsewhere import remember
from topa_studio.app.locking import FilmLocks
from topa_studio.app.project import OutputLock
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.pipeline.folder.layout import Layout

_HOLD = """
import sys
from pathlib import Path
from topa_studio.app.locking import FilmLocks
from topa_studio.pipeline.folder.layout import Layout
home = Path(sys.argv[1])
locks = FilmLocks(Layout(home, home / "output", Path(sys.argv[2]), "film"))
print(repr(locks.take("run-all", must=False)), flush=True)
sys.stdin.readline()
"""


def _film(folder: Path, elements: str = "../cast") -> Path:
    film = one_element_film(folder)
    (folder / "config.yaml").write_text(f"output: {{elements_dir: {elements}}}\n")
    remember(film, [(folder / elements).resolve()])
    return film


def _layout(home: Path, elements: Path) -> Layout:
    return Layout(home, home / "output", elements, "film")


@contextmanager
def _other_process(home: Path, elements: Path) -> Iterator[int]:
    """Another film at work in another process; its process id."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(home), str(elements)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "''\n"
        yield other.pid
        other.communicate("\n")


def _creates(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def test_a_film_whose_elements_folder_another_process_works_in_opens_to_look_only(
    tmp_path: Path,
) -> None:
    film = _film(tmp_path / "two")

    async def run() -> None:
        async with small_kie() as kie:
            with _other_process(tmp_path / "one", tmp_path / "cast") as pid:
                async with opened(film, kie.environment()) as session:
                    assert session.read_only
                    with pytest.raises(ProjectError, match="run-all is working"):
                        await session.make(reference_images("Topa"))
                with pytest.raises(ProjectError) as caught:
                    async with opened(film, kie.environment(), must_write=True):
                        pass
                said = str(caught.value)
                assert str(pid) in said
                assert "cast" in said
                # Both or none: the output is free for whoever wants it alone.
                own = OutputLock(tmp_path / "two" / "output" / ".topa" / "lock")
                assert own.take("somebody")
                own.release()
            assert _creates(kie) == 0
            async with opened(film, kie.environment(), must_write=True) as after:
                assert not after.read_only

    asyncio.run(run())


def test_pictures_that_another_film_paid_for_are_made_and_not_paid_again(tmp_path: Path) -> None:
    one, two = _film(tmp_path / "one"), _film(tmp_path / "two")

    async def made(session: ProjectSession, kie: SmallKie) -> None:
        assert session.element("Topa").stage is Stage.MADE
        quote = session.quote(reference_images("Topa"))
        assert (quote.images, quote.credits) == (0, 0)
        await session.make(reference_images("Topa"))
        assert _creates(kie) == 2

    async def run() -> None:
        async with small_kie() as kie:
            async with opened(two, kie.environment()) as before:
                quote = before.quote(reference_images("Topa"))
                assert (quote.images, quote.credits) == (2, 8)
            async with opened(one, kie.environment()) as first:
                await first.make(reference_images("Topa"))
                async with opened(two, kie.environment()) as looker:
                    assert looker.read_only
            async with opened(two, kie.environment()) as second:
                await made(second, kie)
                await second.make(clips("1__1"))
                assert _creates(kie) == 4, "its own panel and clip"
                # Reference images are no film's own: each film of the folder counts them.
                assert second.money().spent == 2 * 4 + 4 + 42

    asyncio.run(run())


def test_pictures_that_another_film_paid_for_and_did_not_fetch_are_brought_home(
    tmp_path: Path,
) -> None:
    one, two = _film(tmp_path / "one"), _film(tmp_path / "two")

    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(one, kie.environment()) as first:
                first.press(reference_images("Topa"))
                await kie.until("recordInfo")
            assert _creates(kie) == 1
            kie.finish()
            async with opened(two, kie.environment()) as second:
                await second.make(reference_images("Topa"))
                assert second.element("Topa").stage is Stage.MADE
                assert _creates(kie) == 2, "the front view was paid for by the other film"
                assert await second.spending.spent_today() == 2 * 4
            async with opened(one, kie.environment()) as again:
                await again.collect()
                await again.make(reference_images("Topa"))
                assert again.element("Topa").stage is Stage.MADE
                assert _creates(kie) == 2
            pictures = sorted(path.name for path in _pictures(tmp_path))
            assert pictures == ["Topa1.png", "Topa2.png"]

    asyncio.run(run())


def _pictures(folder: Path) -> list[Path]:
    return list((folder / "cast").rglob("*.png"))


def test_two_films_with_elements_of_their_own_do_not_wait_for_each_other(tmp_path: Path) -> None:
    async def run() -> None:
        for name in ("one", "two"):
            plain_film(tmp_path / name)
        async with (
            opened(tmp_path / "one" / "film.yaml") as first,
            opened(tmp_path / "two" / "film.yaml") as second,
        ):
            assert (first.read_only, second.read_only) == (False, False)

    asyncio.run(run())
    assert not list(tmp_path.rglob("elements/.topa"))


@pytest.mark.parametrize("first_is_owner", [True, False])
def test_an_elements_folder_inside_another_films_output_is_one_place(
    tmp_path: Path, first_is_owner: bool
) -> None:
    cast = tmp_path / "one" / "output" / "elements"
    owner, guest = _layout(tmp_path / "one", cast), _layout(tmp_path / "two", cast)
    first, second = (owner, guest) if first_is_owner else (guest, owner)
    holding, late = FilmLocks(first), FilmLocks(second)
    assert holding.take("the window", must=False) == ""
    assert late.take("run-all", must=False) == "the window"
    holding.release()
    assert late.take("run-all", must=False) == ""
    late.release()


def test_links_and_dots_lead_to_the_same_lock(tmp_path: Path) -> None:
    cast = tmp_path / "cast"
    cast.mkdir()
    spelt = [cast, tmp_path / "three" / "output" / ".." / ".." / "cast"]
    if os.name == "posix":
        (tmp_path / "link").symlink_to(cast)
        spelt.append(tmp_path / "link")
    holding = FilmLocks(_layout(tmp_path / "one", cast))
    assert holding.take("the window", must=True) == ""
    for elements in spelt:
        late = FilmLocks(_layout(tmp_path / "three", elements))
        assert late.take("run-all", must=False) == "the window"
    holding.release()


def test_an_elements_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "cast").write_text("a file is in its place")
    film = _film(tmp_path / "two")

    async def run() -> None:
        with pytest.raises(ProjectError, match=r"cast cannot be written"):
            async with opened(film, must_write=True):
                pass
        own = OutputLock(tmp_path / "two" / "output" / ".topa" / "lock")
        assert own.take("somebody"), "both or none"
        own.release()

    asyncio.run(run())

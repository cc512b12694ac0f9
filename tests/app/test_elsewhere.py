"""F8: a film from elsewhere uses nothing outside its folder before the user has allowed it."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import SmallKie, picture_bytes, small_kie
from topa_studio.app.elsewhere import remember
from topa_studio.base.errors import NotAllowed, StudioError
from topa_studio.base.words import say
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, reference_images


def _damage(user: Path) -> None:
    (kept,) = user.rglob("allowed.json")
    kept.write_text("[", encoding="utf-8")


def settings(home: Path, output: str) -> None:
    (home / "config.yaml").write_text(f"output: {{{output}}}\n", encoding="utf-8")


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def with_picture(home: Path, picture: str) -> Path:
    film = plain_film(home, 2)
    lines = film.read_text(encoding="utf-8")
    film.write_text(
        lines.replace(
            "      - id: 1\n        prompt",
            f"      - id: 1\n        start: {picture}\n        prompt",
            1,
        )
    )
    return film


async def refused(film: Path, **how: object) -> NotAllowed:
    with pytest.raises(NotAllowed) as caught:
        async with opened(film, **how):
            pass
    return caught.value


@pytest.mark.parametrize("practice", [True, False])
@pytest.mark.parametrize(
    "output",
    [
        "base_dir: {away}",
        "base_dir: ../private",
        "base_dir: output/../../private",
        "elements_dir: {away}",
        "elements_dir: ../private",
        "base_dir: linked",
        "base_dir: linked/inner",
        "elements_dir: linked",
    ],
)
def test_f8_results_outside_the_folder_are_refused_before_a_byte_is_written(
    tmp_path: Path, output: str, practice: bool
) -> None:
    async def run() -> None:
        home, away = tmp_path / "film", tmp_path / "private"
        film = plain_film(home)
        away.mkdir()
        (home / "linked").symlink_to(away, target_is_directory=True)
        settings(home, output.format(away=away))
        before = everything(tmp_path)
        error = await refused(film, practice=practice)
        assert "outside its own folder" in str(error)
        assert str(away) in str(error)
        assert everything(tmp_path) == before
        # To look at it writes nothing, so it needs no leave.
        async with opened(film, practice=practice, look_only=True):
            pass
        assert everything(tmp_path) == before

    asyncio.run(run())


def test_f8_what_was_allowed_once_is_allowed_for_this_film_and_this_place_alone(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film, other = plain_film(tmp_path / "film"), plain_film(tmp_path / "other")
        settings(film.parent, "base_dir: ../private, elements_dir: ../private/cast")
        error = await refused(film)
        remember(film, error.places)
        for practice in (False, True):
            async with opened(film, practice=practice):
                pass
        settings(other.parent, "base_dir: ../private")
        await refused(other)
        settings(film.parent, "base_dir: ../more")
        await refused(film)

    asyncio.run(run())


def test_f8_a_link_that_leads_elsewhere_later_is_asked_about_again(tmp_path: Path) -> None:
    async def run() -> None:
        film, link = plain_film(tmp_path / "film"), tmp_path / "film" / "output"
        for name in ("disk", "secrets"):
            (tmp_path / name).mkdir()
        link.symlink_to(tmp_path / "disk")
        remember(film, (await refused(film)).places)
        async with opened(film):
            pass
        link.unlink()
        link.symlink_to(tmp_path / "secrets")
        assert str(tmp_path / "secrets") in str(await refused(film))

    asyncio.run(run())


def test_f8_folders_that_the_user_chose_need_no_leave(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "film")
        settings(film.parent, "base_dir: ../private")
        async with opened(film, config=film.parent / "config.yaml"):
            pass
        async with opened(film, allow_outside=True):
            pass
        inside = plain_film(tmp_path / "inside")
        settings(inside.parent, f"base_dir: {inside.parent / 'made'}, elements_dir: cast")
        async with opened(inside):
            pass

    asyncio.run(run())


@pytest.mark.parametrize("picture", ["{away}", "../private.png", "x/../../private.png", "link.png"])
def test_f8_a_picture_from_outside_is_not_uploaded_and_its_shot_costs_nothing(
    tmp_path: Path, picture: str
) -> None:
    async def run(kie: SmallKie) -> None:
        away = tmp_path / "private.png"
        away.write_bytes(picture_bytes(640, 360))
        home = tmp_path / "film"
        film = with_picture(home, picture.format(away=away))
        (home / "x").mkdir()
        (home / "link.png").symlink_to(away)
        async with opened(film, kie.environment()) as session:
            await session.make(clips("1__1", "1__2"))
            trouble = session.shot("1__1").trouble
            assert trouble is not None
            assert trouble.code == "pipeline.picture-elsewhere"
            assert session.shot("1__2").stage is Stage.MADE
            assert (kie.asked("upload"), len(kie.accepted)) == (0, 1)
            shots = session.document.scenario.shots()
            session.elsewhere.allow(session.elsewhere.pictures(shots))
            assert session.elsewhere.pictures(shots) == ()
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE
        assert kie.asked("upload") == 1
        async with opened(film, kie.environment()) as again:
            assert again.elsewhere.pictures(again.document.scenario.shots()) == ()

    async def main() -> None:
        async with small_kie() as kie:
            await run(kie)

    asyncio.run(main())


def test_f8_end_pictures_count_and_one_asking_names_them_all(tmp_path: Path) -> None:
    async def run() -> None:
        home = tmp_path / "film"
        film = with_picture(home, "../one.png")
        text = film.read_text(encoding="utf-8")
        film.write_text(
            text.replace(
                "- id: 2\n", "- id: 2\n        start: mine.png\n        end: ../two.png\n", 1
            )
        )
        (home / "mine.png").write_bytes(picture_bytes())
        async with opened(film) as session:
            shots = session.document.scenario.shots()
            named = session.elsewhere.pictures(shots)
            assert [place.name for place in named] == ["one.png", "two.png"]
        async with opened(film, practice=True) as rehearsal:
            assert rehearsal.elsewhere.pictures(shots) == ()

    asyncio.run(run())


def test_a_list_of_what_was_allowed_that_is_damaged_allows_nothing(
    tmp_path: Path, own_user: Path
) -> None:
    async def run() -> None:
        film = one_element_film(tmp_path / "film")
        settings(film.parent, "elements_dir: ../cast")
        error = await refused(film)
        remember(film, error.places)
        _damage(own_user)
        await refused(film)
        remember(film, error.places)
        async with opened(film):
            pass

    asyncio.run(run())


@pytest.mark.parametrize("kind", ["view", "panel", "clip"])
def test_f8_nor_what_a_record_of_takes_names_that_came_with_the_film(
    tmp_path: Path, kind: str
) -> None:
    """The folder's own database says that a take lies among the user's private files."""

    async def run(kie: SmallKie) -> None:
        film = one_element_film(tmp_path / "film")
        text = film.read_text(encoding="utf-8")
        shot = text.partition("    shots:\n")[2].replace("id: 1", "id: 2")
        text += shot.replace("        duration", "        start: previous\n        duration")
        film.write_text(text, encoding="utf-8")
        for name, data in (("private.png", kie.picture), ("private.mp4", kie.clip)):
            (tmp_path / name).write_bytes(data)
        async with opened(film, kie.environment()) as session:
            await session.make(reference_images("Topa"))
            await session.make(clips("1__1"))
        place = "../private.mp4" if kind == "clip" else "../private.png"
        with closing(sqlite3.connect(film.parent / "output" / ".topa" / "state.db")) as db:
            db.execute(
                "UPDATE take SET path = ?, digest = '', sha256 = '' WHERE kind = ?", (place, kind)
            )
            db.execute("DELETE FROM upload")
            db.execute("DELETE FROM take WHERE kind = 'view' AND number = 2 AND path = ?", (place,))
            db.commit()
        if kind == "view":
            for path in film.parent.joinpath("output", "elements", "Topa").iterdir():
                path.unlink()
        key = "1__2" if kind == "clip" else "1__1"
        before = kie.asked("upload")
        async with opened(film, kie.environment()) as session:
            with suppress(StudioError):
                if kind == "view":
                    await session.make(reference_images("Topa"))
                else:
                    await session.make(clips(key), consent=Consent(same=True))
            status = session.element("Topa") if kind == "view" else session.shot(key)
            assert status.trouble is not None
            assert "lies outside" in say(status.trouble.code, status.trouble.params)
        assert kie.asked("upload") == before or kind == "clip"

    async def main() -> None:
        async with small_kie() as kie:
            await run(kie)

    asyncio.run(main())

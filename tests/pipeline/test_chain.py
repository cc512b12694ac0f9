"""Three shots in a chain, in practice: each begins with what the one before shows last."""

from __future__ import annotations

import asyncio
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.service_process import Practice, practice_service
from tests.support.small_kie import CREATE, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.media.pictures import encoded
from topa_studio.model.wish import clips
from topa_studio.practice.drawing import ROUGH

KEYS = ("1__1", "1__2", "1__3")
FPS, CUT = 24, 2
Pixels = NDArray[np.uint8]


def chain(folder: Path) -> Path:
    """The first is trimmed, so that its last picture is not its clip's; the others follow."""
    film = plain_film(folder, 3)
    text = film.read_text(encoding="utf-8")
    lines = (f"trim: {{in: 0, out: {CUT}}}", "start: previous", "start: previous")
    for number, line in enumerate(lines, 1):
        head = f"      - id: {number}\n"
        text = text.replace(head, f"{head}        {line}\n")
    film.write_text(text, encoding="utf-8")
    return film


def decoded(source: Path | BytesIO, *wanted: int) -> list[Pixels]:
    """Pictures of a file by their numbers from 0; -1 is the last one."""
    with av.open(str(source) if isinstance(source, Path) else source) as container:
        frames = list(container.decode(video=0))
        return [pixels(frames[number]) for number in wanted]


def pixels(frame: av.VideoFrame) -> Pixels:
    """In the colours that a person sees."""
    with av.open(BytesIO(encoded(frame, "png"))) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


def decibels(one: Pixels, other: Pixels) -> float:
    error = np.mean((one.astype(float) - other.astype(float)) ** 2)
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))


def sent_as_start(service: Practice, place: int) -> Pixels:
    """The picture that the service was given for the clip that was asked for in this place."""
    created = [event["input"] for event in service.events("created")]
    with urlopen(created[place]["image_urls"][0]) as reply:
        return decoded(BytesIO(reply.read()), 0)[0]


def clip_of(session: ProjectSession, key: str) -> Path:
    chosen = session.shot(key).chosen
    assert chosen is not None
    return session.path(chosen.path)


def test_each_starts_from_the_last_picture_that_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ROUGH, raising=False)  # its clips have half the frames

    async def run() -> None:
        with practice_service(tmp_path) as service:
            film = chain(tmp_path / "film")
            async with opened(film, service.environment()) as session:
                await session.make(clips(*KEYS))
                assert session.missing() == ()
                first, second, third = (clip_of(session, key) for key in KEYS)
                shown, hidden = decoded(first, CUT * FPS - 1, -1)
                assert decibels(shown, hidden) < 35
                for place, last, clip in ((1, shown, second), (2, *decoded(second, -1), third)):
                    start = await asyncio.to_thread(sent_as_start, service, place)
                    assert np.array_equal(start, last)
                    assert decibels(decoded(clip, 0)[0], last) >= 35
                assert not any(session.shot(key).out_of_date for key in KEYS)

    asyncio.run(run())


def test_a_shot_whose_start_is_not_made_costs_nothing_before_it_says_so(tmp_path: Path) -> None:
    film = one_element_film(tmp_path)
    text = film.read_text(encoding="utf-8")
    first = text[text.index("      - id: 1\n") :]
    follows = first.replace("id: 1\n", "id: 2\n        start: previous\n")
    # Only the second shows the element: its pictures would be drawn for nothing.
    text = text.replace("@Topa on a pier", "A pier") + follows
    film.write_text(text, encoding="utf-8")

    async def run() -> None:
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            quote = await session.batch(clips("1__2"))
            assert quote.fits == ()
            await session.make(clips("1__2"))
            trouble = session.shot("1__2").trouble
            assert trouble is not None
            assert "shot 1.1, which is not made yet" in say(trouble.code, trouble.params)
            assert kie.service.paths().count(CREATE) == 0
            # With the shot before in the same press both are made, one after the other.
            await session.make(clips("1__1", "1__2"))
            assert session.missing() == ()

    asyncio.run(run())

"""What was asked so far keeps its digest: by it takes are told to be as the film would make them.

The digests below were written down with version 0.1. Where one of them changes, every film looks
out of date, and a press pays again for what is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from tests.support.jobs import TOPA, film, setup, shot
from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.model.request import (
    ClipRequest,
    ElementInput,
    ImageRequest,
    Picture,
    Request,
    digest,
    from_json,
    to_json,
)
from topa_studio.model.scenario import FilmConfig, Line, Settings
from topa_studio.pipeline.compose import (
    clip_request,
    panel_digests,
    panel_request,
    view_request,
)

NAMED = Settings(image_model="nano-banana-2")
"""What drew where a film named nothing."""
FRAME = Picture("output/film/panels/1__1/P01.png", "f" * 64)
TOPA_PICTURES = (Picture("Topa1.png", "a" * 64), Picture("", "", "https://example.org/topa.png"))
WHOLE = ClipRequest(
    "kling-3.0/video",
    "Wide shot. @topa waves. Звук: чайки.",
    7,
    "9:16",
    "4K",
    False,
    FRAME,
    Picture("end.png", "e" * 64),
    (ElementInput("topa", "A small bear", TOPA_PICTURES),),
)


def test_requests_keep_their_digests() -> None:
    requests: tuple[Request, ...] = (
        ClipRequest("kling-3.0/video", "A pier at dusk.", 5, "16:9", "std", True),
        WHOLE,
        ImageRequest("nano-banana-2", "A red boat.", "1:1"),
        ImageRequest("seedream/5-pro-text-to-image", "A red boat.", "16:9", (FRAME,)),
    )
    assert [_short(request) for request in requests] == [
        "e35b9fa3caf783c0",
        "54d92485ef1a670d",
        "1e4b346287474a8a",
        "d98603e9bde13763",
    ]


def test_what_a_film_asks_keeps_its_digests() -> None:
    scenario = film(
        shot(1, "Wide shot. @Topa walks through @Valley. Sound: birds."),
        shot(2, "Close-up.", duration=9, settings=Settings(mode="std", sound=False)),
        shot(3, "@Topa sleeps.", settings=Settings(model="kling-3.0-omni/text-to-video")),
        film=FilmConfig(style_prefix="3D animation", aspect_ratio="9:16", settings=NAMED),
        background="Sunny valley",
        lighting="Warm morning light",
    )
    made = setup(Topa=1, Valley=5)
    clips = [
        clip_request(scenario, "1__1", made, FRAME),
        clip_request(scenario, "1__2", made),
        clip_request(scenario, "1__3", made),
    ]
    assert [_short(request) for request in clips] == [
        "4747cc613f44ddc7",
        "e1f9d03f03e66c16",
        "5ec340922aed10ba",
    ]
    panels = panel_digests(scenario, "1__1", made)
    assert [panel[:16] for panel in panels] == ["ddc98b8651e95ad5", "89bd136247508ab8"]
    unnamed = replace(scenario, film=replace(scenario.film, settings=Settings()))
    assert set(panels) < set(panel_digests(unnamed, "1__1", made))
    views = [view_request(scenario, TOPA, number, made, None) for number in (1, 2)]
    views.append(view_request(scenario, TOPA, 2, made, FRAME))
    assert [_short(request) for request in views] == [
        "cf0e21f00ef36f78",
        "cb458703c22033d9",
        "740f82354b7cdd02",
    ]


def test_the_sample_film_keeps_its_digests() -> None:
    document = Document.open(sample_film() / "scenario.yaml", Catalogue.bundled())
    made = setup()
    keys = [each.key for each in document.scenario.shots()]
    clips = [clip_request(document.scenario, key, made, FRAME) for key in keys]
    panels = [panel_request(document.scenario, key, made) for key in keys]
    assert (len(keys), _all(clips), _all(panels)) == (23, "16568f2d76547b4c", "c2eae33b7161b95a")


def test_a_request_that_is_stored_comes_back_the_same() -> None:
    stored = to_json(WHOLE)
    assert from_json(stored) == WHOLE
    assert digest(from_json(stored)) == digest(WHOLE)


def _short(request: Request) -> str:
    return digest(request)[:16]


def _all(requests: Iterable[Request]) -> str:
    return sha256(" ".join(map(digest, requests)).encode()).hexdigest()[:16]


def test_what_is_said_in_a_shot_is_no_part_of_its_request() -> None:
    spoken = replace(shot(), lines=(Line("Topa", "Hello"),))
    requests = [clip_request(film(each), "1__1", setup()) for each in (shot(), spoken)]
    assert len({digest(request) for request in requests}) == 1

"""A pasted task id is proven by the request the service echoes: its own, and nobody else's."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import ClipRequest, ElementInput, ImageRequest, Picture, Request
from topa_studio.provider.api import TaskReport, TaskState
from topa_studio.provider.kie.echo import matches
from topa_studio.provider.kie.task_reader import read_task
from topa_studio.provider.kie.verdicts import open_envelope
from topa_studio.provider.kie.wire import create_body
from topa_studio.provider.reply import Reply

BUNDLED = Catalogue.bundled()
URLS = {"a": "https://files/a.png", "b": "https://files/b.png", "c": "https://files/c.png"}
TOPA = ElementInput("topa", "A bear", (Picture("t1.png", "a"), Picture("t2.png", "b")))
CLIP = ClipRequest(
    "kling-3.0/video", "A pier  at dusk.\n", 5, "16:9", "std", False, Picture("s.png", "c"), None,
    (TOPA,),
)  # fmt: skip
IMAGE = ImageRequest("nano-banana-2", "A pier.", "16:9", (Picture("t1.png", "a"),))


def body(request: Request) -> dict[str, Any]:
    model = BUNDLED.model_for(request)
    assert model is not None
    return create_body(model, request, URLS)


def report(echo: dict[str, Any]) -> TaskReport:
    return TaskReport("t", TaskState.DRAWING, echo=echo)


@pytest.mark.parametrize("request_", [CLIP, IMAGE])
def test_its_own_echo_is_recognised_also_with_defaults_and_other_spellings(
    request_: Request,
) -> None:
    told = body(request_)
    assert matches(BUNDLED, report(told), request_, URLS)
    told["callBackUrl"] = ""
    told["input"] |= {"nsfw_checker": False, "negative_prompt": "", "multi_prompt": []}
    told["input"]["prompt"] = told["input"]["prompt"].strip()
    if "duration" in told["input"]:
        told["input"] |= {"duration": 5, "sound": "false"}
        told["input"].pop("aspect_ratio")
    assert matches(BUNDLED, report(told), request_, URLS)


OTHER = [
    replace(CLIP, prompt="A pier at dawn."),
    replace(CLIP, duration=6),
    replace(CLIP, mode="pro"),
    replace(CLIP, sound=True),
    replace(CLIP, start=Picture("s.png", "a")),
    replace(CLIP, start=Picture("s.png", "c"), end=Picture("e.png", "a")),
    replace(CLIP, elements=()),
    replace(CLIP, elements=(replace(TOPA, pictures=TOPA.pictures[::-1]),)),
    replace(CLIP, elements=(replace(TOPA, name="otto"),)),
    IMAGE,
]


@pytest.mark.parametrize("other", OTHER)
def test_the_echo_of_any_other_wish_is_not(other: Request) -> None:
    assert not matches(BUNDLED, report(body(other)), CLIP, URLS)
    assert not matches(BUNDLED, report(body(CLIP)), other, URLS)


def test_a_picture_whose_address_was_not_kept_fits_any_but_not_none() -> None:
    assert matches(BUNDLED, report(body(CLIP)), CLIP, {})
    assert not matches(BUNDLED, report(body(replace(CLIP, elements=()))), CLIP, {})
    assert not matches(BUNDLED, report(body(replace(CLIP, prompt="Else."))), CLIP, {})


def test_no_echo_proves_nothing() -> None:
    assert not matches(BUNDLED, report({}), CLIP, URLS)
    assert not matches(BUNDLED, report({"input": {}}), CLIP, URLS)
    assert not matches(BUNDLED, report({"model": "kling-3.0/video"}), CLIP, URLS)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.sampled_from(["prompt", "duration", "image_urls", "kling_elements"]), ANY)
def test_nonsense_in_a_place_that_counts_is_never_taken_for_it(name: str, value: Any) -> None:
    told = copy.deepcopy(body(CLIP))
    told["input"][name] = value
    if value not in (5, "5"):
        assert not matches(BUNDLED, report(told), CLIP, URLS)


@pytest.mark.parametrize(
    ("wire", "seconds"), [(1795000000000, 1795000000.0), (1795000000, 1795000000.0), (None, None)]
)
def test_when_a_task_was_made_is_told_in_seconds(wire: Any, seconds: float | None) -> None:
    text = '{"code": 200, "data": {"taskId": "t", "state": "waiting", "createTime": %s}}'
    reply = Reply(200, (text % ("null" if wire is None else wire)).encode())
    found = read_task(open_envelope(reply), "t")
    assert found is not None
    assert found.created == seconds

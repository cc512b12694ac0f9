from __future__ import annotations

from pathlib import Path

import pytest

from topa_studio.base.errors import DocumentError
from topa_studio.base.resources import resource
from topa_studio.base.yaml_reader import load_file
from topa_studio.catalogue.catalogue import (
    DEFAULT_CLIP_MODEL,
    DEFAULT_IMAGE_MODEL,
    Catalogue,
    read_model,
)
from topa_studio.catalogue.definition import problems_of
from topa_studio.catalogue.prices import price
from topa_studio.model.request import ClipRequest, ImageRequest, Picture

FILES = sorted(resource("models").glob("*.yaml"))
PICTURE = Picture(url="https://example.org/a.png")


def clip(model: str, mode: str, *, sound: bool, start: Picture | None = None) -> ClipRequest:
    return ClipRequest(model, "A pier at dusk.", 5, "16:9", mode, sound, start)


def test_the_promised_models_are_there() -> None:
    catalogue = Catalogue.bundled()
    assert set(catalogue.ids("clip")) == {
        "kling-3.0/video",
        "kling-3.0-omni/text-to-video",
        "kling-3.0-omni/image-to-video",
    }
    assert set(catalogue.ids("image")) == {
        "nano-banana-2",
        "nano-banana-2-1",
        "nano-banana-2-lite",
        "seedream/5-pro-text-to-image",
        "seedream/5-pro-image-to-image",
        "gpt-image-2-text-to-image",
        "gpt-image-2-image-to-image",
    }
    assert catalogue.get(DEFAULT_CLIP_MODEL)
    assert catalogue.get(DEFAULT_IMAGE_MODEL)
    assert catalogue.get("kling-3.0/image") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_follows_the_definition_and_is_named_after_its_model(path: Path) -> None:
    assert problems_of(load_file(path)) == ()
    assert path.stem == read_model(path).id.replace("/", "_")


def test_twins_exist() -> None:
    catalogue = Catalogue.bundled()
    for name in catalogue.ids():
        model = catalogue.get(name)
        assert model is not None
        for twin in (model.edit_model, model.frame_model, model.plain_model):
            assert twin is None or catalogue.get(twin), (name, twin)


def test_a_new_file_is_a_new_model(tmp_path: Path) -> None:
    text = (resource("models") / "nano-banana-2.yaml").read_text(encoding="utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("id: nano-banana-2", "id: kie/new"), "utf-8")
    assert Catalogue.read(tmp_path).ids("image") == ("kie/new",)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("references: 14", "refrences: 14"), "limits.refrences"),
        (("default_mode: 1K\n", ""), "default_mode"),
        (("1K: [1376, 768]", "1K: [1376]"), "modes.1K"),
        (("1K: [1376, 768]", "1K: wide"), "modes.1K"),
    ],
)
def test_a_damaged_file_is_told_by_key(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    text = (resource("models") / "nano-banana-2.yaml").read_text(encoding="utf-8")
    path = tmp_path / "odd.yaml"
    path.write_text(text.replace(*change), "utf-8")
    with pytest.raises(DocumentError) as caught:
        read_model(path)
    assert told in str(caught.value)
    assert "odd.yaml" in str(caught.value)


def test_contradictions_are_told() -> None:
    data = load_file(resource("models") / "nano-banana-2.yaml")
    assert isinstance(data, dict)
    data["default_mode"] = "8K"
    data["prices"]["per_image"].pop("4K")
    told = " ".join(problems_of(data))
    assert "8K is not one of modes" in told
    assert "4K has no price" in told


@pytest.mark.parametrize(
    ("model", "mode", "sound", "credits"),
    [
        ("kling-3.0/video", "std", False, 70),
        ("kling-3.0/video", "std", True, 100),
        ("kling-3.0/video", "pro", False, 90),
        ("kling-3.0/video", "pro", True, 135),
        ("kling-3.0/video", "4K", False, 335),
        ("kling-3.0/video", "4K", True, 335),
        ("kling-3.0-omni/text-to-video", "std", False, 70),
        ("kling-3.0-omni/text-to-video", "std", True, 90),
        ("kling-3.0-omni/text-to-video", "pro", True, 115),
        ("kling-3.0-omni/image-to-video", "4K", True, 335),
        ("kling-3.0/video", "8K", True, None),
    ],
)
def test_five_seconds_cost(model: str, mode: str, sound: bool, credits: float | None) -> None:
    found = Catalogue.bundled().get(model)
    assert found is not None
    assert price(found, clip(model, mode, sound=sound)) == credits


@pytest.mark.parametrize(
    ("model", "references", "credits"),
    [
        ("nano-banana-2-1", 3, 4),
        ("nano-banana-2", 0, 8),
        ("nano-banana-2", 3, 8),
        ("nano-banana-2-lite", 0, 4),
        ("seedream/5-pro-text-to-image", 0, 7),
        ("seedream/5-pro-text-to-image", 1, 7),
        ("seedream/5-pro-text-to-image", 3, 8),
        ("gpt-image-2-text-to-image", 0, 6),
    ],
)
def test_a_picture_costs(model: str, references: int, credits: float) -> None:
    request = ImageRequest(model, "A red boat.", "16:9", (PICTURE,) * references)
    found = Catalogue.bundled().model_for(request)
    assert found is not None
    assert price(found, request) == credits


@pytest.mark.parametrize(
    ("named", "pictured", "taken"),
    [
        ("kling-3.0/video", True, "kling-3.0/video"),
        ("kling-3.0-omni/text-to-video", False, "kling-3.0-omni/text-to-video"),
        ("kling-3.0-omni/text-to-video", True, "kling-3.0-omni/image-to-video"),
        ("kling-3.0-omni/image-to-video", False, "kling-3.0-omni/text-to-video"),
    ],
)
def test_a_start_frame_chooses_the_twin(named: str, pictured: bool, taken: str) -> None:
    start = PICTURE if pictured else None
    model = Catalogue.bundled().model_for(clip(named, "pro", sound=True, start=start))
    assert model is not None
    assert model.id == taken


def test_references_choose_the_twin() -> None:
    catalogue = Catalogue.bundled()
    plain = catalogue.model_for(ImageRequest("gpt-image-2-image-to-image", "A boat.", "1:1"))
    edit = catalogue.model_for(
        ImageRequest("seedream/5-pro-text-to-image", "A boat.", "1:1", (PICTURE,))
    )
    assert plain is not None
    assert edit is not None
    assert plain.id == "gpt-image-2-text-to-image"
    assert edit.id == "seedream/5-pro-image-to-image"
    assert catalogue.model_for(ImageRequest("kling-3.0/image", "A boat.", "1:1")) is None

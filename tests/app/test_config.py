"""config.yaml and the environment: every setting arrives, and a wrong one is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from topa_studio.app.config import Config, read_config
from topa_studio.app.project import layout_of
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.document.document import Document
from topa_studio.model.scenario import Settings

FULL = """\
api: {api_key: "kie-from-file", base_url: "https://one.example", upload_url: "https://two.example"}
output: {base_dir: results, elements_dir: results/cast}
polling: {interval_seconds: 10, max_wait_seconds: 600, form: jobs}
generation: {model: kling-3.0/video, mode: std, sound: false, aspect_ratio: "16:9", cfg_scale: 0.5}
unknown: {anything: [1, 2]}
"""


def read(folder: Path, text: str = "", **environment: str) -> Config:
    if text:
        (folder / "config.yaml").write_text(text, encoding="utf-8")
    return read_config(folder, None, environment)


def test_every_setting_of_the_file_holds(tmp_path: Path) -> None:
    config = read(tmp_path, FULL)
    assert config.key.reveal() == "kie-from-file"
    assert (config.base_url, config.upload_url) == ("https://one.example", "https://two.example")
    assert config.poll_form == "jobs"
    assert config.patience == 600
    assert config.defaults == Settings(model="kling-3.0/video", mode="std", sound=False)
    place = layout_of(tmp_path / "film.yaml", config, practice=False)
    assert place.output == tmp_path / "results"
    assert place.elements == tmp_path / "results" / "cast"


def test_without_a_file_the_service_is_kie_and_there_is_no_key(tmp_path: Path) -> None:
    config = read(tmp_path)
    assert not config.key
    assert config.base_url == "https://api.kie.ai"
    place = layout_of(tmp_path / "film.yaml", config, practice=False)
    assert place.elements == tmp_path / "output" / "elements"


def test_pictures_follow_the_output_folder_that_is_named(tmp_path: Path) -> None:
    config = read(tmp_path, "output: {base_dir: made}")
    place = layout_of(tmp_path / "film.yaml", config, practice=False)
    assert place.elements == tmp_path / "made" / "elements"


def test_the_environment_stands_above_the_file(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        FULL,
        KIE_API_KEY="kie-from-outside",
        KIE_BASE_URL="http://127.0.0.1:1",
        KIE_UPLOAD_URL="http://127.0.0.1:2",
    )
    assert config.key.reveal() == "kie-from-outside"
    assert (config.base_url, config.upload_url) == ("http://127.0.0.1:1", "http://127.0.0.1:2")


def test_another_service_takes_the_uploads_too_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    config = read(tmp_path, KIE_BASE_URL="http://127.0.0.1:1")
    assert config.upload_url == "http://127.0.0.1:1"


@pytest.mark.parametrize("text", ["api: {api_key: YOUR_KIE_API_KEY}", "api:", "# nothing", "{}"])
def test_a_placeholder_or_nothing_is_no_key(tmp_path: Path, text: str) -> None:
    assert not read(tmp_path, text).key


def test_a_key_is_taken_as_people_paste_it(tmp_path: Path) -> None:
    assert read(tmp_path, KIE_API_KEY=' "Bearer kie-123" \n').key.reveal() == "kie-123"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("generation: {sound: loud}", "generation.sound is 'loud', but must be true or false"),
        ("generation: {mode: 4}", "generation.mode is 4, but must be a text"),
        ("polling: {max_wait_seconds: -1}", "polling.max_wait_seconds is -1, but must be a number"),
        ("polling: {max_wait_seconds: yes}", "must be a number above 0"),
        ("polling: {form: old}", "polling.form is 'old', but must be recordInfo or jobs"),
        ("api: [1]", "api is [1], but must be a list of settings"),
        ("- one", "it is not a list of settings"),
        ("api: {a: [", "config.yaml cannot be read"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, text)
    assert told in str(caught.value)
    assert "config.yaml" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["api: {api_key: [kie-CANARY]}", "api: {api_key: kie-CANARY ключ}"]
)
def test_a_wrong_key_is_told_without_showing_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(StudioError) as caught:
        read(tmp_path, text)
    assert "CANARY" not in f"{caught.value}{caught.value!r}{caught.value.params}"


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no settings file"):
        read_config(tmp_path, tmp_path / "mine.yaml", {})


def test_a_named_file_is_read_instead_of_the_one_beside_the_film(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("generation: {mode: pro}")
    mine = tmp_path / "mine.yaml"
    mine.write_text("generation: {mode: std}")
    assert read_config(tmp_path, mine, {}).defaults.mode == "std"


def test_the_ratio_of_config_yaml_holds_where_the_film_sets_none(tmp_path: Path) -> None:
    config = read(tmp_path, 'generation: {aspect_ratio: "9:16"}')
    film = tmp_path / "film.yaml"
    film.write_text("scenes: []\n", encoding="utf-8")
    assert Document.open(film, ratio=config.ratio).scenario.film.aspect_ratio == "9:16"
    film.write_text('global_config: {aspect_ratio: "1:1"}\nscenes: []\n', encoding="utf-8")
    assert Document.open(film, ratio=config.ratio).scenario.film.aspect_ratio == "1:1"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("generation: {mod: pro}", "mode"),
        ("api: {api-key: x}", "api_key"),
        ("pooling: {}", "polling"),
    ],
)
def test_a_misspelt_setting_is_told_and_not_ignored(tmp_path: Path, text: str, meant: str) -> None:
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, text)
    assert str(caught.value).endswith(f"Did you mean {meant}?")


def test_a_mode_that_no_model_has_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="must be std, pro or 4K"):
        read(tmp_path, "generation: {mode: ultra}")


def test_a_mistake_of_yaml_is_told_with_its_line_and_once(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, 'api:\n  api_key: "never closed\n')
    words = str(caught.value)
    assert "line 2" in words
    assert words.count("config.yaml") == 1

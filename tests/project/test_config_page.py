"""The page about config.yaml names every setting that the program reads, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from tests.project.places import ROOT
from topa_studio.app import config
from topa_studio.app.config import Config, read_config
from topa_studio.base.yaml_reader import load_file
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, USUAL, Catalogue
from topa_studio.provider.kie import UPLOAD_URL, URL

PAGE = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
KNOWN = {f"{part}.{key}" for part, keys in config._SETTINGS.items() for key in keys}
EXAMPLE = PAGE.partition("```yaml\n")[2].partition("```")[0]


def rows() -> dict[str, str]:
    """Setting -> what the page says holds without it."""
    found = re.findall(r"^\| `([a-z_.]+)` \| .* \| (.*) \|$", PAGE, re.MULTILINE)
    return dict(found)


def test_every_setting_has_its_row_and_no_row_is_of_none() -> None:
    assert rows().keys() == KNOWN


def test_the_example_holds_every_setting_and_can_be_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    data = load_file(path)
    assert isinstance(data, dict)
    assert {f"{part}.{key}" for part, keys in data.items() for key in keys} == KNOWN
    read = read_config(tmp_path, None, {})
    bare = read_config(tmp_path / "nowhere", None, {})
    assert not read.key
    assert (read.base_url, read.upload_url) == (bare.base_url, bare.upload_url)
    assert (read.output, read.elements, read.patience) == (
        bare.output,
        bare.elements,
        bare.patience,
    )
    assert (read.poll_form, read.ratio) == (bare.poll_form, bare.ratio)


def test_what_holds_without_a_setting_is_what_the_page_says() -> None:
    bare: Config = read_config(Path("/nowhere"), None, {})
    said = {setting: word.partition(";")[0].strip("`") for setting, word in rows().items()}
    assert said["api.base_url"] == bare.base_url == URL
    assert said["api.upload_url"] == bare.upload_url == UPLOAD_URL
    assert said["output.base_dir"] == bare.output
    assert float(said["polling.max_wait_seconds"]) == bare.patience
    assert said["polling.form"] == bare.poll_form
    assert said["generation.model"] == USUAL.model == DEFAULT_CLIP_MODEL
    assert said["generation.mode"] == Catalogue.bundled().whole(USUAL).mode
    assert said["generation.sound"] == str(USUAL.sound).lower()
    assert said["generation.aspect_ratio"] == f'"{bare.ratio}"'


def test_choices_that_the_page_names_are_those_that_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    for key, choices in (("mode", config._MODES), ("aspect_ratio", config._RATIOS)):
        (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `generation.{key}`")]
        assert all(choice in row for choice in choices)
        for choice in choices:
            path.write_text(f'generation: {{{key}: "{choice}"}}\n', encoding="utf-8")
            read_config(tmp_path, None, {})

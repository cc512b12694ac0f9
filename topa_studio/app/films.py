"""New films and the user's own copy of the sample; nothing is ever written into the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import platformdirs

from topa_studio.base.errors import ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.resources import resource, sample_film

SAMPLE_FOLDER = "The Best Day"

_NEW = """\
title: {title}
global_config:
  style_prefix: "3D animation, soft light, gentle colours"
  aspect_ratio: "16:9"

elements:
  characters: []
  backgrounds: []
  props: []

scenes:
  - id: 1
    title: "Scene 1"
    background: ""
    lighting: ""
    shots:
      - id: 1
        title: "Shot 1"
        prompt: "Wide shot. A quiet meadow at sunrise, grass moving in the wind."
        elements_needed: []
        duration: 5
"""


def sample_copy() -> Path:
    """The scenario file of the user's own copy of the sample film, made at the first call.

    Raises:
        ProjectError: the user's folder cannot be written.
    """
    folder = Path(platformdirs.user_documents_path()) / "Topa Studio" / SAMPLE_FOLDER
    scenario = folder / "scenario" / "scenario.yaml"
    if scenario.exists():
        return scenario
    source = sample_film()
    try:
        for file in sorted(source.iterdir()):
            if file.is_file() and file.name != scenario.name:
                scenario.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, scenario.parent / file.name)
        # Text editors find the list of all keys by the path in the scenario's first line.
        schema = folder / "resources" / "scenario.schema.json"
        write_atomic(schema, resource(schema.name).read_bytes())
        # The scenario comes last: while it is missing, an interrupted copy is made again.
        write_atomic(scenario, (source / scenario.name).read_bytes())
    except OSError as error:
        raise ProjectError("project.no-copy", path=str(folder), reason=str(error)) from error
    return scenario


def new_film(scenario: Path) -> Path:
    """Write a film with one scene and one shot to `scenario`, which must not exist yet.

    Raises:
        ProjectError: there is a file already, or the folder cannot be written.
    """
    if scenario.exists():
        raise ProjectError("project.exists", path=str(scenario))
    title = '"' + scenario.stem.replace("\\", "").replace('"', "") + '"'
    try:
        write_atomic(scenario, _NEW.format(title=title).encode())
    except OSError as error:
        raise ProjectError("project.no-copy", path=str(scenario), reason=str(error)) from error
    return scenario

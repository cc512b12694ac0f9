"""Folders as the older pipeline left them: real clips, real pictures, its own status files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.support.small_kie import clip_bytes, picture_bytes

_FILM = """\
title: Old film
global_config: {mode: std, sound: false}
elements:
  characters:
    - {name: Topa, description: "A bear", reference_prompts: [front, side]}
  backgrounds:
    - {name: Valley, description: "A valley", reference_prompts: [wide, detail]}
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "A pier at dusk.", duration: 3}
      - {id: 2, prompt: "A pier at night.", duration: 4}
      - {id: 3, prompt: "A pier at dawn.", duration: 3}
  - id: scene_02
    shots:
      - {id: a, prompt: "A boat.", duration: 3}
"""


class OldFolder:
    """A film with an `output/` whose parts a test puts there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.scenario = home / "film.yaml"
        self.output = home / "output"
        self.shots = self.output / "film" / "shots"
        home.mkdir(parents=True, exist_ok=True)
        self.scenario.write_text(_FILM, encoding="utf-8")

    def clip(self, name: str, seconds: int = 3) -> Path:
        """A clip in `shots/`; each name has other bytes."""
        self.shots.mkdir(parents=True, exist_ok=True)
        path = self.shots / f"{name}.mp4"
        path.write_bytes(clip_bytes(seconds) + _free(name))
        return path

    def pictures(self, element: str, *names: str) -> list[Path]:
        """Pictures in an element's folder."""
        folder = self.output / "elements" / element
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / name for name in names]
        for path in paths:
            path.write_bytes(picture_bytes())
        return paths

    def status(self, entries: dict[str, Any], part: str = "shots", **more: Any) -> Path:
        """`status.json` of the film."""
        return self._write("film/status.json", {part: entries, **more})

    def scene_status(self, entries: dict[str, Any]) -> Path:
        """`scene_status.json` of the film."""
        return self._write("film/scene_status.json", {"scenes": entries})

    def elements_status(self, entries: dict[str, Any], **more: Any) -> Path:
        """`elements_status.json` of the folder."""
        return self._write("elements_status.json", {"elements": entries, **more})

    def _write(self, name: str, data: Any) -> Path:
        path = self.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
        return path


def entry(task_id: str | None, status: str, **more: Any) -> dict[str, Any]:
    """One shot as the older pipeline noted it."""
    done = status in ("completed", "success")
    return {
        "task_id": task_id, "status": status, "completed": done, "url": None, "local_path": None,
        "prompt": "what was sent then", "elements": ["Topa"], "error": "", **more,
    }  # fmt: skip


def hashes(folder: Path) -> dict[str, str]:
    """Every file below `folder` by its path, with the SHA-256 of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _free(name: str) -> bytes:
    """An MP4 box that players skip."""
    data = name.encode()
    return (len(data) + 8).to_bytes(4, "big") + b"free" + data

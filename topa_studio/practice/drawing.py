"""Draws what a request asked for; runs in a drawing process and knows nothing of HTTP."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from topa_studio.base.errors import MediaError
from topa_studio.practice.shown_names import shown_name, with_shown_names

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QImage

    from topa_studio.paint.look import Look
    from topa_studio.paint.story import Story

FPS = 24
_DRAWN_SIDE = 960
ROUGH = "TOPA_PRACTICE_ROUGH"
"""Set in the environment by tests: a clip has half the frames, drawn with a quarter of the dots,
and whoever draws goes first like all others: on a full computer a test would wait for minutes."""
_FADE_SECONDS = 0.5
_REFERENCES = ("image_input", "image_urls", "input_urls")


@dataclass(frozen=True, slots=True)
class DrawJob:
    """One drawing: everything it depends on, so that the same job draws the same picture.

    Attributes:
        given: the request's `input`.
        tags: what earlier drawings said about referenced pictures, by URL.
        size: width and height of the result in pixels.
        clip: whether a clip is made (else a picture); `seconds` and `sound` are a clip's.
        start: the picture a clip begins with, where the service holds it.
        target: the file to write; it appears whole.
    """

    given: Mapping[str, Any]
    tags: Mapping[str, str]
    seed: int
    size: tuple[int, int]
    clip: bool
    seconds: int
    sound: bool
    start: Path | None
    target: Path


def draw(job: DrawJob) -> None:
    """Write the job's picture or clip. Raises MediaError or OSError where that fails."""
    canvas_app()
    part = job.target.with_suffix(f".part{job.target.suffix}")
    if job.clip:
        _draw_clip(job, part)
    else:
        _draw_picture(job, part)
    part.replace(job.target)


@cache
def canvas_app() -> QGuiApplication:
    """Qt wants one application object before it draws letters; it lives as long as the process."""
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication(["practice"])


def _draw_picture(job: DrawJob, target: Path) -> None:
    from topa_studio.paint.sheet import draw_sheet, view_of
    from topa_studio.paint.stage import Stage
    from topa_studio.paint.tag import write_panel_tag, write_tag

    prompt = str(job.given.get("prompt", ""))
    looks = _referenced(job, prompt)
    if _is_scene(prompt, looks):
        image = Stage(_story(prompt, looks), job.size, 1.0, job.seed).frame(0.0)
        write_panel_tag(image, job.seed)
    else:
        look = looks[0] if looks else _described(prompt)
        image = draw_sheet(look, view_of(prompt), job.size, _stable(look.words), job.seed)
        write_tag(image, look, job.seed)
    if not image.save(str(target), quality=92 if target.suffix != ".png" else 60):
        raise MediaError("media.not-written", path=str(target))


def _draw_clip(job: DrawJob, target: Path) -> None:
    from topa_studio.media.encode import write_clip
    from topa_studio.paint.stage import Stage
    from topa_studio.paint.tag import panel_seed
    from topa_studio.practice.tone import tone

    looks = _elements(job)
    shown = {wire: look.name for wire, look in looks.items()}
    story = _story(with_shown_names(_clip_prompt(job.given), shown), list(looks.values()))
    start = next(iter(job.given.get("image_urls") or ()), "")
    seed = panel_seed(job.tags.get(start, ""))
    if seed is not None:
        # The clip begins with this very picture by itself, unless its camera begins elsewhere.
        same = story.camera in ("in", "still")
        job = replace(job, seed=seed, start=None if same else job.start)
    rough = bool(os.environ.get(ROUGH))
    drawn = _drawn_size(job.size, _DRAWN_SIDE // 2 if rough else _DRAWN_SIDE)
    fps = FPS // 2 if rough else FPS
    stage = Stage(story, drawn, job.seconds, job.seed)
    sound = tone(job.seconds, job.seed, story.setting.time) if job.sound else None
    write_clip(target, _frames(job, stage.frame, drawn, fps), drawn, job.size, fps, sound)


def _frames(
    job: DrawJob,
    frame: Any,  # noqa: ANN401
    drawn: tuple[int, int],
    fps: int,
) -> Iterator[bytes]:
    """All frames; the first ones fade over from the start picture."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    start = QImage(str(job.start)) if job.start else QImage()
    if not start.isNull():
        start = start.scaled(
            *drawn, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    for number in range(job.seconds * fps):
        at = number / fps
        image: QImage = frame(at)
        if at < _FADE_SECONDS and not start.isNull():
            painter = QPainter(image)
            painter.setOpacity(1 - at / _FADE_SECONDS)
            painter.drawImage(0, 0, start)
            painter.end()
        yield image.constBits()  # type: ignore[misc]


def _drawn_size(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Clips are drawn small and scaled up: soft shapes do not show it, and it is much faster."""
    scale = min(1.0, side / max(size))
    return round(size[0] * scale / 2) * 2, round(size[1] * scale / 2) * 2


def _story(prompt: str, looks: list[Look]) -> Story:
    from topa_studio.paint.story import story_of

    return story_of(prompt, looks)


def _clip_prompt(given: Mapping[str, Any]) -> str:
    shots = given.get("multi_prompt") if given.get("multi_shots") else None
    if shots:
        return " ".join(str(shot["prompt"]) for shot in shots)
    return str(given.get("prompt") or "")


def _elements(job: DrawJob) -> dict[str, Look]:
    """A clip's elements by their names in the request: their pictures tell how they look, else
    their description does.
    """
    from topa_studio.paint.look import is_known, look_of
    from topa_studio.paint.tag import look_from_tag

    looks = {}
    for element in job.given.get("kling_elements") or job.given.get("elements") or ():
        name, text = str(element["name"]), str(element["description"])
        urls = element["element_input_urls"]
        tags = [job.tags[url] for url in urls if url in job.tags]
        seen = look_from_tag(tags[0], name) if tags else None
        if seen is None or not is_known(seen.words):
            seen = look_of(name, text)
        looks[name] = replace(seen, name=shown_name(name, urls, seen.noun))
    return looks


def _referenced(job: DrawJob, prompt: str) -> list[Look]:
    """The elements of a picture's references, once each, named by their file where it fits."""
    from topa_studio.paint.tag import look_from_tag

    looks: dict[str, Look] = {}
    urls = next((job.given[field] for field in _REFERENCES if job.given.get(field)), ())
    for url in urls:
        look = look_from_tag(job.tags.get(url, ""), _name_in(url, prompt))
        if look is not None:
            looks.setdefault(look.words, look)
    return list(looks.values())


def _name_in(url: str, prompt: str) -> str:
    """The element's name, where the file's name begins with a word of the prompt ("Topa1.png")."""
    for word in re.findall(r"[^\W\d_]+", PurePosixPath(unquote(urlsplit(url).path)).stem):
        match = re.search(rf"\b{re.escape(word)}\b", prompt, re.IGNORECASE)
        if match and match[0][:1].isupper():
            return match[0]
    return ""


def _is_scene(prompt: str, looks: list[Look]) -> bool:
    """A panel tells a setting, mentions elements or shows more than one; a sheet does not."""
    return "Setting:" in prompt or "@" in prompt or len(looks) > 1


def _described(prompt: str) -> Look:
    from topa_studio.paint.look import look_of

    named = re.match(r"@?([^\W\d_]+)(?:,|:| is | the | —)", prompt)
    return look_of(named[1] if named and named[1][0].isupper() else "", prompt)


def _stable(text: str) -> int:
    return sum(text.encode()) % 9973

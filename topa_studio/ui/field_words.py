"""Fields of the file and their values as the window calls and shows them, for any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import (
    OPTION,
    ElementTarget,
    FilmTarget,
    SceneTarget,
    ShotTarget,
    Target,
)
from topa_studio.document.merging.merge import ABSENT, Conflict
from topa_studio.model.scenario import ElementKind, Scenario
from topa_studio.ui.words import kind_word, mode_word, quoted, seconds_word

_LONGEST = 600
_WHOLE = "file"
translate = QCoreApplication.translate


def field_word(field: str) -> str:
    """The word over the field in the inspector; a key that the window does not know stays."""
    last = field.removeprefix("global_config.")
    option = Catalogue.bundled().option(last.removeprefix(OPTION)) if OPTION in last else None
    if option is not None:
        return QCoreApplication.translate("words", option.title).lower()
    return _words().get(last) or quoted(last)


def _words() -> Mapping[str, str]:
    return _of_shots() | _of_all_else()


def _of_shots() -> dict[str, str]:
    return {
        "title": translate("Fields", "title"),
        "prompt": translate("Fields", "prompt"),
        "duration": translate("Fields", "length"),
        "mode": translate("Fields", "quality"),
        "sound": translate("Fields", "sound"),
        "options": translate("Fields", "options of the model"),
        "model": translate("Fields", "model"),
        "start": translate("Fields", "first frame"),
        "start_at": translate("Fields", "second of the first frame"),
        "end": translate("Fields", "last frame"),
        "panel_prompt": translate("Fields", "words of the panel"),
        "still": translate("Fields", "own picture"),
        "take": translate("Fields", "chosen take"),
        "panel": translate("Fields", "panel"),
        "trim": translate("Fields", "used part of the take"),
        "trim.in": translate("Fields", "beginning of the used part"),
        "trim.out": translate("Fields", "end of the used part"),
        "transition": translate("Fields", "transition"),
        "transition.kind": translate("Fields", "kind of transition"),
        "transition.seconds": translate("Fields", "length of the transition"),
        "move": translate("Fields", "slow move"),
        "clip_gain_db": translate("Fields", "loudness of its clip"),
        "locked": translate("Fields", "accepted"),
        "pictures": translate("Fields", "order of the pictures"),
        "elements_needed": translate("Fields", "elements"),
        "negative_prompt": translate("Fields", "what is not wanted"),
        "caption": translate("Fields", "caption"),
        "captions": translate("Fields", "captions"),
        "lines": translate("Fields", "what is said"),
        "lines.who": translate("Fields", "who says it"),
        "lines.tone": translate("Fields", "how it is said"),
        "comments": translate("Fields", "comments"),
        "source": translate("Fields", "its lines in the script"),
        "script": translate("Fields", "script"),
        "time": translate("Fields", "time"),
        "notes": translate("Fields", "notes"),
        "key": translate("Fields", "permanent name"),
        "id": translate("Fields", "number in the file"),
        "shot_id": translate("Fields", "number in the file"),
    }


def _of_all_else() -> dict[str, str]:
    return {
        "background": translate("Fields", "background"),
        "lighting": translate("Fields", "lighting"),
        "multi_shot": translate("Fields", "several shots in one clip"),
        "style_prefix": translate("Fields", "style"),
        "aspect_ratio": translate("Fields", "format"),
        "image_model": translate("Fields", "model of pictures"),
        "budget_credits": translate("Fields", "budget"),
        "fps": translate("Fields", "frames a second"),
        "ending": translate("Fields", "ending"),
        "audio": translate("Fields", "music and voices"),
        "type": translate("Fields", "kind"),
        "group": translate("Fields", "kind"),
        "name": translate("Fields", "name"),
        "description": translate("Fields", "description"),
        "reference_prompts": translate("Fields", "reference images"),
        "image_urls": translate("Fields", "addresses of images"),
        "voice": translate("Fields", "voice"),
        "": translate("Fields", "deleted on one side, changed on the other"),
        "shots": translate("Fields", "order of the shots"),
        "scenes": translate("Fields", "order of the scenes"),
        "scene": translate("Fields", "its scene"),
        _WHOLE: translate("Fields", "the whole file"),
    }


def conflict_name(film: Scenario, conflict: Conflict) -> str:
    """What both sides changed, as the user knows it: "Shot 1.2: prompt"."""
    return f"{_owner(film, conflict.target)}: {field_word(conflict.field)}"


def _owner(film: Scenario, target: Target) -> str:
    match target:
        case ShotTarget(key):
            return shot_name(film, key)
        case SceneTarget(scene_id):
            return _scene_name(film, scene_id)
        case ElementTarget(name):
            return f"@{name}"
        case FilmTarget():
            return translate("Fields", "Film")


def shot_name(film: Scenario, key: str) -> str:
    """A shot by its number in the film, else by its permanent name."""
    number = film.number_of(key) if film.has_shot(key) else key
    return translate("Fields", "Shot {number}").format(number=number)


def _scene_name(film: Scenario, scene_id: str) -> str:
    ids = [scene.id for scene in film.scenes]
    number = ids.index(scene_id) + 1 if scene_id in ids else scene_id
    return translate("Fields", "Scene {number}").format(number=number)


def value_words(film: Scenario, conflict: Conflict, value: object) -> str:
    """One side's value as a person reads it."""
    if value is ABSENT and conflict.field == "":
        return translate("Fields", "(deleted)")
    if value is ABSENT or value is None or value == "":
        return translate("Fields", "(nothing)")
    if conflict.field == _WHOLE:
        return _shortened(_from_difference(conflict, str(value)))
    return _shortened(_plain(film, conflict.field.rpartition(".")[2], value))


def _plain(film: Scenario, field: str, value: object) -> str:
    match value:
        case bool(on):
            return translate("Fields", "on") if on else translate("Fields", "off")
        case list(several) if field in ("shots", "scenes"):
            titled = _titled if field == "shots" else _scene_titled
            return ", ".join(titled(film, str(name)) for name in several)
        case list(several):
            return ", ".join(_plain(film, "", one) for one in several)
        case dict(parts):
            return "\n".join(_parts(film, parts.items()))
        case int(amount) | float(amount) if field in ("duration", "seconds"):
            return seconds_word(amount)
    return _named(film, field, str(value))


def _named(film: Scenario, field: str, word: str) -> str:
    """A word of the file that the window calls something else."""
    match field:
        case "mode":
            return mode_word(word)
        case "type" | "group":
            return _kind(word)
        case "scene":
            return _scene_name(film, word)
        case "start":
            return _starts().get(word, word)
    return word


def _parts(film: Scenario, parts: Iterable[tuple[object, object]]) -> list[str]:
    known = [(str(key), value) for key, value in parts if value not in (None, "", [])]
    shown = [(key, value) for key, value in known if key not in ("id", "key", "name")]
    return [f"{field_word(key)}: {_plain(film, key, value)}" for key, value in shown]


def _starts() -> Mapping[str, str]:
    return {
        "panel": translate("Fields", "its panel"),
        "previous": translate("Fields", "the end of the shot before"),
        "none": translate("Fields", "nothing"),
    }


def _kind(word: str) -> str:
    try:
        return kind_word(ElementKind(word.removesuffix("s")))
    except ValueError:
        return word


def _titled(film: Scenario, key: str) -> str:
    if not film.has_shot(key):
        return key
    shot = film.shot(key)
    return f"{film.number_of(key)} {shot.title or shot.prompt[:40]}"


def _scene_titled(film: Scenario, scene_id: str) -> str:
    title = next((scene.title for scene in film.scenes if scene.id == scene_id), "")
    return title or _scene_name(film, scene_id)


def _from_difference(conflict: Conflict, text: str) -> str:
    """A long text from the first line that the other side has not."""
    other = str(conflict.theirs if text == conflict.ours else conflict.ours).splitlines()
    lines = text.splitlines()
    pairs = enumerate(zip(lines, other, strict=False))
    first = next((place for place, (one, two) in pairs if one != two), min(len(lines), len(other)))
    head = translate("Fields", "From line {line}:").format(line=first + 1)
    return "\n".join([head, *lines[first:]])


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

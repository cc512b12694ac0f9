"""What a shot card says: the words for its state, tooltip and screen reader, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.words import shot_title, stage_word, trouble_words

translate = QCoreApplication.translate


def count_word(kind: str, count: int) -> str:
    """A number with its noun: `kind` is "seconds", "scenes" or "shots"."""
    one = {
        "seconds": translate("ShotCard", "1 second"),
        "scenes": translate("ShotCard", "1 scene"),
        "shots": translate("ShotCard", "1 shot"),
    }
    many = {
        "seconds": translate("ShotCard", "%n seconds", "", count),
        "scenes": translate("ShotCard", "%n scenes", "", count),
        "shots": translate("ShotCard", "%n shots", "", count),
    }
    return one[kind] if count == 1 else many[kind]


def takes_word(status: ShotStatus) -> str:
    """All takes in a row, the chosen one of many starred: "T1 · T2 ★"."""
    if len(status.takes) == 1:
        return f"T{status.takes[0].number}"
    chosen = status.chosen.number if status.chosen is not None else None
    marks = (f"T{t.number} ★" if t.number == chosen else f"T{t.number}" for t in status.takes)
    return " · ".join(marks) or "—"


def title_of(shot: Shot) -> str:
    """The shot's title, else the start of its prompt, else its id."""
    return shot_title(shot)


def tooltip(number: str, shot: Shot, status: ShotStatus) -> str:
    """Everything the card had to shorten, as lines of plain text."""
    lines = [f"{number}  {title_of(shot)}", f"{stage_word(status.stage)} · {takes_word(status)}"]
    if status.out_of_date:
        lines.append(translate("ShotCard", "Out of date: the words changed after it was made"))
    if shot.locked:
        lines.append(translate("ShotCard", "Accepted: left out of batches"))
    if status.trouble is not None:
        lines.append(trouble_words(status.trouble))
    return "\n".join(lines)


def card_sentence(number: str, shot: Shot, status: ShotStatus) -> str:
    """The card for a screen reader: "Scene 2, shot 3, A red kite inside, 5 seconds, ..."."""
    scene, _, position = number.partition(".")
    place = translate("ShotCard", "Scene {scene}, shot {shot}").format(scene=scene, shot=position)
    parts = [place, title_of(shot)]
    parts.append(count_word("seconds", round(shot.duration)))
    parts += _state_parts(status)
    if shot.locked:
        parts.append(translate("ShotCard", "accepted"))
    if status.trouble is not None:
        parts.append(trouble_words(status.trouble))
    return ", ".join(parts)


def _state_parts(status: ShotStatus) -> list[str]:
    parts = []
    if status.stage is not Stage.MADE:
        parts.append(stage_word(status.stage).lower())
    if status.chosen is not None:
        take = translate("ShotCard", "take {number} chosen").format(number=status.chosen.number)
        parts.append(take)
    if status.out_of_date:
        parts.append(translate("ShotCard", "out of date"))
    return parts

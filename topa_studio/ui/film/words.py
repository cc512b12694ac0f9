"""What a shot card says: the words for its state, tooltip and screen reader, translated."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage, Trouble
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.words import out_of_date_words, shot_title, stage_word, trouble_words

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


def filter_word(kind: Filter) -> str:
    """What a filter is called."""
    words = {
        Filter.ALL: translate("FilterPills", "All"),
        Filter.MISSING: translate("FilterPills", "Missing"),
        Filter.RUNNING: translate("FilterPills", "Running"),
        Filter.OUT_OF_DATE: translate("FilterPills", "Out of date"),
        Filter.FAILED: translate("FilterPills", "Failed"),
        Filter.NEEDS_YOU: translate("FilterPills", "Needs you"),
        Filter.ACCEPTED: translate("FilterPills", "Accepted"),
    }
    return words[kind]


def filter_words(kinds: Collection[Filter]) -> str:
    """The names of several filters, in the order of their pills."""
    return ", ".join(filter_word(kind) for kind in Filter if kind in kinds)


def no_hits(searched: str, kinds: Collection[Filter]) -> str:
    """That no shot is in these filters and says what is looked for ("": nothing is)."""
    if len(kinds) > 1:
        words = translate("FilterLine", "No shot with “{words}” is any of: {kinds}.")
        bare = translate("FilterLine", "No shot is any of: {kinds}.")
        return (words if searched else bare).format(words=searched, kinds=filter_words(kinds))
    if not kinds:
        return translate("FilterLine", "No shot with “{words}”.").format(words=searched)
    bare, words = _no_hits_of(*kinds)
    return words.format(words=searched) if searched else bare


def _no_hits_of(kind: Filter) -> tuple[str, str]:
    return {
        Filter.MISSING: (
            translate("FilterLine", "No shot is missing."),
            translate("FilterLine", "No shot with “{words}” is missing."),
        ),
        Filter.RUNNING: (
            translate("FilterLine", "No shot is running."),
            translate("FilterLine", "No shot with “{words}” is running."),
        ),
        Filter.OUT_OF_DATE: (
            translate("FilterLine", "No shot is out of date."),
            translate("FilterLine", "No shot with “{words}” is out of date."),
        ),
        Filter.FAILED: (
            translate("FilterLine", "No shot has failed."),
            translate("FilterLine", "No shot with “{words}” has failed."),
        ),
        Filter.NEEDS_YOU: (
            translate("FilterLine", "No shot needs you."),
            translate("FilterLine", "No shot with “{words}” needs you."),
        ),
        Filter.ACCEPTED: (
            translate("FilterLine", "No shot is accepted."),
            translate("FilterLine", "No shot with “{words}” is accepted."),
        ),
    }[kind]


def takes_word(status: ShotStatus) -> str:
    """All takes in a row: "T1 · T2"."""
    return " · ".join(f"T{take.number}" for take in status.takes) or "—"


def title_of(shot: Shot) -> str:
    """The shot's title, else the start of its prompt."""
    return shot_title(shot)


def tooltip(number: str, shot: Shot, status: ShotStatus) -> str:
    """Everything the card had to shorten, as lines of plain text."""
    state = f"{stage_word(status.stage)} · {takes_word(status)}"
    if status.chosen is not None and len(status.takes) > 1:
        take = translate("ShotCard", "take {number} chosen").format(number=status.chosen.number)
        state = f"{state} · {take}"
    lines = [f"{number}  {title_of(shot)}", state]
    if status.undecided:
        lines.append(_undecided_words())
    elif status.out_of_date:
        lines.append(out_of_date_words(status.changed))
    if shot.locked:
        lines.append(translate("ShotCard", "Accepted: left out of batches"))
    lines += _comments_words(shot)
    lines += [trouble_words(why) for why in _whys(status)]
    return "\n".join(lines)


def _comments_words(shot: Shot) -> list[str]:
    """How many comments are open."""
    count = sum(not comment.done for comment in shot.comments)
    return [translate("ShotCard", "%n open comments", "", count)] if count else []


def _whys(status: ShotStatus) -> list[Trouble]:
    """What went wrong, and what is wrong with the words."""
    return [why for why in (status.trouble, status.mistake) if why is not None]


def card_sentence(number: str, shot: Shot, status: ShotStatus) -> str:
    """The card for a screen reader: "Scene 2, shot 3, A red kite inside, 5 seconds, ..."."""
    scene, _, position = number.partition(".")
    place = translate("ShotCard", "Scene {scene}, shot {shot}").format(scene=scene, shot=position)
    parts = [place, title_of(shot)]
    parts.append(count_word("seconds", round(shot.seconds)))
    parts += _state_parts(status)
    parts += _comments_words(shot)
    if shot.locked:
        parts.append(translate("ShotCard", "accepted"))
    parts += [trouble_words(why) for why in _whys(status)]
    return ", ".join(parts)


def _state_parts(status: ShotStatus) -> list[str]:
    parts = []
    if status.stage is not Stage.MADE:
        parts.append(stage_word(status.stage).lower())
    if status.chosen is not None:
        count, number = len(status.takes), status.chosen.number
        take = translate("ShotCard", "take {number} of {count} chosen")
        if count < 2:
            take = translate("ShotCard", "take {number} chosen")
        parts.append(take.format(number=number, count=count))
        parts += [translate("ShotCard", "liked")] if status.chosen.marks.star else []
    if status.undecided:
        parts.append(_undecided_words().lower())
    elif status.out_of_date:
        words = out_of_date_words(status.changed)
        parts.append(words[:1].lower() + words[1:])
    return parts


def _undecided_words() -> str:
    return translate("ShotCard", "Out of date? It is not decided yet")

"""Captions, lines, comments and tracks as the file says them: what holds anyway is not written."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.document.edits import Value
from topa_studio.model.scenario import Answer, AudioTrack, Caption, Comment, Line

Entries = list[dict[str, Value]]


def short(seconds: float) -> float:
    """At most three decimals; a whole number without any."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def captions_written(captions: Iterable[Caption]) -> Entries:
    """The value of a shot's `captions`."""
    return [caption_written(each.text, each.start, each.end) for each in captions]


def caption_written(text: str, start: float, end: float | None) -> dict[str, Value]:
    """One entry of `captions`; `end` None: to the shot's end."""
    entry: dict[str, Value] = {"text": text, "in": short(start)}
    return entry if end is None else {**entry, "out": short(end)}


def lines_written(lines: Iterable[Line]) -> Entries:
    """The value of a shot's `lines`."""
    said = ({"who": each.who, "text": each.text, "tone": each.tone} for each in lines)
    return [{key: value for key, value in entry.items() if value} for entry in said]


def comments_written(comments: Iterable[Comment]) -> Entries:
    """The value of a shot's `comments`."""
    return [comment_written(each) for each in comments]


def comment_written(comment: Comment) -> dict[str, Value]:
    """One entry of `comments`."""
    entry: dict[str, Value] = {"at": short(comment.at)}
    if comment.by:
        entry["by"] = comment.by
    entry["text"] = comment.text
    if comment.done:
        entry["done"] = True
    if comment.answers:
        entry["answers"] = [_answer(each) for each in comment.answers]
    return entry


def _answer(answer: Answer) -> dict[str, Value]:
    return {"by": answer.by, "text": answer.text} if answer.by else {"text": answer.text}


def tracks_written(tracks: Iterable[AudioTrack]) -> Entries:
    """The value of the film's `audio`."""
    return [_track(each) for each in tracks]


def _track(track: AudioTrack) -> dict[str, Value]:
    entry: dict[str, Value] = {"file": track.file, "start": short(track.start)}
    said: dict[str, Value | None] = {
        "shot": track.shot,
        "in": short(track.begin) or None,
        "out": None if track.end is None else short(track.end),
        "gain_db": short(track.gain_db) or None,
        "fade_in": short(track.fade_in) or None,
        "fade_out": short(track.fade_out) or None,
        "kind": track.kind if track.kind != "music" else None,
        "mute": track.mute or None,
        "name": track.name or None,
    }
    return entry | {key: value for key, value in said.items() if value is not None}

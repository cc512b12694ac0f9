"""`captions` and `export srt|vtt`: subtitle files in and out."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.captions import Taken, take_captions
from topa_studio.app.opening import Opening
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.target import target_of
from topa_studio.cli.work import Common
from topa_studio.film.subtitles import Line, write_srt, write_vtt

_WRITERS = {"srt": write_srt, "vtt": write_vtt}


def captions(common: Common, file: str, scenario: str, *, replace: bool) -> int:
    """Put the lines of an SRT or WebVTT file into the film; 1 where some have no place in it."""

    async def work() -> int:
        how = Opening(what="captions", must_write=True, allow_outside=common.allow_outside)
        async with opened(Path(scenario), how) as session:
            name = Path(file).name
            taken = await take_captions(
                session, Path(file), f"Captions from {name}", replace=replace
            )
            await session.save()
        return _tell(taken)

    return run(work)


def _tell(taken: Taken) -> int:
    placing = taken.placing
    if taken.encoding != "utf-8":
        tell(f"The file was read as {taken.encoding}. Look whether its letters are right.")
    tell(f"{_count(placing.count, 'caption')} in {_count(placing.shots, 'shot')}")
    if placing.there:
        were = "was" if placing.there == 1 else "were"
        tell(f"{placing.there} {were} in the film already")
    for line in placing.left:
        tell(f"left out, behind the film's end: {_clock(line)} {line.text}", err=True)
    for number in taken.unread:
        tell(f"left out, its times cannot be read: line {number} of the file", err=True)
    return NOT_ALL if placing.left or taken.unread else MADE


def _clock(line: Line) -> str:
    seconds = int(line.start)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def export_subtitles(
    common: Common, kind: str, scenario: str, target: str, *, replace: bool
) -> int:
    """Write the film's captions to `target` as an SRT or WebVTT file (`kind`)."""

    ending = f".{kind}"
    place = target_of(target, ending)

    async def work() -> int:
        how = Opening(what="export", look_only=True, allow_outside=common.allow_outside)
        async with opened(Path(scenario), how) as session:
            film = session.composition()
            words = _WRITERS[kind](film.cues, film.rate)
            await session.exports.save_words(place, words, ending, may_replace=replace)
            tell(f"{place}: {_count(len(film.cues), 'caption')}")
        return MADE

    with unfinished():
        return run(work)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

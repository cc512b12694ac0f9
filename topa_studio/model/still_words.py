"""What of a shot's words a still picture can show: neither sound nor moves of the camera."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LABEL = re.compile(
    r"(?:sounds?|sound effects?|audio|sfx|music|ambien(?:t|ce)(?: sound)?|voice-?over"
    r"|camera(?: move)?|звуки?|музыка|шумы?|камера|движение камеры)\s*:",
    re.IGNORECASE,
)
_CAMERA_ACTS = re.compile(
    r"(?:the )?camera (?:\w+ly )?(?:is (?:static|locked|still|fixed)|moves?|pans?|tilts?|zooms?"
    r"|push(?:es)?|pulls?|follows?|tracks?|orbits?|circles?|rises?|glides?|drifts?|dollies"
    r"|cranes?|stays?|holds?)\b"
    r"|камера (?:\w+о )?(?:движется|следует|едет|облетает|поднимается|опускается|стоит|неподвижна)",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"(?:whip-)?pan(?:s|ning)?|push(?:-in)?|pull(?:-out|-?back)?|dolly(?:-in|-out)?|tilts?|zooms?"
    r"|orbits?|crane|whip|rack(?:-focus)?|tracking|handheld|steadicam|наезд|отъезд|панорама"
)
_STILL = re.compile(r"static|locked|fixed|still|(?:статичн|неподвижн)(?:ый|ая)")
_BESIDE = re.compile(
    r"an?|the|one|very|then|and|slow(?:ly)?|gent(?:le|ly)|smooth(?:ly)?|soft(?:ly)?|subtle"
    r"|slight(?:ly)?|quick(?:ly)?|steady|long|short|whole|frame|shot|camera|focus|move(?:ment)?"
    r"|in|out|back|left|right|up|down|across|over|off|away|along|и|кадр|камера|влево|вправо|вверх"
    r"|вниз|(?:медленн|плавн)(?:ый|ая|о)"
)
_TOWARDS = frozenset(("on", "onto", "to", "toward", "towards", "into", "на", "к"))
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def still_words(prompt: str) -> str:
    """`prompt` without its sentences of sound and of camera moves; framing words stay.

    Where nothing else is said, all of it stays: there would be nothing to draw.
    """
    kept = (_without_moves(sentence) for sentence in _SENTENCE.split(prompt) if _is_seen(sentence))
    return " ".join(sentence for sentence in kept if sentence) or prompt


def _is_seen(sentence: str) -> bool:
    return not (_LABEL.match(sentence) or _CAMERA_ACTS.match(sentence))


def _without_moves(sentence: str) -> str:
    """The sentence without what stands between its commas and tells only of the camera."""
    parts = sentence.split(", ")
    kept = [part for part in parts if not _is_move(part)]
    if len(kept) == len(parts):
        return sentence
    return f"{', '.join(kept).rstrip('.')}." if kept else ""


def _is_move(part: str) -> bool:
    """Whether nothing but the camera is told of, as in "Slow push-in on the box"."""
    words = _WORD.findall(part.lower())
    aim = next((place for place, word in enumerate(words) if word in _TOWARDS), len(words))
    own = words[:aim]
    moves = any(map(_MOVE.fullmatch, own))
    # "Locked to the wall" tells of no camera.
    told = moves or (aim == len(words) and any(map(_STILL.fullmatch, own)))
    return told and all(any(p.fullmatch(word) for p in (_MOVE, _STILL, _BESIDE)) for word in own)

"""What of a shot's words a still picture can show: neither what is heard nor how the camera moves."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LABEL = re.compile(
    r"(?:sounds?|sound effects?|audio|sfx|music|ambien(?:t|ce)(?: sound)?|voice-?over|camera(?: move)?"
    r"|звуки?|музыка|шумы?|камера|движение камеры)\s*:",
    re.IGNORECASE,
)
_CAMERA_ACTS = re.compile(
    r"(?:the )?camera (?:\w+ly )?(?:is (?:static|locked|still|fixed)|moves?|pans?|tilts?|zooms?|push(?:es)?"
    r"|pulls?|follows?|tracks?|orbits?|circles?|rises?|glides?|drifts?|dollies|cranes?|stays?|holds?)\b"
    r"|камера (?:\w+о )?(?:движется|следует|едет|облетает|поднимается|опускается|стоит|неподвижна)",
    re.IGNORECASE,
)
_MOVES = frozenset(
    "push-in pull-out pull-back pullback dolly dolly-in dolly-out push pull pan pans panning tilt tilts zoom "
    "zooms orbit orbits crane whip-pan whip rack-focus rack tracking handheld steadicam наезд отъезд "
    "панорама".split()
)
_STILLS = frozenset("static locked fixed still статичный статичная неподвижный неподвижная".split())
_WITH_MOVES = frozenset(
    "a an the one very then and slow slowly gentle gently smooth smoothly soft softly subtle slight slightly "
    "quick quickly steady long short whole frame shot camera focus move movement in out back left right up "
    "down across over off away along медленный медленная медленно плавный плавная плавно влево вправо вверх "
    "вниз кадр камера и".split()
)
_TOWARDS = frozenset("on onto to toward towards into на к".split())
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
    """Whether nothing but a move of the camera is said, as "Slow push-in on the box"."""
    words = _WORD.findall(part.lower())
    own = words
    for place, word in enumerate(words):
        if word in _TOWARDS:
            own = words[:place]
            break
    if not all(word in _MOVES | _STILLS | _WITH_MOVES for word in own):
        return False
    moves = any(word in _MOVES for word in own)
    # "Locked to the wall" tells of no camera.
    return moves or (own == words and any(word in _STILLS for word in own))

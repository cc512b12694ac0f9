"""Word lists of the prompt rules, English and Russian; each is one compiled pattern."""

from __future__ import annotations

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NEGATION = _any(
    r"no (?!one\b|longer\b)\w+", r"without (?:any )?\w+", r"don['’]t \w+", r"do not \w+",
    r"does not \w+", r"doesn['’]t \w+", r"never \w+", r"без \w+",
)  # fmt: skip
CAMERA_MOVE = _any(
    r"push[- ]?in", r"pull[- ]?(?:out|back)", r"doll(?:y|ies)(?: \w+)?", r"tracking(?: shot)?",
    r"crane (?:up|down|shot)", r"whip pan", r"pans? (?:left|right|up|down|across)", r"panning",
    r"tilts? (?:up|down)", r"orbits?(?: shot)?", r"zooms? (?:in|out)", r"handheld", r"steadicam",
    r"drone shot", r"rack focus", r"наезд", r"отъезд", r"панорама",
)  # fmt: skip
_FRAMINGS = {
    "wide": (r"(?:extreme )?wide(?: shot)?", r"establishing shot", r"общий план"),
    "medium": (r"medium(?: wide| close)?(?: shot|-shot)?", r"средний план"),
    "close-up": (r"(?:extreme )?close[- ]?up", r"крупный план"),
    "macro": (r"macro(?: insert| shot)?",),
    "two-shot": (r"two[- ]shot",),
    "over the shoulder": (r"over[- ]the[- ]shoulder", r"OTS"),
    "point of view": (r"POV", r"point of view"),
    "low angle": (r"low[- ]angle",),
    "high angle": (r"high[- ]angle", r"bird['’]s[- ]eye"),
}
FRAMINGS = tuple(_FRAMINGS)
# One group for each of FRAMINGS, in their order: the first that stands in the words is found.
FRAMING = _any(*(f"({'|'.join(words)})(?!\\w)" for words in _FRAMINGS.values()))
OTHER_CAMERA = _any(
    r"static(?: frame| shot| camera)?", r"locked(?: frame| camera)?", r"camera", r"lens",
    r"\d+ ?mm", r"profile", r"three-quarter", r"dutch", r"full shot", r"long shot", r"камера",
    r"статичный кадр",
)  # fmt: skip
QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»")
PEOPLE = _any(
    r"(?:[4-9]|\d\d+|four|five|six|seven|eight|nine|ten|a dozen|many) "
    r"(?:\w+ )?(?:people|persons|men|women|children|kids|boys|girls|friends|characters|soldiers)",
    r"crowds?(?: of \w+)?",
)  # fmt: skip
RISKY = _any(
    r"disney", r"pixar", r"marvel", r"mickey mouse", r"pokemon", r"pikachu", r"harry potter",
    r"star wars", r"batman", r"spider-?man", r"superman", r"barbie", r"elsa from frozen",
    r"hello kitty", r"coca[- ]cola", r"mcdonald['’]?s", r"nike", r"taylor swift", r"elon musk",
    r"donald trump", r"nude", r"naked", r"gore", r"bloody",
)  # fmt: skip
ENDLESS = _any(
    r"(?:walk|run|mov|wander|danc|fl(?:y|ie)|jump|play|roam)\w* (?:around|about)",
    r"moves", r"гуляет",
)  # fmt: skip
MOTION_END = _any(
    r"then", r"until", r"stops?", r"pauses?", r"sits?", r"lands?", r"reach(?:es)?", r"turns?",
    r"ends?", r"freezes?", r"settles?", r"to the", r"into", r"onto", r"finally", r"потом",
    r"останавливается",
)  # fmt: skip
FOREIGN_SPEECH = re.compile("[\u0370-\u06ff\u0900-\u0eff\u10a0-\u10ff]")
# A joiner between two pictures makes one emoji, so it is no stray sign.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
)
SENTENCE_END = re.compile(r"[.!?…。！？]+(?:\s+|$)|\n+")
SOUND = re.compile(
    r"(?:sounds?|sound effects?|audio|sfx|ambien(?:t|ce)(?: sound)?|звуки?|шумы?)\s*:",
    re.IGNORECASE,
)

"""A checker and a second reader of FCPXML 1.10, written from the facts of its grammar alone.

No code of the program is used here. Only what a film's cut list can hold is known; anything else
is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_TIME = re.compile(r"-?\d+(/\d+)?s")
_ANCHORED = "audio|video|clip|title|caption|mc-clip|ref-clip|sync-clip|asset-clip|audition|spine"
_CONTENT = {
    "fcpxml": "resources,(library|event)?",
    "resources": "(asset|effect|format|media)*",
    "library": "(event)*",
    "event": "(project|asset-clip|clip)*",
    "project": "sequence",
    "sequence": "note?,spine,metadata?",
    "spine": "(asset-clip|video|clip|gap|ref-clip|title|transition)*",
    "asset": "(media-rep)+,metadata?",
    "asset-clip": "note?,conform-rate?,timeMap?,adjust-crop?,adjust-transform?,adjust-blend?,"
    f"adjust-volume?,adjust-panner?,({_ANCHORED})*,(marker|chapter-marker|keyword)*,"
    "(audio-channel-source)*,(filter-video)*,(filter-audio)*,metadata?",
    "adjust-blend": "(param)*",
    "adjust-volume": "(param)*",
    "param": "fadeIn?,fadeOut?,keyframeAnimation?,(param)*",
    "caption": "(text)*,(text-style-def)*,note?",
    "text": "(text-style)*",
    "text-style-def": "text-style",
    "transition": "filter-video?,filter-audio?,(marker)*,metadata?",
}
_EMPTY = {"format", "media-rep", "marker", "fadeIn", "fadeOut", "conform-rate", "text-style"}
_CLIP = {"lane", "offset", "name", "start", "duration", "enabled"}
_ATTRIBUTES: dict[str, tuple[set[str], set[str]]] = {
    "fcpxml": ({"version"}, set()),
    "library": (set(), {"location"}),
    "event": (set(), {"name", "uid"}),
    "project": (set(), {"name", "uid"}),
    "format": ({"id"}, {"name", "frameDuration", "width", "height", "colorSpace"}),
    "asset": (
        {"id"},
        {"name", "uid", "start", "duration", "hasVideo", "format", "hasAudio", "videoSources"}
        | {"audioSources", "audioChannels", "audioRate"},
    ),
    "media-rep": ({"src"}, {"kind"}),
    "sequence": (
        {"format"},
        {"duration", "tcStart", "tcFormat", "audioLayout", "audioRate"},
    ),
    "asset-clip": ({"ref"}, _CLIP | {"format", "tcStart", "tcFormat", "audioRole", "videoRole"}),
    "transition": ({"duration"}, {"name", "offset"}),
    "marker": ({"start", "value"}, {"duration", "completed", "note"}),
    "caption": ({"duration"}, _CLIP | {"role"}),
    "text-style-def": ({"id"}, {"name"}),
    "text-style": (set(), {"ref", "font", "fontSize"}),
    "adjust-blend": (set(), {"amount", "mode"}),
    "adjust-volume": (set(), {"amount"}),
    "param": ({"name"}, {"key", "value"}),
    "fadeIn": ({"duration"}, {"type"}),
    "fadeOut": ({"duration"}, {"type"}),
    "conform-rate": (set(), {"scaleEnabled", "srcFrameRate", "frameSampling"}),
}
_VALUES = {
    ("sequence", "tcFormat"): {"DF", "NDF"},
    ("asset-clip", "tcFormat"): {"DF", "NDF"},
    ("sequence", "audioRate"): {"32k", "44.1k", "48k", "96k"},
    ("sequence", "audioLayout"): {"mono", "stereo", "surround"},
    ("media-rep", "kind"): {"original-media", "proxy-media"},
    ("fadeIn", "type"): {"linear", "easeIn", "easeOut", "easeInOut"},
    ("fadeOut", "type"): {"linear", "easeIn", "easeOut", "easeInOut"},
    ("conform-rate", "scaleEnabled"): {"0", "1"},
    ("conform-rate", "srcFrameRate"): {
        "23.98", "24", "25", "29.97", "30", "60", "47.95", "48", "50", "59.94",
    },
}  # fmt: skip
_TIMES = {"offset", "start", "duration", "tcStart", "frameDuration"}


def faults(data: bytes) -> list[str]:
    """Where a file is not as the grammar has it; [] for nowhere."""
    head = data[:200].decode()
    found = [] if "<!DOCTYPE fcpxml>" in head else ["no doctype"]
    root = ElementTree.fromstring(data)
    names = [one.get("id") for one in root.iter() if one.get("id")]
    found += ["an id is given twice"] * (len(set(names)) < len(names))
    if root.get("version") != "1.10":
        found.append("version")
    for element in root.iter():
        found += _element(element, set(names))
    return found


def _element(element: Element, names: set[str | None]) -> Iterator[str]:
    tag = element.tag
    if tag in _EMPTY:
        yield from (f"{tag} holds {child.tag}" for child in element)
    elif tag not in _CONTENT:
        yield f"{tag} is not known"
    elif not re.fullmatch(_pattern(_CONTENT[tag]), "".join(f"<{child.tag}>" for child in element)):
        yield f"{tag} holds {[child.tag for child in element]}"
    needed, allowed = _ATTRIBUTES.get(tag, (set(), set()))
    given = set(element.keys())
    yield from (f"{tag} lacks {name}" for name in needed - given)
    yield from (f"{tag} has {name}" for name in given - needed - allowed)
    for name, value in element.items():
        if name in _TIMES and not _is_time(value):
            yield f"{tag} {name}={value}"
        if value not in _VALUES.get((tag, name), {value}):
            yield f"{tag} {name}={value}"
        if name in ("ref", "format") and value not in names:
            yield f"{tag} {name}={value} is nothing"


def _pattern(content: str) -> str:
    """A content model as an expression over "<tag>" words."""
    return re.sub(r"[\w-]+", lambda word: f"(?:<{word[0]}>)", content).replace(",", "")


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    above, _, below = text.removesuffix("s").partition("/")
    return abs(int(above)) < 2**63 and (not below or 0 < int(below) < 2**32)


@dataclass(frozen=True)
class Seen:
    """A clip as a second reader finds it: where it lies, how long, from where in which file."""

    name: str
    at: Fraction
    seconds: Fraction
    start: Fraction
    file: str
    dissolve: Fraction


def seen(data: bytes) -> tuple[list[Seen], Fraction, Fraction]:
    """The clips of the spine, the sequence's length, and the seconds of its first frame."""
    root = ElementTree.fromstring(data)
    files = {
        asset.attrib["id"]: unquote(urlsplit(asset.find("media-rep").attrib["src"]).path)  # type: ignore[union-attr]
        for asset in root.iter("asset")
    }
    sequence = next(root.iter("sequence"))
    begins = _seconds(sequence.attrib["tcStart"])
    found, over = [], Fraction(0)
    for child in sequence.find("spine") or ():
        if child.tag == "transition":
            over = _seconds(child.attrib["duration"])
            continue
        found.append(
            Seen(
                child.attrib["name"],
                _seconds(child.attrib["offset"]) - begins,
                _seconds(child.attrib["duration"]),
                _seconds(child.attrib["start"]),
                files[child.attrib["ref"]],
                over,
            )
        )
        over = Fraction(0)
    return found, _seconds(sequence.attrib["duration"]), begins


def _seconds(text: str) -> Fraction:
    return Fraction(text.removesuffix("s"))

"""Broken scenario files made from whole ones: a seed and a number always give the same file."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

from tests.support.films import FILM, FLAT
from tests.support.random_edits import LENT, random_film
from topa_studio.base.resources import sample_film

_SIGNS = ":-[]{}#&*!|>'\"%@`\n\t\r ,?~<=.x1\\"
_WORDS = [
    "&a ", "*a", "*b ", "<<: ", "<<: *lent\n", "- ", "? ", "{", "[", "]", "}", "!!str ", "!x ",
    "!!python/object/apply:os.system [x]", "!!binary AAAA", "%TAG ! x\n", "---\n", "...\n", "|2\n",
    ">-\n", "\u2028", "\u0085", "\r\n", "\r", "\ufeff", "\0", "\x07", "\x7f", "😀",
    "id: 1\n", "key: 1__1\n", "shots: []\n", "shots:\n", "scenes:\n", "null", "~", "true", "no",
    "12:30:45", "0o17", "2024-99-99", ".nan", ".inf", "1e999", "-0", "0x1F", "9" * 5000, "'",
    '"\\uD800"', '"\\x00"', '"\\U00110000"', "a" * 3000, "@Topa" * 300, "../../x", "CON", "é" * 200,
]  # fmt: skip
_VALUES = [
    "", " ~", " []", " {}", " [[]]", " {a: {b: c}}", " -1", " 1e400", " 99999999999999999999",
    " yes", " 2001-12-14t21:59:43.10-05:00", " 190:20:30", " 0b1", " |\n", " >\n", " '", ' "',
    " &x 1", " !!int a", " - a", " @x", " : :", " ? a", " <<", " [1, [2], {3: 4}]", " {1: 2, 1: 3}",
]  # fmt: skip
_KEYS = [
    "id", "shot_id", "key", "title", "prompt", "elements_needed", "duration", "trim", "take",
    "locked", "model", "mode", "sound", "start", "end", "transition", "shots", "scenes", "elements",
    "name", "type", "description", "reference_prompts", "multi_shot", "audio", "fps", "1", "<<",
]  # fmt: skip
_HIGH = [
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
    b"\xef\xbf\xbe",
    b"\0",
]
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

Change = Callable[[random.Random, str], str]


def broken_film(seed: int, number: int) -> bytes:
    """File `number` of a run: a film with one to eight changes in its text or its bytes."""
    rng = random.Random(f"{seed}/{number}")
    text = _whole(rng)
    for _change in range(rng.choice([1, 1, 1, 1, 2, 2, 3, 8])):
        text = rng.choice(_CHANGES)(rng, text)
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.05:
        data = _bytes_changed(rng, data)
    if rng.random() < 0.01:
        data = text.encode(rng.choice(["utf-16", "utf-16-le", "utf-32"]), "replace")
    return data


def _whole(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.6:
        return random_film(rng).decode()
    if kind < 0.8:
        return FILM
    return _sample() if kind < 0.85 else FLAT


@cache
def _sample() -> str:
    return (sample_film() / "scenario.yaml").read_text(encoding="utf-8")


def _at(rng: random.Random, text: str) -> int:
    return rng.randint(0, len(text))


def _sign(rng: random.Random, text: str) -> str:
    place = _at(rng, text)
    return text[:place] + rng.choice(_SIGNS) + text[place + rng.randint(0, 1) :]


def _word(rng: random.Random, text: str) -> str:
    place = _at(rng, text)
    return text[:place] + rng.choice(_WORDS) + text[place:]


def _cut(rng: random.Random, text: str) -> str:
    place = _at(rng, text)
    return text[:place] + text[place + rng.randint(1, rng.choice([3, 30, 300])) :]


def _end(rng: random.Random, text: str) -> str:
    return text[: _at(rng, text)]


def _twice(rng: random.Random, text: str) -> str:
    place, goal = _at(rng, text), _at(rng, text)
    return text[:goal] + text[place : place + rng.randint(1, 200)] + text[goal:]


def _line(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    place, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            lines[place] = " " * rng.randint(1, 3) + lines[place]
        case 1:
            lines[place] = lines[place][rng.randint(1, 3) :]
        case 2:
            lines.insert(other, lines[place])
        case 3:
            lines[place], lines[other] = lines[other], lines[place]
        case _:
            lines[place] = "\t" + lines[place]
    return "\n".join(lines)


def _value(rng: random.Random, text: str) -> str:
    """Another value for a key, or a key more beside it."""
    lines = text.split("\n")
    keyed = [place for place, line in enumerate(lines) if ": " in line] or [0]
    place = rng.choice(keyed)
    key, _colon, _rest = lines[place].partition(":")
    if rng.random() < 0.5:
        lines[place] = f"{key}:{rng.choice(_VALUES)}"
    else:
        indent = " " * (len(key) - len(key.lstrip(" -")))
        lines.insert(place + 1, f"{indent}{rng.choice(_KEYS)}:{rng.choice(_VALUES)}")
    return "\n".join(lines)


def _other(rng: random.Random, text: str) -> str:
    other = _whole(rng)
    return text[: _at(rng, text)] + other[_at(rng, other) :]


def _bulk(rng: random.Random, text: str) -> str:
    """Something large: depth, an alias bomb, very many short parts."""
    place, count = _at(rng, text), int(10 ** rng.randint(1, 5))
    words = rng.choice(
        [
            "[" * count,
            "{a: " * min(count, 30_000),
            "- " * count,
            "".join(f"{' ' * depth}a:\n" for depth in range(min(count, 300))),
            _BOMB,
            LENT[0] + "".join(LENT[1:]),
            "[" + "1," * count + "]",
            "- x\n" * min(count, 30_000),
        ]
    )
    return text[:place] + "\n" * rng.randint(0, 1) + words + text[place:]


def _bytes_changed(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _change in range(rng.randint(1, 4)):
        place = rng.randint(0, len(changed))
        changed[place : place + rng.randint(0, 2)] = rng.choice(_HIGH)
    return bytes(changed)


_CHANGES: Sequence[Change] = (
    *(_value,) * 16,
    *(_line,) * 8,
    *(_sign, _word, _cut) * 4,
    *(_twice, _other, _end) * 2,
    _bulk,
)

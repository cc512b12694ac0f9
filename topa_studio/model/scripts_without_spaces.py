"""Where a word may end in scripts that put no space between words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

# Han, kana, Hangul (its particles are joined to names), Thai, Lao, Myanmar, Khmer, Tibetan.
# The first and the last sign of each stretch, in a row.
_SPACELESS = (
    "\u0e00\u0fff\u1000\u109f\u1100\u11ff\u1780\u17ff\u19e0\u19ff\u1a20\u1aaf"
    "\u2e80\u2fdf\u3005\u3007\u3021\u30ff\u3105\u318f\u31a0\u31ff\u3400\u4dbf\u4e00\u9fff"
    "\ua960\ua97f\ua9e0\ua9ff\uaa60\uaa7f\uac00\ud7ff\uf900\ufaff\uff66\uffdc"
    "\U0001aff0\U0001b16f\U00020000\U0003ffff"
)
# What is part of the sign before it, though it counts as a letter: vowels of Thai and Lao,
# small kana, marks that lengthen or repeat.
_NEVER_FIRST = frozenset(
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6"
    "々〻ぁぃぅぇぉっゃゅょゎゕゖゝゞァィゥェォッャュョヮヵヶーヽヾｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
_JOINER = "\u200d"


def is_spaceless(sign: str) -> bool:
    """Whether words in this sign's script follow each other without a space."""
    if sign < _SPACELESS[0]:
        return False
    place = bisect_right(_SPACELESS, sign)
    return place % 2 == 1 or sign == _SPACELESS[place - 1]


def is_mark(sign: str) -> bool:
    """Whether a sign only changes the one before it: an accent, a vowel sign, a joiner."""
    return sign == _JOINER or unicodedata.category(sign).startswith("M")


def may_end(word: str, place: int) -> bool:
    """Whether a name that `word` begins with may end before `place`, with no space there."""
    if place == len(word):
        return True
    last, following = word[place - 1], word[place]
    if last == _JOINER or is_mark(following) or following in _NEVER_FIRST:
        return False
    return is_spaceless(last) or is_spaceless(following)


_PIECES = (
    "[\u30a1-\u30ff\uff66-\uff9f]+|[\u3400-\u4dbf\u4e00-\u9fff\u3005]+|[\u3041-\u309f]+"
    "|[\uac00-\ud7ff]+|[^\\W\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff]+"
)
# Scripts whose signs tell where a name may end; Thai and its like do not.
_TOLD_APART = "[\u3005\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff\uff66-\uff9f]"
_PARTICLES = ("에서", "으로", "에게", *"이가은는을를의와과도에로")
_LONGEST_OF_SIGNS, _USUAL_OF_SIGNS = 4, 2


def likely_name(word: str) -> str:
    """The name that a word of a script without spaces most likely begins with.

    Nobody can tell for sure: it is a proposal, to be changed by the user.
    """
    found = re.match(_PIECES, word)
    if found is None or not any(map(is_spaceless, word)):
        return word
    piece = found[0]
    if is_spaceless(piece[0]) and not re.match(_TOLD_APART, piece):
        return word
    if "\u4e00" <= piece[0] <= "\u9fff" and len(piece) > _LONGEST_OF_SIGNS:
        return piece[:_USUAL_OF_SIGNS]
    if "\uac00" <= piece[0] <= "\ud7ff":
        end = next((each for each in _PARTICLES if piece.endswith(each)), "")
        return piece.removesuffix(end) if len(piece) > len(end) + 1 else piece
    return piece

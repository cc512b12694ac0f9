"""Ratios of pictures, and what is left of one that is cut to a ratio."""

from __future__ import annotations

from topa_studio.base.errors import MediaError

NEAR = 0.02
"""How far a ratio may be off, as a share, and still count as the asked one."""


def ratio_value(ratio: str) -> float:
    """ "16:9" as 1.777. Raises MediaError where it is not two positive numbers."""
    left, colon, right = ratio.partition(":")
    try:
        width, height = float(left), float(right)
    except ValueError:
        width, height = 0.0, 0.0
    if not colon or width <= 0 or height <= 0:
        raise MediaError("media.bad-ratio", ratio=ratio)
    return width / height


def cut_size(width: int, height: int, ratio: str) -> tuple[int, int]:
    """The size of the part around the middle that has the ratio ("": not cut).

    Raises:
        MediaError: it is no ratio.
    """
    wanted = ratio_value(ratio) if ratio else width / height
    if abs(width / height / wanted - 1) <= NEAR:
        return width, height
    if width / height > wanted:
        return max(1, round(height * wanted)), height
    return width, max(1, round(width / wanted))

"""What wishes come to together: each is put in or taken out alone, and the sum is what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.prices import Price

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Share:
    """What one wish adds to a sum; reference images are apart, since shots share them.

    Attributes:
        prices: of its requests; `images` of them are pictures.
        names: the elements it needs or is an image of.
        blocked: why it cannot be sent; then it adds nothing else.
        ahead: keys of other shots whose panels it needs first, each with its price.
    """

    prices: tuple[Price, ...] = ()
    names: tuple[str, ...] = ()
    images: int = 0
    seconds: int = 0
    blocked: Trouble | None = None
    ahead: tuple[tuple[str, Price], ...] = ()


class Sum:
    """The wishes in it with what they add; the same whatever order they came and went in."""

    def __init__(self) -> None:
        self.wishes: dict[Wish, Share] = {}
        self.blocked: dict[Wish, Trouble] = {}
        self.prices: Counter[Price] = Counter()
        self.names: Counter[str] = Counter()
        self.ahead: Counter[tuple[str, Price]] = Counter()
        self.images = self.seconds = 0

    def put(self, wish: Wish, share: Share | None) -> None:
        """A wish adds this from now on; None: it is not in the sum."""
        self.blocked.pop(wish, None)
        before = self.wishes.pop(wish, None)
        if before is not None:
            self._add(before, -1)
        if share is None:
            return
        if share.blocked is not None:
            self.blocked[wish] = share.blocked
        else:
            self.wishes[wish] = share
            self._add(share, 1)

    def _add(self, share: Share, sign: int) -> None:
        _count(self.prices, share.prices, sign)
        _count(self.names, share.names, sign)
        _count(self.ahead, share.ahead, sign)
        self.images += sign * share.images
        self.seconds += sign * share.seconds

    def apart(self) -> list[Price]:
        """Of panels that are needed first, and that no wish in it makes anyway."""
        return [price for key, price in self.ahead if not self._draws(key)]

    def _draws(self, key: str) -> bool:
        clip = self.wishes.get(Wish(Kind.CLIP, key))
        return Wish(Kind.PANEL, key) in self.wishes or (clip is not None and clip.images > 0)


def _count(counter: Counter[T], found: Iterable[T], sign: int) -> None:
    for one in found:
        counter[one] += sign
        if not counter[one]:
            del counter[one]


def total(prices: Counter[Price]) -> float | None:
    """All together, exact whatever their order; not known where one is not."""
    exact = Fraction(0)
    for price, count in prices.items():
        if price.credits is None:
            return None
        exact += Fraction(price.credits) * count
    return float(exact)

"""The order of a list that both sides changed: moves and additions of both are kept."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.document.merging.three_way import regions


def merged_order(
    lists: Sequence[list[str]], members: set[str], preferred: str
) -> tuple[list[str], bool]:
    """The members in their merged order, and whether both sides ordered them differently.

    `lists` are base, ours and theirs; names may stand in one of them only.
    """
    base, ours, theirs = ([name for name in names if name in members] for names in lists)
    core = set(base) & set(ours) & set(theirs)
    trunk, clashed = _trunk(*([x for x in names if x in core] for names in (base, ours, theirs)))
    if trunk is None:
        side = ours if preferred == "ours" else theirs
        trunk = [name for name in side if name in core]
    sides = [ours, theirs] if preferred == "ours" else [theirs, ours]
    differs = _added_differently(ours, theirs, core)
    if not differs:
        # The one that put more there has the order of both, whoever is "ours".
        sides.sort(key=lambda names: (-len(names), names))
    runs: dict[str, list[list[str]]] = {}
    placed = set(core)
    for names in sides:
        for before, run in _runs(names, core):
            fresh = [name for name in run if name not in placed]
            placed.update(fresh)
            if fresh:
                runs.setdefault(before, []).append(fresh)
    clashed = clashed or differs
    order = _joined(trunk, runs)
    return order + sorted(members - set(order)), clashed


def _trunk(base: list[str], ours: list[str], theirs: list[str]) -> tuple[list[str] | None, bool]:
    if ours == theirs or theirs == base:
        return ours, False
    if ours == base:
        return theirs, False
    merged: list[str] = []
    for region in regions(base, ours, theirs):
        if region.merged is None:
            return None, True
        merged += region.merged
    is_whole = sorted(merged) == sorted(base)
    return (merged, False) if is_whole else (None, True)


def _runs(names: list[str], core: set[str]) -> list[tuple[str, list[str]]]:
    """Names that are not in the core, by the core's name before them (`""`: none)."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for name in names:
        if name in core:
            found.append((name, []))
        else:
            found[-1][1].append(name)
    return [pair for pair in found if pair[1]]


def _added_differently(ours: list[str], theirs: list[str], core: set[str]) -> bool:
    """Whether both put the same new names to different places."""
    both = (set(ours) & set(theirs)) - core
    if not both:
        return False
    left, right = ([x for x in names if x in core or x in both] for names in (ours, theirs))
    return _runs(left, core) != _runs(right, core)


def _joined(trunk: list[str], runs: dict[str, list[list[str]]]) -> list[str]:
    order: list[str] = []
    for name in ("", *trunk):
        order += [name] if name else []
        # Two runs at one place stand in an order that does not depend on who is "ours".
        order += [new for run in sorted(runs.get(name, [])) for new in run]
    return order

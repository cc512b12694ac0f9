"""The columns of each film as they are kept in the preferences: a JSON text each."""

from __future__ import annotations

import json
from pathlib import Path

from topa_studio.model.scenario import Scenario
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shot_list.columns import Columns, columns_at_first
from topa_studio.ui.shot_list.laid import Laid

MOST = 30


def first_columns(film: Scenario) -> Columns:
    """Those of a film whose user has chosen none."""
    return columns_at_first(has_lines=any(shot.lines for shot in film.shots()))


def columns_of(kept: tuple[str, ...], film: Path, first: Columns) -> Columns:
    """The columns of a film; the `first` where nothing is kept, or nothing can be read."""
    found = (words for name, words in map(_read, kept) if name == str(film))
    words = next(found, "")
    return Columns.of(words) if words else first


def with_columns(
    kept: tuple[str, ...], film: Path, columns: Columns, first: Columns
) -> tuple[str, ...]:
    """The same, with this film's columns before others; of the `first` nothing is kept."""
    others = tuple(text for text in kept if _read(text)[0] not in ("", str(film)))
    if columns == first:
        return others
    mine = json.dumps({"film": str(film), "columns": columns.words()}, ensure_ascii=False)
    return (mine, *others)[:MOST]


def keep_columns(view: Laid, store: PreferenceStore, film: Path, now: Scenario) -> None:
    """Show a film's columns as they were last, and remember them whenever they change."""
    view.first_columns = first = first_columns(now)
    view.show_columns(columns_of(store.now.columns, film, first))
    view.columns_changed.connect(
        lambda: store.change(columns=with_columns(store.now.columns, film, view.columns, first))
    )


def _read(text: str) -> tuple[str, str]:
    try:
        facts = json.loads(text)
        return str(facts["film"]), str(facts["columns"])
    except (ValueError, TypeError, KeyError):
        return "", ""

"""The columns of each film as they are kept in the preferences: a JSON text each."""

from __future__ import annotations

import json
from pathlib import Path

from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shot_list.columns import Columns
from topa_studio.ui.shot_list.laid import Laid

MOST = 30


def columns_of(kept: tuple[str, ...], film: Path) -> Columns:
    """The columns of a film; as at the start where nothing is kept, or nothing can be read."""
    found = (words for name, words in map(_read, kept) if name == str(film))
    return Columns.of(next(found, ""))


def with_columns(kept: tuple[str, ...], film: Path, columns: Columns) -> tuple[str, ...]:
    """The same, with this film's columns first; as at the start, nothing is kept of it."""
    others = tuple(text for text in kept if _read(text)[0] not in ("", str(film)))
    if columns == Columns():
        return others
    mine = json.dumps({"film": str(film), "columns": columns.words()}, ensure_ascii=False)
    return (mine, *others)[:MOST]


def keep_columns(view: Laid, store: PreferenceStore, film: Path) -> None:
    """Show a film's columns as they were last, and remember them whenever they change."""
    view.show_columns(columns_of(store.now.columns, film))
    view.columns_changed.connect(
        lambda: store.change(columns=with_columns(store.now.columns, film, view.columns))
    )


def _read(text: str) -> tuple[str, str]:
    try:
        facts = json.loads(text)
        return str(facts["film"]), str(facts["columns"])
    except (ValueError, TypeError, KeyError):
        return "", ""

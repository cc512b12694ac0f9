"""What held below a film's own settings, as a row of state.db."""

from __future__ import annotations

import json

from topa_studio.model.scenario import Settings
from topa_studio.pipeline.below import Below, with_now
from topa_studio.pipeline.state.records import Records


def read_below(records: Records, film: str) -> tuple[Below, ...]:
    """What held one after the other; what is damaged counts as not known."""
    query = "SELECT value FROM meta WHERE name = ?"
    rows = records.rows(query, f"below {film}")
    try:
        return tuple(
            Below(Settings(model, mode, sound), ratio, float(since))
            for model, mode, sound, ratio, since in (json.loads(rows[0][0]) if rows else ())
        )
    except (ValueError, TypeError):
        return ()


def note_below(records: Records, film: str, now: Below) -> tuple[Below, ...]:
    """What holds now is written down, where that is new; all that held."""
    before = read_below(records, film)
    found = with_now(before, now)
    if found != before:
        facts = [
            [b.settings.model, b.settings.mode, b.settings.sound, b.ratio, b.since] for b in found
        ]
        query = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
        records.change(query, [(f"below {film}", json.dumps(facts))])
    return found

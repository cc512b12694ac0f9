"""Which tasks of the service are known here, whatever became of them."""

from __future__ import annotations

from topa_studio.pipeline.state.records import Records


def task_ids(records: Records) -> set[str]:
    """Every task id of a job or a result."""
    rows = records.rows("SELECT task_id FROM job UNION SELECT task_id FROM take")
    return {row[0] for row in rows if row[0]}

"""The plain-text record beside every paid result; from receipts alone the state can be rebuilt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from topa_studio.base.files import write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular
from topa_studio.model.request import DEFAULT_PROVIDER, from_json, to_json
from topa_studio.model.take import OWN_FILE, Take
from topa_studio.pipeline.folder.layout import receipt_of
from topa_studio.pipeline.job import Job, State, Wish


def write_receipt(media: Path, job: Job, take: Take) -> None:
    """Write `<media>.json`. Raises OSError."""
    request = None if job.request is None else to_json(job.request)
    inputs = [] if job.request is None else [p.sha256 or p.url for p in job.request.pictures()]
    receipt = {
        "task_id": take.task_id,
        "of": {
            "kind": job.wish.kind,
            "film": job.wish.film,
            "key": job.wish.key,
            "number": job.wish.number,
        },
        "model": None if job.request is None else job.request.model,
        "provider": take.provider,
        "credits": take.credits,
        "estimate": job.estimate,
        "request": request,
        "request_digest": take.digest,
        "inputs": inputs,
        "sha256": take.sha256,
        "flags": list(take.flags),
        "times": {"created": job.created, "sent": job.sent, "finished": take.made_at},
    }
    _write(media, receipt)


def write_own_receipt(
    media: Path, wish: Wish, take: Take, name: str, more: Mapping[str, object] | None = None
) -> None:
    """The receipt of a file of the user's own, which had this name: it cost nothing.

    `more`: what else is to be known of it. Raises OSError.
    """
    receipt = {
        **(more or {}),
        "origin": OWN_FILE,
        "name": name,
        "of": {"kind": wish.kind, "film": wish.film, "key": wish.key, "number": wish.number},
        "credits": None,
        "sha256": take.sha256,
        "times": {"finished": take.made_at},
    }
    _write(media, receipt)


def _write(media: Path, receipt: Mapping[str, object]) -> None:
    text = json.dumps(receipt, indent=2, ensure_ascii=False)
    write_atomic(receipt_of(media), f"{text}\n".encode())


def read_receipt(media: Path) -> dict[str, Any] | None:
    """The receipt beside `media`; None where there is none or it is damaged."""
    try:
        data = read_json(read_regular(receipt_of(media)))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def take_of(media: Path, number: int, stored_path: str, receipt: dict[str, Any]) -> Take:
    """A take as its receipt tells of it; what is damaged in it counts as not known."""
    times = receipt.get("times")
    made_at = _number(times.get("finished")) if isinstance(times, dict) else None
    price, flags = _number(receipt.get("credits")), receipt.get("flags")
    # Whatever names a task was paid for, whoever says something else of it.
    is_own = receipt.get("origin") == OWN_FILE and not receipt.get("task_id")
    return Take(
        number=number,
        path=stored_path,
        digest=_text(receipt.get("request_digest")),
        task_id=_text(receipt.get("task_id")),
        credits=price if price is not None and price > 0 else None,
        sha256=_text(receipt.get("sha256")),
        flags=tuple(str(flag) for flag in flags) if isinstance(flags, list) else (),
        made_at=media.stat().st_mtime if made_at is None else made_at,
        origin=OWN_FILE if is_own else "",
        provider=_text(receipt.get("provider")) or DEFAULT_PROVIDER,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def job_of(wish: Wish, take: Take, receipt: dict[str, Any]) -> Job | None:
    """The finished job a receipt tells of; None where it names no task or is damaged."""
    times, request = receipt.get("times"), receipt.get("request")
    estimate = receipt.get("estimate")
    if not take.task_id or not isinstance(times, dict):
        return None
    try:
        return Job(
            id=0,
            wish=wish,
            state=State.DONE,
            request=None if request is None else from_json(request),
            digest=take.digest,
            path=take.path,
            estimate=float(estimate) if isinstance(estimate, int | float) else None,
            created=float(times["created"]),
            task_id=take.task_id,
            credits=take.credits,
            sent=float(times["sent"]),
            finished=take.made_at,
            provider=take.provider,
        )
    except (KeyError, TypeError, ValueError):
        return None

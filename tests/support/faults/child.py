"""What one forked process does: a run under a fault, or the next start with its audit."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.faults.audit import audit, over_budget, unknowns
from tests.support.faults.drive import control, hurry, run_all
from tests.support.faults.install import install
from tests.support.faults.planted import plant
from tests.support.faults.proxy import ChaosProxy
from tests.support.faults.rules import Cut
from tests.support.faults.shim import Fault, Shim
from tests.support.small_kie import until
from topa_studio.app.making.day_budget import write_day_budget
from topa_studio.provider.kie.client import KieClient

Json = dict[str, Any]


def act(plan: Json) -> Json:
    """Run a plan; what came of it. A killed process never comes back from here."""
    hurry()
    home = Path(plan["home"])
    _log_to(None if plan.get("bytes") is not None else home.parent / "log.txt")
    if plan.get("plain_copies"):
        shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]
    if plan.get("plant"):
        plant(plan["plant"])
    if plan.get("day") is not None:
        write_day_budget(plan["day"])
    if plan.get("bytes") is not None:
        _limit(plan["bytes"])
    fault = Fault(**plan["fault"]) if plan.get("fault") else None
    shim = Shim(str(home.parent), fault, [] if plan.get("record") else None)
    if fault is not None or plan.get("record") or plan.get("count"):
        install(shim)
    seen = asyncio.run(_run(home, plan))
    shim.fault = None
    found: Json = {"seen": seen, "counts": shim.counts, "struck": shim.struck}
    if plan.get("audit"):
        ledger = control(plan["url"])
        found["ledger"] = ledger
        found["unknown"] = unknowns(home, ledger)
        found["broken"] = [
            *audit(
                home,
                ledger,
                seen,
                plan.get("confirmed", {}) | _redrawn(ledger, plan),
                plan.get("variants", 0),
            ),
            *over_budget(ledger, plan.get("budget")),
        ]
    if shim.record is not None:
        Path(plan["record"]).write_bytes(pickle.dumps(shim.record))
    return found


def _redrawn(ledger: Json, plan: Json) -> dict[str, int]:
    """What is drawn once more with the same words, as the user wished."""
    fronts = [t for t in ledger["tasks"] if plan.get("redraws") and "front" in t["prompt"]]
    return {f"{task['model']}: {task['prompt']}": 1 for task in fronts}


async def _run(home: Path, plan: Json) -> Json:
    if plan.get("after"):
        await until(lambda: control(plan["url"])["asked"].get("create", 0) >= plan["after"])
    if plan.get("cut") is None:
        return await run_all(home, plan["url"], plan)
    cut = Cut(**plan["cut"])
    if cut.how == "silence":
        assert KieClient.__init__.__kwdefaults__ is not None
        KieClient.__init__.__kwdefaults__["silence"] = 0.1
    async with ChaosProxy(plan["url"], cut) as proxy:
        seen = await run_all(home, proxy.url, plan)
        return {**seen, "creates": proxy.creates, "sizes": proxy.sizes}


def _log_to(path: Path | None) -> None:
    """The program's log, which is searched for the key too."""
    handler = logging.NullHandler() if path is None else logging.FileHandler(path)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)


def _limit(size: int) -> None:
    """No file of this process may grow beyond `size` bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def folders(home: Path) -> dict[str, str]:
    """The environment of a user whose folders lie beside the film."""
    user = home.parent / "user"
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    windows = ("USERPROFILE", "APPDATA", "LOCALAPPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    return {name: str(user) for name in (*names, *windows)}


def in_child(plan: Json, tell: Callable[[Json], None]) -> None:
    """Act and tell; what nobody foresaw is told too, and then the process is gone."""
    os.environ.update(folders(Path(plan["home"])))
    try:
        found = act(plan)
    except BaseException as error:  # noqa: BLE001 - this process ends here
        import traceback

        found = {"raw": f"{type(error).__name__}: {error}", "where": traceback.format_exc()}
    tell(found)
    os._exit(0)

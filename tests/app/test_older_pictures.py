"""Pictures of an older pipeline's folder, drawn anew: its record follows what stands there."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_element_pictures import redrawn
from tests.support.open_film import one_element_film, opened, written
from tests.support.small_kie import picture_bytes, small_kie


@pytest.mark.parametrize("files", [["Topa1.png", "Topa2.png"], ["front.png", "side.png"]])
def test_the_older_record_follows_a_kept_picture_and_its_undo(
    tmp_path: Path, files: list[str]
) -> None:
    film = one_element_film(tmp_path)
    status = tmp_path / "output" / "elements_status.json"
    before = older_folder(status, files)

    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film, kie.environment()) as session:
                await redrawn(session, kie)
                assert views(status) == before
                await session.elements.keep("Topa")
            assert there(tmp_path) == files
            now = views(status)
            assert [view["task_id"] for view in now.values()] == ["task-1", "task-2"]
            for view, was in zip(now.values(), before.values(), strict=True):
                assert view["url"] == f"{kie.service.url}/results/{view['task_id']}.png"
                assert view["local_path"] == was["local_path"]
                assert view["seed"] == was["seed"]  # what this program does not know
            async with opened(film, kie.environment()) as session:
                await session.undo()
            assert facts(views(status)) == facts(before)
            # One alone: the other stays as the older pipeline made it.
            async with opened(film, kie.environment()) as session:
                await session.elements.keep("Topa", files[:1])
            mixed = [view["task_id"] for view in views(status).values()]
            assert mixed == ["task-1", before["view_1"]["task_id"]]

    asyncio.run(run())


def older_folder(status: Path, files: list[str]) -> dict[str, Any]:
    folder = status.parent / "elements" / "Topa"
    folder.mkdir(parents=True)
    made = {}
    for place, file in enumerate(files):
        (folder / file).write_bytes(picture_bytes(640 + 10 * place, 640))
        made[f"view_{place}"] = {
            "task_id": f"old-{place}", "status": "completed", "url": f"https://old/{place}.png",
            "local_path": f"output/elements/Topa/{file}", "prompt": f"view {place}", "seed": place,
        }  # fmt: skip
    told = {"elements": {"Topa": {"completed": True, "views": made}}}
    status.write_text(json.dumps(told), encoding="utf-8")
    return made


def there(home: Path) -> list[str]:
    found = (home / "output" / "elements" / "Topa").iterdir()
    return sorted(path.name for path in found if path.suffix != ".json")


def views(status: Path) -> dict[str, Any]:
    return dict(written(status)["elements"]["Topa"]["views"])


def facts(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(view["task_id"], view["url"], view["local_path"]) for view in found.values()]

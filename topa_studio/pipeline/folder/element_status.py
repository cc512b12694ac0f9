"""What elements_status.json says of each picture: what stands there now, whatever drew it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from topa_studio.model.scenario import Element, Scenario
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.folder.layout import Layout, number_in
from topa_studio.pipeline.folder.pictures import named_file, picture_files
from topa_studio.pipeline.folder.receipts import read_receipt
from topa_studio.pipeline.folder.status_files import (
    Json,
    mapping,
    merge_into,
    read_status,
    shot_entries,
    url_of,
    word_of,
)
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.views import prompt_of_view, view_prompts

OLDER = "older_view"
"""In the receipt of a picture of the older pipeline: what its record said of it."""
_FACTS = ("task_id", "url", "prompt")


def write_status_files(scenario: Scenario, board: Board, layout: Layout) -> None:
    """Bring both files up to date. Blocks; raises OSError."""
    merge_into(layout.status, "shots", shot_entries(scenario, board, layout), layout)
    elements = _element_entries(scenario, board, layout)
    merge_into(layout.elements_status, "elements", elements, layout)


def older_view(path: Path, layout: Layout) -> Json:
    """What the older pipeline's record says of the picture that lies there; {} where nothing.

    It is asked for before another picture takes its place.
    """
    stored = layout.relative(path)
    for element in mapping(read_status(layout.elements_status).get("elements")).values():
        for view in mapping(mapping(element).get("views")).values():
            if mapping(view).get("local_path") == stored and view.get("task_id"):
                return {name: view.get(name) for name in _FACTS}
    return {}


def _element_entries(scenario: Scenario, board: Board, layout: Layout) -> Mapping[str, Json]:
    found = {}
    known = mapping(read_status(layout.elements_status).get("elements"))
    for element in scenario.elements:
        entry = board.views(element.name)
        drawn = _Drawn(element, board, layout, entry)
        views = dict(drawn.numbered())
        wanted = len(view_prompts(element))
        before = mapping(mapping(known.get(element.name)).get("views"))
        named = {name: view for name, view in drawn.named(before) if name not in views}
        if views:
            done = sum(view["status"] == "completed" for view in views.values())
            found[element.name] = {"completed": done >= wanted, "views": {**named, **views}}
        elif named:
            found[element.name] = {"views": named}
    return found


class _Drawn:
    """The pictures of one element."""

    def __init__(self, element: Element, board: Board, layout: Layout, entry: Entry) -> None:
        self._element, self._board, self._layout, self._entry = element, board, layout, entry

    def numbered(self) -> Iterator[tuple[str, Json]]:
        """Those that are called as this program calls them."""
        entry = self._entry
        for index, prompt in enumerate(self._prompts()):
            number = index + 1
            take = self._board.entry(Kind.VIEW, self._element.name).takes.get(number)
            jobs = [job for job in list(entry.jobs.values()) if job.wish.number == number]
            job = jobs[-1] if jobs else None
            if take is not None:
                yield f"view_{index}", self._of_take(take, prompt)
            elif job is not None:
                yield f"view_{index}", {
                    "task_id": job.task_id or None, "status": word_of(job), "url": None,
                    "local_path": None, "prompt": prompt,
                }  # fmt: skip

    def named(self, before: Mapping[str, object]) -> Iterator[tuple[str, Json]]:
        """Those of the older pipeline with names of their own that another picture stands for."""
        name, layout = self._element.name, self._layout
        folder = layout.relative(layout.element_folder(name))
        files: list[str] | None = None
        for view, said in before.items():
            stored = mapping(said).get("local_path")
            if not isinstance(stored, str) or str(PurePosixPath(stored).parent) != folder:
                continue
            if number_in(stored, name) is not None:
                continue
            if files is None:
                there = picture_files(layout.element_folder(name), name)
                files = [layout.relative(path) for path in there]
            there_now = named_file(files, PurePosixPath(stored).name)
            receipt = read_receipt(layout.absolute(there_now)) if there_now else None
            if there_now and receipt is not None:
                task = receipt.get("task_id")
                facts = mapping(receipt.get(OLDER)) or {
                    "task_id": task, "url": self._url(str(task)) if task else None,
                }  # fmt: skip
                yield view, {**facts, "status": "completed", "local_path": there_now}

    def _of_take(self, take: Take, prompt: str) -> Json:
        older: Json = {}
        if take.is_own:
            receipt = read_receipt(self._layout.absolute(take.path)) or {}
            older = mapping(receipt.get(OLDER))
        return {
            "task_id": take.task_id or None, "status": "completed",
            "url": self._url(take.task_id), "local_path": take.path, "prompt": prompt, **older,
        }  # fmt: skip

    def _url(self, task_id: str) -> str | None:
        """What was drawn anew and kept was drawn by another job."""
        names = self._board.former.all_of(self._element.name)
        found = url_of(self._entry, task_id) if task_id else None
        if found is not None or not task_id:
            return found
        redrawn = (
            entry
            for (kind, key), entry in self._board.subjects()
            if kind is Kind.REDRAW and key.partition("/")[0] in names
        )
        return next((url for entry in redrawn if (url := url_of(entry, task_id))), None)

    def _prompts(self) -> Iterable[str]:
        """What each view shows, also those that came beside the element's own."""
        own = view_prompts(self._element)
        last = max(self._entry.takes, default=0)
        further = range(len(own) + 1, last + 1)
        return (*own, *(prompt_of_view(self._element, number) for number in further))

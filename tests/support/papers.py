"""Films put on paper in this process, and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPdf import QPdfDocument

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.landing import part_of
from topa_studio.film.export.request import Request
from topa_studio.film.paper.choices import PaperChoices, PaperShot
from topa_studio.film.paper.plan import PaperPlan, paper_plan_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.paper.writing import write
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import ShotStatus


def film_of(
    *shots: dict[str, object], title: str = "Film", ratio: str = "16:9", fps: float = 24
) -> Scenario:
    """A film of one scene with these shots, read as a file of it is."""
    said = [{"id": number, **shot} for number, shot in enumerate(shots, 1)]
    head = {"aspect_ratio": ratio, "fps": fps}
    text = json.dumps({"title": title, "global_config": head, "scenes": [{"id": 1, "shots": said}]})
    return Document(Path("film.yaml"), text.encode(), Catalogue.bundled()).scenario


def planned(film: Scenario, choices: PaperChoices) -> PaperPlan:
    """What is put on paper of a film without a clip."""
    composition = Composition(film, CutList(ShotStatus).of(film))
    shots = [
        PaperShot(
            shot.key, cut.number, shot.title, shot.prompt, cut.seconds, cut.start,
            notes=shot.notes, lines=shot.lines, comments=shot.comments,
        )
        for shot, cut in zip(film.shots(), composition.cuts, strict=True)
    ]  # fmt: skip
    return paper_plan_of(composition, choices, shots, {}, name="film")


def put(
    film: Scenario, choices: PaperChoices, target: Path, words: Mapping[str, str] | None = None
) -> PaperPlan:
    """Write it to `target`, whose folder is the film's home; needs a QGuiApplication."""
    plan = planned(film, choices)
    files = {path: target.parent / path for path in files_of(plan.film)}
    pictures = Request(plan.pictures, part_of(target), files)
    request = PaperRequest(plan, pictures, "film", words or {})
    steps: list[int] = []
    write(request, steps.append)
    assert steps[-1] == plan.frames
    for part, whole in zip(request.targets, plan.targets(target), strict=True):
        part.replace(whole)
    return plan


@dataclass(frozen=True)
class Pages:
    """A PDF as a reader has it: the words and the size in points of each page."""

    words: Sequence[str]
    sizes: Sequence[tuple[int, int]]
    title: str


def pages_of(path: Path) -> Pages:
    """Read a PDF with Qt's reader, which is not what wrote it."""
    document = QPdfDocument(None)
    document.load(str(path))
    loop = QEventLoop()
    while document.status() is QPdfDocument.Status.Loading:
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    assert document.status() is QPdfDocument.Status.Ready, document.error()
    words, sizes = [], []
    for page in range(document.pageCount()):
        words.append(document.getAllText(page).text())
        size = document.pagePointSize(page)
        sizes.append((round(size.width()), round(size.height())))
    title = str(document.metaData(QPdfDocument.MetaDataField.Title))
    document.close()
    return Pages(words, sizes, title)

"""The pipeline's commands: what each makes, and how its end is counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from topa_studio.app.opening import Opening
from topa_studio.app.panels import without_panel
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.cli import dry_run as dry
from topa_studio.cli.film import opened, run
from topa_studio.cli.limits import Limits, make
from topa_studio.cli.report import Report
from topa_studio.cli.summary import elements_summary, panels_summary, shots_summary
from topa_studio.model.problem import Severity
from topa_studio.model.wish import clips, panels, reference_images


class Common(Protocol):
    """What stands before the command."""

    @property
    def config(self) -> str | None:
        """The settings file that was named."""
        ...

    @property
    def practice(self) -> bool:
        """Whether the practice service is used."""
        ...

    @property
    def allow_outside(self) -> bool:
        """Whether the film may use places outside its own folder."""
        ...


Work = Callable[[ProjectSession], Awaitable[int]]


def run_all(
    common: Common, scenario: str, dry_run: bool, concurrency: int | None, limits: Limits
) -> int:
    """Make everything that is missing, as far as the budgets go."""

    async def work(session: ProjectSession) -> int:
        if dry_run:
            return await dry.shots(session, clips(*limits.shots(session)))
        names = [element.name for element in session.film.elements]
        with Report(session) as report:
            await session.collect()
            held = await make(session, reference_images(*names), limits)
            held += await make(session, clips(*limits.shots(session)), limits)
        return report.end(shots_summary(session, _all(session), held))

    return on_film(common, scenario, "run-all", work, dry_run, concurrency)


def generate_elements(
    common: Common, scenario: str, dry_run: bool, concurrency: int | None, limits: Limits
) -> int:
    """Make the missing reference images, as far as the budgets go."""

    async def work(session: ProjectSession) -> int:
        names = [element.name for element in session.film.elements]
        if dry_run:
            return dry.elements(session, names)
        with Report(session) as report:
            await session.collect()
            held = await make(session, reference_images(*names), limits)
        return report.end(elements_summary(session, held))

    return on_film(common, scenario, "generate-elements", work, dry_run, concurrency)


def upload_elements(common: Common, scenario: str, dry_run: bool) -> int:
    """Upload the reference images."""

    async def work(session: ProjectSession) -> int:
        if dry_run:
            return dry.uploads(session)
        with Report(session) as report:
            count = await session.wishes.upload_elements()
        return report.end_uploads(count)

    return on_film(common, scenario, "upload-elements", work, dry_run)


def generate_scene(
    common: Common,
    scenario: str,
    scene_id: str,
    dry_run: bool,
    concurrency: int | None,
    limits: Limits,
) -> int:
    """Make the missing shots of one scene, as far as the budgets go."""

    async def work(session: ProjectSession) -> int:
        _must_have(session, scene_id)
        keys = [shot.key for shot in session.film.scene(scene_id).shots]
        if dry_run:
            return await dry.shots(session, clips(*limits.shots(session, scene_id)))
        with Report(session) as report:
            await session.collect()
            held = await make(session, clips(*limits.shots(session, scene_id)), limits)
        return report.end(shots_summary(session, keys, held))

    return on_film(common, scenario, "generate-scene", work, dry_run, concurrency)


def generate_panels(
    common: Common,
    scenario: str,
    scene_id: str | None,
    dry_run: bool,
    concurrency: int | None,
    limits: Limits,
) -> int:
    """Make the missing panels of the film, or of one scene, as far as the budgets go."""

    async def work(session: ProjectSession) -> int:
        if scene_id is not None:
            _must_have(session, scene_id)
        keys = without_panel(session, scene_id)
        if dry_run:
            return await dry.shots(session, panels(*keys))
        with Report(session) as report:
            await session.collect()
            held = await make(session, panels(*keys), limits)
        return report.end(panels_summary(session, keys, held))

    return on_film(common, scenario, "generate-panels", work, dry_run, concurrency)


def _must_have(session: ProjectSession, scene_id: str) -> None:
    """Raises ProjectError where the film has no such scene."""
    scenes = [scene.id for scene in session.film.scenes]
    if scene_id not in scenes:
        raise ProjectError("project.no-scene", scene=scene_id, known=", ".join(scenes))


def download(common: Common, scenario: str, dry_run: bool) -> int:
    """Bring home what was sent before."""

    async def work(session: ProjectSession) -> int:
        if dry_run:
            return dry.downloads(session)
        with Report(session) as report:
            count = await session.collect()
        return report.end_downloads(count, session.queue())

    return on_film(common, scenario, "download", work, dry_run)


def _all(session: ProjectSession) -> list[str]:
    return [shot.key for shot in session.film.shots()]


def on_film(
    common: Common, scenario: str, what: str, work: Work, dry_run: bool, slots: int | None = None
) -> int:
    """Open the film as a command does that makes something, and work on it."""
    how = Opening(
        practice=common.practice,
        config=None if common.config is None else Path(common.config),
        what=what,
        must_write=not dry_run,
        look_only=dry_run,
        unattended=True,
        slots=slots,
        allow_outside=common.allow_outside,
    )

    async def on_it() -> int:
        async with opened(Path(scenario), how) as session:
            must_be_readable(session)
            return await work(session)

    return run(on_it)


def must_be_readable(session: ProjectSession) -> None:
    """Raises ProjectError where mistakes of the file leave no shot to work on."""
    problems = session.problems
    if problems and not session.film.shots():
        first = next((p for p in problems if p.severity is Severity.ERROR), problems[0])
        from topa_studio.document.reading.findings import placed

        raise ProjectError("project.no-shots", reason=placed(first))

"""`status`: how far everything is, from the state alone; nothing is asked or sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.summary import Summary, shots_summary, title_of
from topa_studio.cli.work import Common, must_be_readable
from topa_studio.model.problem import Severity
from topa_studio.model.status import ShotStatus


def status(common: Common, scenario: str, as_json: bool) -> int:
    """Print the table or one JSON object; 0 where every shot is made."""
    how = Opening(
        practice=common.practice,
        config=None if common.config is None else Path(common.config),
        what="status",
        look_only=True,
        unattended=True,
    )

    async def look() -> int:
        async with opened(Path(scenario), how) as session:
            if any(p.severity is Severity.ERROR for p in session.problems):
                must_be_readable(session)
            keys = [shot.key for shot in session.film.shots()]
            summary = shots_summary(session, keys)
            if as_json:
                tell_json(_as_json(session, summary))
            else:
                _print(session, summary)
            return summary.exit_code

    return run(look)


def _print(session: ProjectSession, summary: Summary) -> None:
    for element in session.film.elements:
        found = session.element(element.name)
        count = f"{len(found.pictures)} of {found.wanted}"
        tell(f"@{element.name:<20} {element.kind:<11} {count:>8} pictures  {found.stage}")
    for number, scene in enumerate(session.film.scenes, 1):
        tell(f"{number} {scene.title}")
        for shot in scene.shots:
            found_shot = session.shot(shot.key)
            place = session.film.number_of(shot.key)
            takes = " ".join(f"T{take.number}" for take in found_shot.takes) or "-"
            line = f"  {place:<5} {title_of(session, shot.key):<32.32} {shot.duration:>3} s"
            reason = f"{_out_of_date(found_shot)}{_reason(found_shot)}"
            tell(f"{line}  {takes:<8} {found_shot.stage}{reason}")
    for hint in summary.hints:
        tell(hint)
    money = session.money()
    tell(f"spent {money.spent:g} credits; {summary.line()}")


def _out_of_date(found: ShotStatus) -> str:
    """Why its take is: ", out of date: length, pictures of Topa"."""
    if not found.out_of_date:
        return ""
    causes = ", ".join(
        f"{cause.change} of {', '.join(cause.names)}" if cause.names else cause.change
        for cause in found.changed
    )
    return f", out of date: {causes}" if causes else ", out of date"


def _reason(found: ShotStatus) -> str:
    trouble = found.trouble or found.mistake
    return "" if trouble is None else f": {say(trouble.code, trouble.params)}"


def _as_json(session: ProjectSession, summary: Summary) -> dict[str, Any]:
    scenario = session.film
    return {
        "film": scenario.film.title,
        "practice": session.practice,
        "spent": session.money().spent,
        "made": summary.made,
        "failed": summary.failed,
        "need_you": summary.need_you,
        "elements": {
            element.name: {
                "stage": session.element(element.name).stage,
                "pictures": list(session.element(element.name).pictures),
                "wanted": session.element(element.name).wanted,
            }
            for element in scenario.elements
        },
        "shots": {shot.key: _shot(session, shot.key) for shot in scenario.shots()},
    }


def _shot(session: ProjectSession, key: str) -> dict[str, Any]:
    found = session.shot(key)
    trouble = found.trouble or found.mistake
    return {
        "number": session.film.number_of(key),
        "stage": found.stage,
        "takes": [take.path for take in found.takes],
        "chosen": None if found.chosen is None else found.chosen.path,
        "panel": None if found.panel is None else found.panel.path,
        "out_of_date": found.out_of_date,
        "changed": [cause.change for cause in found.changed],
        "changed_elements": sorted({name for cause in found.changed for name in cause.names}),
        "flags": [] if found.chosen is None else list(found.chosen.flags),
        "error": None if trouble is None else say(trouble.code, trouble.params),
    }

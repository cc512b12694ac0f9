"""`edit`: one change of a film's file from the command line, by the window's own edits."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.yaml_reader import load
from topa_studio.cli.ending import MADE
from topa_studio.cli.film import opened, run
from topa_studio.document.edits import (
    AddElement,
    AddScene,
    AddShot,
    DeleteElement,
    DeleteScene,
    DeleteShot,
    DuplicateScene,
    DuplicateShot,
    Edit,
    ElementTarget,
    FilmTarget,
    MergeShots,
    MoveScene,
    MoveShot,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
    SplitShot,
    Target,
    UnsetField,
    Value,
)
from topa_studio.document.findings import describe
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import ElementKind, Scenario, Scene

_NOT_TEXT = frozenset(
    {"duration", "elements_needed", "sound", "take", "panel", "trim", "transition", "locked"}
    | {"multi_shot", "budget_credits", "fps", "audio", "reference_prompts", "image_urls"}
)


_WHERE = frozenset({"--before", "--after", "--into"})


def edit(scenario: str, words: Sequence[str], dry_run: bool) -> int:
    """Do what `words` say ("set 2/3 duration 7"); with `dry_run` only print the difference."""

    async def work() -> int:
        how = Opening(what="edit", must_write=not dry_run, look_only=dry_run)
        async with opened(Path(scenario), how) as session:
            before, known = session.document.text, session.document.problems
            await _perform(session, words, dry_run)
            _print_difference(before, session.document.text, Path(scenario).name)
            _print_new(known, session.document.problems)
            if not dry_run:
                await session.save()
        return MADE

    return run(work)


async def _perform(session: ProjectSession, words: Sequence[str], dry_run: bool) -> None:
    verb, *rest = words
    if verb in ("undo", "redo"):
        if dry_run:
            raise ProjectError("project.no-dry-undo", verb=verb)
        act = session.undo if verb == "undo" else session.redo
        await act()
        return
    edits = edits_of(session.document.scenario, verb, rest)
    label = f"{verb.capitalize()} {rest[0]}" if rest else verb.capitalize()
    if dry_run:
        # Looked at only: the text of this session is never saved.
        session.document.apply(label, edits)
    else:
        await session.edit(label, edits)


def edits_of(film: Scenario, verb: str, rest: Sequence[str]) -> list[Edit]:
    """The edits that a command's words mean.

    Raises:
        ProjectError: a target is not in the film, or the words are not a command.
    """
    match verb, list(rest):
        case "set", [target, field, first, *more]:
            text = " ".join([first, *more])
            given = load(text) if field in _NOT_TEXT else text
            return [SetField(target_of(film, target), field, given)]  # type: ignore[arg-type]
        case "unset", [target, field]:
            return [UnsetField(target_of(film, target), field)]
        case "move", [target, where, other]:
            return [_move(film, target, where, other)]
        case "add", [kind, *given]:
            return [_add(film, kind, given)]
        case "delete", [target]:
            return [_delete(target_of(film, target))]
        case "duplicate", [target]:
            return [_duplicate(target_of(film, target))]
        case "split", [target, seconds]:
            return [SplitShot(_shot_key(film, target), _whole(seconds))]
        case "merge", [target, other]:
            return [MergeShots(_shot_key(film, target), _shot_key(film, other))]
        case "rename-element", [old, new]:
            return [RenameElement(old.removeprefix("@"), new.removeprefix("@"))]
        case _:
            raise ProjectError("project.edit-words", words=" ".join([verb, *rest]))


def target_of(film: Scenario, word: str) -> Target:
    """`film`, `@Topa`, `2` a scene, `2/3` a shot by ids. Raises ProjectError."""
    if word == "film":
        return FilmTarget()
    if word.startswith("@"):
        if film.element(word[1:]) is None:
            known = ", ".join(f"@{element.name}" for element in film.elements)
            raise ProjectError("project.no-target", target=word, known=known)
        return ElementTarget(word[1:])
    if "/" in word:
        return ShotTarget(_shot_key(film, word))
    return SceneTarget(_scene(film, word).id)


def _shot_key(film: Scenario, word: str) -> str:
    scene_id, _, shot_id = word.partition("/")
    scene = _scene(film, scene_id)
    for shot in scene.shots:
        if shot.id == shot_id:
            return shot.key
    known = ", ".join(f"{scene.id}/{shot.id}" for shot in scene.shots)
    raise ProjectError("project.no-target", target=word, known=known)


def _scene(film: Scenario, word: str) -> Scene:
    for scene in film.scenes:
        if scene.id == word:
            return scene
    known = ", ".join(scene.id for scene in film.scenes)
    raise ProjectError("project.no-target", target=word, known=known)


def _move(film: Scenario, word: str, where: str, other: str) -> Edit:
    target = target_of(film, word)
    if where not in _WHERE or word == other:
        raise ProjectError("project.edit-words", words=f"move {word} {where} {other}")
    if isinstance(target, SceneTarget):
        rest = [scene.id for scene in film.scenes if scene.id != target.id]
        place = rest.index(_scene(film, other).id)
        return MoveScene(target.id, place + (where == "--after"))
    if not isinstance(target, ShotTarget):
        raise ProjectError("project.edit-words", words=f"move {word} {where} {other}")
    if where == "--into":
        scene = _scene(film, other)
        return MoveShot(target.key, scene.id, sum(s.key != target.key for s in scene.shots))
    beside = _shot_key(film, other)
    scene = film.scene_of(beside)
    keys = [shot.key for shot in scene.shots if shot.key != target.key]
    return MoveShot(target.key, scene.id, keys.index(beside) + (where == "--after"))


def _add(film: Scenario, kind: str, given: Sequence[str]) -> Edit:
    match kind, list(given):
        case "shot", [scene_word, *prompt]:
            scene = _scene(film, scene_word)
            fields: dict[str, Value] = {"prompt": " ".join(prompt), "duration": 5}
            return AddShot(scene.id, len(scene.shots), fields)
        case "scene", title:
            return AddScene(len(film.scenes), {"title": " ".join(title)})
        case "element", [name, kind_word, *description]:
            if kind_word not in set(ElementKind):
                raise ProjectError("project.element-kind", kind=kind_word)
            told: dict[str, Value] = {"description": " ".join(description)}
            return AddElement(name.removeprefix("@"), ElementKind(kind_word), told)
        case _:
            raise ProjectError("project.edit-words", words=" ".join(["add", kind, *given]))


def _delete(target: Target) -> Edit:
    match target:
        case ShotTarget(key):
            return DeleteShot(key)
        case SceneTarget(scene_id):
            return DeleteScene(scene_id)
        case ElementTarget(name):
            return DeleteElement(name)
        case _:
            raise ProjectError("project.edit-words", words="delete film")


def _duplicate(target: Target) -> Edit:
    match target:
        case ShotTarget(key):
            return DuplicateShot(key)
        case SceneTarget(scene_id):
            return DuplicateScene(scene_id)
        case _:
            raise ProjectError("project.edit-words", words="duplicate")


def _whole(word: str) -> int:
    if not word.isdecimal():
        raise ProjectError("project.edit-words", words=f"split at {word} seconds")
    return int(word)


def _print_difference(before: str, after: str, name: str) -> None:
    old, new = before.splitlines(), after.splitlines()
    lines = list(difflib.unified_diff(old, new, name, name, lineterm=""))
    for line in lines or ["nothing changed"]:
        click.echo(line)


def _print_new(before: Iterable[Problem], after: Iterable[Problem]) -> None:
    """Tell the mistakes and hints that the edit made; lines move, so they do not count."""
    known = {_without_line(problem) for problem in before}
    for problem in after:
        if _without_line(problem) not in known:
            click.echo(f"{problem.severity}: {describe(problem)}", err=True)


def _without_line(problem: Problem) -> str:
    return repr(replace(problem, line=None, column=None))

"""A transaction worked out and checked beside the document, which it does not change yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from topa_studio.base.yaml_reader import Source
from topa_studio.document.history.history import Deed, Form
from topa_studio.document.reading.checks import Checked
from topa_studio.document.reading.read import Reading
from topa_studio.document.text.draft import Draft
from topa_studio.document.text.ground import Memory
from topa_studio.document.touched import touched_elements, touched_scenes, touched_shots
from topa_studio.model.marks import Aside
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Scenario

Origin = Literal["edit", "undo", "redo", "outside"]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What one transaction changed; `shots`, `scenes`, `elements` name what was touched.

    `markings` is what it changed beside the text: marks of takes, pictures.
    """

    label: str
    origin: Origin
    before: Scenario
    after: Scenario
    shots: frozenset[str]
    scenes: frozenset[str]
    elements: frozenset[str]
    film: bool
    markings: tuple[Aside, ...] = ()

    @classmethod
    def between(
        cls,
        label: str,
        origin: Origin,
        before: Scenario,
        after: Scenario,
        markings: tuple[Aside, ...] = (),
    ) -> DocumentChange:
        """What differs between two films."""
        return cls(
            label=label,
            origin=origin,
            before=before,
            after=after,
            shots=touched_shots(before, after),
            scenes=touched_scenes(before, after),
            elements=touched_elements(before, after),
            film=before.film != after.film,
            markings=markings,
        )

    @property
    def added(self) -> frozenset[str]:
        """Keys of shots that are new."""
        return frozenset(key for key in self.shots if not self.before.has_shot(key))

    @property
    def removed(self) -> frozenset[str]:
        """Keys of shots that went."""
        return frozenset(key for key in self.shots if not self.after.has_shot(key))


@dataclass(frozen=True, slots=True)
class State:
    """A text with everything that was read from it."""

    draft: Draft
    reading: Reading
    checked: Checked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return self.checked.problems


@dataclass(frozen=True, slots=True)
class Basis:
    """All of a document that a step is worked out from, as it was at one moment.

    Attributes:
        draft: the text with its nodes; None where it is no YAML.
        memory: the film, and keys that are not free.
        form: how the text becomes the file's bytes.
        next_undo, next_redo: the steps that undo and redo would take.
    """

    text: str
    draft: Draft | None
    reading: Reading
    checked: Checked
    problems: tuple[Problem, ...]
    memory: Memory
    form: Form
    next_undo: Deed | None
    next_redo: Deed | None

    @property
    def scenario(self) -> Scenario:
        """The film as the text says it."""
        return self.reading.scenario


@dataclass(frozen=True, slots=True)
class Prepared:
    """A step that holds for its basis only: `Document.commit` makes it so.

    `deed` and `change` are None where only the file became another, to say the same; `file` is
    what another program wrote.
    """

    basis: Basis
    deed: Deed | None
    state: State
    change: DocumentChange | None
    file: Source | None = None

"""A machine that does everything an editor can do to a film, and checks every law each time."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.support.random_edits import Laws, opened, random_edit, random_film

RANDOM = st.randoms(use_true_random=False)


class AnyEdits(RuleBasedStateMachine):
    """Edits of every kind, copying, undo, redo and reading anew, in any order."""

    laws: Laws

    @initialize(rng=RANDOM)
    def film(self, rng: random.Random) -> None:
        self.laws = Laws(random_film(rng))

    @rule(rng=RANDOM)
    def edit(self, rng: random.Random) -> None:
        self.laws.edit(random_edit(rng, self.laws.document, self.laws.clipboard))

    @rule(rng=RANDOM)
    def copy(self, rng: random.Random) -> None:
        self.laws.copy(rng)

    @rule()
    def undo(self) -> None:
        self.laws.undo()

    @rule()
    def there_and_back(self) -> None:
        document = self.laws.document
        before = document.to_bytes()
        if document.undo() is not None:
            document.redo()
        assert document.to_bytes() == before

    @rule()
    def read_anew(self) -> None:
        document = self.laws.document
        again = opened(document.to_bytes())
        assert (again.scenario, again.problems) == (document.scenario, document.problems)

    def teardown(self) -> None:
        if hasattr(self, "laws"):
            self.laws.finish()


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(
    max_examples=50,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_a_thousand_edits_keep_every_law() -> None:
    rng = random.Random(11)
    count = 0
    while count < 1000:
        laws = Laws(random_film(rng))
        for _round in range(25):
            if rng.random() < 0.15:
                laws.copy(rng)
            laws.edit(random_edit(rng, laws.document, laws.clipboard))
        laws.finish()
        count += laws.applied.total() + laws.refused.total()
        assert laws.applied.total() > laws.refused.total()

"""What waits is sent in the film's order, an element just before the first shot it is in."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from topa_studio.model.scenario import Element, FilmConfig, Scenario, Scene, Shot
from topa_studio.pipeline.sending.film_order import FilmOrder
from topa_studio.pipeline.sending.line import Line


def film(*prompts: str) -> Scenario:
    shots = tuple(Shot(id=str(n), key=f"1__{n}", prompt=p) for n, p in enumerate(prompts, 1))
    names = (Element("Topa"), Element("Kite"), Element("Hill"))
    return Scenario(film=FilmConfig(), elements=names, scenes=(Scene(id="1", shots=shots),))


def test_an_element_comes_just_before_the_first_shot_that_needs_it() -> None:
    now = [film("@Topa sits.", "A hill.", "@Kite and @Topa.")]
    order = FilmOrder(lambda: now[0])
    known = ["1__3", "Kite", "1__2", "1__1", "Topa"]
    assert sorted(known, key=order.place) == ["Topa", "1__1", "1__2", "Kite", "1__3"]
    assert order.place("Hill") < order.place("Topa")
    now[0] = film("A hill.", "A hill.", "@Topa.")
    assert sorted(["1__3", "Topa", "1__2"], key=order.place) == ["1__2", "Topa", "1__3"]


@settings(max_examples=60)
@given(st.permutations(range(7)), st.sets(st.integers(0, 6), max_size=2))
def test_the_next_is_always_the_first_of_the_film_unless_one_was_moved(
    came: list[int], moved: set[int]
) -> None:
    async def run() -> list[int]:
        line, went = Line(1, order=int), list[int]()

        async def work(number: int) -> None:
            async with line.place(str(number)):
                went.append(number)

        async with line.place("99"):
            tasks = [asyncio.create_task(work(number)) for number in came]
            await asyncio.sleep(0)
            for number in sorted(moved):
                line.to_front(str(number))
        await asyncio.gather(*tasks)
        return went

    ahead = sorted(moved, reverse=True)
    assert asyncio.run(run()) == [*ahead, *(n for n in range(7) if n not in moved)]

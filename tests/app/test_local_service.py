"""F10: what answers on this computer may be a tunnel to KIE, so it is asked no faster than KIE."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from topa_studio.model.wish import clips

_A_SECOND = 10  # questions that KIE allows in one


def test_f10_an_address_of_this_computer_is_asked_no_faster_than_the_real_service(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold(20)
            async with opened(plain_film(tmp_path, 20), kie.environment()) as session:
                began = time.monotonic()
                session.press(clips(*[shot.key for shot in session.document.scenario.shots()]))
                await kie.until("recordInfo", 3 * _A_SECOND + 1)
                # The first of them has left now or later, and each ten wait for the next second.
                assert time.monotonic() - began >= 3.0
                kie.finish()

    asyncio.run(run())

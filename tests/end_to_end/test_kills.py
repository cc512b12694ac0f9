"""A run that is killed pays nothing twice and loses nothing; scripts/kill_run.py does it longer."""

from pathlib import Path

import pytest

from tests.end_to_end.kills import kill_and_finish, moments, whole_run
from tests.support.service_process import practice_service
from tests.support.small_film import wishes

_SHOTS = 4
_KILLS = 5


@pytest.mark.long
def test_kill_and_run_again_makes_each_wish_once(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        seconds = whole_run(service, tmp_path / "whole", _SHOTS)
        for number, after in enumerate(moments(seconds, _KILLS)):
            outcome = kill_and_finish(service, tmp_path / str(number), _SHOTS, after)
            assert not outcome.double, outcome
            assert outcome.made + outcome.need_you == _SHOTS, outcome
            if not outcome.need_you:
                assert outcome.creates == wishes(_SHOTS), outcome

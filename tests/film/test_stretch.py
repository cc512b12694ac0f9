"""How long a shot becomes where its edge is moved: seconds that can be made, or whole frames."""

from __future__ import annotations

from fractions import Fraction

import pytest

from topa_studio.film.stretch import Stretch, is_other, pulled, seconds_of, stepped
from topa_studio.film.trim import Used

RATE = Fraction(24)
UNMADE = Stretch(5, 3, 15, RATE)
CLIP = Stretch(5, 3, 15, RATE, Used(0, 120, 120))
CUT = Stretch(5, 3, 15, RATE, Used(24, 96, 120))


@pytest.mark.parametrize(
    ("moved", "seconds"), [(0.4, 5), (0.5, 6), (-0.6, 4), (-9, 3), (99, 15), (0, 5)]
)
def test_a_shot_without_a_clip_snaps_to_what_its_model_makes(moved: float, seconds: int) -> None:
    assert pulled(UNMADE, moved, begins=False) == seconds


def test_a_clip_is_cut_to_the_frame_and_never_longer_than_it_is() -> None:
    assert pulled(CUT, -0.5, begins=False) == Used(24, 84, 120)
    assert pulled(CUT, 9, begins=False) == Used(24, 120, 120)
    assert pulled(CUT, -99, begins=False) == Used(24, 25, 120)
    assert pulled(CUT, 0.5, begins=True) == Used(36, 96, 120)
    assert pulled(CUT, -9, begins=True) == Used(0, 96, 120)
    assert pulled(CUT, 0.01, begins=True) == CUT.used
    assert seconds_of(Used(24, 84, 120), RATE) == 2.5


def test_with_a_clip_the_seconds_to_be_made_anew_begin_with_what_is_seen() -> None:
    assert pulled(CLIP, 1.2, begins=False, anew=True) == 6
    assert pulled(CLIP, -1.2, begins=True, anew=True) == 6
    assert pulled(CUT, 1.0, begins=False, anew=True) == 4  # 3 s of it are seen


def test_steps_of_the_keys() -> None:
    assert stepped(UNMADE, 1) == 6
    assert stepped(CUT, 1) == Used(24, 97, 120)
    assert stepped(CUT, -1) == Used(24, 95, 120)
    assert stepped(CLIP, 1) == CLIP.used
    assert stepped(CLIP, 1, anew=True) == 6


def test_what_changes_nothing() -> None:
    assert not is_other(UNMADE, 5)
    assert not is_other(CLIP, 5)
    assert is_other(CUT, 5)  # the whole of it is made anew
    assert is_other(CLIP, Used(0, 119, 120))
    assert not is_other(CUT, Used(24, 96, 120))

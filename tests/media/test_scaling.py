"""Frames in another size have no pixel that is not the picture's."""

from __future__ import annotations

import numpy as np
import pytest

from topa_studio.media.scaling import converted


@pytest.mark.parametrize("way", ["FAST_BILINEAR", "BICUBIC"])
def test_no_row_begins_with_the_end_of_another(way: str) -> None:
    """684 is no multiple of 8: libswscale's threads wrote the row before over the first pixels."""
    import av
    from av.video.reformatter import VideoReformatter

    halves = np.zeros((1080, 1920, 3), np.uint8)
    halves[:, 960:] = 255
    frame = av.VideoFrame.from_ndarray(halves, "rgb24").reformat(format="yuv420p")
    by = VideoReformatter()
    for _time in range(40):
        made = converted(by, frame, (684, 385), "bgra", way).to_ndarray()
        assert made[:, :8, :3].max() < 8

"""Clips to play and export: 1080p, a key frame every 2 s, a flash and a click each second."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

FPS, RATE = 24, 48_000
SIZE = (1920, 1080)


def make_clip(
    path: Path, seconds: int, shade: int, *, key_every: int = 48, flash: bool = True
) -> Path:
    """A moving pattern; each second begins with one white frame and a click of 5 ms."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as out:
        video = out.add_stream("libx264", rate=FPS)
        video.width, video.height = SIZE
        video.pix_fmt = "yuv420p"
        video.options = {
            "preset": "veryfast",
            "crf": "20",
            "g": str(key_every),
            "sc_threshold": "0",
        }
        sound = out.add_stream("aac", rate=RATE, layout="stereo")
        for number in range(seconds * FPS):
            white = flash and number % FPS == 0
            frame = av.VideoFrame.from_ndarray(_picture(number, shade, white=white), format="rgb24")
            out.mux(video.encode(frame.reformat(format="yuv420p")))
        out.mux(video.encode(None))
        clicks = clicking(seconds) if flash else np.zeros((seconds * RATE, 2), np.float32)
        for start in range(0, len(clicks), 1024):
            block = np.ascontiguousarray(clicks[start : start + 1024].T)
            heard = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
            heard.sample_rate, heard.pts, heard.time_base = RATE, start, Fraction(1, RATE)
            out.mux(sound.encode(heard))
        out.mux(sound.encode(None))
    return path


def _picture(number: int, shade: int, *, white: bool) -> NDArray[np.uint8]:
    if white:
        return np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    x = np.arange(SIZE[0], dtype=np.int32)[None, :] + number * 8
    y = np.arange(SIZE[1], dtype=np.int32)[:, None] + number * 3
    base = ((x // 40 + y // 40) % 2 * 60 + shade).astype(np.uint8)
    return np.stack([base, base // 2, 120 - base // 3], axis=2).astype(np.uint8)


def clicking(seconds: int) -> NDArray[np.float32]:
    """Silence with a click at the beginning of each second."""
    sound = np.zeros((seconds * RATE, 2), np.float32)
    for second in range(seconds):
        sound[second * RATE : second * RATE + 240] = 0.9
    return sound


def make_music(path: Path, seconds: int) -> Path:
    """A quiet chord."""
    at = np.arange(seconds * RATE) / RATE
    chord = sum(np.sin(2 * np.pi * tone * at) for tone in (220.0, 277.2, 329.6))
    samples = (np.asarray(chord) * 2500).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.repeat(samples[:, None], 2, axis=1).tobytes())
    return path

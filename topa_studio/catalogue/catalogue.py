"""Which models exist: every file in resources/models is one, so a new model is a new file."""

from __future__ import annotations

DEFAULT_CLIP_MODEL = "kling-3.0/video"
DEFAULT_IMAGE_MODEL = "nano-banana-2"

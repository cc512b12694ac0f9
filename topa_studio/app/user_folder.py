"""The program's own folders of the user, where what must outlive a film's folder is kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def user_data() -> Path:
    """`~/.local/share/topa-studio`, or what the system has in its place; may not be there yet."""
    return platformdirs.user_data_path("topa-studio", appauthor=False)


def user_cache() -> Path:
    """`~/.cache/topa-studio`, or what the system has in its place; what may be lost at any time."""
    return platformdirs.user_cache_path("topa-studio", appauthor=False)


def user_config() -> Path:
    """`~/.config/topa-studio`, or what the system has in its place; may not be there yet."""
    return platformdirs.user_config_path("topa-studio", appauthor=False)

"""Keys as people know them from other programs, for the commands that there are here."""

from __future__ import annotations

from collections.abc import Mapping

# Keys that mean the same there are not repeated: J K L, I O, Space, Home, End, arrows at the
# player, Ctrl+Z, Ctrl+F, Ctrl+Shift+Z.
PREMIERE: Mapping[str, tuple[str, ...]] = {
    "split": ("C", "Ctrl+K"),
    "palette": ("Ctrl+Shift+P",),
    "compare": ("Shift+C",),
    "trim_in": ("Q",),
    "trim_out": ("W",),
    "write": ("Ctrl+Alt+E",),
    "unmark": ("Ctrl+Shift+X",),
    "full_screen": ("Ctrl+`",),
    "film_out": ("Ctrl+M",),
    "save_picture": ("Ctrl+Shift+E",),
    "save_copy": ("Ctrl+Alt+S",),
    "new": ("Ctrl+Alt+N",),
    "add_music": ("Ctrl+I",),
    "duplicate": ("Ctrl+Shift+/",),
    "shortcuts": ("F1", "Ctrl+Alt+K"),
    "zoom_fit": ("\\",),
}
RESOLVE: Mapping[str, tuple[str, ...]] = {
    "split": ("B", "Ctrl+B", "Ctrl+\\"),
    "trim_in": ("Shift+{",),
    "trim_out": ("Shift+}",),
    "full_screen": ("P",),
    "add_music": ("Ctrl+I",),
    "shortcuts": ("F1", "Ctrl+Alt+K"),
}
PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "": {},
    "Premiere": PREMIERE,
    "Resolve": RESOLVE,
}

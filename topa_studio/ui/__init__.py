"""The window: one thin front on ProjectSession."""

import builtins

import PySide6.QtCore  # noqa: F401 - it hangs a hook on every later import

# The hook reads and keeps the source of each module, to see whether it asks for `__feature__`;
# none of ours does, and all of them together are 16 MB.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

"""The child that opens files, with files that kill it, hang it or eat its memory: by their words.

No file is known that breaks today's decoders; the one that will be found tomorrow acts like these.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

from topa_studio.media import apart_child
from topa_studio.media.apart_child import Answer

_REAL = dict(apart_child._ACTS)


def _act(name: str) -> Any:
    def act(path: Path, *given: Any) -> Answer:
        match path.read_bytes()[:4]:
            case b"KILL":
                os.abort()
            case b"HANG":
                threading.Event().wait()
            case b"EATS":
                bytearray(64 * 1024**3)
            case b"LIES":
                os.write(1, b"\xff\xff\xff\xff")
            case b"SAYS":
                apart_child._tell(os.fdopen(1, "wb", closefd=False), {"kind": "x" * 9}, [])
            case b"HUGE":
                head = b'{"sizes": [1099511627776]}'
                os.write(1, len(head).to_bytes(4, "big") + head)
            case b"WRIT":
                path.with_name("written").write_bytes(b"x")
        return _REAL[name](path, *given)

    return act


if __name__ == "__main__":
    apart_child._ACTS.update({name: _act(name) for name in _REAL})
    apart_child.main()

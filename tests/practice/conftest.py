"""Starts real practice services in processes of their own and talks to them over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from topa_studio.practice.drawing import ROUGH

_START = """
import json, sys
from pathlib import Path
from topa_studio.practice.service import Options, main
given = json.loads(sys.argv[1])
for name in ("ledger", "faults"):
    if name in given:
        given[name] = Path(given[name])
if __name__ == "__main__":
    sys.exit(main(Options(**given)))
"""

KLING: dict[str, Any] = {
    "prompt": "Wide shot. A small orange bear waves.",
    "sound": False,
    "duration": "3",
    "aspect_ratio": "16:9",
    "mode": "std",
    "multi_shots": False,
}
BANANA: dict[str, Any] = {
    "prompt": "Small orange bear cub, front view, plain white background",
    "aspect_ratio": "16:9",
    "output_format": "png",
}


@dataclass
class Reply:
    status: int
    data: bytes
    headers: Any

    def json(self) -> Any:
        return json.loads(self.data)


class Service:
    """One running service; `process` may be killed and `call` used like a client."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        assert process.stdout is not None
        addresses = json.loads(process.stdout.readline())
        self.base_url: str = addresses["base_url"]
        self.upload_url: str = addresses["upload_url"]

    def send(
        self,
        path: str,
        body: Any = None,
        *,
        key: str | None = "any",
        data: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        url = path if path.startswith("http") else self.base_url + path
        head = {"Content-Type": "application/json", **(headers or {})}
        if key is not None:
            head["Authorization"] = f"Bearer {key}"
        payload = data if data is not None else json.dumps(body).encode() if body else None
        request = urllib.request.Request(url, data=payload, headers=head)
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return Reply(answer.status, answer.read(), answer.headers)
        except urllib.error.HTTPError as error:
            with error:
                return Reply(error.code, error.read(), error.headers)

    def create(self, model: str, given: dict[str, Any]) -> Any:
        return self.send("/api/v1/jobs/createTask", {"model": model, "input": given}).json()

    def task(self, model: str, given: dict[str, Any]) -> str:
        answer = self.create(model, given)
        assert answer["code"] == 200, answer
        return str(answer["data"]["taskId"])

    def record(self, task_id: str) -> Any:
        return self.send(f"/api/v1/jobs/recordInfo?taskId={task_id}").json()["data"]

    def ended(self, task_id: str, seconds: float = 90.0) -> Any:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            record = self.record(task_id)
            if record["state"] in ("success", "fail"):
                return record
            self.process.poll()
            _pause()
        raise AssertionError(f"still {record['state']} after {seconds} s")

    def url_of(self, record: Any) -> str:
        return str(json.loads(record["resultJson"])["resultUrls"][0])

    def download(self, record: Any, target: Path) -> Path:
        answer = self.send(self.url_of(record), key=None)
        assert answer.status == 200
        target.write_bytes(answer.data)
        return target

    def upload(self, name: str, data: bytes, path: str = "topa") -> Any:
        mark = "----practice"
        parts = [("uploadPath", None, path.encode()), ("fileName", None, name.encode())]
        parts.append(("file", name, data))
        body = b""
        for field, filename, content in parts:
            extra = f'; filename="{filename}"' if filename else ""
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"{extra}\r\n\r\n'
            body += head.encode() + content + b"\r\n"
        body += f"--{mark}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        return self.send("/api/file-stream-upload", data=body, headers=headers).json()

    def credits(self) -> float:
        return float(self.send("/api/v1/chat/credit").json()["data"])


def _pause() -> None:
    import threading

    threading.Event().wait(0.12)


Start = Callable[..., Service]


@pytest.fixture(autouse=True)
def drawn_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here clips are as the program draws them, not as is enough for the rest of the suite."""
    monkeypatch.delenv(ROUGH)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts services; what still runs at the end of the test is ended."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(**options: Any) -> Service:
        given = {"speed": 1000.0, **options}
        given = {k: str(v) if isinstance(v, Path) else v for k, v in given.items()}
        process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps(given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        running.append(process)
        return Service(process)

    yield begin
    for process in running:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=300)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


def events(ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]

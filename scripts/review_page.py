"""Look at a review page in headless Chromium with the network off, and comment on it by keys.

    python scripts/review_page.py PAGE.html FOLDER

Writes desk.png, phone.png and after.png and the saved file of comments into FOLDER, and prints what
it saw: how the film loads, what Tab reaches, which addresses were asked for. Needs `chromium`, and
Linux: it goes on in a network of its own in which only this computer's loopback is up.
"""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import aiohttp

_PORT = 9777
_APART = "_TOPA_NETWORK_OFF"
_CHROMIUM = [
    "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-allow-origins=*",
    f"--remote-debugging-port={_PORT}", "--autoplay-policy=no-user-gesture-required", "about:blank",
]  # fmt: skip
_COMMENTS = "[...document.querySelectorAll('[data-own] li')].map((l) => l.innerText).join(' | ')"
_FOCUSED = (
    "document.activeElement.id || document.activeElement.getAttribute('aria-label') || "
    "document.activeElement.textContent"
)


class Tab:
    """One page of the browser, asked over its own protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._count = socket, 0
        self.told: list[dict[str, Any]] = []

    async def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Call a method; its result."""
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": params})
        while True:
            found: dict[str, Any] = await self._socket.receive_json()
            if found.get("id") == self._count:
                result: dict[str, Any] = found.get("result", found)
                return result
            self.told.append(found)

    async def value(self, words: str) -> object:
        """What an expression of the page gives."""
        found = await self.ask("Runtime.evaluate", expression=words, returnByValue=True)
        return found.get("result", {}).get("value", found)

    async def key(self, name: str, code: int, modifiers: int = 0) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            await self.ask(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name,
                windowsVirtualKeyCode=code, modifiers=modifiers,
            )  # fmt: skip

    async def picture(self, path: Path, wide: int, high: int, scheme: str) -> None:
        """What it looks like in a window of this size, dark or light."""
        size = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": wide < 600}
        await self.ask("Emulation.setDeviceMetricsOverride", **size)
        feature = {"name": "prefers-color-scheme", "value": scheme}
        await self.ask("Emulation.setEmulatedMedia", features=[feature])
        await asyncio.sleep(0.5)
        found = await self.ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(found["data"]))  # noqa: ASYNC240


async def _opened(http: aiohttp.ClientSession) -> Tab:
    for _time in range(150):
        try:
            async with http.get(f"http://127.0.0.1:{_PORT}/json") as answer:
                pages = [each for each in await answer.json() if each["type"] == "page"]
            return Tab(
                await http.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=1 << 28)
            )
        except (aiohttp.ClientError, IndexError):
            await asyncio.sleep(0.2)
    raise TimeoutError("chromium did not begin")


async def _look(tab: Tab, page: Path, folder: Path) -> None:
    for domain in ("Page", "Runtime", "Log", "Network"):
        await tab.ask(f"{domain}.enable")
    await tab.ask("Emulation.setFocusEmulationEnabled", enabled=True)
    await tab.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    await tab.ask("Page.navigate", url=page.as_uri())
    await asyncio.sleep(2)
    video = "document.getElementById('video')"
    print("film, seconds:", await tab.value(f"{video}.duration"))
    await tab.picture(folder / "desk.png", 1200, 900, "light")
    await tab.picture(folder / "phone.png", 390, 800, "dark")
    print("wider than a phone:", await tab.value("document.documentElement.scrollWidth > 390"))
    await tab.ask("Emulation.clearDeviceMetricsOverride")
    await tab.value("document.querySelector('[data-play]').click()")
    await asyncio.sleep(1)
    await tab.value("document.getElementById('to-shot').click()")
    print(
        "plays, then pauses for a comment:",
        await tab.value(f"[{video}.currentTime, {video}.paused]"),
    )
    await tab.ask("Input.insertText", text="Too dark <b>here</b> — «да»")
    await tab.key("Enter", 13, modifiers=2)
    print("said:", await tab.value(_COMMENTS))
    await tab.ask("Page.reload")
    await asyncio.sleep(2)
    print("kept over a reload:", await tab.value(_COMMENTS))
    await tab.value("document.getElementById('save').click()")
    await asyncio.sleep(1.5)
    await tab.picture(folder / "after.png", 1200, 900, "dark")
    reached = []
    for _step in range(14):
        await tab.key("Tab", 9)
        reached.append(await tab.value(_FOCUSED))
    print("Tab reaches:", list(dict.fromkeys(reached)))
    asked = [
        each["params"]["request"]["url"] for each in tab.told
        if each.get("method") == "Network.requestWillBeSent"
    ]  # fmt: skip
    outer = [url[:80] for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    print(f"addresses outside: {outer} of {len(asked)}")
    faults = [
        e["params"]
        for e in tab.told
        if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")
    ]
    print("faults:", faults)
    print("files:", sorted(path.name for path in folder.iterdir()))  # noqa: ASYNC240


async def _main(page: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        browser = await asyncio.create_subprocess_exec(
            *_CHROMIUM, f"--user-data-dir={own}",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            async with aiohttp.ClientSession() as http:
                await _look(await _opened(http), page.resolve(), folder.resolve())  # noqa: ASYNC240
        finally:
            browser.terminate()
            await browser.wait()


def main() -> None:
    if _APART not in os.environ:
        again = f'ip link set lo up; exec "{sys.executable}" "$@"'
        os.environ[_APART] = "1"
        os.execvp("unshare", ["unshare", "-rn", "sh", "-c", again, "sh", *sys.argv])
    asyncio.run(_main(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()

"""A headless Chromium, spoken to in its own protocol over a pipe: no driver, no port, no network.

https://chromedevtools.github.io/devtools-protocol/ lists the methods and events.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--hide-scrollbars", "--force-color-profile=srgb", "--remote-debugging-pipe",
)  # fmt: skip

PATIENCE_S = 60


def find_browser() -> str | None:
    """Return the path of a Chromium, None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """One page of a browser. What it asked for and what it complained of is kept until `open` is called again."""

    def __init__(self, sink: int, source: int) -> None:
        self._sink, self._source = sink, source
        self._number = 0
        self._unread = b""
        self._events: list[dict[str, Any]] = []
        self._session: str | None = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Return the result of a method of the protocol."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._sink, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self._events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        found: dict[str, Any] = answer["result"]
        return found

    def open(self, file: Path, *, wide: int = 1280, tall: int = 900, dark: bool = False, script: bool = True) -> None:
        """Open a file in a window of that size."""
        self._events.clear()
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=wide, height=tall, deviceScaleFactor=1, mobile=wide < 500
        )
        self._prefer("dark" if dark else "light")
        self.call("Page.navigate", url=file.as_uri())
        self._wait_for("Page.loadEventFired")

    def prefer(self, scheme: str) -> None:
        """Say that the system is light or dark."""
        self._prefer(scheme)
        self.pass_a_frame()

    def evaluate(self, expression: str) -> Any:
        """Return what JavaScript says, also on a page whose own script may not run."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"]["description"])
        return result["result"].get("value")

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since `open`, the file itself among them."""
        return [event["params"]["request"]["url"] for event in self._of("Network.requestWillBeSent")]

    def complaints(self) -> list[str]:
        """Return what the console holds since `open`: errors, warnings, breaches of the policy."""
        logged = [event["params"]["entry"]["text"] for event in self._of("Log.entryAdded")]
        printed = [str(event["params"]["args"]) for event in self._of("Runtime.consoleAPICalled")]
        thrown = [str(event["params"]["exceptionDetails"]) for event in self._of("Runtime.exceptionThrown")]
        return logged + printed + thrown

    def point_at(self, selector: str) -> tuple[float, float]:
        """Move the mouse to the middle of an element; return where that is."""
        x, y = self.evaluate(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            " found.scrollIntoView({block: 'center'}); const box = found.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        self.pass_a_frame()  # in which the page hears of being scrolled
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        return x, y

    def click(self, selector: str) -> None:
        """Press and release the mouse on an element."""
        x, y = self.point_at(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key)

    def pass_a_frame(self) -> None:
        """Return when the page has been painted once more; what waits for that has been told then."""
        self.call("Page.captureScreenshot", clip={"x": 0, "y": 0, "width": 1, "height": 1, "scale": 1})

    def picture(self) -> bytes:
        """Return a PNG of the whole page."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def pdf(self) -> bytes:
        """Return the page as it would be printed."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def _prefer(self, scheme: str) -> None:
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def _of(self, method: str) -> list[dict[str, Any]]:
        return [event for event in self._events if event.get("method") == method]

    def _wait_for(self, method: str) -> None:
        while not self._of(method):
            self._events.append(self._next())

    def _next(self) -> dict[str, Any]:
        """Return the next message of the browser."""
        until = time.monotonic() + PATIENCE_S
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._source], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise TimeoutError("the browser says nothing")
            piece = os.read(self._source, 1 << 20)
            if not piece:
                raise RuntimeError("the browser ended")
            self._unread += piece
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def browser(program: str, folder: Path) -> Iterator[Browser]:
    """Give a browser that knows nothing of any other, and end it; its profile is kept in a folder of its own."""
    reads, sink = map(_high, os.pipe())
    source, writes = map(_high, os.pipe())
    process = os.posix_spawn(
        program,
        [program, *FLAGS, f"--user-data-dir={folder}"],
        {**os.environ, "HOME": str(folder)},
        file_actions=[
            *((os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)),
            (os.POSIX_SPAWN_DUP2, reads, 3),  # where the protocol wants its pipes
            (os.POSIX_SPAWN_DUP2, writes, 4),
        ],
    )
    os.close(reads)
    os.close(writes)
    try:
        yield Browser(sink, source)
    finally:
        os.close(sink)  # at which it ends
        os.close(source)
        _end(process)


def _high(descriptor: int) -> int:
    """Return the same pipe under a number that is out of the way of 3 and 4, closed in any child."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved


def _end(process: int) -> None:
    until = time.monotonic() + 10
    while not os.waitpid(process, os.WNOHANG)[0]:
        if time.monotonic() > until:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return
        time.sleep(0.02)

"""A Chromium without a window, driven by the W3C WebDriver protocol over its driver's own small server."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium")
_SECONDS = 30.0
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how the protocol marks an element
_LOGGING = {"goog:loggingPrefs": {"browser": "ALL"}}
_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # small in containers
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
)


class NoAnswer(Exception):  # noqa: N818  # named for what it says
    """The browser could not do what it was asked."""


class Browser:
    """One tab of a browser; ``{selector}`` is a CSS selector throughout."""

    def __init__(self, port: int, session: str) -> None:
        self._port = port
        self._session = session

    def open(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._ask("POST", "/url", {"url": url})

    def run(self, script: str, *arguments: object) -> Any:
        """Run the body of a function in the page and return what it returns, or what its promise holds."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, condition: str) -> None:
        """Wait until an expression is true, also over a change of the page; fails after 30 seconds."""
        deadline = time.monotonic() + _SECONDS
        look = (
            "const until = Date.now() + 500; return new Promise(done => { const look = () => "
            f"({condition}) ? done(true) : Date.now() > until ? done(false) : setTimeout(look, 10); look(); }});"
        )
        while time.monotonic() < deadline:
            try:
                if self.run(look):
                    return
            except NoAnswer:  # the page changed meanwhile
                continue
        raise AssertionError(f"not within {_SECONDS:g} s: {condition}\n{self.text}")

    @property
    def text(self) -> str:
        """What is written on the page."""
        return str(self.run("return document.body.innerText"))

    @property
    def title(self) -> str:
        """The title of the page."""
        return str(self._ask("GET", "/title"))

    def click(self, selector: str) -> None:
        """Scroll an element to the middle and click it."""
        element = self._find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", {_ELEMENT: element})
        self._ask("POST", f"/element/{element}/click", {})

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def label(self, selector: str) -> str:
        """What assistive technology calls an element."""
        return str(self._ask("GET", f"/element/{self._find(selector)}/computedlabel"))

    def role(self, selector: str) -> str:
        """What assistive technology takes an element for."""
        return str(self._ask("GET", f"/element/{self._find(selector)}/computedrole"))

    def count(self, selector: str) -> int:
        """How many elements there are, also where scripts are switched off."""
        return len(self._ask("POST", "/elements", {"using": "css selector", "value": selector}))

    def complaints(self) -> list[str]:
        """What the browser has written to its console since it was last asked."""
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def command(self, name: str, **parameters: object) -> Any:
        """A command of the Chrome DevTools protocol."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def be_phone(self, width: int = 360, height: int = 740, *, dark: bool = False, script: bool = True) -> None:
        """Take a phone's size in CSS pixels, its theme, and whether scripts run."""
        size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self.command("Emulation.setDeviceMetricsOverride", **size)
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", features=[theme])
        self.command("Emulation.setScriptExecutionDisabled", value=not script)

    def forget(self) -> None:
        """Delete all cookies: become another device."""
        self._ask("DELETE", "/cookie")

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Save what is seen, or the whole page, as PNG."""
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(b64decode(shot["data"]))

    def close(self) -> None:
        """Close the browser."""
        self._ask("DELETE", "")

    def _find(self, selector: str) -> str:
        return str(self._ask("POST", "/element", {"using": "css selector", "value": selector})[_ELEMENT])

    def _ask(self, method: str, path: str, content: Mapping[str, object] | None = None) -> Any:
        return _answer(self._port, method, f"/session/{self._session}{path}", content)


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile in an empty folder."""
    assert DRIVER is not None
    command = [DRIVER, "--port=0"]
    home = {**os.environ, "HOME": str(profile), "XDG_CONFIG_HOME": str(profile), "XDG_CACHE_HOME": str(profile)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=home) as driver:
        try:
            port = _port_of(driver)
            options = {"binary": CHROMIUM, "args": [*_SWITCHES, f"--user-data-dir={profile / 'profile'}"]}
            wanted = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, **_LOGGING}}
            browser = Browser(port, _begun(port, wanted))
            try:
                yield browser
            finally:
                browser.close()
        finally:
            driver.terminate()


def _begun(port: int, wanted: Mapping[str, object]) -> str:
    """A session's name. The driver gives a browser a minute to start; a busy machine may need a second one."""
    try:
        session = _answer(port, "POST", "/session", {"capabilities": wanted})
    except NoAnswer:
        session = _answer(port, "POST", "/session", {"capabilities": wanted})
    return str(session["sessionId"])


def _port_of(driver: subprocess.Popen[str]) -> int:
    assert driver.stdout is not None
    for line in driver.stdout:
        started = re.search(r"started successfully on port (\d+)", line)
        if started:
            return int(started[1])
    raise NoAnswer("the driver did not start")


def _answer(port: int, method: str, path: str, content: Mapping[str, object] | None) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4 * _SECONDS)
    try:
        body = None if content is None else json.dumps(content)
        connection.request(method, path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        value = json.loads(response.read())["value"]
    finally:
        connection.close()
    if response.status >= 400:
        raise NoAnswer(f"{value['error']}: {value['message']}")
    return value

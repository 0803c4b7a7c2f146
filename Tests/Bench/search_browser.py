"""Headless Chromium for the bench, driven through chromedriver by plain W3C WebDriver over HTTP."""
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 900  # seconds that a script in the page may take


class BrowserFailure(Exception):
    """The browser or a script in its page did not do what it was asked."""


class Browser:
    def __init__(self):
        driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
        if not driver or not chromium:
            raise BrowserFailure("chromium and chromedriver are needed, on PATH")
        # The profile goes to memory too: no disk is measured.
        self.scratch = tempfile.TemporaryDirectory(
            prefix="spravka-bench-browser-", dir="/dev/shm", ignore_cleanup_errors=True)
        self.log = open(os.path.join(self.scratch.name, "driver.log"), "w+b")
        self.driver = subprocess.Popen(
            [driver, "--port=0"], stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": self.scratch.name}, start_new_session=True)
        try:
            self.root = f"http://127.0.0.1:{self.announced_port()}"
            session = self.send("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "timeouts": {"script": PATIENCE * 1000},
                "goog:chromeOptions": {"binary": chromium, "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update",
                    "--no-first-run", f"--user-data-dir={self.scratch.name}/profile"]},
            }}})
        except BaseException:
            self.close()
            raise
        self.root += f"/session/{session['sessionId']}"
        self.version = session["capabilities"]["browserVersion"]

    def announced_port(self):
        for _ in range(200):
            self.log.flush()
            with open(self.log.name, errors="replace") as said:
                port = re.search(r"started successfully on port (\d+)", said.read())
            if port:
                return port[1]
            time.sleep(0.05)
        raise BrowserFailure("chromedriver does not start")

    def send(self, method, command, body=None, patience=PATIENCE):
        request = urllib.request.Request(
            self.root + command, method=method, headers={"Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=patience) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            said = json.load(problem)["value"]
            raise BrowserFailure(f"{said['error']}: {said['message'].splitlines()[0]}") from None
        except OSError as problem:
            raise BrowserFailure(f"chromedriver: {problem}") from None

    def open(self, url):
        self.send("POST", "/url", {"url": url})

    def forget(self):
        """Empties the HTTP cache, so that the next page is a first visit."""
        self.send("POST", "/goog/cdp/execute", {"cmd": "Network.clearBrowserCache", "params": {}})

    def call(self, function, *arguments):
        """Calls an async function of the page; answers what it answers."""
        said = self.send("POST", "/execute/async", {"args": list(arguments), "script": f"""
            const done = arguments[arguments.length - 1];
            {function}(...Array.from(arguments).slice(0, -1)).then(
              (value) => done({{ value }}),
              (error) => done({{ error: String((error && error.stack) || error) }}));"""})
        if "error" in said:
            raise BrowserFailure(f"in the page: {said['error']}")
        return said.get("value")

    def close(self):
        try:
            if "/session/" in getattr(self, "root", ""):
                self.send("DELETE", "", patience=5)
        except BrowserFailure:
            pass  # busy with a script: ended like the driver
        os.killpg(self.driver.pid, signal.SIGKILL)
        self.driver.wait()
        self.log.close()
        self.scratch.cleanup()

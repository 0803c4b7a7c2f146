#!/usr/bin/env python3
"""Measures the preview on a big site, and prints a table beside its goals.

usage: preview.py [ARTICLES…] [--changes 1000]       (`make bench-preview` builds Spravka first; 10000)

For each size a corpus is written to memory (/dev/shm), so that no disk is measured, and `spravka
serve` runs over it. A change is measured from the moment when its file is closed: until the page has
it on a connection that stays open, and until it is in the document of a headless Chromium. The next
change comes when the server has nothing left to do. At last come the changes that memory is watched
over, most of them before the one before is settled. $SPRAVKA names another program to measure than
.build/release/spravka.
"""
import argparse
import http.client
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from bench import ROOT, SPRAVKA, machine, shared_folder
from search_browser import Browser, BrowserFailure

PATIENCE = 60  # seconds until a change has to be there
TICK = os.sysconf("SC_CLK_TCK")


class Failure(Exception):
    """A run that went wrong: its times would say nothing."""


class Server:
    """`spravka serve` over a site."""

    def __init__(self, site, work):
        self.log = open(work / "serve.log", "w+")
        start = time.time()
        self.process = subprocess.Popen(
            [SPRAVKA, "serve", "--site", site, "--port", "18024"],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        self.url = self.announced()
        self.port = int(re.search(r":(\d+)/", self.url)[1])
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self.get("/")
        self.ready = time.time() - start

    def announced(self):
        end = time.time() + PATIENCE
        while time.time() < end and self.process.poll() is None:
            self.log.seek(0)
            place = re.search(r"The preview is at (\S+)\. ", self.log.read())
            if place:
                return place[1]
            time.sleep(0.002)
        self.log.seek(0)
        raise Failure(f"the preview does not start: {self.log.read().strip()}")

    def get(self, path, connection=None):
        connection = connection or self.connection
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
        except http.client.RemoteDisconnected:  # it was idle for too long
            connection.request("GET", path)
            answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise Failure(f"{path}: {answer.status}")
        return body

    def seconds_until(self, path, text, closed, connection=None):
        """From `closed` until the page has the text."""
        text = text.encode()
        while text not in self.get(path, connection):
            if time.time() - closed > PATIENCE:
                raise Failure(f"{path}: no «{text.decode()}» after {PATIENCE} s")
            time.sleep(0.001)
        return time.time() - closed

    def used(self):
        """Seconds of processors that it has taken."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def wait_until_quiet(self):
        """Until it takes no processor for a while, so that one change does not slow the next."""
        before, since = self.used(), time.time()
        while time.time() - since < 0.4:
            time.sleep(0.05)
            if self.used() != before:
                before, since = self.used(), time.time()

    def memory(self):
        """In bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Article:
    """An article of the corpus, with a mark in its text and one in its title."""

    def __init__(self, file, content):
        self.file, self.text = file, file.read_text()
        self.path = "/" + str(file.relative_to(content / "ru").with_suffix("")) + "/"

    def say(self, mark):
        """Saves it with one more word, which typography leaves alone; answers when it was closed."""
        return save(self.file, f"{self.text}\n{mark}\n")

    def rename(self, mark):
        return save(self.file, re.sub(r"(?m)^(title: .*)$", rf"\1 {mark}", self.text, count=1))


def save(file, text):
    with open(file, "w") as opened:
        opened.write(text)
    return time.time()


WATCH = """((text, patience) => new Promise((ready) => {
  window.seen = new Promise((done, fail) => {
    const look = () => {
      if (!document.querySelector("main")?.textContent.includes(text)) return;
      observer.disconnect();
      done(Date.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true });
    setTimeout(() => fail(new Error(`${text} was never shown`)), patience);
  });
  ready();
}))"""
SEEN = "(() => window.seen)"


def seen(server, article, rounds):
    """Seconds from closing the file until the browser's document has the change."""
    browser, times = Browser(), []
    try:
        browser.open(server.url[:-1] + article.path)
        server.wait_until_quiet()
        for number in range(rounds):
            mark = f"seen{number}x"
            browser.call(WATCH, mark, PATIENCE * 1000)
            closed = article.say(mark)
            times.append(browser.call(SEEN) / 1000 - closed)
            server.wait_until_quiet()
    finally:
        browser.close()
    return times


def served(server, article, rounds):
    times = []
    for number in range(rounds):
        closed = article.say(f"served{number}x")
        times.append(server.seconds_until(article.path, f"served{number}x", closed))
        server.wait_until_quiet()
    return times


def wide(server, article, site, rounds):
    """A change of front matter and one of a template, both of which reach further than a page."""
    titles, templates = [], []
    footer = (ROOT / "templates/footer.mustache").read_text()
    (site / "templates").mkdir()
    for number in range(rounds):
        closed = article.rename(f"titled{number}x")
        titles.append(server.seconds_until(article.path, f"titled{number}x", closed))
        server.wait_until_quiet()
        closed = save(site / "templates/footer.mustache", f"{footer}<p>footer{number}x</p>\n")
        templates.append(server.seconds_until(article.path, f"footer{number}x", closed))
        server.wait_until_quiet()
    return titles, templates


def growth(server, articles, changes):
    """Memory after so many changes; each on a connection of its own."""
    found, looks = {}, {50, 250, 500, 750, 1000, changes}
    for number in range(1, changes + 1):
        article = articles[number % len(articles)]
        closed = article.say(f"grown{number}x")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        server.seconds_until(article.path, f"grown{number}x", closed, connection)
        connection.close()
        if number % 10 == 0:
            server.wait_until_quiet()
        if number in looks:
            found[number] = server.memory()
    return found


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def row(name, times, goal=""):
    middle, late = statistics.median(times) * 1000, percentile(times, 0.95) * 1000
    return f"| {name} | {middle:.0f} ms | {late:.0f} ms | {goal} |"


def bench(count, given, shared, work):
    subprocess.run(
        [sys.executable, shared / "corpus.py", str(count), work, "--for", "spravka"],
        check=True, capture_output=True)
    site = work / "spravka"
    files = sorted((site / "content/ru").rglob("article-*.md"))
    articles = [Article(file, site / "content") for file in files[:: max(1, len(files) // 20)]]
    server = Server(site, work)
    try:
        rows = [f"| {count:,} articles | p50 | p95 | goal |", "|---|--:|--:|--:|",
                f"| ready after start | {server.ready:.2f} s | | 2 s |"]
        server.wait_until_quiet()
        start = server.memory()
        rows.append(row("a saved text is served", served(server, articles[0], given.rounds), "50 ms"))
        try:
            rows.append(row("and is seen in the browser", seen(server, articles[1], given.rounds),
                            "100 ms"))
        except BrowserFailure as problem:
            print(f"Nothing was measured in a browser: {problem}")
        titles, templates = wide(server, articles[2], site, max(1, given.rounds // 5))
        rows += [row("a changed title is served", titles), row("a changed template is served", templates)]
        memory = {0: start, **growth(server, articles, given.changes)}
    finally:
        server.close()
    print("\n" + "\n".join(rows) + "\n")
    print("Memory after changes, MB: "
          + ", ".join(f"{changes}: {size / 1e6:.0f}" for changes, size in memory.items())
          + f". p95 of {given.rounds} changes, of {max(1, given.rounds // 5)} for title and template.")


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int, nargs="*", default=[10000])
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--changes", type=int, default=1000)
    given = options.parse_args()
    shared = shared_folder()
    print(machine())
    for count in given.articles:
        with tempfile.TemporaryDirectory(prefix="spravka-bench-", dir="/dev/shm") as folder:
            try:
                bench(count, given, shared, pathlib.Path(folder))
            except (Failure, OSError) as problem:
                sys.exit(f"{count:,} articles: {problem}")


if __name__ == "__main__":
    main()

"""Pagefind beside Spravka's search: the same pages, queries and browser, when it is installed.

It is looked for as the program that $PAGEFIND names, as a package of this Python and as one of the
Python in .build/venv (`pagefind` with `pagefind_bin_extended`).
"""
import gzip
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time
import urllib.parse
from dataclasses import dataclass, field

from search_corpora import ROOT, BuildFailure

MARK = b"pagefind_dcd"  # what its files begin with once they are inflated


@dataclass
class Rival:
    folder: pathlib.Path  # what is served as /pagefind/
    seconds: float  # of indexing
    index: int  # bytes of its files without fragments, which are its excerpts
    fragments: int
    files: int
    paths: dict = field(default_factory=dict)  # id of a result -> path of the page


def find():
    """The command and the version; (None, "") without Pagefind."""
    commands = [shlex.split(os.environ.get("PAGEFIND", "")), [sys.executable, "-m", "pagefind"],
                [str(ROOT / ".build/venv/bin/python3"), "-m", "pagefind"]]
    for command in commands:
        try:
            said = subprocess.run([*command, "--version"], capture_output=True, text=True)
        except (OSError, IndexError):
            continue
        version = re.search(r"pagefind\w*\s+v?([\d.]+)", said.stdout)
        if version and said.returncode == 0:
            return command, version[1]
    return None, ""


def index(corpus, work, command):
    """Indexes the articles of a corpus: their titles and texts, as far as readers see them."""
    pages, folder = work / "pages", work / "pagefind"
    for file in corpus.pages:
        there = pages / pathlib.Path(file).relative_to(corpus.output)
        there.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, there)
        except OSError:
            there.write_bytes(pathlib.Path(file).read_bytes())
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--site", pages, "--output-path", folder, "--root-selector", "article.sheet",
         "--exclude-selectors", ".meta, .contents, .history, .imprint"],
        capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        raise BuildFailure(f"pagefind: {(done.stderr or done.stdout).strip()[-400:]}")
    sizes = {"index": 0, "fragment": 0, "files": 0}
    rival = Rival(folder, seconds, 0, 0, 0)
    for file in folder.rglob("*"):
        if file.suffix == ".pf_fragment":
            sizes["fragment"] += file.stat().st_size
            said = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))
            rival.paths[file.stem] = urllib.parse.unquote(said["url"])
        elif file.suffix in (".pf_index", ".pf_meta", ".pf_filter", ".json"):
            sizes["index"] += file.stat().st_size
        sizes["files"] += file.is_file()
    rival.index, rival.fragments, rival.files = sizes["index"], sizes["fragment"], sizes["files"]
    return rival

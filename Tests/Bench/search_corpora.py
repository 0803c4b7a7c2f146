"""The sites that the search is measured on: laid out in memory, built, with sets of queries.

Big corpora and the scripts that lay them out are not part of this repository: they come from the
folder `shared` beside the checkout, or from the one that $SPRAVKA_SHARED names.
"""
import html
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field

import search_english

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPRAVKA = os.environ.get("SPRAVKA", ROOT / ".build/release/spravka")
# The real articles link to pages that their archive lacks; what is measured is the search.
LENIENT = "levels: {broken-link: off, broken-anchor: off, broken-image: off, invalid-image: off}\n"
# Above this many pages their text is weighed by a sample.
SAMPLE = 3000


class Absent(Exception):
    """What a corpus needs is not here; the text says what."""


class BuildFailure(Exception):
    """The build or a script that prepares for it failed."""


@dataclass
class Corpus:
    name: str
    site: pathlib.Path  # holds content/
    output: pathlib.Path
    language: str
    sets: dict  # name -> [{"q": query, "right": [paths below the language's folder]}]
    base: str = "/"
    prefix: str = ""  # of the language's pages below the base: "" or "en/"
    articles: int = 0
    visible: int = 0  # bytes of the text that readers see in articles, UTF-8
    pages: list = field(default_factory=list)  # files of articles; of a sample of them in big sites
    build: dict = field(default_factory=dict)  # stage -> milliseconds
    unpublished: int = 0  # queries without an answer that is published, left out


def shared():
    for folder in [os.environ.get("SPRAVKA_SHARED"), ROOT.parent / "shared"]:
        if folder and (pathlib.Path(folder) / "search/search-sets.py").is_file():
            return pathlib.Path(folder)
    raise Absent("the folder `shared` is neither beside the checkout nor named by $SPRAVKA_SHARED")


def run(command, failure=BuildFailure):
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    except OSError as problem:
        raise failure(f"{command[0]}: {problem.strerror}") from None
    if done.returncode not in (0, 3):
        raise failure(f"{pathlib.Path(command[0]).name} {command[1]}: exit {done.returncode}: "
                      f"{(done.stderr or done.stdout).strip()[-600:]}")
    return done


def python(script, *arguments):
    if not script.is_file():
        raise Absent(f"{script} is not there")
    return run([sys.executable, script, *arguments]).stdout


def make_sets(site, language):
    return json.loads(python(shared() / "search/search-sets.py", site, "--lang", language))


def real(work):
    corpora = shared() / "corpora"
    site = work / "site"
    python(corpora / "import-msdocs.py", corpora / "ru-visualstudio-docs.tar.xz", site)
    with open(site / "content/site.yml", "a", encoding="utf8") as configuration:
        configuration.write(LENIENT)
    return "real Russian documentation", site, [("ru", make_sets(site, "ru"))]


def questions(work):
    site = work / "site"
    sets = json.loads(python(shared() / "search/xquad-site.py", site))
    return "natural questions", site, [("ru", sets)]


def generated(count):
    def lay(work):
        python(shared() / "bench/corpus.py", count, work, "--for", "spravka")
        site = work / "spravka"
        return f"generated, {count:,}", site, [("ru", make_sets(site, "ru"))]
    return lay


def english(work):
    site = work / "site"
    search_english.lay(site)
    return "what Python's library says of itself", site, [("en", make_sets(site, "en"))]


def given(site, queries=None, language=None, name=None):
    """A site of somebody's; without `queries` there are sets for each of its languages."""
    def lay(_):
        called = name or site.resolve().name
        if not (site / "content").is_dir():
            raise Absent(f"{site} has no folder content/")
        if queries:
            return called, site, [(language or "ru", json.loads(queries.read_text("utf8")))]
        found = sorted(
            path.name for path in (site / "content").iterdir()
            if path.is_dir() and re.fullmatch(r"[a-z]{2}(-\w+)?", path.name))
        return called, site, [
            (one, make_sets(site, one)) for one in found if language in (None, one)]
    return lay


def build(site, output, rounds):
    """Builds from nothing; answers the medians of the stages in milliseconds."""
    stages = {}
    for _ in range(rounds):
        shutil.rmtree(output, ignore_errors=True)
        start = time.perf_counter()
        said = run([SPRAVKA, "build", "--site", site, "--output", output, "--timing"])
        stages.setdefault("wall", []).append((time.perf_counter() - start) * 1000)
        for name, number, unit in re.findall(
                r"^\s*([\w ,-]+?):?\s+([\d.]+)\s*(ms|s)$", said.stdout + said.stderr, re.M):
            stages.setdefault(name, []).append(float(number) * (1000 if unit == "s" else 1))
    return {name: sorted(times)[len(times) // 2] for name, times in stages.items()}


def prepare(name, site, output, language, sets, stages):
    """A corpus of one language of a built site, with what can be counted without a browser."""
    corpus = Corpus(name, site, output, language, sets, build=stages)
    configuration = (site / "content/site.yml").read_text(encoding="utf8")
    address = re.search(r"^baseURL:\s*[\"']?https?://[^/\s\"']+([^\s\"'#]*)", configuration, re.M)
    corpus.base = ((address[1] if address else "").rstrip("/") or "") + "/"
    home = (output / "index.html").read_text(encoding="utf8")
    if f'<html lang="{language}"' not in home:
        corpus.prefix = f"{language}/"
    weigh(corpus)
    keep_published(corpus)
    return corpus


def article_text(page):
    """What a reader sees of an article: its title and text, without tags; None for other pages.

    Neither navigation nor dates, contents, history and recommendations count. Nor do scripts.
    """
    if 'name="robots" content="noindex' in page:
        return None
    article = re.search(r'<article class="sheet">(.*?)</article>', page, re.S)
    if not article:
        return None
    title = re.search(r"<h1[^>]*>(.*?)</h1>", article[1], re.S)
    text = re.search(
        r'<div class="text">(.*?)(?:<details class="history">|<dl class="imprint">|\Z)',
        article[1], re.S)
    parts = "\n".join(found[1] for found in (title, text) if found)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", parts)).split())


def weigh(corpus):
    """Finds the pages of articles and how many bytes of text they show."""
    root = corpus.output / corpus.prefix
    others = {f"{root}/{path.name}" for path in (corpus.site / "content").iterdir()
              if path.is_dir() and path.name != corpus.language} if not corpus.prefix else set()
    files = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if f"{folder}/{name}" not in others)
        if "index.html" in names:
            files.append(f"{folder}/index.html")
    sample = files if len(files) <= SAMPLE * 5 else random.Random(7).sample(files, SAMPLE)
    count = total = 0
    for file in sample:
        text = article_text(pathlib.Path(file).read_text(encoding="utf8"))
        if text is not None:
            corpus.pages.append(file)
            count, total = count + 1, total + len(text.encode())
    share = len(files) / max(1, len(sample))
    corpus.articles, corpus.visible = round(count * share), round(total * share)
    if share > 1:
        corpus.pages = []  # not all of them, so of no use to index


def keep_published(corpus):
    """Leaves out the queries whose answers readers cannot be led to: drafts, unlisted articles."""
    known = {}

    def published(path):
        if path not in known:
            file = corpus.output / corpus.prefix / path.strip("/") / "index.html"
            known[path] = (
                file.is_file() and article_text(file.read_text(encoding="utf8")) is not None)
        return known[path]

    for name, rows in corpus.sets.items():
        kept = [row for row in rows if any(published(path) for path in row["right"])]
        corpus.unpublished += len(rows) - len(kept)
        corpus.sets[name] = kept

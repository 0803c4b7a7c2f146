"""What is measured of a search in the browser: what queries cost, and what they find.

Costs: fresh visits with three-word queries, each answer of the server 40 ms late, so that what
waits for what can be told from what is asked for at once; then a second query in the same page.
Quality and times: all sets in one page without delay; then, with everything loaded, three times
more, of which each query's median time is taken: other work on the machine is not the engine's.
"""
import json
import pathlib
import re
import statistics
import zlib
from dataclasses import dataclass, field

from search_server import OWN, steps

DELAY = 0.04
VISITS = 30
ROUNDS = 3
# Words that a reader leaves out, when a title is cut to the three words that say what it is about.
FILLERS = set(
    "и в во на по для с со от до из к о об при не как что это или а у за же ли бы подскажите "
    "пожалуйста мне the of to in for a an and is on or your you with how do what".split())
# The rival slows down with all that a page has loaded, to seconds for a query, so it gets a new page
# after so many. Of a big site it is asked few; sets are shuffled, so the first stand for all.
RIVAL_SESSION, RIVAL_SESSION_BIG, RIVAL_ASKED_BIG, BIG = 20, 3, 15, 5_000


@dataclass
class Cost:
    """Of one query: what went over the wire and how long a reader waits."""
    bytes: int
    requests: int
    missing: int  # requests for what is not there
    steps: int  # until ten results can be shown, one after another
    all_steps: int  # until their excerpts are there too
    wait: float  # ms until ten results can be shown, with the delay
    query: str
    log: list  # (start, end, bytes, path) of each answer in ms, as the server saw them


@dataclass
class Quality:
    queries: int
    first: float  # share of queries whose right page is the first result
    ten: float  # … among the first ten
    nothing: float  # share that found nothing at all
    times: list  # ms of computing of each query, everything loaded
    walls: list  # ms that a clock beside the engine says for the same
    early: list  # ms of computing of each query asked for the first time
    missed: list = field(default_factory=list)  # queries whose right page is not the first


@dataclass
class Measured:
    cold: list = field(default_factory=list)  # Cost of a first query
    next: list = field(default_factory=list)  # Cost of the second one
    sets: dict = field(default_factory=dict)  # name -> Quality
    excerpts: bool = True  # whether five excerpts were loaded too
    index: dict = field(default_factory=dict)  # kind -> bytes
    files: int = 0
    door: int = 0  # bytes of the module gzipped
    manifest: int = 0  # bytes gzipped


def three_words(sets):
    """Queries of three words, from titles where there is a set of them, spread over the set."""
    rows = sets.get("title") or next(iter(sets.values()), [])
    found = []
    for row in rows:
        words = [word for word in re.findall(r"[\w-]+", row["q"].lower()) if word not in FILLERS]
        if len(words) >= 3:
            found.append(" ".join(words[:3]))
    found = list(dict.fromkeys(found)) or [row["q"] for row in rows]
    pace = max(1, len(found) // VISITS)
    return found[::pace][:VISITS]


def blank_page(corpus, policy):
    """A page with nothing but the script that asks, under the policy of the site's own pages."""
    home = (corpus.output / "index.html").read_text(encoding="utf8")
    rules = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', home) if policy else None
    text = (f'<!doctype html><html lang="{corpus.language}"><meta charset="utf-8">'
            f'{rules[0] if rules else ""}<link rel="icon" href="data:,"><title>Bench</title>'
            f'<script type="module" src="{OWN}page.js"></script>')
    # Isolated pages have clocks of 5 µs, others of 100.
    return text.encode(), {
        "Content-Type": "text/html; charset=utf-8", "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp"}


class Bench:
    """One engine on one corpus, in a browser, through a server that counts."""

    def __init__(self, browser, server, corpus, name):
        self.browser, self.server, self.corpus, self.name = browser, server, corpus, name
        script = pathlib.Path(__file__).with_name("search_page.js").read_bytes()
        server.own[OWN + "page.js"] = (script, {"Content-Type": "text/javascript"})
        server.own[OWN + name] = blank_page(corpus, policy=name == "spravka")

    def fresh(self):
        """A page of a first visit, ready to ask, with nothing loaded."""
        self.browser.open("about:blank")
        self.browser.forget()
        self.browser.open(self.server.url(OWN + self.name))
        self.browser.call("bench.choose", self.name, self.corpus.base)
        self.server.take()

    def cost(self, query, language):
        said = self.browser.call("bench.visit", query, language)
        answers = self.server.take()
        # The page's own clock knows when a file was asked for, not only when one of the browser's
        # six connections was free; files that a worker loads are seen by the server alone.
        spans = [tuple(span) for span in said["spans"]]
        start = min((answer.start for answer in answers), default=0)
        log = [((one.start - start) * 1000, (one.end - start) * 1000, one.bytes, one.path)
               for one in answers]
        if len(spans) < len(answers):
            spans = [line[:2] for line in log]
        shown = [span for span in spans if span[1] <= said["results"]]
        return Cost(sum(answer.bytes for answer in answers), len(answers),
                    sum(answer.status == 404 for answer in answers), steps(shown), steps(spans),
                    said["results"], query, log), said["excerpts"]

    def visits(self, measured):
        queries = three_words(self.corpus.sets)
        self.server.delay = DELAY
        try:
            for number, query in enumerate(queries):
                self.fresh()
                cold, excerpts = self.cost(query, self.corpus.language)
                again, _ = self.cost(queries[(number + 1) % len(queries)], None)
                measured.cold.append(cold)
                measured.next.append(again)
                measured.excerpts = measured.excerpts and excerpts
        finally:
            self.server.delay = 0.0

    def quality(self, measured, paths=None):
        """Asks all sets. `paths`: results that are ids of pages rather than URLs."""
        if paths is None:
            self.session()
        for name, rows in self.corpus.sets.items():
            if not rows:
                continue
            queries = [row["q"] for row in rows]
            if paths is None:
                answers, warm = self.ask(queries, ROUNDS)
            else:
                session = RIVAL_SESSION
                if self.corpus.articles > BIG:
                    session = RIVAL_SESSION_BIG
                    rows, queries = rows[:RIVAL_ASKED_BIG], queries[:RIVAL_ASKED_BIG]
                answers, warm = [], [[]]
                for start in range(0, len(queries), session):
                    self.session()
                    found, times = self.ask(queries[start:start + session], 1)
                    answers += found
                    warm[0] += times[0]
            measured.sets[name] = self.judge(rows, answers, warm, paths)
        self.server.take()

    def session(self):
        self.fresh()
        self.browser.call("bench.open", self.corpus.language)

    def ask(self, queries, rounds):
        """The answers to queries asked for the first time, and to each round of asking again."""
        answers = self.browser.call("bench.pass", queries)
        return answers, [self.browser.call("bench.pass", queries) for _ in range(rounds)]

    def judge(self, rows, answers, warm, paths):
        start = self.corpus.base + self.corpus.prefix
        first = ten = nothing = 0
        missed = []
        for row, answer in zip(rows, answers):
            found = answer["found"]
            if paths is not None:
                found = [paths.get(one, one) for one in found]
                right = ["/" + self.corpus.prefix + path.lstrip("/") for path in row["right"]]
            else:
                right = [start + path.lstrip("/") for path in row["right"]]
            places = [place for place, one in enumerate(found) if one in right]
            first += places[:1] == [0]
            ten += bool(places) and places[0] < 10
            nothing += not found
            if places[:1] != [0]:
                missed.append({"q": row["q"], "right": right, "found": found[:3],
                               "place": places[0] + 1 if places else None,
                               "corrected": answer.get("corrected")})
        count = len(rows)
        return Quality(count, first / count, ten / count, nothing / count,
                       medians(warm, "milliseconds"), medians(warm, "wall"),
                       [answer["milliseconds"] for answer in answers], missed)


def medians(passes, what):
    """Of each query, over passes that asked the same ones."""
    return [statistics.median(row[what] for row in rows) for rows in zip(*passes)]


def weigh_index(corpus, server, measured):
    """The files of search/ by kind, as they lie there; what the browser unpacks itself, gzipped."""
    folder = corpus.output / "search"
    stable = folder / f"{corpus.language}.json"
    manifest = json.loads(stable.read_text(encoding="utf8"))
    files = corpus.output / "search" / corpus.language
    kinds = {}

    def names(joined):
        return {joined[at:at + 6] for at in range(0, len(joined), 6)}

    for kind in ("shards", "blocks"):
        kinds.update({name: kind for name in names(manifest.get(kind, ""))})
    kinds.update({file: "vocabulary" for _, file in manifest.get("vocabulary", [])})
    kinds.update({file: "editions" for file in manifest.get("editions", {}).values()})
    for name in names(manifest.get("blocks", "")):
        block = json.loads(zlib.decompress((files / f"{name}.bin").read_bytes(), -15))
        kinds.update({pack: "excerpts" for pack in names(block.get("packs", ""))})
    sizes = {}
    for file in files.rglob("*"):
        if file.is_file():
            kind = kinds.get(file.stem, "other")
            sizes[kind] = sizes.get(kind, 0) + file.stat().st_size
    measured.manifest = len(server.find(f"{corpus.base}search/{stable.name}")[1])
    measured.door = len(server.find(f"{corpus.base}search/api.js")[1])
    measured.index = {**sizes, "manifest": measured.manifest}
    measured.files = sum(file.is_file() for file in folder.rglob("*"))

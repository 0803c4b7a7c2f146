#!/usr/bin/env python3
"""Measures the search of built sites in headless Chromium, beside its goals and beside Pagefind.

usage: search.py [CORPUS…] [--site DIR [--queries SETS.json]] [--lang ru] [--json FILE]

(`make bench-search` builds Spravka first.) CORPUS is a number of generated articles, `real`
(Russian documentation), `questions` (natural ones, of XQuAD), `english` (what Python's library says
of itself), `own` (Spravka's help desk, both languages) or `manual` (Spravka's). Unless told all of
them, 1000 and 10000, as far as the folder `shared` is there, which makes the sets of queries.
Corpora, sites and the browser's profile are kept in memory (/dev/shm).

SETS.json holds {set: [{"q": query, "right": [paths below content/LANG without .md]}]}. A goal that
is missed is marked and fails nothing. $SPRAVKA names another program than .build/release/spravka,
$PAGEFIND another Pagefind than the installed one.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import signal
import sys
import tempfile
import zlib

import search_corpora as corpora
import search_measure as measure
import search_report as report
import search_rival as pagefind
from search_browser import Browser, BrowserFailure
from search_server import Server

# Indexing more than this by Pagefind takes gigabytes and minutes.
RIVAL_LIMIT = 20_000


def measure_ours(browser, server, corpus):
    """What could be measured, and what went wrong, if anything did."""
    measured = measure.Measured()
    if not (corpus.output / "search/api.js").is_file():
        return None, "the built site has no search/api.js"
    try:
        measure.weigh_index(corpus, server, measured)
        bench = measure.Bench(browser, server, corpus, "spravka")
        bench.visits(measured)
        bench.quality(measured)
    except (BrowserFailure, OSError, ValueError, KeyError, zlib.error) as problem:
        return measured, str(problem) or type(problem).__name__
    return measured, ""


def measure_rival(browser, corpus, work, command):
    rival = pagefind.index(corpus, work / corpus.language, command)
    server = Server({"/pagefind/": rival.folder}, {
        "/pagefind/pagefind.js", "/pagefind/pagefind-entry.json", "/pagefind/pagefind-worker.js"})
    try:
        bench = measure.Bench(browser, server, corpus, "pagefind")
        measured = measure.Measured(files=rival.files)
        measured.index = {"index": rival.index, "excerpts": rival.fragments}
        bench.visits(measured)
        bench.quality(measured, rival.paths)
        return measured, rival
    finally:
        server.close()


def bench_corpus(lay, work, browser, options, results, failures):
    """Lays out, builds and measures a corpus in each of its languages."""
    name, site, sets = lay(work)
    output = work / "output"
    stages = corpora.build(site, output, options.rounds)
    for language, queries in sets:
        if not any(queries.values()):
            print(f"\n{name}, {language}: no queries.")
            continue
        corpus = corpora.prepare(name, site, output, language, queries, stages)
        print(f"\n{corpus.name}: {corpus.articles:,} articles, {corpus.language}", flush=True)
        server = Server({corpus.base: output}, {
            f"{corpus.base}search/api.js", f"{corpus.base}search/{language}.json"})
        try:
            ours, problem = measure_ours(browser, server, corpus)
        finally:
            server.close()
        theirs = rival = None
        if options.command and corpus.pages and corpus.articles <= RIVAL_LIMIT:
            theirs, rival = measure_rival(browser, corpus, work, options.command)
        print(report.costs(corpus, ours, theirs, rival, options.version), end="\n\n")
        print(report.qualities(corpus, ours, theirs), end="\n\n")
        for line in report.notes(corpus, ours, theirs, options.version):
            print(f"  {line}")
        if problem:
            print(f"  Spravka's search could not be measured: {problem}")
            failures.append(problem)
        if options.trace and ours:
            print_traces(ours, options.trace)
        if options.misses and ours:
            print_misses(ours, options.misses)
        results.append(report.as_json(corpus, ours, theirs, rival, options.version))


def print_misses(measured, limit):
    for name, quality in measured.sets.items():
        for miss in quality.missed[:limit]:
            place = miss["place"] or "not found"
            print(f"  {name}: «{miss['q']}» wants {miss['right'][0]} ({place}), "
                  f"got {miss['found'][:1]} {miss['corrected'] or ''}".rstrip())


def print_traces(measured, limit):
    for kind, costs in [("first", measured.cold), ("next", measured.next)]:
        for cost in costs[:limit]:
            print(f"  {kind}: «{cost.query}», results after {cost.wait:.0f} ms, {cost.steps} steps")
            for start, end, size, path in cost.log:
                print(f"    {start:6.0f}–{end:<5.0f} {size:7,} B  {path}")


def chosen(given):
    if given.site:
        return [(str(given.site), corpora.given(given.site, given.queries, given.lang))]
    known = {
        "real": ("real Russian documentation", corpora.real),
        "questions": ("natural questions", corpora.questions),
        "english": ("what Python's library says of itself", corpora.english),
    }
    for name, called, site in [("own", "Spravka's help desk", corpora.ROOT),
                               ("manual", "Spravka's manual", corpora.ROOT / "docs")]:
        known[name] = (called, corpora.given(site, None, given.lang, called))
    return [known.get(name) or (f"{int(name):,} generated articles", corpora.generated(int(name)))
            for name in given.corpora or [*known, "1000", "10000"]]


def arguments():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="*", metavar="CORPUS", help="how many, or a name")
    options.add_argument("--site", type=pathlib.Path, help="a folder that holds content/")
    options.add_argument("--queries", type=pathlib.Path, help="sets, as search-sets.py makes them")
    options.add_argument("--lang", help="the language of the queries")
    options.add_argument("--json", type=pathlib.Path, help="where the figures go, misses included")
    options.add_argument("--misses", type=int, default=0, metavar="N",
                         help="name so many queries of each set whose page is not the first")
    options.add_argument("--trace", type=int, default=0, metavar="N",
                         help="print what so many first and next queries ask the server for")
    options.add_argument("--rounds", type=int, default=3, help="builds, whose median is taken")
    options.add_argument("--alone", action="store_true", help="without Pagefind")
    given = options.parse_args()
    for name in given.corpora:
        if not re.fullmatch(r"[1-9]\d*|real|questions|english|own|manual", name):
            options.error(f"'{name}' is no corpus: a number, real, questions, english, own, manual")
    given.command, given.version = (None, "") if given.alone else pagefind.find()
    return given


def machine(browser):
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return (f"{model[1].strip() if model else platform.machine()}, "
            f"{len(os.sched_getaffinity(0))} cores, Chromium {browser.version} without a window, "
            f"load {os.getloadavg()[0]:.1f} before the first run.")


def main():
    given = arguments()
    if not given.command and not given.alone:
        print("Pagefind is not there, so nothing is compared with it: `pip install pagefind "
              "pagefind_bin_extended` brings it.")
    # What ends the bench ends the browser too, and leaves nothing in memory.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    results, failures = [], []
    try:
        browser = Browser()
    except BrowserFailure as problem:
        sys.exit(f"The search is measured in a browser: {problem}")
    try:
        print(machine(browser))
        for name, lay in chosen(given):
            with tempfile.TemporaryDirectory(prefix="spravka-bench-", dir="/dev/shm") as folder:
                try:
                    bench_corpus(lay, pathlib.Path(folder), browser, given, results, failures)
                except corpora.Absent as problem:
                    print(f"\n{name}: not measured, {problem}.")
                except (corpora.BuildFailure, BrowserFailure, OSError, ValueError) as problem:
                    failures.append(name)
                    print(f"\n{name}: failed, {problem}")
    finally:
        browser.close()
    if given.json:
        given.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
    sys.exit(1 if failures or not results else 0)


if __name__ == "__main__":
    main()

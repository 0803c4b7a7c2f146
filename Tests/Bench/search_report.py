"""What was measured, as a table beside the goals and the rival, and as JSON.

A goal that is missed is marked ✗; nothing fails because of it. KB and MB are 1,000 and 1,000,000.
"""
import dataclasses
import math
import statistics

# For sites of up to so many articles: KB of a cold first query, KB of the next one, ms of computing
# (95th percentile), MB/s of building the index, KB of the manifest.
GOALS = [(3_000, 60, 30, 2, 100, 2), (30_000, 90, 40, 5, 100, 4), (math.inf, 160, 60, 10, 70, 20)]
SHARE, DOOR, FILES = 8, 14, 5_000  # % of the visible text, KB, files
# Pages ask for the module and the manifest at once, so three; here the one brings the other.
STEPS = 4
# Set -> S@10, S@1.
QUALITY = {
    "title": (1.0, .98), "typo": (.98, .93), "layout": (.97, .80), "translit": (.95, .80),
    "prefix": (.99, .90), "inflect": (.99, .98), "filler": (.99, .95), "verb": (.98, .90),
    "question": (.99, .92),
}
NOTHING = .005


def percentile(values, share):
    """The smallest value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def mark(fine):
    return "✓" if fine else "✗"


def below(value, goal):
    return f"≤ {goal:g} {mark(value <= goal)}"


def above(value, goal):
    return f"≥ {goal:g} {mark(value >= goal)}"


def kilobytes(values, share=None):
    found = [value / 1000 for value in values]
    return statistics.median(found) if share is None else percentile(found, share)


def layout(rows):
    """Columns as wide as they must be, all but the first to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  " + "  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                         for column, (cell, width) in enumerate(zip(row, widths))).rstrip()
        for row in rows)


def costs(corpus, ours, theirs, rival, version):
    """The table of bytes, steps, times and sizes."""
    _, cold, following, computing, speed, manifest = next(
        goal for goal in GOALS if corpus.articles <= goal[0])
    rows = [["", "measured", "goal", f"Pagefind {version}" if rival else ""]]

    def row(name, unit, value, goal="", other=None):
        """`value` and `other` are functions of what was measured of an engine."""
        def say(measured, of):
            if measured is None or of is None:
                return ""
            number = known(of, measured)
            if number is None:
                return ""
            digits = 1 if abs(number) < 100 and number % 1 else 0
            return f"{number:,.{digits}f} {unit}".strip()

        mine = known(value, ours) if ours and goal else None
        target = "" if mine is None else goal(mine)
        rows.append([name, say(ours, value), target, say(theirs, other)])

    def visit(name, of, goal):
        def costed(what):
            return lambda m: what(getattr(m, of))
        for part, what, target in [
                ("", lambda c: kilobytes([one.bytes for one in c]), lambda v: below(v, goal)),
                (", 95th percentile", lambda c: kilobytes([o.bytes for o in c], .95), "")]:
            row(name + part, "KB", costed(what), target, costed(what))
        for part, unit, what, target in [
                ("requests", "", lambda c: statistics.median(one.requests for one in c), ""),
                ("steps until results", "", lambda c: statistics.median(one.steps for one in c),
                 (lambda v: below(v, STEPS)) if of == "cold" else ""),
                ("steps with excerpts", "",
                 lambda c: statistics.median(one.all_steps for one in c), ""),
                ("results, 40 ms an answer", "ms",
                 lambda c: statistics.median(one.wait for one in c), "")]:
            row(f"  {part}", unit, costed(what), target, costed(what))

    visit("cold first query", "cold", cold)
    visit("next query", "next", following)
    for name, share, goal in [("computing, median", .5, ""),
                              ("  95th percentile", .95, lambda v: below(v, computing)),
                              ("  slowest", 1, "")]:
        def taken(m, share=share):
            return percentile(together(m, "times"), share)
        row(name, "ms", taken, goal, taken)
    for name, which in [("  95th, by a clock beside the engine", "walls"),
                        ("  95th, asked for the first time", "early")]:
        def taken(m, which=which):
            return percentile(together(m, which), .95)
        row(name, "ms", taken, "", taken if which == "walls" else None)

    def share(m):
        kept = sum(size for kind, size in m.index.items() if kind != "excerpts")
        return kept / max(1, corpus.visible) * 100
    row("index without excerpts, of the text", "%", share, lambda v: below(v, SHARE), share)
    for kind in sorted(ours.index) if ours else []:
        row(f"  {kind}", "KB", lambda m, kind=kind: m.index[kind] / 1000)
    row("module, gzipped", "KB", lambda m: m.door / 1000, lambda v: below(v, DOOR))
    row("manifest, gzipped", "KB", lambda m: m.manifest / 1000, lambda v: below(v, manifest))
    row("files", "", lambda m: m.files, lambda v: below(v, FILES), lambda m: m.files)
    rows.append(["building the index, of visible text", *throughput(corpus, speed),
                 f"{corpus.visible / 1e6 / rival.seconds:.1f} MB/s" if rival else ""])
    return layout(rows)


def together(measured, times):
    """The times of all sets."""
    return [one for quality in measured.sets.values() for one in getattr(quality, times)]


def known(of, measured):
    """A figure; None where a failure came before it."""
    try:
        number = of(measured)
    except statistics.StatisticsError:
        return None
    return None if math.isnan(number) else number


def throughput(corpus, goal):
    if not corpus.build.get("search"):
        return ["not there", ""]
    speed = corpus.visible / 1000 / corpus.build["search"]
    return [f"{speed:.0f} MB/s", above(speed, goal)]


def qualities(corpus, ours, theirs):
    """The table of what was found, a line a set."""
    head = ["set", "queries", "S@10", "goal", "S@1", "goal", "nothing", f"≤ {NOTHING:.1%}",
            "p50 ms", "p95", "max"]
    rows = [head + (["Pagefind S@10", "S@1", "nothing", "p95 ms"] if theirs else [])]
    for name in corpus.sets:
        mine = ours.sets.get(name) if ours else None
        row = [name, str(len(corpus.sets[name]))]
        if mine:
            ten, first = QUALITY.get(name, (None, None))
            row += [f"{mine.ten:.3f}", above(mine.ten, ten) if ten else "",
                    f"{mine.first:.3f}", above(mine.first, first) if first else "",
                    f"{mine.nothing:.1%}", mark(mine.nothing <= NOTHING),
                    *(f"{percentile(mine.times, share):.2f}" for share in (.5, .95, 1))]
        else:
            row += [""] * 9
        if theirs:
            other = theirs.sets.get(name)
            row += [f"{other.ten:.3f}", f"{other.first:.3f}", f"{other.nothing:.1%}",
                    f"{percentile(other.times, .95):.1f}"] if other else [""] * 4
        rows.append(row)
    return layout(rows)


def notes(corpus, ours, theirs, version):
    said = [f"{corpus.visible / 1000:,.0f} KB of visible text: titles and texts of articles, "
            "without tags, navigation, dates and recommendations."]
    if corpus.unpublished:
        said.append(f"{corpus.unpublished} queries left out: their articles are not published.")
    for name, measured in [("Spravka", ours), (f"Pagefind {version}", theirs)]:
        if not measured:
            continue
        missing = sum(cost.missing for cost in measured.cold + measured.next)
        if missing:
            said.append(f"{name} asked for {missing} files that are not there.")
        asked = max((quality.queries for quality in measured.sets.values()), default=0)
        if asked < max(map(len, corpus.sets.values())):
            said.append(f"{name} was asked at most {asked} queries of a set.")
        if not measured.excerpts:
            said.append(f"{name} has no excerpts to ask for: its queries end with the results.")
    return said


def as_json(corpus, ours, theirs, rival, version):
    def told(measured):
        return dataclasses.asdict(measured) if measured else None
    return {
        "corpus": corpus.name, "language": corpus.language, "articles": corpus.articles,
        "visible": corpus.visible, "build": corpus.build, "spravka": told(ours),
        "pagefind": told(theirs) and {**told(theirs), "version": version, "seconds": rival.seconds},
    }

"""Takes built sites apart and compares them with the articles that they were built of.

usage: opinion.py SITE BASE-URL BUILT[+html]…

SITE is the folder that holds content/, each BUILT a folder built of it; `+html` says that raw HTML
was allowed. Prints for each BUILT, by its number, lines of words parted by tabs:

0  dangling  what leads nowhere in its pages
0  address   where a page's links are not those that its article asks for
0  fault     id, file, place and target of a fault in an article; the place is `12:5` where it is
             certain, else `12-14`, the lines of its paragraph
0  counts    pages, links between files, anchors; articles, their links, pictures and anchors
"""
import collections
import html
import concurrent.futures
import pathlib
import sys
import urllib.parse

import articles
import pages


def places(references, written):
    """A place for each of some references that have the same target."""
    certain = written.get((references[0].picture, references[0].target), [])
    if len(certain) == len(references):
        return certain
    return [f"{reference.first}-{reference.last}" for reference in references]


def plain(address):
    """Two addresses that are the same to a browser become one text."""
    try:
        address = urllib.parse.urljoin("https://nowhere.example/", address)
    except ValueError:
        pass  # `http://[`: not for us to mend
    return urllib.parse.unquote(address).rstrip("#")


def is_bare(address, text):
    forms = [address] + [address[len(scheme):] for scheme in ("http://", "mailto:")
                         if address.startswith(scheme)]
    return any(form in html.unescape(text) for form in forms)


def compare(number, content, texts, site, with_html):
    say = lambda *words: print(number, *words, sep="\t")
    judge = articles.Judge(content, site)
    counts = collections.Counter()
    for name, article in texts.items():
        groups, expected = collections.defaultdict(list), collections.Counter()
        for reference in article.references + (article.raw if with_html else []):
            groups[reference.picture, reference.target].append(reference)
            counts["pictures" if reference.picture else "links"] += 1
            counts["anchors"] += "#" in reference.target
        for references in groups.values():
            fault, address = judge.verdict(name, references[0])
            for place in places(references, article.written) if fault else ():
                say("fault", fault[0], "content/" + name, place, fault[1])
            for reference in references if address else ():
                expected[reference.tag, plain(address)] += 1
        page = judge.page(name)
        found = collections.Counter((tag, plain(site.address(page, url)))
                                    for tag, url in site.pages[page].written)
        for tag, address in expected - found:
            say("address", page, tag, address, "is missing")
        for tag, address in found - expected:
            if tag == "a" and is_bare(address, article.body):
                continue  # an address in the text, which cmark does not make a link of
            say("address", page, tag, address, "was not asked for")
    return len(texts), counts["links"], counts["pictures"], counts["anchors"]


def main():
    content = pathlib.Path(sys.argv[1]) / "content"
    base = sys.argv[2].rstrip("/") + "/"
    names = sorted(str(path.relative_to(content)) for path in content.rglob("*.md") if path.is_file())
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        read = lambda name: articles.Article((content / name).read_bytes().decode())
        texts = dict(zip(names, pool.map(read, names)))
    for number, built in enumerate(sys.argv[3:]):
        site = pages.Site(built.removesuffix("+html"), base)
        dangling, links, anchors = site.dangling()
        for fault in dangling:
            print(number, "dangling", fault, sep="\t")
        counts = compare(number, content, texts, site, built.endswith("+html"))
        print(number, "counts", len(site.pages), links, anchors, *counts, sep="\t")


main()

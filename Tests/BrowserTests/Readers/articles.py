"""What articles point at, as cmark and a few regular expressions read them, and whether it is
there: a second opinion on what Spravka reports about links, pictures and anchors."""
import collections
import html.parser
import posixpath
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as xml

import pages

MARK = "{http://commonmark.org/xml/1.0}"
# `[text](target`, with one level of brackets inside and no empty line.
TEXT = r"(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)|\[(?:[^\[\]\\\n]|\\.|\n(?!\s*\n))*\])*"
INLINE = re.compile(r"(?=(!?)\[" + TEXT + r"\]\(\s*"
                    r"(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)))", re.S)
PICTURES = ("src", "poster", "data", "background")

Reference = collections.namedtuple("Reference", "tag picture target first last")


class RawURLs(html.parser.HTMLParser):
    """The URLs in a piece of raw HTML, with their lines in it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        first = self.getpos()[0] - 1
        lines = (first, first + self.get_starttag_text().count("\n"))
        for name, value in attributes:
            if name in pages.URLS and value:
                self.found.append((tag, name in PICTURES, value, lines))
            elif name == "srcset" and value:
                self.found += [(tag, True, url, lines) for url in pages.source_set(value)]


class Article:
    """One Markdown file: its references with the lines of their blocks, raw HTML's apart."""

    def __init__(self, text):
        head = re.match(r"\ufeff?---[ \t]*\r?\n(?:.*?\r?\n)??---[ \t]*(?:\r?\n|$)", text, re.S)
        self.body = text[head.end():] if head else text
        self.above = text[:head.end()].count("\n") if head else 0
        self.references, self.raw, self.written = [], [], self.places()
        tree = subprocess.run(["cmark", "-t", "xml", "--sourcepos"], input=self.body.encode(),
                              check=True, capture_output=True).stdout.decode()
        # XML has no way to write the control characters that Markdown may hold.
        self.visit(xml.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", tree)), (1, 1))

    def visit(self, node, lines):
        kind = node.tag.removeprefix(MARK)
        if kind in ("paragraph", "heading", "html_block"):
            lines = [int(end.split(":")[0]) + self.above for end in node.get("sourcepos").split("-")]
        if kind in ("link", "image"):
            tag = "a" if kind == "link" else "img"
            self.references.append(Reference(tag, kind == "image", node.get("destination"), *lines))
        elif kind == "html_inline":
            self.raw += [Reference(*found[:3], *lines) for found in RawURLs(node.text or "").found]
        elif kind == "html_block":
            self.raw += [Reference(*found[:3], *(lines[0] + line for line in found[3]))
                         for found in RawURLs(node.text or "").found]
        # What stands inside a picture's brackets is text only.
        for child in node if kind != "image" else ():
            self.visit(child, lines)

    def places(self):
        """Where links and pictures are written out: (is a picture, target) → [line:column]."""
        starts = [0] + [match.end() for match in re.finditer("\n", self.body)]
        found = collections.defaultdict(list)
        for match in INLINE.finditer(self.body):
            target = match.group(3) if match.group(2) is None else match.group(2)
            line = self.body.count("\n", 0, match.start())
            place = f"{line + 1 + self.above}:{match.start() - starts[line] + 1}"
            found[match.group(1) == "!", target].append(place)
        return found


class Judge:
    """Knows the files of content/ and the pages that were built of them."""

    def __init__(self, content, site):
        self.site = site
        self.files = {str(path.relative_to(content)) for path in content.rglob("*")}
        self.folders = {str(path.relative_to(content)) for path in content.rglob("*") if path.is_dir()}
        self.language = min(folder for folder in self.folders if re.fullmatch("[a-z]+", folder))

    def page(self, file):
        """`ru/a/b.md` → `a/b/index.html`."""
        name = file.removeprefix(self.language + "/").removesuffix(".md")
        return (name.removesuffix("_index") if name.endswith("_index") else name + "/") + "index.html"

    def verdict(self, file, reference):
        """What is wrong with a reference, as (id, what of it is wrong), and the address that the
        page must write for it; either may be None."""
        target = reference.target
        base = self.site.base.rstrip("/")
        if target == base or target.startswith(base + "/"):
            target = target[len(base):] or "/"
        elif re.match(r"(?i)\s*(javascript|vbscript|file|data):", target):
            return ("unsafe-url", target), None
        elif re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
            return ("external-image", target) if reference.picture else None, target
        if target == "":
            return ("broken-image" if reference.picture else "broken-link", ""), None
        path, _, anchor = target.partition("#")
        path, question, query = path.partition("?")
        found = self.find(file, urllib.parse.unquote(path))
        if found is None or reference.picture and found.endswith(".html"):
            whole = path == "" or path.startswith("/") or self.leaves(file, path)
            shown = reference.target if whole else path
            return ("broken-image" if reference.picture else "broken-link", shown), None
        address = self.site.base + found.removesuffix("index.html") + question + query
        anchor = urllib.parse.unquote(anchor)
        page = self.site.pages.get(found)
        if page is None or anchor == "" or anchor.lower() == "top":
            return None, address + ("#" + anchor if page is None and anchor else "")
        if anchor in page.anchors:
            return None, address + "#" + anchor
        return ("broken-anchor", "#" + anchor), address if path else None

    def leaves(self, file, path):
        """Whether a relative path climbs out of content/."""
        place = posixpath.normpath(posixpath.join(posixpath.dirname(file), urllib.parse.unquote(path)))
        return place == ".." or place.startswith("../")

    def find(self, file, path):
        """The file of the site, `a/b/index.html` or `a/b.png`, at a path in an article."""
        if path == "":
            return self.page(file)
        if path.startswith("/"):
            # From the site's root, or, as a browser shows it, from the host's.
            base = "/" + self.site.base.split("/", 3)[3]
            paths = [path[1:]] + ([path[len(base):]] if path.startswith(base) else [])
            places = [place for path in paths for place in (path, path + "/")]
            page = next(filter(None, map(self.site.file, places)), None)
            return page or next((path for path in paths if f"{self.language}/{path}"
                                 in self.files - self.folders), None)
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if found not in self.files or found in self.folders or path.endswith("/"):
            return None
        return self.page(found) if found.endswith(".md") else found.removeprefix(self.language + "/")

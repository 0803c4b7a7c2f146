"""Built pages, as Python's own HTML parser sees them: what they point at and what in them can be
pointed at. Nothing here knows how Spravka makes its links."""
import html.parser
import pathlib
import re
import urllib.parse

# Attributes whose value is a URL (HTML standard, section «Attributes»).
URLS = {"href", "src", "poster", "data", "action", "formaction", "cite", "longdesc", "background",
        "manifest", "ping", "xlink:href"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}


def source_set(value):
    """The URLs of a `srcset`."""
    return [part.split()[0] for part in re.split(r",(?=\s|$)", value) if part.strip()]


class Page(html.parser.HTMLParser):
    """One page: `urls` holds (tag, attribute, value, line), `written` those of its article,
    `anchors` what a fragment may name."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.urls, self.written, self.anchors, self.twice = [], [], set(), []
        self.open, self.article = [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        if ("class", "text") in attributes and tag == "div":
            self.article = len(self.open)
        for name, value in attributes:
            if name in URLS:
                self.add(tag, name, value or "")
            elif name == "srcset":
                for url in source_set(value or ""):
                    self.add(tag, name, url)
            elif name == "id" or name == "name" and tag == "a":
                if value in self.anchors and name == "id":
                    self.twice.append(value)
                self.anchors.add(value)

    def add(self, tag, name, value):
        self.urls.append((tag, name, value, self.getpos()[0]))
        if self.article and tag != "use":  # a drawing of the theme's
            self.written.append((tag, value))

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
            if self.article and len(self.open) < self.article:
                self.article = None


class Site:
    """A folder of files behind a base URL, which ends in a slash."""

    def __init__(self, root, base):
        self.root, self.base = pathlib.Path(root), base
        self.files = {str(p.relative_to(self.root)) for p in self.root.rglob("*") if p.is_file()}
        self.pages = {name: Page((self.root / name).read_bytes().decode())
                      for name in sorted(self.files) if name.endswith(".html")}

    def file(self, path):
        """The file that a web server sends for a path below the base, or None."""
        name = urllib.parse.unquote(path)
        if name == "" or name.endswith("/"):
            name += "index.html"
        return name if name in self.files else None

    def address(self, name, url):
        """The absolute form of a URL in a page. A 404 page is shown at any address: at this one
        every relative link in it would be wrong."""
        shown = "no/such/page" if name.endswith("404.html") else name.removesuffix("index.html")
        try:
            return urllib.parse.urljoin(self.base + shown, url.strip())
        except ValueError:
            return url  # `http://[`: another site's, if anyone's

    def dangling(self):
        """What is wrong with the links, pictures and anchors of all pages, in words; then how many
        links there are to files of the site, and how many to anchors."""
        faults, links, anchors = [], 0, 0
        host = "{0.scheme}://{0.netloc}/".format(urllib.parse.urlsplit(self.base))
        for name, page in self.pages.items():
            faults += [f"{name}: the id '{anchor}' is there twice" for anchor in page.twice]
            for tag, attribute, url, line in page.urls:
                place = f"{name}:{line}: <{tag} {attribute}=\"{url}\">"
                whole = self.address(name, url)
                if not whole.startswith(self.base):
                    if whole.startswith(host) or not re.match("[a-z][a-z0-9+.-]*:", whole, re.I):
                        faults.append(f"{place} leaves the site's base path")
                    continue
                path, _, anchor = whole[len(self.base):].partition("#")
                target = name if url.startswith("#") else self.file(path.partition("?")[0])
                links += 1
                if target is None:
                    faults.append(f"{place} leads to no file")
                elif anchor and anchor.lower() != "top":
                    anchors += 1
                    known = self.pages[target].anchors if target in self.pages else ()
                    if anchor not in known and urllib.parse.unquote(anchor) not in known:
                        faults.append(f"{place} leads to no anchor")
        return faults, links, anchors

#!/usr/bin/env python3
"""Reads what a built site says to machines, as they would: XML, JSON, links between the files.

usage: machines.py FOLDER BASEURL

Prints what is wrong, a line each, then how much was read: feeds, their entries, addresses of the site
map, pages with JSON-LD, articles in llms.txt, redirects.
"""
import datetime, html.parser, json, pathlib, re, sys, urllib.parse
import xml.etree.ElementTree as ET

ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
folder, base = pathlib.Path(sys.argv[1]), sys.argv[2].rstrip("/") + "/"
counts = dict.fromkeys(["feeds", "entries", "addresses", "data", "listed", "redirects"], 0)


def wrong(*words):
    print("wrong:", *words)


def file_of(address):
    """The file that a server would send for an address of the site; None for others."""
    if not address.startswith(base):
        return None
    path = urllib.parse.unquote(urllib.parse.urlsplit(address[len(base):]).path)
    return folder / (path + "index.html" if path == "" or path.endswith("/") else path)


def must_exist(address, where):
    file = file_of(address)
    if file is None or not file.is_file():
        wrong(where, "leads to", address)


def read_feed(path):
    counts["feeds"] += 1
    root = ET.parse(path).getroot()
    where = str(path.relative_to(folder))
    text = lambda node, name: node.findtext(ATOM + name) or wrong(where, "lacks", name) or ""
    times, ids = [], [text(root, "id")]
    links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
    if file_of(links.get("self", "")) != path:
        wrong(where, "names itself", links.get("self"))
    must_exist(links.get("alternate", ""), where)
    text(root, "title")
    author = root.find(ATOM + "author")
    if author is None or not author.findtext(ATOM + "name"):
        wrong(where, "has no author")
    for entry in root.findall(ATOM + "entry"):
        counts["entries"] += 1
        text(entry, "title")
        ids.append(text(entry, "id"))
        times.append(datetime.datetime.fromisoformat(text(entry, "updated")))
        must_exist(entry.find(ATOM + "link").get("href"), where)
    if len(set(ids)) != len(ids):
        wrong(where, "has two entries of one id")
    if times and max(times) != datetime.datetime.fromisoformat(text(root, "updated")):
        wrong(where, "says another day than its entries")


def read_sitemap(path, alternates):
    root = ET.parse(path).getroot()
    for part in root.findall(MAP + "sitemap"):
        read_sitemap(file_of(part.findtext(MAP + "loc")), alternates)
    for url in root.findall(MAP + "url"):
        counts["addresses"] += 1
        address = url.findtext(MAP + "loc")
        must_exist(address, "sitemap.xml")
        last = url.findtext(MAP + "lastmod")
        if last:
            datetime.date.fromisoformat(last)
        languages = {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        if address in alternates:
            wrong("sitemap.xml names twice", address)
        alternates[address] = languages
        if languages and address not in languages.values():
            wrong("sitemap.xml:", address, "is not among its languages")


class Head(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.data, self.meta, self.canonical, self.robots, self.isData = "", {}, "", "", False
        self.feeds = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta":
            self.meta[attributes.get("property") or attributes.get("name")] = attributes.get("content")
            if attributes.get("name") == "robots":
                self.robots = attributes["content"]
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]
        if tag == "link" and attributes.get("type") == "application/atom+xml":
            self.feeds.append(attributes["href"])
        self.isData = tag == "script" and attributes.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.isData = False

    def handle_data(self, data):
        if self.isData:
            self.data += data


def read_page(path, mapped):
    where = str(path.relative_to(folder))
    head = Head(path.read_text(encoding="utf8"))
    if head.canonical:
        must_exist(head.canonical, where)
    if head.canonical and head.robots and head.canonical in mapped and file_of(head.canonical) == path:
        wrong(where, "is in the site map and asks not to be found")
    for feed in head.feeds:
        must_exist(urllib.parse.urljoin(head.canonical or base + where, feed), where)
    if head.meta.get("og:type"):
        # The address is that of `canonical`, which those who show links take.
        if not head.canonical or not head.meta.get("og:title"):
            wrong(where, "has half an OpenGraph")
        if head.meta.get("og:image"):
            must_exist(head.meta["og:image"], where)
    if not head.data:
        return
    counts["data"] += 1
    data = json.loads(head.data)
    if data["@context"] != "https://schema.org":
        wrong(where, "has data of", data["@context"])
    for thing in data.get("@graph", [data]):
        if thing["@type"] == "Article":
            if thing["url"] != head.canonical or not thing["headline"]:
                wrong(where, "has an article", thing)
            for key in ("datePublished", "dateModified"):
                if key in thing:
                    datetime.date.fromisoformat(thing[key])
        elif thing["@type"] == "BreadcrumbList":
            items = thing["itemListElement"]
            if [item["position"] for item in items] != list(range(1, len(items) + 1)):
                wrong(where, "counts its breadcrumbs", items)
            for item in items[:-1]:
                must_exist(item["item"], where)
            if not all(item["name"] for item in items):
                wrong(where, "has a breadcrumb without a name")
        else:
            wrong(where, "has data of a kind of its own:", thing["@type"])


def read_index(path):
    lines = path.read_text(encoding="utf8").split("\n")
    if not lines[0].startswith("# "):
        wrong(path, "begins with", lines[0])
    for line in lines:
        for address in re.findall(r"\]\((http[^)]*)\)", line):
            must_exist(address, path.name)
            counts["listed"] += line.startswith("- ")


alternates = {}
read_sitemap(folder / "sitemap.xml", alternates)
for address, languages in alternates.items():
    for other in languages.values():
        if alternates.get(other) != languages:
            wrong("sitemap.xml:", other, "does not lead back to", address)
if f"Sitemap: {base}sitemap.xml" not in (folder / "robots.txt").read_text():
    wrong("robots.txt names no site map")
for path in sorted(folder.rglob("feed.xml")):
    read_feed(path)
for path in sorted(folder.rglob("*.html")):
    read_page(path, alternates)
for path in sorted(folder.rglob("llms.txt")):
    read_index(path)
for path in sorted(folder.rglob("api/*.json")):
    must_exist(json.loads(path.read_text(encoding="utf8"))["url"], path.name)
manifest = json.loads((folder / "manifest.json").read_text(encoding="utf8"))
for url in manifest["pages"]:
    must_exist(base + urllib.parse.quote(url), "manifest.json")
for source, target in manifest["redirects"].items():
    counts["redirects"] += 1
    page = file_of(base + urllib.parse.quote(source))
    found = re.search(r'content="0; url=([^"]*)"', page.read_text(encoding="utf8"))
    reached = urllib.parse.urljoin(base + urllib.parse.quote(source), found.group(1))
    if reached != base + urllib.parse.quote(target):
        wrong(source, "leads to", reached)
print(*counts.values())

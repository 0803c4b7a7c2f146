"""Lays English prose out as a site: what the modules of Python's own library say of themselves.

Every machine that runs the bench has it. A module is an article, named by the first line of its
text; its classes and functions are the sections.
"""
import ast
import json
import pathlib
import re
import sysconfig

LEFT_OUT = {"test", "tests", "idlelib", "lib2to3", "site-packages", "dist-packages", "pydoc_data",
            "__pycache__", "turtledemo", "encodings"}


def escaped(text):
    """Text whose every mark means itself in Markdown; paragraphs stay."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def prose(text):
    return "\n\n".join(escaped(" ".join(part.split())) for part in re.split(r"\n\s*\n", text))


def article(path):
    """The Markdown of a module, or None for one that says too little."""
    try:
        tree = ast.parse(path.read_text(encoding="utf8"))
    except (SyntaxError, ValueError):
        return None
    said = ast.get_docstring(tree)
    if not said or len(said) < 100:
        return None
    title, _, rest = said.partition("\n")
    parts = ["---", f"title: {json.dumps(title.strip().rstrip('.'))}", "---", "", prose(rest), ""]
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node):
            parts += [f"## {escaped(node.name)}", "", prose(ast.get_docstring(node)), ""]
    return "\n".join(parts)


def lay(site):
    """Writes the site; answers how many articles it has."""
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    root = site / "content/en"
    root.mkdir(parents=True)
    (site / "content/site.yml").write_text(
        "title: Library\nbaseURL: https://help.example\nlanguages: [en]\n", encoding="utf8")
    (root / "_index.md").write_text("---\ntitle: Library\n---\n", encoding="utf8")
    count = 0
    for path in sorted(library.rglob("*.py")):
        below = path.relative_to(library)
        text = None if LEFT_OUT & set(below.parts) else article(path)
        if text:
            name = "-".join(re.findall("[a-z0-9]+", "-".join(below.with_suffix("").parts).lower()))
            (root / f"{name}.md").write_text(text, encoding="utf8")
            count += 1
    return count

# SPDX-License-Identifier: MIT
"""Prints layouts/REFERENCE.md: all keys from the schema of layouts, and all values from what
tests/schema/keys.c prints of them.

reference.py SCHEMA VALUES
"""
import json
import re
import sys

HEAD = """# All keys and values of layouts

How to use them is told in [README.md](README.md). This page is made from `layout.schema.json` and
from the program, by `make accept`.

"""

# What stands over the keys of each part, in this order; all other parts are kinds of blocks.
PARTS = ("layout", "house", "edition", "page", "names", "running lines", "running line",
         "picture in a running line", "metadata", "style", "text", "remove", "move")


def named(schema):
    """All parts with a title, by it."""
    if isinstance(schema, dict):
        if "properties" in schema and "title" in schema:
            yield schema["title"], schema
        for value in schema.values():
            yield from named(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from named(value)


def escaped(text):
    return re.sub(r"([|<>*_$])", r"\\\1", str(text))


def shown(value):
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items())
    return "yes" if value is True else "no" if value is False else str(value)


def choices(key, root):
    """What a key can be: its words, its unless-said value, an example."""
    while "$ref" in key and "enum" not in key:
        key = {**root["$defs"][key["$ref"].rsplit("/", 1)[1]], **{k: v for k, v in key.items() if k != "$ref"}}
    said = []
    words = list(dict.fromkeys(shown(value) for value in key.get("enum", [])))
    if words[:2] in (["yes", "no"], ["no", "yes"]):
        words = ["yes", "no"]
    if words:
        said.append(", ".join(words))
    if "default" in key:
        said.append(f"unless said: {shown(key['default'])}")
    if key.get("examples") and not words:
        said.append(f"as in {shown(key['examples'][0])}")
    return "; ".join(said)


def table(part, root):
    yield f"{part['description']}\n\n| key | what it says | |\n|---|---|---|\n"
    for name, key in part["properties"].items():
        yield f"| {name} | {escaped(key['description'])} | {escaped(choices(key, root))} |\n"


def keys(root):
    parts = dict(named(root))
    common = ["name", "when", "each", "as", "style", "before", "after", "into", "replace"]
    yield "## All keys\n\n### At the top of the file\n\n"
    yield from table(root, root)
    for title in PARTS:
        yield f"\n### {title.capitalize()}\n\n"
        yield from table(parts[title], root)
    yield "\n### Keys of all blocks\n\n"
    every = {"description": "A block is a group of keys, one of which says its kind.",
             "properties": {name: parts["paragraph"]["properties"][name] for name in common}}
    yield from table(every, root)
    for title, part in parts.items():
        if title not in PARTS:
            own = {name: key for name, key in part["properties"].items() if name not in common}
            yield f"\n### Block: {title}\n\n"
            yield from table({**part, "properties": own}, root)


def values(lines):
    records = {}
    for line in lines:
        record, name, kind, more = line.rstrip("\n").split("\t")
        records.setdefault(record, []).append((name, kind, more))
    yield ("\n## All values\n\nWhat `${…}` can print, by what it belongs to. A record and a list are not printed "
           "themselves: write one of the record’s values, or take the list’s entries with `each`.\n")
    for record, data in records.items():
        yield f"\n### Of {record}\n\n| value | kind | |\n|---|---|---|\n"
        for name, kind, more in data:
            yield f"| {name} | {kind} | {escaped(more)} |\n"


def main():
    schema, told = sys.argv[1:]
    with open(schema, encoding="utf-8") as file:
        root = json.load(file)
    with open(told, encoding="utf-8") as file:
        lines = file.readlines()
    print(HEAD + "".join(keys(root)) + "".join(values(lines)), end="")


main()

# SPDX-License-Identifier: MIT
"""Prints layouts/REFERENCE.md, from the schema, the layouts, and what tests/schema/values.c tells.

reference.py VALUES TEXTS     TEXTS (values.tsv) says in words what each value is
"""
import json
import re
import sys

import yaml
from check import Core

SHOWN = ["base", "charts", "minutes", "agenda", "action-log", "decisions", "notice", "report"]
HEADINGS = {"base": "All layouts", "charts": "Charts, in reports and minutes", "meeting": "All papers of a meeting"}
PLACES = ["before", "after", "into", "replace"]
COMMON = ["name", "when", "each", "as", "style"]
HEAD = """# Reference

All keys of layout files, all names, and all values. [README.md](README.md) tells how to use them. `make accept` writes
this file from the program.
"""
CONDITIONS = """`when` takes one line. A name alone asks whether the value is there.

| you write | it is so if |
|---|---|
| `meeting.venue` | there is a venue |
| `not meeting.venue` | there is none |
| `item.purpose is decision` | the value is this; of a choice, one of its words |
| `item.purpose is not decision` | it is not |
| `item.number is number` | it begins with a figure |
| `group.organisation contains "Council"` | the words have these in them, in capitals or not |
| `meeting.version begins with "Draft"` | the words begin with these |
| `item.papers \\| count > 1`, `action.due-day < meeting.date` | numbers, days or times are larger or smaller |
| `meeting.start and meeting.close` | both are so |
| `meeting.start or meeting.close` | one is so; `and` binds closer |

In a block with `each`, `loop.index` is the number of the entry, from 1, and `loop.count` how many there are.
"""
FORMATS = """A format's name after `|` says how a day or time is written: `${meeting.date | short}`. Days are written as `date` and
times as `time` unless said. `d` `dd` are the day, `M` `MM` the month's number, `MMM` `MMMM` its name, `yy` `y` the year,
`EEEE` the weekday; `H` `HH` the hour, `h` `hh` that of twelve, `m` `mm` the minutes, `a` am or pm. Words stand between single
quotes.
"""


def load(name):
    with open(f"layouts/{name}.yaml", encoding="utf-8") as file:
        return yaml.load(file, Core)


def chain(name):
    """The layouts that this one extends, the first one first, and itself."""
    layout = load(name)
    base = layout["layout"].get("extends")
    return (chain(base) if base else []) + [(name, layout)]


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(map(cell, row)) + " |" for row in rows]) + "\n"


def code(text):
    text = str(text)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


# --- keys, from the schema


def resolved(schema, part):
    """The part with what its $ref says; its own words count."""
    while "$ref" in part:
        part = {**schema["$defs"][part["$ref"].rsplit("/", 1)[1]], **{k: v for k, v in part.items() if k != "$ref"}}
    return part


def takes(schema, part):
    """What is written after a key, in a few words."""
    full = resolved(schema, part)
    title = full.get("title", "")
    if "enum" in full and title != "yes or no":
        return ", ".join(dict.fromkeys(code(one) for one in full["enum"]))
    if full.get("type") == "array":
        return "a list"
    if "properties" in full or "type" in full and full["type"] == "object":
        return "keys"
    if title:
        return "words" if title == "text" else title
    if "anyOf" in full:
        return " or ".join(dict.fromkeys(takes(schema, one) for one in full["anyOf"]))
    kinds = full.get("type", "words")
    return "number" if "integer" in kinds else "words"


def keys(schema, part, without=()):
    rows = [(code(key), value["description"], takes(schema, value))
            for key, value in part["properties"].items() if key not in without]
    return table(["key", "what it says", "it takes"], rows) if rows else ""


def print_keys(schema):
    defs = schema["$defs"]
    file = dict(schema, properties=dict(schema["properties"]))
    print("## The file\n\n" + keys(schema, file))
    print("### Below `layout:` or `house:`\n\n" + keys(schema, defs["head"]))
    print("Below `editions` and a name, or `for` and a layout, stand the same keys as in the file, from `page` to `body`, "
          "and `about`.\n")
    for name, heading in [("page", "Page"), ("names", "Names of days and months"), ("running", "Header and footer"),
                          ("line", "A line of a header or footer")]:
        print(f"### {heading}\n\n" + keys(schema, defs[name]))
    print("A place of it takes words, or a logo:\n\n" + keys(schema, defs["slot"]["anyOf"][1]))
    print("### Metadata\n\n" + keys(schema, defs["metadata"]))
    print("### Styles\n\n" + "A length is " + defs["length"]["description"][0].lower() + defs["length"]["description"][1:] +
          " A line is one of the document's.\n\n" + keys(schema, defs["style"]))


def print_blocks(schema):
    defs = schema["$defs"]
    kinds = [one["$ref"].rsplit("/", 1)[1] for one in defs["change"]["anyOf"] if "$ref" in one]
    print("## Kinds of blocks\n")
    print("A block has the key of its kind, and others beside it. These all kinds have:\n")
    print(keys(schema, {"properties": {k: defs["section"]["properties"][k] for k in COMMON}}))
    print("And these in a change:\n")
    print(keys(schema, {"properties": {k: defs["section"]["properties"][k] for k in PLACES}}))
    for one in defs["change"]["anyOf"]:
        if "properties" in one:
            print(f"A change with `{one['title']}` has no block. {one['description']}\n\n" + keys(schema, one))
    for kind in kinds:
        part = defs[kind]
        print(f"### `{kind}`\n\n{part['description']}\n\n" + keys(schema, part, COMMON + PLACES))
    print("## Texts\n\n" + defs["words"]["description"] + " `${tab}` and `${newline}` are signs that can't be seen in a file, "
          "and `$${` stands for `${` itself. With more to be said of it, a text has keys:\n\n" +
          keys(schema, defs["text-map"]))


# --- values


def read_rows(path, n):
    with open(path, encoding="utf-8") as file:
        return [(line.rstrip("\n").split("\t") + [""] * n)[:n] for line in file if not line.startswith("#")]


def kind_words(kind, more):
    many = kind.startswith("list of ")
    one = kind.removeprefix("list of ")
    if one == "record":
        words = f"[{more}](#{re.sub('[^a-z -]', '', more).replace(' ', '-')})"
    elif one == "choice":
        words = "one of " + ", ".join(code(choice) for choice in more.split(", "))
    else:
        words = {"words": "words", "text": "text", "field": "number or words"}.get(one, "a " + one)
    return "a list of: " + words if many else words


def print_values(values, texts):
    rows = read_rows(values, 4)
    said = {(record, name): text for record, name, text in read_rows(texts, 3)}
    missing = {(record, name) for record, name, _, _ in rows} - said.keys()
    left = {key for key in said if key[1]} - {(record, name) for record, name, _, _ in rows}
    if missing or left:
        sys.exit(f"{texts}: without words {sorted(missing)}, of nothing {sorted(left)}")
    print("## Values\n\n`words` are printed as they are, a `text` (Markdown, with paragraphs and lists) by the block `prose`. "
          "Of a list of words, all are printed.\n")
    for record in dict.fromkeys(row[0] for row in rows if row[0] != "filter"):
        of = [row for row in rows if row[0] == record]
        print(f"### {record[0].upper()}{record[1:]}\n\n{said[record, '']}\n")
        print(table(["value", "what it is", "kind"],
                    [(code(name), said[record, name], kind_words(kind, more)) for _, name, kind, more in of]))
    print("## Filters\n\nA filter stands after a value: `${words.for | capital}`.\n")
    print(table(["filter", "what it gives"], [(code(name), said["filter", name]) for r, name, _, _ in rows if r == "filter"]))
    print("## Formats\n\n" + FORMATS)
    print(table(["format", "as", "for example"], formats()))


def formats():
    """Those of the base layout, with the day and time of an example."""
    base = load("base")
    month, weekday = base["names"]["months"][5], base["names"]["weekdays"][3]
    signs = {"EEEE": weekday, "MMMM": month, "MMM": month[:3], "MM": "06", "dd": "08", "d": "8", "y": "2022", "HH": "19", "mm": "30"}
    for name, pattern in base["formats"].items():
        shown = re.sub("|".join(sorted(signs, key=len, reverse=True)), lambda sign: signs[sign[0]], pattern)
        yield code(name), code(pattern.replace("\u00a0", " ")), shown


# --- names of the layouts


def kind_of(block, kinds):
    return next((key for key in block if key in kinds), None)


def named(blocks, kinds):
    """The blocks with a name, each with those inside it."""
    for block in blocks:
        if not isinstance(block, dict) or not kind_of(block, kinds):
            continue
        value = block[kind_of(block, kinds)]
        inner = list(named(value, kinds)) if isinstance(value, list) else []
        if "name" in block:
            yield block["name"], kind_of(block, kinds), inner
        else:
            yield from inner


def tree(blocks, depth=0):
    for name, kind, inner in blocks:
        yield "  " * depth + f"- `{name}`" + (f" ({kind})")
        yield from tree(inner, depth + 1)


def print_names(schema):
    kinds = [one["$ref"].rsplit("/", 1)[1] for one in schema["$defs"]["change"]["anyOf"] if "$ref" in one]
    print("## Blocks\n\nThe names by which a change finds blocks. Where two have the same name, write that of what it stands "
          "in before it: `details.status`. The blocks of a part are found as `item.heading`.\n")
    for name, file in all_files().items():
        print(f"### {HEADINGS.get(name, 'The ' + name)}\n")
        if "body" in file:
            print("\n".join(tree(named(file["body"], kinds))))
        for part, blocks in file.get("parts", {}).items():
            lines = list(tree(named(blocks, kinds), 1))
            print(f"- part `{part}`" + ("\n" + "\n".join(lines) if lines else ""))
        print()


def all_files():
    files = {}
    for layout in SHOWN:
        files.update(dict(chain(layout)))
    return files


def spoken(words):
    """A text in a line."""
    if isinstance(words, list):
        return "".join(map(spoken, words))
    if not isinstance(words, dict):
        return str(words).replace("\n", " ")
    if "first" in words:
        return " / ".join(map(spoken, words["first"]))
    if "join" in words:
        return words.get("by", ", ").join(map(spoken, words["join"]))
    return spoken(words["text"])


def print_words():
    print("## Words\n\nWhat can be changed below `wording`. ` / ` parts texts of which the first that does not vanish is "
          "printed. Words with a `${value}` in them vanish where it is missing.\n")
    files = all_files()
    for name, file in files.items():
        print(f"### Words of {name}\n")
        print(table(["name", "what it says"], [(code(key), code(spoken(value))) for key, value in file.get("wording", {}).items()]))
    print("## Names of styles\n")
    print(table(["layout", "styles that it adds or changes"],
                [(name, ", ".join(code(style) for style in file["styles"])) for name, file in files.items() if "styles" in file]))


def main():
    with open("layouts/layout.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    print(HEAD)
    print_keys(schema)
    print_blocks(schema)
    print("## Conditions\n\n" + CONDITIONS)
    print_values(*sys.argv[1:])
    print_names(schema)
    print_words()
    print("## boardpack.yaml\n")
    with open("layouts/settings.schema.json", encoding="utf-8") as file:
        settings = json.load(file)
    print(settings["description"] + "\n\n" + keys(settings, settings).rstrip())


main()

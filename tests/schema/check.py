# SPDX-License-Identifier: MIT
"""Holds a schema and the loader against each other; prints where they differ.

check.py files SCHEMA FILE...        every right file is valid
check.py cases SCHEMA CASES KNOWN    every wrong file of tests/hostile is refused, if its message is
                                     of keys, types or what is missing; but those that KNOWN names
check.py keys SCHEMA KEYS            both know the same keys; KEYS has a line each: part, tab, key
"""
import json
import os
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2's words and numbers, as editors take them: no dates, no yes, 10:30 is text."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]*", list("-+0123456789")),
):
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"(?:{pattern})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def without_empty(value):
    """A key with nothing after it is left out, as the loader takes it."""
    if isinstance(value, dict):
        return {key: without_empty(one) for key, one in value.items() if one is not None}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


class Validator:
    """Finds what is wrong with data by a schema, which may refer to those beside it."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(self.schema)
        base = "file://" + os.path.abspath(path)
        self.resolver = jsonschema.RefResolver(base, self.schema)

    def iter_errors(self, data):
        return jsonschema.Draft202012Validator(self.schema, resolver=self.resolver).iter_errors(data)


def faults(validator, text):
    """What the schema finds in a file; the file may be no YAML at all."""
    try:
        data = without_empty(yaml.load(text, Core))
    except (yaml.YAMLError, ValueError) as error:
        return [str(error)]
    found = validator.iter_errors(data)
    return ["/".join(map(str, fault.path)) + ": " + fault.message[:200] for fault in found]


def check_files(validator, *paths):
    for path in paths:
        with open(path, encoding="utf-8-sig") as file:
            for fault in faults(validator, file.read()):
                print(f"{path}: {fault}")


# What the loader says of keys, types and what is missing.
OF_FORM = re.compile(
    "has no (key )?“|belongs (under|below|at)|is a key of|is for the actions of|“[a-z]+” is empty|"
    "should (be|have|stand) |needs keys|can’t be less than|longer than a page|must be from 1|"
    "is no kind of entry|is not known here|"
    "is not how a |is not a (date|time|length)|has a comma for its point|“[a-z]+” has no words|"
    "has no owner|has both “(owner|declaration|approval|file)|is not a language's code|"
    "is nothing that “|is not a (colour|name|number of)|“[a-z]+” has [0-9]+ (entries|names)|"
    "there is no kind of block|can’t stand right in|stands only in|more than one place|"
    "this block (does not say what|has both)|"
    "needs (“as”|one of)|go together|has no height|who do not see it|a layout starts with|"
    "a text with keys|this file is (text|a list)|is a length of its own|no layout “[a-z]+” to say"
)


def cases(path):
    """Of each case of the file its name, the wrong file, and what is said of it."""
    with open(path, encoding="utf-8") as file:
        for part in file.read().split("\n=== ")[1:]:
            name, rest = part.split("\n", 1)
            body, said = ("\n" + rest).split("\n==>\n")
            if not name.endswith("(bytes)"):
                yield name, body[1:].split("\n--- ")[0] + "\n", said


def check_cases(validator, path, known):
    with open(known, encoding="utf-8") as file:
        lines = [line.split(": ", 2) for line in file if line.startswith(os.path.basename(path))]
    reasons = {name: reason for _, name, reason in lines}
    names = set()
    for name, body, said in cases(path):
        if not OF_FORM.search(said):
            continue
        names.add(name)
        refused = faults(validator, body)
        if not refused and name not in reasons:
            print(f"{path}: the schema takes “{name}”, of which the loader says\n{said}")
        elif refused and name in reasons:
            print(f"{known}: “{name}” is refused by now: delete its line")
    for name in reasons.keys() - names:
        print(f"{known}: there is no such case as “{name}”")
    if len(names) < 15:
        print(f"{path}: only {len(names)} cases were found")


def objects(schema):
    """All parts of the schema that say which keys a group of keys may have."""
    if isinstance(schema, dict):
        if "properties" in schema and "additionalProperties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def check_keys(validator, keys):
    """A part's title in the schema is the loader's name of it."""
    schema = validator.schema
    loader, found = {}, {}
    with open(keys, encoding="utf-8") as file:
        for line in file:
            part, key = line.rstrip("\n").split("\t")
            loader.setdefault(re.sub("^(an? |the )|[“”:]", "", part), set()).add(key)
    for part in objects(schema):
        title = "top level" if part is schema else part.get("title", "a part without a title")
        found.setdefault(title, set()).update(part["properties"])
        for key, value in part["properties"].items():
            if "description" not in value:
                print(f"{title}: “{key}” has no description")
    for part in sorted(loader.keys() | found.keys()):
        for key in sorted(loader.get(part, set()) ^ found.get(part, set())):
            who = "loader" if key in loader.get(part, set()) else "schema"
            print(f"{part}: only the {who} has the key “{key}”")


def main():
    check = {"files": check_files, "cases": check_cases, "keys": check_keys}[sys.argv[1]]
    check(Validator(sys.argv[2]), *sys.argv[3:])


if __name__ == "__main__":
    main()

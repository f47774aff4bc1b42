# SPDX-License-Identifier: MIT
"""Holds the JSON of `boardpack dump --stage=series --format=json`; prints what is wrong with it.

check.py schema SCHEMA JSON     it is of the form that the schema says
check.py stated STATED JSON     every change that the notes state holds; STATED has a line each: the
                                series, from which period, the difference, the percentage or "points"
"""
import json
import sys
from decimal import ROUND_HALF_UP, Decimal

import jsonschema


def check_schema(path, data):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(data):
        print("/".join(map(str, fault.path)) + ": " + fault.message[:200])


def told(series, period):
    """The program's own change from that period, if it prints one."""
    return [change for change in series["changes"]
            if change["of"] == "latest" and change["from"].get("period") == period]


def check_stated(path, data):
    all_series = {series["id"]: series for series in data}
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    for name, period, difference, percent in lines:
        values = {point["period"]: point["value"] for point in all_series[name]["points"]}
        old, new = values[period], list(values.values())[-1]
        if new - old != Decimal(difference):
            print(f"{name} from {period}: {new - old} and not {difference}")
        if percent != "points":
            made = (Decimal(100 * (new - old)) / old).quantize(Decimal("0.1"), ROUND_HALF_UP)
            if made != Decimal(percent):
                print(f"{name} from {period}: {made}% and not {percent}%")
        for change in told(all_series[name], period):
            if change["difference"] != Decimal(difference) or str(change.get("percent", "points")) != percent:
                print(f"{name} from {period}: the program says {change}")
    if len(lines) < 15:
        print(f"only {len(lines)} changes are held")


with open(sys.argv[3], encoding="utf-8") as file:
    found = json.load(file, parse_float=Decimal)
{"schema": check_schema, "stated": check_stated}[sys.argv[1]](sys.argv[2], found)

# SPDX-License-Identifier: MIT
"""Holds the JSON of `boardpack dump --stage=series --format=json`; prints what is wrong with it.

check.py schema SCHEMA JSON     it is of the form that the schema says
check.py stated STATED JSON     every change that the notes state holds; STATED has a line each: the
                                series, from which period, the difference, the percentage or "points"
check.py judged CHART JSON      the control chart CHART, of the rules mdc, moving ranges and one
                                segment without a baseline, is reckoned again by its definition
check.py ticks LEAST JSON       the ticks of at least so many charts are even and hold their ranges
check.py points ID JSON         tells the points of a series or chart, a line each
check.py told ID.KEY JSON       tells a value
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


def near(value, expected):
    return value is not None and abs(float(value) - expected) <= 1e-9 * max(1, abs(expected))


def windows(points, length, wanted):
    """The places of all that stand in some window of neighbours of which `wanted` is true."""
    return {place for start in range(len(points) - length + 1)
            for place in range(start, start + length) if wanted(points[start:start + length])}


def rules_of(values, mean, distance, shift, trend):
    """A set of places for each rule, of values without gaps."""
    found = {"outside": {i for i, value in enumerate(values) if abs(value - mean) > distance}}
    found["shift"] = windows(values, shift, lambda part: len({value > mean for value in part}) == 1
                             and mean not in part)
    found["trend"] = windows(values, trend, lambda part: sorted(set(part)) == part) | \
        windows(values, trend, lambda part: sorted(set(part)) == part[::-1])
    found["two-of-three"] = set()
    for side in 1, -1:
        far = [side * (value - mean) > distance * 2 / 3 for value in values]
        found["two-of-three"] |= {i for i in windows(far, 3, lambda part: sum(part) >= 2) if far[i]}
    return found


def check_judged(name, data):
    chart = next(entry for entry in data if entry["id"] == name)
    points = [point for point in chart["points"] if point["kind"] is not None]
    values = [float(point["value"]) for point in points]
    mean = sum(values) / len(values)
    distance = 2.66 * sum(abs(b - a) for a, b in zip(values, values[1:])) / (len(values) - 1)
    rules = rules_of(values, mean, distance, chart["shift"], chart["trend"])
    for place, point in enumerate(points):
        expected = [rule for rule in ("outside", "shift", "trend", "two-of-three") if place in rules[rule]]
        if point["rules"] != expected:
            print(f"{name} in {point['period']}: {point['rules']} and not {expected}")
        if (point["kind"] == "common") != (not expected):
            print(f"{name} in {point['period']}: {point['kind']}")
        for key, line in ("mean", mean), ("lower", mean - distance), ("upper", mean + distance):
            if not near(point[key], line):
                print(f"{name} in {point['period']}: {key} {point[key]} and not {line}")


def check_ticks(least, data):
    charts = [entry for entry in data if entry.get("ticks")]
    for chart in charts:
        ticks, (low, high) = chart["ticks"], chart["range"]
        steps = [b - a for a, b in zip(ticks, ticks[1:])]
        even = all(near(step, float(steps[0])) for step in steps) and steps[0] > 0
        if not even or low < ticks[0] or high > ticks[-1] or len(chart["labels"]) != len(ticks):
            print(f"{chart['id']}: {ticks} for {low} to {high}")
    if len(charts) < int(least):
        print(f"only {len(charts)} charts have ticks")


def tell_points(name, data):
    for point in next(entry for entry in data if entry["id"] == name)["points"]:
        print(*("+".join(point[key]) if key == "rules" else point[key]
                for key in ("period", "value", "mean", "lower", "upper", "rules", "kind")), sep="|")


def tell(path, data):
    name, key = path.split(".")
    value = next(entry for entry in data if entry["id"] == name)[key]
    if value and isinstance(value, list) and isinstance(value[0], dict):
        value = [",".join(f"{name}={word}" for name, word in entry.items()) for entry in value]
    print(*value) if isinstance(value, list) else print(value)


with open(sys.argv[3], encoding="utf-8") as file:
    found = json.load(file, parse_float=Decimal)
{"schema": check_schema, "stated": check_stated, "judged": check_judged, "ticks": check_ticks,
 "points": tell_points, "told": tell}[sys.argv[1]](sys.argv[2], found)

# SPDX-License-Identifier: MIT
"""Prints tests/reports/kent-2022/metrics.yaml: the figures of the meeting of 16 March 2022.

The notes give changes and not levels: "increased 12.3% (5,659 offences) compared to 2020/21". Here
the whole numbers are sought that satisfy every change and percentage that is stated, rounded half
away from zero as it was; of all solutions the middle one is taken. Monthly series are made up, from
a seed, so that their months add up to those levels, and say so.
"""
import random
from fractions import Fraction


def rounded(value, decimals):
    """Half away from zero, exactly."""
    scaled = abs(Fraction(value)) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def percent(part, base, decimals=1):
    return rounded(Fraction(100 * part, base), decimals)


def bases(difference, stated, decimals=1):
    """All bases of which the difference is the stated percentage."""
    about = abs(Fraction(difference) / Fraction(stated) * 100)
    step = about * Fraction(1, 10**decimals) / Fraction(abs(Fraction(stated)))
    low, high = max(1, int(about - 2 * step) - 1), int(about + 2 * step) + 2
    return [base for base in range(low, high) if percent(difference, base, decimals) == Fraction(stated)]


def middle(solutions):
    return solutions[len(solutions) // 2]


def solve(last, before=None):
    """Levels of 2019/20, 2020/21 and 2021/22 from two changes, each (difference, percentage)."""
    found = []
    for base in bases(*last):
        now = base + last[0]
        if before is None:
            found.append((None, base, now))
        elif percent(before[0], now - before[0]) == Fraction(before[1]):
            found.append((now - before[0], base, now))
    return found


def solve_violent():
    """Violence, sexual offences and robbery: their changes add up to violent crime's, and so do they."""
    found = []
    for violence in bases(2745, "11.3"):
        for sexual in bases(502, "29.0"):
            for robbery in bases(35, "9.0"):
                if percent(3282, violence + sexual + robbery) == Fraction("12.5"):
                    found.append((violence, sexual, robbery))
    return found


def solve_reviews():
    """Of 55 reviews: upheld, opened again, outstanding."""
    return [(a, b, 55 - a - b) for a in range(56) for b in range(56 - a)
            if (percent(a, 55, 0), percent(b, 55, 0), percent(55 - a - b, 55, 0)) == (60, 25, 15)]


def solve_officers():
    return [n for n in range(3000, 5000)
            if percent(152, n) == Fraction("3.9") and percent(1318, n) == Fraction("33.5")]


def month_names(first_year, first_month, count):
    months = [first_year * 12 + first_month - 1 + i for i in range(count)]
    return [f"{m // 12}-{m % 12 + 1:02d}" for m in months]


def fit(values, months, total):
    """Scales the values of the months so that they add up to the total."""
    factor = total / sum(values[m] for m in months)
    for month in months:
        values[month] = round(values[month] * factor)
    rest = total - sum(values[m] for m in months)
    for i in range(abs(rest)):
        values[months[i % len(months)]] += 1 if rest > 0 else -1


def winter(year):
    """October of the year to January of the next."""
    return [f"{year}-10", f"{year}-11", f"{year}-12", f"{year + 1}-01"]


def made_up(seed, first, levels, fixed=()):
    """Months from `first` (a year, from January) to January 2022 that add up to the levels."""
    rng = random.Random(seed)
    names = month_names(first, 1, (2022 - first) * 12 + 1)
    usual = sum(levels.values()) / len(levels) / 4
    season = [0.93, 0.9, 0.97, 0.98, 1.05, 1.06, 1.08, 1.06, 1.02, 1.05, 0.98, 0.97]
    values = {}
    for name in names:
        lockdown = 0.8 if name in ("2020-04", "2020-05", "2021-01", "2021-02") else 1
        values[name] = round(usual * season[int(name[5:]) - 1] * lockdown * rng.uniform(0.96, 1.04))
    for name, value in fixed:
        values[name] = value
    done = {name for name, _ in fixed}
    for year, level in levels.items():
        free = [m for m in winter(year) if m not in done]
        fit(values, free, level - sum(values[m] for m in winter(year) if m in done))
        done.update(winter(year))
    return values


def text(value):
    """A number as YAML has it."""
    return str(value) if isinstance(value, (int, str)) else f"{float(value):g}"


def series(comment, keys, values, file=None):
    """Prints a series: its comment, its keys, its values (a number, or numerator and denominator)."""
    print()
    for line in comment:
        print(f"  # {line}")
    dash = "- "
    for key, value in keys:
        print(f"  {dash}{key}: {value}")
        dash = "  "
    print("    values:")
    for period, value in values.items():
        if isinstance(value, tuple):
            print(f"      {period}:\n        numerator: {value[0]}\n        denominator: {value[1]}")
        else:
            print(f"      {period}: {text(value)}")


NOTES = "Kent Police, meeting notes of 16 March 2022"
SOLVED = f"{NOTES}; levels solved from the changes stated"
MADE_UP = "Made up for this example; its October to January months add up to the solved levels"


def change(number, noun, last, before=None, more=()):
    """What the notes say, and how it was solved."""
    said = [f"The notes: {'increased' if last[0] > 0 else 'decreased'} {last[1].lstrip('-')}% "
            f"({abs(last[0]):,} {noun}) compared to 2020/21"]
    if before:
        said[0] += ";"
        said.append(f"compared to 2019/20 a decrease of {before[1].lstrip('-')}% ({-before[0]:,} fewer).")
    else:
        said[0] += "."
    said += list(more)
    said.append(f"Solved: the middle one of {number} solution{'s' if number != 1 else ''}.")
    return said


# id, title, noun, better, the two changes as the notes state them
CHANGES = [
    ("victim-based-crime", "Victim-based crime", "offences", (5659, "12.3"), (-2930, "-5.4")),
    ("burglary-residential", "Residential burglary", "offences", (-137, "-7.6"), (-1045, "-38.6")),
    ("burglary-dwelling", "Residential burglary of dwellings", "offences", (40, "3.4"), (-708, "-36.9")),
    ("burglary-business", "Burglary of businesses and community buildings", "offences", (57, "9.4"),
     (-255, "-27.8")),
    ("anti-social-behaviour", "Anti-social behaviour", "incidents", (-6814, "-44.6"), None),
    ("domestic-abuse", "Domestic abuse", "offences", (414, "3.4"), None),
    ("rape", "Rape", "offences", (206, "32.9"), None),
]


def crime_keys(name, title, noun, period="financial-year", measure="Recorded, October to January",
               source=SOLVED):
    return [("id", name), ("title", title), ("measure", f"{measure}, Kent"), ("unit", "count"),
            ("noun", noun), ("period", period), ("better", "lower"), ("small-base", 30), ("source", source)]


def years_of(levels):
    return {year: level for year, level in zip(("2019/20", "2020/21", "2021/22"), levels) if level is not None}


def print_crime():
    """The series by year; returns the levels taken, by id."""
    taken = {}
    for name, title, noun, last, before in CHANGES:
        found = solve(last, before)
        taken[name] = middle(found)
        series(change(len(found), noun, last, before), crime_keys(name, title, noun), years_of(taken[name]))
    found = solve_violent()
    violence, sexual, robbery = middle(found)
    joint = ["The changes of violence against the person, sexual offences and robbery add up to violent",
             "crime's (2,745 + 502 + 35 = 3,282), so the levels are solved together and add up too."]
    for name, title, base, last in (
            ("violence-against-the-person", "Violence against the person", violence, (2745, "11.3")),
            ("sexual-offences", "Sexual offences", sexual, (502, "29.0")),
            ("robbery", "Robbery", robbery, (35, "9.0")),
            ("violent-crime", "Violent crime", violence + sexual + robbery, (3282, "12.5"))):
        taken[name] = (None, base, base + last[0])
        series(change(len(found), "offences", last, None, joint), crime_keys(name, title, "offences"),
               years_of(taken[name]))
    return taken


def print_calendar():
    """Victim-based crime of 2021 against 2019."""
    found = bases(2000, "1.5")
    base = middle(found)
    series(["The notes: for the whole of 2021 about a 1.5% increase, or 2,000 more, on 2019.",
            f"Solved: the middle one of {len(found)} solutions. Both are about: four winter months of 51,659 make a year",
            "of 155,000, of which 2,000 are 1.3%."],
           crime_keys("victim-based-crime-calendar", "Victim-based crime", "offences", "year", "Recorded, calendar year"),
           {"2019": base, "2021": base + 2000})


def print_monthly(taken):
    wanted = [
        ("victim-based-crime", "Victim-based crime", "offences", 1, (), []),
        ("burglary-residential", "Residential burglary", "offences", 2, (), []),
        ("robbery", "Robbery", "offences", 3, (("2021-01", 73), ("2022-01", 114)),
         [f"The notes: in January 2022 an increase of 56.2% or 41; {len(bases(41, '56.2'))} solution: 73 and 114."]),
        ("anti-social-behaviour", "Anti-social behaviour", "incidents", 4, (), []),
        ("domestic-abuse", "Domestic abuse", "offences", 5, (("2021-01", 3104), ("2022-01", 2906)),
         ["The notes: a decrease of nearly 200 in January 2022; 198 is taken."]),
        ("violent-crime", "Violent crime", "offences", 6, (), []),
    ]
    for name, title, noun, seed, fixed, more in wanted:
        before, last, now = taken[name]
        levels = {2020: last, 2021: now}
        if before is not None:
            levels = {2019: before, **levels}
        values = made_up(seed, 2019, levels, fixed)
        keys = crime_keys(name + "-monthly", title, noun, "month", "Recorded by month", MADE_UP)
        series([*more, f"Made up with the seed {seed}, so that October to January add up to the levels above."],
               keys + [("provisional", "from 2022-01")], values)


def print_satisfaction():
    surveys = [
        ("satisfaction-hate-crime", "Victims of hate crime satisfied overall",
         "The notes: the highest it had ever been at 87.3%.", {"2021/22": "87.3"}),
        ("satisfaction-domestic-abuse", "Victims of domestic abuse satisfied overall",
         "The notes: had improved to 86.2%.", {"2021/22": "86.2"}),
        ("satisfaction-rape-dignity", "Victims of rape treated with dignity and respect",
         "The notes: 93.8%, a slight decrease on 94.6% last year.", {"2020/21": "94.6", "2021/22": "93.8"}),
        ("satisfaction-rape-fairly", "Victims of rape treated fairly throughout the case",
         "The notes: 91.8%, a significant increase from 83.7% last year.", {"2020/21": "83.7", "2021/22": "91.8"}),
    ]
    for name, title, said, values in surveys:
        series([said, "Stated as levels; how many were asked is not said."],
               [("id", name), ("title", title), ("measure", "Survey, October to January, Kent"),
                ("unit", "percent"), ("period", "financial-year"), ("better", "higher"), ("source", NOTES)], values)


def attrition(stated, calls):
    """How many of the calls were given up, the percentage being as stated."""
    for lost in range(int(calls * Fraction(stated) / 100) - 5, int(calls * Fraction(stated) / 100) + 6):
        if percent(lost, calls, 2) == Fraction(stated):
            return lost
    raise SystemExit(f"no solution for {stated} of {calls}")


def print_calls():
    rng = random.Random(101)
    names = month_names(2020, 4, 22)
    calls = {name: rng.randint(30000, 34000) - 250 * i for i, name in enumerate(names)}
    rates = {name: f"{11 + 0.6 * i + rng.uniform(-1.2, 1.2):.2f}" for i, name in enumerate(names)}
    rates.update({"2021-12": "27.03", "2022-01": "23.62"})
    series(["The notes: 27.03% in December, reduced to 23.62% in January 2022.",
            "Made up with the seed 101: the number of calls, and all months but those two."],
           [("id", "calls-101-attrition"), ("title", "101 calls given up by the caller"),
            ("measure", "Share of 101 calls, Kent"), ("unit", "percent"), ("decimals", 2), ("period", "month"),
            ("better", "lower"), ("source", "Made up for this example but for December 2021 and January 2022")],
           {name: (attrition(rates[name], calls[name]), calls[name]) for name in names})
    simple = [("calls-999-attrition", "999 calls given up by the caller", "percent", None, 2, "1.22",
               "The notes: attrition rate was about 1.22%."),
              ("calls-999-queue", "Average time that a 999 call waits", "duration", "seconds", 0, 15,
               "The notes: average call queuing time had reduced to 15 seconds."),
              ("calls-101-queue", "Average time that a 101 call waits", "duration", "minutes", 0, 4,
               "The notes: the average call queuing time of about 4 minutes.")]
    for name, title, unit, symbol, decimals, value, said in simple:
        keys = [("id", name), ("title", title), ("measure", "October to January, Kent"), ("unit", unit)]
        keys += [("symbol", symbol)] if symbol else []
        series([said], keys + [("decimals", decimals), ("period", "financial-year"), ("better", "lower"),
                               ("source", NOTES)], {"2021/22": value})


def share(name, title, said, period, values):
    series(said, [("id", name), ("title", title), ("measure", "Kent Police"), ("unit", "percent"),
                  ("period", period), ("better", "higher"), ("small-base", 30), ("source", NOTES)], values)


def print_people():
    officers = solve_officers()
    taken = middle(officers)
    number = f"Solved: {len(officers)} numbers of officers satisfy 3.9% and 33.5%; {taken:,} is taken."
    counts = [("officers", "Police officers, establishment", "officers",
               ["The notes: 3,949 officers; with 195 more by the end of March 2023 an establishment of 4,145.",
                "3,949 and 195 are 4,144: the notes' own figures differ by one; their totals are taken."],
               {"2021/22": 3949, "2022/23": 4145}),
              ("control-room-leavers", "Staff who left the Force Control Room", "staff",
               ["The notes: about 170 in the first 2 years and 155 this year."],
               {"2019/20": 170, "2020/21": 170, "2021/22": 155})]
    for name, title, noun, said, values in counts:
        keys = [("id", name), ("title", title), ("measure", "Kent Police"), ("unit", "count"), ("noun", noun),
                ("period", "financial-year"), ("source", NOTES)]
        if name == "officers":
            keys.append(("provisional", "from 2022/23"))
        series(said, keys, values)
    share("applications-ethnic-minority", "Applications from ethnic minority candidates",
          ["The notes: April 2021 to January 2022, 1,794 applications, 154 (8.58%)."], "financial-year",
          {"2021/22": (154, 1794)})
    share("applications-female", "Applications from female candidates",
          ["The notes: April 2021 to January 2022, 1,794 applications, 644 (35.9%)."], "financial-year",
          {"2021/22": (644, 1794)})
    share("in-process-ethnic-minority", "Applications in process from ethnic minority candidates",
          ["The notes: currently 1,201 applications in process, 81 (6.7%)."], "month", {"2022-03": (81, 1201)})
    share("in-process-female", "Applications in process from female candidates",
          ["The notes: currently 1,201 applications in process, 410 (34.1%)."], "month", {"2022-03": (410, 1201)})
    share("officers-ethnic-minority", "Ethnic minority officers",
          ["The notes: as at 31 January 152 (3.9%).", number], "month", {"2022-01": (152, taken)})
    share("officers-female", "Female officers", ["The notes: as at 31 January 1,318 (33.5%).", number], "month",
          {"2022-01": (1318, taken)})
    share("joiners-ethnic-minority", "Joiners from ethnic minorities",
          ["The notes: of the 230 joiners so far this year 13 (5.7%)."], "financial-year", {"2021/22": (13, 230)})
    share("joiners-female", "Female joiners",
          [f"The notes: of the 230 joiners so far this year 102 (44.4%). No solution: 102 of 230 are "
           f"{float(percent(102, 230)):g}%;", "the numbers are taken and not the percentage."], "financial-year",
          {"2021/22": (102, 230)})
    series(["The notes: about 1,500 recruited from April 2018 to February 2022, 1,284 still in post, 231 left, just",
            "over 15%: 183 in the first 24 months, 37 within 24-36 months, 11 after. 1,284 and 231 are 1,515."],
           [("id", "officers-attrition"), ("title", "Officers recruited since April 2018 who have left"),
            ("measure", "Kent Police"), ("unit", "percent"), ("period", "month"), ("better", "lower"),
            ("source", NOTES)], {"2022-02": (231, 1284 + 231)})


def print_victims():
    found = solve_reviews()
    upheld, opened, outstanding = middle(found)
    for name, title, part, said in (
            ("reviews-upheld", "Reviews that upheld the decision", upheld, "about 60%"),
            ("reviews-opened", "Reviews that opened the investigation again", opened, "25%"),
            ("reviews-outstanding", "Reviews outstanding or pending", outstanding, "15%")):
        series([f"The notes: 56 reviews from June to December 2021, of which 1 did not meet the criteria; {said}.",
                f"Solved: {len(found)} solution: {upheld}, {opened} and {outstanding} of 55."],
               [("id", name), ("title", title), ("measure", "Victims Right to Review, June to December"),
                ("unit", "percent"), ("decimals", 0), ("period", "year"), ("source", NOTES)],
               {"2021": (part, 55)})
    series(["The notes: since September 2021 the number of County Lines had fallen from 44 to 37."],
           [("id", "county-lines"), ("title", "County lines"), ("measure", "Known to Kent Police"),
            ("unit", "count"), ("noun", "lines"), ("period", "month"), ("better", "lower"), ("source", NOTES)],
           {"2021-09": 44, "2022-03": 37})


def print_money():
    wanted = [
        ("capital-budget", "Capital budget", "The notes: the Capital Budget was £21.8m.", {"2021/22": "21.8"}),
        ("capital-underspend", "Capital underspend forecast",
         "The notes: an underspend of £5.9m, which would roll forward.", {"2021/22": "5.9"}),
        ("capital-forecast", "Capital spending forecast", "Budget less underspend: £15.9m.", {"2021/22": "15.9"}),
        ("revenue-overspend-projected", "Revenue overspend projected",
         "The notes: the projected overspend had been reduced to £3.0m.", {"2021/22": "3.0"}),
        ("revenue-overspend-expected", "Revenue overspend expected at the year's end",
         "The notes: by the end of the financial year around £1.8m.", {"2021/22": "1.8"}),
        ("savings-required", "Savings required",
         "The notes: £6.8m for 2022/23, and £8.2m as a minimum in 2023/24.", {"2022/23": "6.8", "2023/24": "8.2"}),
    ]
    for name, title, said, values in wanted:
        series([said], [("id", name), ("title", title), ("measure", "£ million, Kent Police"), ("unit", "money"),
                        ("symbol", "£m"), ("decimals", 1), ("period", "financial-year"), ("source", NOTES)], values)


def main():
    print("# The figures of the Performance and Delivery Board of 16 March 2022. Made by tests/metrics/solve.py,")
    print("# which says how levels are solved from the changes that the notes state.")
    print("metrics:", end="")
    print_satisfaction()
    taken = print_crime()
    print_calendar()
    print_monthly(taken)
    print_victims()
    print_calls()
    print_people()
    print_money()


if __name__ == "__main__":
    main()

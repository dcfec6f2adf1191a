# Computes the collector's figures again from the events it exports, with code that is not ours: sums,
# and 95 % intervals from the distribution of the noise (numpy; the quantile of the normal from
# Python's own statistics). Prints what differs and says so in its exit code.
#   recompute.py EXPORT.ndjson FIGURES.csv TOTALS.json
import collections
import csv
import functools
import hashlib
import json
import math
import statistics
import sys

import numpy

CONFIDENCE = 0.95
MOST_CONVOLVED_CELLS = 64  # beyond, the normal distribution is used


def noise(numerator, denominator):
    """The discrete Laplace distribution, as probabilities of -reach .. reach."""
    p = math.exp(-numerator / denominator)
    reach = math.ceil(60 * denominator / numerator) + 10
    distances = numpy.abs(numpy.arange(-reach, reach + 1))
    return (1 - p) / (1 + p) * p**distances


@functools.cache
def half_width(epsilons):
    if len(epsilons) > MOST_CONVOLVED_CELLS:
        variance = sum(
            2 * math.exp(-n / d) / (1 - math.exp(-n / d)) ** 2 for n, d in epsilons)
        quantile = statistics.NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
        return math.ceil(quantile * math.sqrt(variance)), "normaal"
    distribution = numpy.array([1.0])
    for numerator, denominator in epsilons:
        distribution = numpy.convolve(distribution, noise(numerator, denominator))
    middle = len(distribution) // 2
    width = 0
    while distribution[middle - width:middle + width + 1].sum() < CONFIDENCE:
        width += 1
    return width, "exact"


class Sum:
    def __init__(self):
        self.value = 0
        self.epsilons = []

    def add(self, value, epsilon):
        self.value += value
        self.epsilons.append(epsilon)

    def figure(self):
        width, method = half_width(tuple(sorted(self.epsilons)))
        return {
            "waarde": self.value,
            "getoond": max(0, self.value),
            "ondergrens95": max(0, self.value - width),
            "bovengrens95": max(0, self.value) + width,
            "halveBreedte95": width,
            "methode": method,
            "aantalCellen": len(self.epsilons),
        }


def sums_of(export):
    """By place (empty: all), month, subject and group (empty: the whole table)."""
    sums = collections.defaultdict(Sum)
    for line in export:
        count = json.loads(line).get("telling")
        if count is None:
            continue
        if hashlib.sha256(count["bytes"].encode()).hexdigest() != count["inhoudshash"]:
            sys.exit("the bytes of an event are not those of its hash")
        data = json.loads(count["bytes"])["data"]
        for table in data["tabellen"]:
            epsilon = (table["epsilon"]["teller"], table["epsilon"]["noemer"])
            for cell in table["cellen"]:
                for place in (data["plek"], ""):
                    for group in (cell["groep"], ""):
                        sums[place, data["periode"], table["onderwerp"], group].add(
                            cell["waarde"], epsilon)
    return sums


def figures_of(rows):
    for row in rows:
        if row["status"] == "aanwezig":
            yield (row["plek"], row["periode"], row["onderwerp"], row["groep"]), row


def totals_of(answer):
    for month in answer["resultaten"]:
        for table in month["tabellen"]:
            key = ("", month["periode"], table["onderwerp"])
            yield key + ("",), table["totaal"]
            for cell in table["cellen"]:
                yield key + (cell["groep"],), cell


def differences(name, told, sums):
    seen = set()
    for key, figure in told:
        seen.add(key)
        if key not in sums:
            yield f"{name} {key}: no event tells of it"
            continue
        for word, expected in sums[key].figure().items():
            if str(figure[word]) != str(expected):
                yield f"{name} {key}: {word} is {figure[word]}, should be {expected}"
    for key in sums.keys() - seen:
        yield f"{name} {key}: is missing"


def main(export, figures, totals):
    with open(export, encoding="utf-8") as lines:
        sums = sums_of(lines)
    over_all = {key: value for key, value in sums.items() if key[0] == ""}
    with open(figures, encoding="utf-8", newline="") as rows:
        found = list(differences("figures", figures_of(csv.DictReader(rows)), sums))
    with open(totals, encoding="utf-8") as answer:
        found += differences("totals", totals_of(json.load(answer)), over_all)
    methods = collections.Counter(value.figure()["methode"] for value in sums.values())
    print(f"{len(sums)} figures, {methods['exact']} exact, {methods['normaal']} normal")
    print(*found[:20], sep="\n")
    sys.exit(1 if found else 0)


main(*sys.argv[1:])

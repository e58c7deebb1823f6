"""Names across spellings: pairs of a public bench, and of the shipped office holders.

    python bench/names.py [--data DIR] [--show] [--markdown]

A pair counts as one from a score of .5 on. Of the office holders, each with every other spelling that is shipped of
the same person is one, and two people whose names share a key are two.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from time import process_time

from common import Figure, Options, Share, Tally, run, share
from dragoman.lexicon.names import compare_names, name_keys
from dragoman.lexicon.people import Person, load_people
from dragoman.settings import DATA

BENCH = "names/name_bench.csv"
ONE = 0.5
MOST = 20_000  # pairs of different people
Pair = tuple[str, str]


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    yield from on_bench(options)
    yield from on_people(options)


def on_bench(options: Options) -> Iterator[Figure]:
    """F1 on the public pairs."""
    with options.data_file(BENCH).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    gold = [row["is_match"].strip().lower() == "true" for row in rows]
    pairs = [(row["name1"], row["name2"]) for row in rows]
    if options.show:
        print(*listing(pairs, gold), sep="\n")
    yield Figure("names: the same or not", f"{len(rows)} pairs of the name bench", str(tally(pairs, gold)))


def on_people(options: Options) -> Iterator[Figure]:
    """Spellings of one office holder found, and different ones kept apart."""
    on = "{:,} aliases of office holders"
    people = load_people(DATA / "actors" / "people")
    spellings = [(person.row.name, alias) for person in people for alias in person.row.aliases]
    others = list(islice(namesakes(people), MOST))
    if options.show:
        print(*listing(spellings, [True] * len(spellings)), *listing(others, [False] * len(others)), sep="\n")
    start = process_time()
    apart = share(compare_names(*pair).score < ONE for pair in others)
    spent = process_time() - start
    yield Figure("names: aliases known as one", on.format(len(spellings)), str(found(spellings)))
    yield Figure("names: aliases that share a key", on.format(len(spellings)), str(keyed(spellings)))
    yield Figure("names: different people kept apart", f"{len(others):,} pairs that share a key", str(apart))
    yield Figure("names: time a pair", f"{len(others):,} pairs", f"{spent / len(others) * 1e6:.0f} µs")


def tally(pairs: Sequence[Pair], gold: Sequence[bool]) -> Tally:
    """Pairs taken for one among those that are."""
    coded = [compare_names(*pair).score >= ONE for pair in pairs]
    return Tally(sum(c and g for c, g in zip(coded, gold, strict=True)), sum(coded), sum(gold))


def found(pairs: Sequence[Pair]) -> Share:
    """Pairs taken for one."""
    return share(compare_names(*pair).score >= ONE for pair in pairs)


def keyed(pairs: Sequence[Pair]) -> Share:
    """Pairs that share a key."""
    return share(bool(name_keys(a) & name_keys(b)) for a, b in pairs)


def namesakes(people: Sequence[Person]) -> Iterator[Pair]:
    """Pairs of different people whose names share a key, each once, spread over the whole."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for k, person in enumerate(people):
        for key in name_keys(person.row.name):
            by_key[key].append(k)
    pairs = {pair for group in by_key.values() for pair in combinations(group, 2)}
    for i, j in sorted(pairs, key=lambda pair: (pair[0] * 7919 + pair[1]) % 10_007):
        yield people[i].row.name, people[j].row.name


def listing(pairs: Sequence[Pair], gold: Sequence[bool]) -> Iterator[str]:
    """A line for each pair that is wrong."""
    for (a, b), same in zip(pairs, gold, strict=True):
        match = compare_names(a, b)
        if (match.score >= ONE) != same:
            told = "; ".join(reason.partition(". ")[0] for reason in match.why)
            yield f"{'missed' if same else 'wrong '}  {match.score:.2f}  {a} | {b} | {told}"


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))

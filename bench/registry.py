"""The registry of actors: time to resolve one report and memory beside 100,000 names.

    python bench/registry.py

Names are made by combining first and last names of the lexicon's people, with offices and countries, always the same.
A report speaks of 30 people: some known under the same spelling, some under another, some new, and of five offices
without names. Everything runs on one core, against an archive in a file. Processor time is what counts on a machine
that others use, too; the time by the clock stands beside it.
"""

import gc
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles

from common import Figure, Options, run
from dragoman.assemble import Data, make_enroller
from dragoman.backends.stores.sqlite import open_archive
from dragoman.linking.actor_keys import stored_keys
from dragoman.linking.actors import Background, resolve
from dragoman.model import Document, Entry, Post, Reading, Report, Sighting, Span, Spelling, Text, Version
from dragoman.model.identity import sha256, text_id
from dragoman.ports import Coder
from dragoman.usecases.code import make_report
from dragoman.usecases.enrol import Enroller

NAMES = 100_000
FILED_TOGETHER = 100  # people of one made report
REPORTS = 60
PEOPLE = 30  # of a report that is resolved
UNNAMED = 5
MINISTRIES = (
    "transport", "health", "finance", "justice", "education", "trade", "energy", "agriculture", "labour", "culture",
    "information", "tourism", "planning", "environment", "communications", "industry", "water resources", "housing",
)  # fmt: skip
OFFICES = (*(f"minister of {name}" for name in MINISTRIES), "governor", "ambassador", "general", "adviser", "senator")
SPELLED = (("sh", "ch"), ("ei", "i"), ("ou", "u"), ("q", "gh"), ("ee", "i"), ("v", "w"), ("a", "e"))
WORDS = Span(0, 1)
FIRST = date(2015, 1, 1)
NOW = datetime(2024, 5, 6, tzinfo=UTC).replace(tzinfo=None)


def measure(options: Options) -> Iterator[Figure]:
    """All figures of this command."""
    chance, data = random.Random(7), Data("en")
    made = people(chance, data)
    with tempfile.TemporaryDirectory() as folder:
        store = open_archive(Path(folder), create=True)
        for number in range(0, NAMES, FILED_TOGETHER):
            file = filed(f"r{number}", made[number : number + FILED_TOGETHER])
            store.file([file[0]], Coder("bench", ""), NOW, file[1])
        enroller = make_enroller(store, data)
        once(enroller, "warm", [spoken(chance, made) for _ in range(PEOPLE)])
        gc.freeze()  # what this command itself holds of the names is no part of the registry
        times = [once(enroller, f"x{n}", report(chance, made)) for n in range(REPORTS)]
    on = f"{NAMES:,} names, {PEOPLE + UNNAMED} mentions, one core"
    for clock, spent in zip(("processor", "clock"), zip(*times, strict=True), strict=True):
        yield Figure(f"one report's actors resolved, {clock}, median", on, f"{median(spent):.1f} ms")
        yield Figure(
            f"one report's actors resolved, {clock}, 9 of 10 within", on, f"{quantiles(spent, n=10)[-1]:.1f} ms"
        )
    yield Figure("peak memory of the registry", on, f"{getrusage(RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def people(chance: random.Random, data: Data) -> list[Sighting]:
    """That many different names, each with an office, a country and a day."""
    rows = [person.row for person in data.people if " " in person.row.name]
    first, last = ([row.name.split()[at] for row in rows] for at in (0, -1))
    names: dict[str, None] = {}
    while len(names) < NAMES:
        middle = [chance.choice(first)] if chance.random() < 0.3 else []
        names[" ".join([chance.choice(first), *middle, chance.choice(last)])] = None
    countries = sorted({row.country for row in rows if row.country})
    return [sighting(chance, name, chance.choice(countries)) for name in names]


def sighting(chance: random.Random, name: str | None, country: str) -> Sighting:
    day = FIRST + timedelta(days=chance.randrange(3600))
    office = chance.choice(OFFICES)
    post = Post(office, country, None, WORDS, office.startswith(("minister", "chief")), day)
    return Sighting("person", day, (Spelling(name, WORDS),) if name else (), country, "GOV", (post,))


def filed(id: str, made: Sequence[Sighting]) -> tuple[Reading, list[Entry]]:
    """A report that speaks of all these, each an actor of its own."""
    content = id
    text = Text(text_id(id, "given", content), id, sha256(content.encode()), "given", content)
    reading = Reading(Report(Document(id, published=FIRST), Version(id, text.version), text))
    entries = [
        Entry(text.id, s, f"actor-{id}-{n}", s.names[0].words, 0.0, country=s.country, sector=s.sector, keys=keys(s))
        for n, s in enumerate(made)
    ]
    return reading, entries


def keys(made: Sighting) -> frozenset[str]:
    sole = (post for post in made.posts if post.sole)
    return stored_keys(made.kind, [s.words for s in made.names], made.country, sole)


def report(chance: random.Random, made: Sequence[Sighting]) -> list[Sighting]:
    """Whom one report speaks of."""
    countries = [chance.choice(made).country or "" for _ in range(UNNAMED)]
    named = [spoken(chance, made) for _ in range(PEOPLE)]
    return [*named, *(sighting(chance, None, country) for country in countries)]


def spoken(chance: random.Random, made: Sequence[Sighting]) -> Sighting:
    """Somebody known as filed, somebody known spelled otherwise, a last name alone, or somebody new."""
    one, other = chance.choice(made), chance.choice(made)
    name = one.names[0].words
    old, new = chance.choice(SPELLED)
    first, last = name.split()[0], other.names[0].words.split()[-1]
    words = chance.choice((name, name, name.replace(old, new), name.split()[-1], f"{first} {last}"))
    return replace(one, names=(Spelling(words, WORDS),))


def once(enroller: Enroller, id: str, found: Sequence[Sighting]) -> tuple[float, float]:
    """Milliseconds that the actors of a report take from look-up to entries: of the processor, and by the clock."""
    made = make_report(id, id=id)
    spent, begun = time.process_time(), time.perf_counter()
    earlier = enroller.actors.earlier(id)
    resolve(made, enroller.propose(found, earlier), Background(earlier, enroller.decided, enroller.titles))
    return (time.process_time() - spent) * 1000, (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    raise SystemExit(run(__doc__, measure))

"""What two tellings have in common. Each feature is a pure function that answers with one of a few levels."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from dragoman.lexicon.names import name_score
from dragoman.linking.tellings import Telling
from dragoman.model import Coded, Party, Place
from dragoman.text.fold import fold

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
STATES = frozenset({"state", "body"})
ONE_NAME = 0.5  # score of two names that may well be one
LEVELS = ("different", "unknown", "alike", "same", "person")
WIDE = 10  # days; a longer interval says little
RECENT = timedelta(days=45)  # what a report tells without a day is seldom older
FEWEST = 3  # words that two sentences share before it tells anything
HERE, NEAR = 25.0, 150.0  # kilometres
EARTH = 6371.0  # kilometres


def parties(a: Telling, b: Telling) -> str:
    """Whether the same take part on both sides, spelling variants and the two directions of a joint act included."""
    joint = a.event.type.value in SYMMETRIC and b.event.type.value in SYMMETRIC
    (actors, recipients), (others, targets) = _sides(a, joint), _sides(b, joint)
    straight = (_side(actors, others), _side(recipients, targets))
    crossed = (_side(actors, targets), _side(recipients, others))
    best = max((straight, crossed), key=_worth) if joint else straight
    return "-".join(sorted(best, key=LEVELS.index, reverse=True))


def _sides(telling: Telling, joint: bool) -> tuple[Sequence[Coded[Party]], Sequence[Coded[Party]]]:
    """Actors and recipients; of a joint act told with actors alone, the first and the others."""
    actors, recipients = telling.event.actors, telling.event.recipients
    return (actors[:1], actors[1:]) if joint and not recipients else (actors, recipients)


def _worth(levels: tuple[str, str]) -> int:
    return sum(LEVELS.index(level) - 2 * (level == "different") for level in levels)


def _side(a: Sequence[Coded[Party]], b: Sequence[Coded[Party]]) -> str:
    if not a or not b:
        return "unknown"
    return max((party(x.value, y.value) for x in a for y in b), key=LEVELS.index)


def party(a: Party, b: Party) -> str:
    """Whether two parties are one: by id, by name across spellings, or no more than by country."""
    if a.actor_id and a.actor_id == b.actor_id:
        return "person" if a.kind == "person" else "same"
    if a.country and b.country and a.country != b.country:
        return "different"
    if _named(a) and _named(b) and name_score(a.name, b.name) >= ONE_NAME:
        return "person" if a.kind == b.kind == "person" else "same"
    if a.kind == b.kind and _named(a) and _named(b) and a.kind not in STATES:
        return "different"
    if a.country and a.country == b.country:
        return "same" if a.kind == b.kind == "state" else "alike"
    return "alike" if fold(a.name) == fold(b.name) else "unknown"


def _named(value: Party) -> bool:
    """Whether the party goes by a name of its own: "Wagner Group", not "officials"."""
    return value.name[:1].isupper() and not value.name.lower().startswith(("the ", "a ", "an "))


def place(a: Telling, b: Telling) -> str:
    """Whether both happened at the same place, or one place lies in the other."""
    if a.event.place is None or b.event.place is None:
        return "unknown"
    return same_place(a.event.place.value, b.event.place.value)


def same_place(a: Place, b: Place) -> str:
    """same, within, country, near, different or unknown."""
    if fold(a.name) == fold(b.name) or (a.geonames_id and a.geonames_id == b.geonames_id):
        return "same" if a.precision != "country" else "country"
    if a.country and b.country and a.country != b.country:
        return "different"
    if "country" in (a.precision, b.precision):
        return "within" if a.country and a.country == b.country else "unknown"
    if a.admin1 and a.admin1 == b.admin1 and "admin1" in (a.precision, b.precision):
        return "within"
    return _by_distance(a, b)


def _by_distance(a: Place, b: Place) -> str:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return "unknown"
    apart = kilometres((a.lat, a.lon), (b.lat, b.lon))
    if apart <= HERE:
        return "same"
    return "near" if apart <= NEAR or "point" not in (a.precision, b.precision) else "different"


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great circle between two points given in degrees, latitude first."""
    (lat1, lon1), (lat2, lon2) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def time(a: Telling, b: Telling) -> str:
    """Whether both can have happened on the same day, as far as words of the reports date them."""
    first, second = a.days, b.days
    if first is None or second is None:
        return "unknown"
    if not overlap(first, second):
        return "before" if may_be_earlier(a, second) or may_be_earlier(b, first) else "apart"
    if not (a.dated and b.dated):
        return "assumed"
    return "day" if first == second and first[0] == first[1] else _breadth(first, second)


def may_be_earlier(telling: Telling, days: tuple[date, date]) -> bool:
    """Whether a telling whose report gives no day can speak of those days, up to some weeks before the report."""
    own = telling.days
    return not telling.dated and own is not None and days[1] <= own[1] <= days[1] + RECENT


def _breadth(first: tuple[date, date], second: tuple[date, date]) -> str:
    widest = max((end - start).days for start, end in (first, second))
    return "wide" if widest > WIDE else "overlap"


def overlap(a: tuple[date, date], b: tuple[date, date]) -> bool:
    """Whether two ranges of days share one."""
    return a[0] <= b[1] and b[0] <= a[1]


def kind(a: Telling, b: Telling) -> str:
    """Whether both tell the same kind of act: by the whole code, or by its root."""
    if a.event.cameo == b.event.cameo:
        return "code"
    return "root" if a.event.cameo[:2] == b.event.cameo[:2] else "family"


def numbers(a: Telling, b: Telling) -> str:
    """Whether both give the same number beside the act."""
    return "shared" if a.numbers & b.numbers else "none"


def once(a: Telling, b: Telling) -> str:
    """Whether both tell of force against one named person, which hardly happens twice within weeks."""
    violent = a.event.type.value in VIOLENT and a.event.type.value == b.event.type.value
    return "yes" if violent and _side(a.event.recipients, b.event.recipients) == "person" else "no"


def words(a: Telling, b: Telling) -> str:
    """How many of the telling words of the two sentences are the same."""
    shared = len(a.words & b.words)
    if shared < FEWEST:
        return "few"
    share = shared / min(len(a.words), len(b.words))
    return "most" if share >= 0.7 else "many" if share >= 0.4 else "some" if share >= 0.2 else "few"


def report(a: Telling, b: Telling) -> str:
    """Whether both stand in one sentence, in one report, or in two reports."""
    if a.event.text != b.event.text:
        return "two"
    return "sentence" if a.event.sentence == b.event.sentence else "one"


def phase(a: Telling, b: Telling) -> str:
    """Whether one tells as planned for one day what the other tells as done on another."""
    planned = {a.event.status.value, b.event.status.value}
    if "planned" not in planned or len(planned) == 1:
        return "same"
    first, second = a.days, b.days
    meet = first is not None and second is not None and overlap(first, second)
    return "same" if meet and a.dated and b.dated else "clash"

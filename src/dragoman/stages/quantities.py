"""Find stated quantities in a sentence: sums, weights, distances, shares and counts, with their bounds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dragoman.lexicon.measures import Measures, is_people, is_plural, singular
from dragoman.lexicon.units import Units
from dragoman.model import Reading, Sentence, Tokens, Tree
from dragoman.text.numbers import DASHES, Amount, bound_after, bounded, could_start, read_amount

LONGEST_UNIT = 3
LONGEST_PHRASE = 7  # words between a number and the noun it counts
SET_PHRASE = 10  # below this, "two countries" and the like are no figures
LARGEST = 1e15
FARTHEST_RATE = 5  # words between a sum and "annually"
NAMING = frozenset({"calibre"})  # kinds that say which, not how much: a 155 mm shell
MARKED = frozenset('.,;:!?)]”’"')  # a footnote mark may follow these without a space


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last` state a quantity: its bounds, number and unit. `end` is one past what it counts.

    `kind` is money, weight, distance …, ratio or count; `head` the token of the counted noun, -1 where none is said. A
    `vague` one (dozens) has no numbers, a `loose` one (several) is not even of an order.
    """

    first: int
    last: int
    end: int
    low: float | None
    high: float | None
    kind: str
    unit: str
    head: int
    rule: str
    per: str | None = None
    definite: bool = False
    whose: bool = False
    spelled: bool = False
    vague: bool = False
    loose: bool = False

    @property
    def bound(self) -> str:
        """exact, about, range, at least, at most or vague."""
        if self.vague:
            return "vague"
        if self.low is None or self.high is None:
            return "at most" if self.low is None else "at least"
        if self.low != self.high:
            return "range"
        return "about" if self.rule.endswith("#about") else "exact"

    @property
    def size(self) -> float:
        """The number itself, whatever bounds it."""
        return self.low if self.low is not None else self.high if self.high is not None else 0.0


@dataclass(frozen=True, slots=True)
class Clause:
    """What the finders look at: the tokens, one sentence, its tree where parsed, and the tokens that tell a time.

    `arms` gives the kind of weapon or platform that a token names: fighters behind "Rafale" are aircraft.
    """

    tokens: Tokens
    first: int
    last: int
    tree: Tree | None
    timed: frozenset[int]
    units: Units
    measures: Measures
    arms: Mapping[int, str] = field(default_factory=dict)

    @property
    def lower(self) -> tuple[str, ...]:
        return self.tokens.lower


def timed_tokens(reading: Reading) -> frozenset[int]:
    """The tokens that lie inside a time expression."""
    found: list[int] = []
    starts, at = reading.tokens.starts, 0
    for time in reading.times:
        while at < len(starts) and starts[at] < time.span.start:
            at += 1
        while at < len(starts) and starts[at] < time.span.end:
            found.append(at)
            at += 1
    return frozenset(found)


def clause_of(reading: Reading, number: int, timed: frozenset[int], units: Units, measures: Measures) -> Clause:
    """One sentence as the finders want it."""
    sentence: Sentence = reading.sentences[number]
    tree = reading.trees[number] if number < len(reading.trees) else None
    return Clause(reading.tokens, sentence.first, sentence.last, tree, timed, units, measures)


def find_quantities(clause: Clause) -> Iterator[Quantity]:
    """The quantities of a sentence, left to right; names, dates, labels and vague numbers are none."""
    lower, numbers = clause.lower, clause.units.numbers
    i = done = clause.first
    while i < clause.last:
        ratio = _ratio(clause, i, done)
        if ratio is not None:
            yield ratio
            i = done = ratio.last
            continue
        if not could_start(lower[i], numbers) or i in clause.timed:
            i += 1
            continue
        tight = i > clause.first and lower[i - 1] in numbers.signs
        amount = read_amount(lower, i, done, clause.last, numbers, tight)
        found = _quantity(clause, amount) if amount else None
        if found is not None:
            yield found
        i = max(found.last, amount.last) if found and amount else amount.core[1] if amount else i + 1
        done = i if found or (amount and not amount.vague) else done  # "as many as 500" begins with a vague "many"


def _quantity(clause: Clause, amount: Amount) -> Quantity | None:
    if (amount.high or amount.low or 0) > LARGEST or not clause.timed.isdisjoint(range(*amount.core)):
        return None
    if clause.lower[amount.core[1] - 1] in clause.units.idle:
        return None
    made = _times(clause, amount) or _money(clause, amount) or _measured(clause, amount) or _count(clause, amount)
    if made is None or made.kind in NAMING or _is_whereabouts(clause, made):
        return None
    return _with_rate(clause, made)


def _ratio(clause: Clause, i: int, start: int) -> Quantity | None:
    """Twice what the envoy claimed, double the figure: a word for so many times, and what it is compared with."""
    factor = clause.units.ratios.get(clause.lower[i])
    if factor is None or not _compares(clause, i + 1) or i in clause.timed:
        return None
    amount = bounded(
        clause.lower, Amount(i, i + 1, (i, i + 1), factor, factor), start, clause.last, clause.units.numbers
    )
    return _base(clause, amount, i + 1, "ratio", "times")


def _times(clause: Clause, amount: Amount) -> Quantity | None:
    """Three times larger than the budget; but not "met three times"."""
    at = amount.last
    if amount.vague or _at(clause, at) not in clause.units.comparing["times"] or not _compares(clause, at + 1):
        return None
    return _base(clause, amount, at + 1, "ratio", "times")


def _compares(clause: Clause, i: int) -> bool:
    return _at(clause, i) in clause.units.comparing["follows"]


def _base(clause: Clause, amount: Amount, last: int, kind: str, unit: str) -> Quantity:
    rule = amount.rule or f"{clause.measures.prefix.rpartition('/')[0]}/units#{kind}"
    spelled = clause.lower[amount.core[0]].isalpha()
    loose = amount.vague and clause.lower[amount.core[1] - 1] in clause.units.loose
    return Quantity(
        amount.first, last, last, amount.low, amount.high, kind, unit, -1, rule,
        spelled=spelled, vague=amount.vague, loose=loose,
    )  # fmt: skip


def _behind(clause: Clause, amount: Amount) -> int:
    """The token behind a number and its hyphen, or behind "of" where the number is vague: dozens **of** tonnes."""
    joint = clause.units.numbers.links if amount.vague else DASHES
    return amount.last + 1 if _at(clause, amount.last) in joint else amount.last


def _money(clause: Clause, amount: Amount) -> Quantity | None:
    """$36 billion; 36 billion US dollars; a 36-million-dollar deal; millions of dollars."""
    lower, units, start = clause.lower, clause.units, amount.core[0]
    if start > clause.first and (code := units.signs.get(lower[start - 1])):
        return _base(clause, amount, amount.last, "money", code)
    at = _behind(clause, amount)
    word = _at(clause, at)
    if at == amount.last and word in units.signs:
        return _base(clause, amount, at + 1, "money", units.signs[word])
    kind = ""
    if word not in units.currencies:
        kind, at = word, at + 1
        word = _at(clause, at)
    codes = units.currencies.get(word)
    if codes is None or (kind and kind not in codes):
        return None
    return _late_bound(clause, _base(clause, amount, at + 1, "money", codes[kind]))


def _measured(clause: Clause, amount: Amount) -> Quantity | None:
    """422 tonnes; 18,000 square kilometres; 80 percent; a 300-km range."""
    lower = clause.lower
    at = _behind(clause, amount)
    for length in range(min(LONGEST_UNIT, clause.last - at), 0, -1):
        unit = clause.units.units.get(lower[at : at + length])
        if unit is not None:
            return _late_bound(clause, _base(clause, amount, at + length, unit.kind, unit.name))
    return None


def _is_whereabouts(clause: Clause, found: Quantity) -> bool:
    """Forty km south of a town, or the same once more in brackets: where something is, not how much."""
    if found.kind != "distance":
        return False
    bracketed = found.first > clause.first and clause.lower[found.first - 1] in "(["
    return bracketed or _at(clause, found.last) == "(" or clause.measures.plays(_at(clause, found.last), "direction")


def _late_bound(clause: Clause, found: Quantity) -> Quantity:
    """Ten tonnes or more: a bound behind the unit."""
    bound = bound_after(clause.lower, found.last, clause.last, clause.units.numbers)
    if bound is None or found.low != found.high or bound[1].effect == "both":
        return found
    low, high = (found.low, None) if bound[1].effect == "low" else (None, found.high)
    return replace(found, last=bound[0], end=bound[0], low=low, high=high, rule=bound[1].rule)


def _count(clause: Clause, amount: Amount) -> Quantity | None:
    """Fifteen flights; two Israelis; over a dozen Russian servicemen; 12 (killed)."""
    if _is_label(clause, amount) or _is_age(clause, amount) or _at(clause, amount.last) in DASHES:
        return None
    before = clause.lower[amount.first - 1] if amount.first > clause.first else ""
    head = counted_noun(clause, amount)
    made = _base(clause, amount, amount.last, "count", "")
    definite = clause.measures.plays(before, "definite")
    if head < 0:
        return replace(made, definite=definite)
    unit = singular(clause.measures, clause.lower[head])
    whose = clause.measures.plays(before, "whose")
    return replace(made, end=head + 1, head=head, unit=unit, definite=definite, whose=whose)


def _is_age(clause: Clause, amount: Amount) -> bool:
    """A girl **of seven**."""
    before = clause.lower[max(clause.first, amount.first - 2) : amount.first]
    return len(before) == 2 and before[0] in clause.measures.one_person and before[1] in clause.units.numbers.links


def _is_label(clause: Clause, amount: Amount) -> bool:
    """Article 5, Resolution 2231, [3], "2." at the start of a line, a long row of figures."""
    lower, start, last = clause.lower, amount.core[0], amount.core[1]
    digits = lower[start].isdigit()
    if start == clause.first:
        return digits and _at(clause, last) in (".", ")", ":", "]", "•")
    before, word = lower[start - 1], clause.tokens.words[start - 1]
    if before == "[" or (digits and len(lower[start]) > 7):
        return True
    if amount.first < start:
        return False
    named = digits and word[0].isupper() and start - 1 > clause.first and start - 1 not in clause.timed
    return clause.measures.plays(before, "label") or named or _glued(clause, start)


def _glued(clause: Clause, start: int) -> bool:
    """A footnote mark: figures that touch the word before them."""
    tokens = clause.tokens
    touches = tokens.ends[start - 1] == tokens.starts[start]
    return touches and (tokens.words[start - 1][-1].isalnum() or tokens.words[start - 1] in MARKED)


def counted_noun(clause: Clause, amount: Amount) -> int:
    """The token of the noun that a number counts, or -1: by the tree where it tells, else the first plural behind."""
    if clause.tree is not None:
        last = amount.core[1] - 1
        head = clause.tree.head(last)
        if clause.tree.dep(last) == "nummod" and 0 < head - last <= LONGEST_PHRASE and _names_many(clause, head):
            return head
    if amount.low == amount.high == 1:
        return _one_person(clause, amount.last)
    return _first_plural(clause, _behind(clause, amount) if amount.vague else amount.last)


def _one_person(clause: Clause, start: int) -> int:
    """One soldier: the first noun for a person, no verb or preposition before it."""
    for i in range(start, min(start + LONGEST_PHRASE, clause.last)):
        if clause.lower[i] in clause.measures.one_person:
            return i
        if clause.measures.plays(clause.lower[i], "stop") or not clause.lower[i][0].isalpha():
            break
    return -1


def _names_many(clause: Clause, i: int) -> bool:
    return clause.tree is not None and (
        clause.tree.tag(i) in ("NNS", "NNPS") or clause.lower[i] in clause.measures.plurals
    )


def _first_plural(clause: Clause, start: int) -> int:
    """The last of the first run of plurals; one in small letters before one with a capital (Hamas fighters)."""
    capital, i = -1, start
    while i < min(start + LONGEST_PHRASE, clause.last):
        word, lower = clause.tokens.words[i], clause.lower[i]
        if lower in DASHES:
            i += 2
            continue
        if clause.measures.plays(lower, "stop") or i in clause.timed or not (lower[0].isalpha() or lower[0].isdigit()):
            break
        if is_plural(clause.measures, lower) and word[0].islower():
            return _last_plural(clause, i)
        if is_plural(clause.measures, lower) or is_people(clause.measures, word):
            capital = i
        i += 1
    return capital


def _last_plural(clause: Clause, i: int) -> int:
    follows = (
        i + 1 < clause.last
        and clause.tokens.words[i + 1][0].islower()
        and is_plural(clause.measures, clause.lower[i + 1])
    )
    return i + 1 if follows and not clause.measures.plays(clause.lower[i + 1], "stop") else i


def _with_rate(clause: Clause, found: Quantity) -> Quantity:
    """Add "per year" where it stands behind the quantity, or behind what it is of."""
    lower, rates = clause.lower, clause.units.rates
    reach = 1 if found.kind == "count" else FARTHEST_RATE
    for at in range(found.last, min(found.end + reach, clause.last)):
        if not (lower[at][0].isalpha() or lower[at] in DASHES or lower[at] == "/"):
            break
        for length in (2, 1):
            per = rates.get(lower[at : min(at + length, clause.last)])
            if per is not None:
                return replace(found, per=per, last=at + length if at == found.last else found.last)
    return found


def _at(clause: Clause, i: int) -> str:
    return clause.lower[i] if i < clause.last else ""

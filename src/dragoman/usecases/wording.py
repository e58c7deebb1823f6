"""Coded fields as a sentence. Templates only: nothing is said that was not coded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.lexicon.briefs import ActRow, BriefWords
from dragoman.model import DEFAULT, Coded, Event, Interval, Party, Place, Source
from dragoman.text.fold import fold
from dragoman.usecases.checking import end_of, quotable

MOST = 4  # parties or sources that are named one by one
COUNTRY_OF = frozenset({"person", "body", "collective", "company", "party", "ngo"})
DETERMINERS = frozenset({"a", "an", "its", "his", "her", "their", "this", "that"})


@dataclass(frozen=True, slots=True)
class Nation:
    """How a country is called, and the words that already say whose something is."""

    name: str
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is made from: an event, and the day, place and sources that all its tellings together give."""

    event: Event
    content: str
    time: Interval | None
    place: Place | None
    sources: tuple[str, ...]
    after: bool  # the act lies, or may lie, after the report
    said: str = ""  # the words said, which follow


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences with the words of one language; `nations` by ISO code."""

    words: BriefWords
    nations: Mapping[str, Nation]

    def sentence(self, told: Told) -> str | None:
        """The sentence without a full stop, or None where too little was coded to say anything."""
        clause = self._clause(told)
        if clause is None:
            return None
        when = self.day(told.time) if told.time else ""
        sources = self._according(told)
        whole = ", ".join(part for part in (when, clause, sources) if part)
        return whole[:1].upper() + whole[1:]

    def _according(self, told: Told) -> str:
        """According to whom; nobody where the only source is the actor, whose own account it is."""
        actors = {fold(party.name) for party in cited(told.event.actors)}
        if told.sources and all(fold(name) in actors for name in told.sources):
            return self._phrase("own")
        return self._phrase("sources", s=self.listed(told.sources)) if told.sources else ""

    def _clause(self, told: Told) -> str | None:
        event = told.event
        row = self.words.act(event.cameo, trigger_words(event, told.content))
        actors, recipients = self.shown(event.actors, told.content), self.shown(event.recipients, told.content)
        if row is None or not (actors or (row.passive and _is_named(event.recipients))):
            return None
        said = self._active(told, row, actors, recipients) if actors else self._passive(told, row, recipients)
        if told.place is not None and _adds(told.place, recipients):
            said = f"{said} {self._phrase('in', p=self.place(told.place, recipients))}"
        if self._disputed(event):
            return f"{said}{self._phrase('denied-besides', s=self.listed(_deniers(event)))}"
        return self._denied(event, said) if event.status.value == "denied" else said

    def _active(self, told: Told, row: ActRow, actors: Sequence[Party], recipients: Sequence[Party]) -> str:
        alone = row.saying if told.said and row.saying and not self._is_clause(told.said, row) else row.alone
        forms = [form.replace("{}", self.parties(recipients)) for form in row.act] if recipients else alone
        return f"{self.parties(actors)} {self._verb(told, forms, self._plural(actors))}"

    def _is_clause(self, said: str, row: ActRow) -> bool:
        """Whether the words said do not go with a verb that ends in a preposition: not called for "to disarm"."""
        return " " in row.saying[0] and said.split()[0].lower() in self.words.phrases["clauses"].split()

    def _verb(self, told: Told, forms: Sequence[str], plural: bool) -> str:
        base, past, participle = forms
        status = told.event.status.value
        if status == "planned":
            return f"{self._be(plural)} {self._phrase('planned')} {base}"
        if self._disputed(told.event):
            return f"{self._be(plural)} {self._phrase('disputed')} {participle}"
        if status == "possible":
            later = f"{self._phrase('possible')} {base}"
            return later if told.after else f"{self._phrase('possible-past')} {participle}"
        return past

    def _passive(self, told: Told, row: ActRow, recipients: Sequence[Party]) -> str:
        who, be, status = self.parties(recipients), self._be(self._plural(recipients)), told.event.status.value
        if status == "planned":
            return f"{who} {be} {self._phrase('planned-passive')} {row.passive}"
        if self._disputed(told.event):
            return f"{who} {be} {self._phrase('disputed-passive')} {row.passive}"
        if status == "possible":
            return f"{who} {self._phrase('possible-passive' if told.after else 'possible-passive-past')} {row.passive}"
        return f"{who} {be} {row.passive}"

    def _denied(self, event: Event, said: str) -> str:
        names = _deniers(event)
        if names:
            return self._phrase("denied-by", s=self.listed(names), v=said)
        return self._phrase("denied", v=said)

    def _disputed(self, event: Event) -> bool:
        """Whether some say that a past act was done and others, by name, that it was not."""
        stances = {position.stance for position in event.positions}
        return event.status.value == "possible" and {"asserts", "denies"} <= stances and bool(_deniers(event))

    def _be(self, plural: bool) -> str:
        return self._phrase("are" if plural else "is")

    def _phrase(self, name: str, **parts: str) -> str:
        phrase = self.words.phrases[name]
        for key, value in parts.items():
            phrase = phrase.replace(f"{{{key}}}", value)
        return phrase

    def _plural(self, parties: Sequence[Party]) -> bool:
        return len(parties) > 1 or is_plural(parties[0], self.words)

    def parties(self, parties: Sequence[Party]) -> str:
        """ "A (Iran, minister of defence), B and others"."""
        return self._joined([self.party(party) for party in parties])

    def shown(self, parties: Iterable[Coded[Party]], content: str) -> list[Party]:
        """The parties that words stand for; people and things of a country by those words: Haitians, Russian planes."""
        return [self._worded(coded, content) for coded in parties if coded.evidence]

    def _worded(self, coded: Coded[Party], content: str) -> Party:
        party, words = coded.value, quotable(coded.evidence[0].of(content))
        nation = self.nations.get(party.country or "")
        if party.kind != "state" or nation is None:
            return party
        first, last = words.split()[0], words.split()[-1]
        demonyms = {fold(word) for word in nation.demonyms}
        people = first == last and words.endswith("s") and fold(words[:-1]) in demonyms
        things = first != last and fold(first) in demonyms and last.islower()
        return replace(party, name=words, kind="collective") if people or things else party

    def listed(self, names: Iterable[str]) -> str:
        """Names with their articles, joined."""
        return self._joined([self.named(quotable(name), Party(name)) for name in names])

    def _joined(self, names: Sequence[str]) -> str:
        names = list(dict.fromkeys(names))
        if len(names) > MOST:
            names = [*names[: MOST - 1], self.words.phrases["others"]]
        return f"{', '.join(names[:-1])} {self.words.phrases['and']} {names[-1]}" if len(names) > 1 else names[0]

    def party(self, party: Party) -> str:
        """A party with the country and office that its name does not say."""
        name = self._plain(quotable(party.name))
        details = ", ".join(part for part in (self._country(party), self._office(party)) if part)
        return f"{self.named(name, party)} ({details})" if details else self.named(name, party)

    def _plain(self, name: str) -> str:
        """A name without the article or pronoun before it: a White House spokesman, its state television."""
        first, _, rest = name.partition(" ")
        return rest if rest and first.lower() in DETERMINERS else name

    def _country(self, party: Party) -> str:
        nation = self.nations.get(party.country or "")
        if nation is None or party.kind not in COUNTRY_OF:
            return ""
        name = f" {fold(party.name)} "
        return "" if any(fold(word) in name for word in (nation.name, *nation.demonyms)) else nation.name

    def _office(self, party: Party) -> str:
        office = quotable(party.office or "")
        return office if party.kind == "person" and fold(office) not in fold(party.name) else ""

    def named(self, name: str, party: Party | None = None) -> str:
        """A name with its article where English gives it one."""
        the = self.words.phrases["the"]
        words = name.split()
        if not words or words[0].lower() == the:
            return name
        if party is not None and party.kind == "person" and words[-1][:1].isupper():
            return name
        titled = len(words) > 1 and "'" not in name and bool(self.words.article_words & set(words))
        if titled or name in self.words.article_names:
            return f"{the} {name}"
        common = words[-1][:1].islower() and not any(mark in word for word in words for mark in ("'", "’", "-"))
        return f"{the} {name}" if common and party is not None and not is_plural(party, self.words) else name

    def place(self, place: Place, recipients: Sequence[Party]) -> str:
        """A place with its country where nothing else in the sentence names it."""
        name, nation = self.named(quotable(place.name)), self.nations.get(place.country or "")
        if nation is None or fold(nation.name) == fold(place.name):
            return name
        known = any(party.country == place.country and party.kind == "state" for party in recipients)
        return name if known else f"{name} ({nation.name})"

    def day(self, time: Interval) -> str:
        """An interval as an adverbial: "On 22 February 2023", "In March 2023"."""
        first, last = time.start, time.end
        if first is None or last is None:
            return self._open(first, last)
        if first == last:
            return self._phrase("on", d=self.date(first))
        if (first.year, first.month, first.day) == (last.year, 1, 1) and last == end_of(last.year, None):
            return self._phrase("in-time", d=f"{first.year:04}")
        if first.day == 1 and last == end_of(first.year, first.month):
            return self._phrase("in-time", d=f"{self.words.months[first.month - 1]} {first.year:04}")
        start = str(first.day) if (first.year, first.month) == (last.year, last.month) else self.date(first)
        return self._phrase("between", d=start, e=self.date(last))

    def _open(self, first: date | None, last: date | None) -> str:
        if first is not None:
            return self._phrase("from", d=self.date(first))
        return self._phrase("until", d=self.date(last)) if last is not None else ""

    def date(self, day: date) -> str:
        """ "22 February 2023"."""
        return f"{day.day} {self.words.months[day.month - 1]} {day.year:04}"


def _is_named(parties: Iterable[Coded[Party]]) -> bool:
    """Whether a party is told by more than a pronoun: "their detention" detains no country."""
    return any(coded.evidence and not coded.rule.startswith("coreference") for coded in parties)


def _deniers(event: Event) -> list[str]:
    """The sources that words stand for and that deny an event."""
    deniers = [p.source for p in event.positions if p.stance == "denies" and p.source < len(event.sources)]
    return [event.sources[i].value.name for i in deniers if event.sources[i].evidence]


def cited(parties: Iterable[Coded[Party]]) -> list[Party]:
    """The parties that words stand for; defaults cannot be cited."""
    return [coded.value for coded in parties if coded.evidence]


def is_plural(party: Party, words: BriefWords) -> bool:
    """Whether the name of a party takes "were"."""
    name = party.name.lower()
    proper = party.kind in ("person", "state", "igo") and party.name[:1].isupper()
    last = (name.split() or [""])[-1]
    if proper or name in words.singular or last in words.singular:
        return False
    return last in words.plural or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def trigger_words(event: Event, content: str) -> list[str]:
    """The folded words of the text that name the act."""
    return [fold(word) for span in event.type.evidence for word in span.of(content).split()]


def _adds(place: Place, recipients: Sequence[Party]) -> bool:
    """Whether a place says more than the recipients do: not "struck Iraq in Iraq"."""
    names = {fold(party.name) for party in recipients}
    countries = {party.country for party in recipients if party.kind == "state"}
    return fold(place.name) not in names and not (place.precision == "country" and place.country in countries)


def source_names(sources: Iterable[Coded[Source]]) -> tuple[str, ...]:
    """Each chain of sources as one name: the speaker, and in brackets who passes it on."""
    chains: dict[int, list[Source]] = {}
    for coded in sources:
        chains.setdefault(coded.value.chain, []).append(coded.value)
    return tuple(_chain(sorted(chain, key=lambda s: s.depth)) for chain in chains.values())


def _chain(chain: Sequence[Source]) -> str:
    names = list(dict.fromkeys(quotable(source.name) for source in chain))
    return f"{names[0]} ({', '.join(names[1:])})" if len(names) > 1 else names[0]


def is_default(time: Coded[Interval] | None) -> bool:
    """Whether the day of publication stands in for a day that no words give."""
    return time is None or time.rule.startswith(DEFAULT)

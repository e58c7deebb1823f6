"""Whom a report speaks of: its mentions, roles and chains drawn together, one sighting for each actor.

Private persons are left out later, by `enrol`: here they are sightings without post and without a row of the lexicon.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.lexicon.names import name_words
from dragoman.lexicon.offices import Offices
from dragoman.model import DEFAULT, Appearance, Coded, Mention, Party, Post, Reading, Role, Sighting, Span, Spelling

RECORDS = ("events", "claims", "transfers", "statements")
SIDES = ("actors", "recipients", "subject", "target", "supplier", "recipient", "speaker", "audience")
GROUPS = frozenset({"group"})  # subkinds that only describe: Iranian forces, a delegation
STATES = frozenset({"country", "capital", "people", "nationality"})
KINDS: Mapping[str, str] = {"coalition": "igo"}


@dataclass(slots=True)
class Draft:
    """A sighting while it is put together: the mentions and roles that speak of it, and where it is spoken of."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)


def sightings(reading: Reading, offices: Offices) -> tuple[Sighting, ...]:
    """Everybody and everything that a report speaks of and that may be an actor, in the order of the text."""
    people = [*_people(reading), *_untold(reading, offices)]
    others = list(_others(reading))
    _place(reading, people, others)
    posts = _bodies(others)
    made = [_sighting(reading, draft, offices, posts) for draft in (*people, *others)]
    acting = {id for s in made if s.acting for id in s.known}
    return tuple(replace(s, company=frozenset(acting - set(s.known))) for s in made if s.names or s.posts)


def _people(reading: Reading) -> Iterator[Draft]:
    """Named people: one draft for each chain, and one for each name outside of them."""
    chained: dict[Span, Draft] = {}
    for chain in reading.coreference:
        if chain.mention >= 0 and reading.mentions[chain.mention].kind == "person":
            draft = Draft("person", spans=list(chain.spans))
            chained.update(dict.fromkeys(chain.spans, draft))
    alone: dict[tuple[str, ...], Draft] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.kind != "person":
            continue
        words = name_words(mention.span.of(reading.content))
        linked = chained.get(mention.span)
        other = linked is None or _another(linked, mention, words)
        draft = alone.setdefault(words, Draft("person")) if linked is None or other else linked
        draft.mentions.append(mention)
        draft.spans.append(mention.span)
        draft.roles += [role for role in reading.roles if role.holder == number]
    for role in reading.roles:
        if role.holder < 0 and role.span in chained:
            chained[role.span].roles.append(role)
    found = [*{id(draft): draft for draft in chained.values()}.values(), *alone.values()]
    yield from (draft for draft in found if draft.mentions)


def _another(draft: Draft, mention: Mention, words: tuple[str, ...]) -> bool:
    """Whether a full name in a chain is that of somebody else whom the lexicon knows: Li Keqiang beside Li Qiang."""
    known = {m.actor_id for m in draft.mentions if m.actor_id and m.last - m.first > 1}
    return mention.actor_id is not None and len(words) > 1 and bool(known) and mention.actor_id not in known


def _untold(reading: Reading, offices: Offices) -> Iterator[Draft]:
    """Offices without a name that one person at a time holds: "the Iranian minister of defence"."""
    told = {span for chain in reading.coreference for span in chain.spans}
    found: dict[tuple[str, str | None, str | None], Draft] = {}
    for role in reading.roles:
        if role.holder < 0 and role.span not in told and (role.country or role.body) and offices.is_sole(role.office):
            draft = found.setdefault((role.office, role.country, role.body), Draft("person"))
            draft.roles.append(role)
            draft.spans.append(role.span)
    yield from found.values()


def _others(reading: Reading) -> Iterator[Draft]:
    """States and organisations: those of the lexicon by their id, others by their name."""
    found: dict[str, Draft] = {}
    for mention in reading.mentions:
        kind = _kind(mention)
        if kind is not None:
            draft = found.setdefault(mention.actor_id or mention.name.casefold(), Draft(kind))
            draft.mentions.append(mention)
            draft.spans.append(mention.span)
    yield from found.values()


def _kind(mention: Mention) -> str | None:
    """The kind of actor that a mention of no person is, or None."""
    if mention.subkind in STATES:
        return "state" if mention.actor_id else None
    if mention.kind != "organisation" or mention.subkind in GROUPS:
        return None
    return KINDS.get(mention.subkind, mention.subkind)


def _place(reading: Reading, people: Sequence[Draft], others: Sequence[Draft]) -> None:
    """Give each draft the parties of coded records whose words lie in its own."""
    who, what = _by_token(reading, people), _by_token(reading, others)
    for record in (record for layer in RECORDS for record in getattr(reading, layer)):
        for side in SIDES:
            coded = getattr(record, side, None)
            for ordinal, party in enumerate(coded if isinstance(coded, tuple) else (coded,) if coded else ()):
                draft = _whose(reading, party, who if party.value.kind == "person" else what)
                if draft is not None:
                    draft.appearances.append(Appearance(record.id, side, ordinal))


def _by_token(reading: Reading, drafts: Iterable[Draft]) -> dict[int, Draft]:
    """Which draft each token speaks of; where two do, that of the shorter words."""
    widest = sorted(
        ((span, draft) for draft in drafts for span in draft.spans), key=lambda item: item[0].start - item[0].end
    )
    return {i: draft for span, draft in widest for i in reading.tokens.inside(span)}


def _whose(reading: Reading, party: Coded[Party], at: Mapping[int, Draft]) -> Draft | None:
    tokens = (i for span in party.evidence for i in reading.tokens.inside(span))
    found = [draft for i in tokens if (draft := at.get(i)) is not None]
    return next((d for d in found if party.value.kind != "state" or d.kind == "state"), None)


def _bodies(others: Iterable[Draft]) -> dict[str, str]:
    """The ids of the bodies that the report names, by name: an office is held in one of them."""
    return {m.name: m.actor_id for draft in others for m in draft.mentions if m.actor_id}


def _sighting(reading: Reading, draft: Draft, offices: Offices, bodies: Mapping[str, str]) -> Sighting:
    posts = tuple(_posts(reading, draft, offices, bodies))
    known = tuple(dict.fromkeys(m.actor_id for m in draft.mentions if m.actor_id))
    told = [post.country for post in posts if post.country]
    countries = Counter(told or [m.country for m in draft.mentions if m.country and _said(m)])
    sectors = [*(r.sector for r in draft.roles if r.sector), *(m.sector for m in draft.mentions if m.sector)]
    return Sighting(
        kind=draft.kind,
        day=reading.document.published,
        names=tuple(_spellings(reading, draft)),
        country=countries.most_common(1)[0][0] if countries else None,
        sector=sectors[0] if sectors else None,
        posts=posts,
        known=known,
        appearances=tuple(dict.fromkeys(draft.appearances)),
    )


def _said(mention: Mention) -> bool:
    """Whether the report itself gives the country, not the row of the lexicon that a person's name led to."""
    return mention.kind != "person" or mention.actor_id is None


def _posts(reading: Reading, draft: Draft, offices: Offices, bodies: Mapping[str, str]) -> Iterator[Post]:
    """Each office once, with the first words that name its holder; one no longer held is called former."""
    seen: set[tuple[str, str | None, str | None]] = set()
    for role in sorted(draft.roles, key=lambda role: (role.holder < 0, role.span)):
        words = role.span.of(reading.content).lower().replace("-", " ").split()
        past = not offices.past.isdisjoint(words) and offices.past.isdisjoint(role.office.split())
        office = f"former {role.office}" if past else role.office
        body = bodies.get(role.body, role.body) if role.body else None
        if role.office not in offices.private and (office, role.country, body) not in seen:
            seen.add((office, role.country, body))
            day = _day_told(reading, role) or reading.document.published
            yield Post(office, role.country, body, role.span, offices.is_sole(office), day)


def _day_told(reading: Reading, role: Role) -> date | None:
    """The one day on which the words of the sentence put what its holder does."""
    for event in reading.events:
        time = event.time
        if event.sentence.covers(role.span) and time is not None and not time.rule.startswith(DEFAULT):
            return time.value.start if time.value.start == time.value.end else None
    return None


def _spellings(reading: Reading, draft: Draft) -> Iterator[Spelling]:
    """Each spelling once, the one of most words first; adjectives of a nation are no names of a state."""
    first: dict[str, Span] = {}
    for mention in draft.mentions:
        if mention.subkind not in ("nationality", "capital", "people"):
            first.setdefault(" ".join(mention.span.of(reading.content).split()), mention.span)
    for words in sorted(first, key=lambda words: -len(name_words(words))):
        yield Spelling(words, first[words])

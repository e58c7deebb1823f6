"""Sightings in, actors out: each of the likely ones is the same, may be, or is another. Rather two than one wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.names import name_words
from dragoman.linking.actor_keys import name_keys_of, stored_keys
from dragoman.linking.actor_score import SAME, UNSURE, score
from dragoman.linking.judgements import Decisions
from dragoman.model import Doubt, Entry, Post, Profile, Report, Sighting, Term
from dragoman.model.identity import actor_id, is_minted
from dragoman.text.fold import fold_all

MARGIN = 1.0  # by so much a short name must fit one actor better than the next
DOUBTFUL = 3.0  # an actor that fits worse than the best by more than this is no longer in doubt

Scored = tuple[float, tuple[str, ...], Profile]
Proposed = tuple[Sighting, Sequence[Profile]]


@dataclass(frozen=True, slots=True)
class Background:
    """What is known before a report is resolved.

    `earlier` tells which actor each spelling of the report was taken for when it was filed before, `titles` the names
    of the lexicon's rows by id.
    """

    earlier: Mapping[str, str]
    decided: Decisions
    titles: Mapping[str, str]


def resolve(report: Report, found: Sequence[Proposed], background: Background) -> tuple[Entry, ...]:
    """The actors of a report, those of whom it says most first. Each sighting comes with those that it may be.

    Private persons are left out: whoever has neither office nor row of the lexicon is entered only as somebody known.
    """
    told: dict[str, Profile] = {}
    by_key: dict[str, set[str]] = {}
    entries: list[Entry] = []
    for sighting, proposed in sorted(found, key=lambda item: _rank(item[0])):
        keys = {key for spelling in sighting.names for key in name_keys_of(spelling.words)}
        near = {id for key in keys for id in by_key.get(key, ())}
        ours = {profile.id: profile for profile in proposed} | {id: told[id] for id in sorted(near)}
        entry = _entry(report, sighting, tuple(told.get(id, profile) for id, profile in ours.items()), background, told)
        if entry is not None:
            entries.append(replace(entry, keys=_keys(sighting)))
            told[entry.actor] = _told(entry, ours.get(entry.actor))
            for key in keys:
                by_key.setdefault(key, set()).add(entry.actor)
    return tuple(entries)


def _keys(sighting: Sighting) -> frozenset[str]:
    """What the actor will be found under. What the lexicon names for good needs no keys."""
    if sighting.kind != "person" and sighting.known:
        return frozenset()
    names = [spelling.words for spelling in sighting.names]
    sole = (_term(post, sighting) for post in sighting.posts if post.sole)
    return stored_keys(sighting.kind, names, sighting.country, sole)


def is_public(sighting: Sighting) -> bool:
    """Whether somebody may be registered: a public office, a row of the lexicon; of organisations one that acts."""
    if sighting.kind != "person":
        return bool(sighting.known or sighting.appearances)
    return bool(sighting.known or (sighting.names and sighting.posts))


def _rank(sighting: Sighting) -> tuple[bool, bool, bool, int]:
    """Organisations first, then people by how much is said of them: an office, a full name."""
    words = max((len(name_words(spelling.words)) for spelling in sighting.names), default=0)
    return (sighting.kind == "person", words < 2, not sighting.posts, -words)


def _entry(
    report: Report,
    sighting: Sighting,
    ours: Sequence[Profile],
    background: Background,
    told: Mapping[str, Profile],
) -> Entry | None:
    """Whom a sighting is taken for: somebody known, somebody new, or nobody."""
    text, titles = report.text.id, background.titles
    if sighting.kind != "person" and sighting.known:
        id = sighting.known[0]
        name = titles.get(id, sighting.names[0].words)
        return _taken(Entry(text, sighting, id, name, SAME, ("lexicon: yes",)), None)
    scored: list[Scored] = sorted(((*score(sighting, p), p) for p in ours), key=_order)
    likely = [item for item in scored if item[0] >= UNSURE]
    if likely and likely[0][0] >= SAME and _clear(sighting, likely, background.decided):
        value, why, best = likely[0]
        rivals = () if best.here else _doubts(likely[1:], value - DOUBTFUL)  # a report's own fuller name settles it
        return _taken(Entry(text, sighting, best.id, best.name, value, why, rivals), best)
    if not is_public(sighting):
        return None
    made = _minted(report, sighting, background.earlier, told)
    doubts = _doubts((item for item in likely if item[2].id != made), UNSURE)
    return _taken(Entry(text, sighting, made, sighting.names[0].words, 0.0, (), doubts), None)


def _taken(entry: Entry, known: Profile | None) -> Entry:
    """An entry with country and sector of the actor: those known before, else those that the report gives."""
    country, sector = (known.country, known.sector) if known else (None, None)
    return replace(entry, country=country or entry.sighting.country, sector=sector or entry.sighting.sector)


def _order(item: Scored) -> tuple[float, bool, str]:
    return (-item[0], is_minted(item[2].id), item[2].id)


def _clear(sighting: Sighting, likely: Sequence[Scored], decided: Decisions) -> bool:
    """Whether one actor fits best. Of two that fit a full name alike the best is taken, and the doubt noted."""
    best = decided.stands_for(likely[0][2].id)
    rival = next((value for value, _, profile in likely if decided.stands_for(profile.id) != best), 0.0)
    full = any(len(name_words(spelling.words)) > 1 for spelling in sighting.names)
    return full or likely[0][0] - rival >= MARGIN


def _doubts(others: Iterable[Scored], least: float) -> tuple[Doubt, ...]:
    return tuple(Doubt(profile.id, value, why) for value, why, profile in others if value >= least)


def _minted(report: Report, sighting: Sighting, earlier: Mapping[str, str], told: Mapping[str, Profile]) -> str:
    """The id of somebody new: the one given to the same name of the same report before, else one of its own."""
    names = [fold_all(spelling.words) for spelling in sighting.names]
    before = (earlier[name] for name in names if name in earlier)
    kept = next((id for id in before if is_minted(id) and id not in told), None)
    return kept or actor_id(report.document.id, sighting.kind, names[0])


def _told(entry: Entry, known: Profile | None) -> Profile:
    """An actor with what the report has just said of it."""
    sighting = entry.sighting
    names = tuple(spelling.words for spelling in sighting.names)
    base = known or Profile(entry.actor, sighting.kind, entry.name, sighting.country, sighting.sector)
    return replace(
        base,
        names=tuple(dict.fromkeys((*base.names, *names))),
        terms=(*base.terms, *(_term(post, sighting) for post in sighting.posts)),
        country=base.country or sighting.country,
        here=True,
    )


def _term(post: Post, sighting: Sighting) -> Term:
    day = post.day or sighting.day
    return Term(post.office, post.country, post.body, day, day)

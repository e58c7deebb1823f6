"""Link the mentions of one report that are one person or group: name tails, spellings, titles without names, pronouns.

Precise rather than greedy: what cannot be told stays alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.lexicon.names import name_score
from dragoman.lexicon.references import References
from dragoman.model import Chain, Reading, Role, Span, Tree
from dragoman.stages.takers import Nouns, groups, happenings, organisations, pairs

MAY_BE_ONE = 0.3  # score of two names in one report, where a family name alone is somebody who is named in full
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def chain_finder(words: References, nouns: Nouns) -> Callable[[Reading], Reading]:
    """Build the stage that fills `coreference`. Needs mentions and roles; uses trees where there are any."""

    def find_chains(reading: Reading) -> Reading:
        people = _people(reading)
        known = _by_office(reading, people)
        titled = dict(_titled(reading, people, known))
        named = [(reading.roles[r].span, group) for r, group in titled.items()]
        named += _counterparts(reading, people, known, words)
        named += _pronouns(reading, people, named, words)
        chains = [_chain(reading, group, [span for span, whose in named if whose is group]) for group in people]
        return replace(
            reading,
            coreference=(
                *(chain for chain in chains if len(chain.spans) > 1),
                *_unnamed(reading, titled),
                *organisations(reading, words),
                *groups(reading, words, nouns),
                *pairs(reading, words, nouns),
                *happenings(reading, words, nouns),
            ),
        )

    return find_chains


Group = list[int]
Office = tuple[str, str | None, bool]  # the office, whose it is, whether it is over


def _chain(reading: Reading, group: Group, others: Sequence[Span]) -> Chain:
    spans = (*(reading.mentions[k].span for k in group), *others)
    return Chain(tuple(sorted(spans)), _fullest(reading, group))


def _people(reading: Reading) -> list[Group]:
    """Mentions of people, grouped by name."""
    groups: list[Group] = []
    names: list[str] = []
    told = {k: m.span.of(reading.content) for k, m in enumerate(reading.mentions) if m.kind == "person"}
    for k in sorted(told, key=lambda k: (-len(told[k].split()), k)):
        home = [g for g, name in enumerate(names) if name_score(told[k], name) >= MAY_BE_ONE]
        if home:
            groups[_nearest(reading, groups, home, k)].append(k)
        else:
            groups.append([k])
            names.append(told[k])
    return groups


def _nearest(reading: Reading, groups: Sequence[Group], home: Sequence[int], k: int) -> int:
    """Of several that a short name may be, the one spoken of last."""

    def distance(g: int) -> tuple[bool, int]:
        gaps = [k - other for other in groups[g]]
        before = [gap for gap in gaps if gap > 0]
        return (not before, min(before or [-gap for gap in gaps]))

    return min(home, key=distance)


def _fullest(reading: Reading, group: Group) -> int:
    """The mention that stands for a person: one the registry knows, unless the fullest name is somebody else's."""
    mentions = reading.mentions
    fullest = min(group, key=lambda k: (-(mentions[k].last - mentions[k].first), k))
    name = mentions[fullest].span.of(reading.content)
    known = (k for k in group if mentions[k].actor_id and name_score(name, mentions[k].name) >= MAY_BE_ONE)
    return next(known, fullest)


def _office(role: Role, country: str | None) -> Office:
    return role.office, country, role.status == "former"


def _by_office(reading: Reading, people: Sequence[Group]) -> Mapping[Office, list[Group]]:
    """Who is given an office (of a country, or of any) in the report."""
    holders: dict[Office, list[Group]] = {}
    owner = {k: group for group in people for k in group}
    for role in reading.roles:
        if role.holder >= 0 and (group := owner.get(role.holder)) is not None:
            for key in {_office(role, role.country), _office(role, None)}:
                known = holders.setdefault(key, [])
                if group not in known:
                    known.append(group)
    return holders


def _titled(
    reading: Reading, people: Sequence[Group], holders: Mapping[Office, list[Group]]
) -> Iterator[tuple[int, Group]]:
    """Offices without a name, with the one person who is given that office (and country) in the report."""
    owner = {k: group for group in people for k in group}
    given: dict[int, Group] = {}
    for r, role in enumerate(reading.roles):
        if role.holder >= 0 or _indefinite(reading, role):
            continue
        near = _last_of_rank(reading, r)
        found = holders.get(_office(role, role.country), [])
        if near is not None and (role.country is None or not found):
            group = owner.get(reading.roles[near].holder, given.get(near))
        else:
            group = found[0] if len(found) == 1 else None
        if group is not None:
            given[r] = group
            yield r, group


def _last_of_rank(reading: Reading, r: int) -> int | None:
    """ "The minister" after "the Minister of Education, Naeem al-Aboudi": the last of that rank in the paragraph."""
    role = reading.roles[r]
    section = next((s.span for s in reading.sections if s.span.covers(role.span)), None)
    before = (
        k
        for k in range(r - 1, -1, -1)
        if section is not None
        and section.covers(reading.roles[k].span)
        and (reading.roles[k].office == role.office or reading.roles[k].office.startswith(f"{role.office} "))
        and role.country in (None, reading.roles[k].country)
        and (role.status == "former") is (reading.roles[k].status == "former")
    )
    return next(before, None)


def _unnamed(reading: Reading, titled: Mapping[int, Group]) -> Iterator[Chain]:
    """Offices that nobody is named for, where one takes up the other: the Iraqi trade minister … **the minister**."""
    found: dict[Office, list[Span]] = {}
    key_of: dict[int, Office] = {}
    for r, role in enumerate(reading.roles):
        if role.holder >= 0 or r in titled or _indefinite(reading, role):
            continue
        near = _last_of_rank(reading, r) if role.country is None else None
        key_of[r] = key_of.get(near, _office(role, role.country)) if near is not None else _office(role, role.country)
        found.setdefault(key_of[r], []).append(role.span)
    return (Chain(tuple(spans), -1) for spans in found.values() if len(spans) > 1)


def _counterparts(
    reading: Reading, people: Sequence[Group], holders: Mapping[Office, list[Group]], words: References
) -> Iterator[tuple[Span, Group]]:
    """His Syrian **counterpart**: the person named right behind, else who holds the same office of that country."""
    tokens = reading.tokens
    owner = {k: group for group in people for k in group}
    starts = {m.first: k for k, m in enumerate(reading.mentions) if m.kind == "person"}
    ends = {m.last: m for m in reading.mentions if m.kind in ("nationality", "place") and m.country}
    for i, word in enumerate(tokens.lower):
        if word not in words.counterpart or i not in ends:
            continue
        span = tokens.span(ends[i].first, i + 1)
        behind = i + 1 + (i + 1 < len(tokens) and tokens.words[i + 1] == ",")
        if behind in starts:
            yield span, owner[starts[behind]]
            continue
        office = next((r for r in reversed(reading.roles) if r.span.end <= span.start), None)
        found = holders.get(_office(office, ends[i].country), []) if office is not None else []
        if len(found) == 1:
            yield span, found[0]


def _indefinite(reading: Reading, role: Role) -> bool:
    return role.span.of(reading.content).lower().startswith(("a ", "an ", "another ", "some "))


def _pronouns(
    reading: Reading, people: Sequence[Group], named: Sequence[tuple[Span, Group]], words: References
) -> Iterator[tuple[Span, Group]]:
    """He, his, she: the person who was last the subject, or last spoken of, in this paragraph."""
    at = {reading.mentions[k].head: group for group in people for k in group}
    for span, group in named:
        at.update(dict.fromkeys(reading.tokens.inside(span), group))
    section, subject, latest = -1, None, None
    for k, sentence in enumerate(reading.sentences):
        if sentence.section != section:
            section, subject, latest = sentence.section, None, None
        tree = reading.trees[k] if k < len(reading.trees) else None
        first_subject = None
        ahead = _main_subject(tree, at)
        for i in range(sentence.first, sentence.last):
            if i in at:
                latest = at[i]
                if first_subject is None and _is_subject(tree, i):
                    first_subject = subject = at[i]
            elif reading.tokens.lower[i] in words.singular:
                who = at[ahead] if ahead is not None and i < ahead else subject or latest
                if who is not None:
                    yield reading.tokens.span(i, i + 1), who


def _main_subject(tree: Tree | None, at: Mapping[int, Group]) -> int | None:
    """The subject of the main clause, whom a pronoun before it means: during **his** visit the minister met …"""
    if tree is None:
        return None
    roots = [i for i in range(tree.first, tree.last) if tree.head(i) == i]
    return next((k for root in roots for k in tree.kids(root, *SUBJECTS) if k in at), None)


def _is_subject(tree: Tree | None, i: int) -> bool:
    if tree is None:
        return False
    return (
        any(tree.dep(j) in SUBJECTS for j in (i, *tree.ancestors(i)) if tree.tag(j)[:1] in "NP")
        and tree.dep(i) != "nmod"
    )

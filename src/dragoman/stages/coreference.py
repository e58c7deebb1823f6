"""Link the mentions of one report that are one person or group: name tails, spellings, titles without names, pronouns.

Precise rather than greedy: what cannot be told stays alone.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.lexicon.names import name_score
from dragoman.model import Chain, Reading, Role, Span, Tree

SINGULAR = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
MAY_BE_ONE = 0.3  # score of two names in one report, where a family name alone is somebody who is named in full
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def chain_finder(nouns: Collection[str]) -> Callable[[Reading], Reading]:
    """Build the stage that fills `coreference`. Needs mentions and roles; uses trees where there are any.

    `nouns` name groups that a definite article takes up again (delegation, government, troops).
    """

    def find_chains(reading: Reading) -> Reading:
        people = _people(reading)
        titled = list(_titled(reading, people))
        pronouns = list(_pronouns(reading, people, dict(titled)))
        chains = []
        for group in people:
            spans = [reading.mentions[k].span for k in group]
            spans += [reading.roles[r].span for r, chain in titled if chain is group]
            spans += [span for span, chain in pronouns if chain is group]
            chains.append(Chain(tuple(sorted(spans)), _fullest(reading, group)))
        groups = _described(reading, nouns)
        return replace(reading, coreference=tuple(chain for chain in (*chains, *groups) if len(chain.spans) > 1))

    return find_chains


Group = list[int]


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


def _titled(reading: Reading, people: Sequence[Group]) -> Iterator[tuple[int, Group]]:
    """Offices without a name, with the one person who is given that office (and country) in the report."""
    holders: dict[tuple[str, str | None], list[Group]] = {}
    owner = {k: group for group in people for k in group}
    for role in reading.roles:
        if role.holder >= 0 and (group := owner.get(role.holder)) is not None:
            for key in {(role.office, role.country), (role.office, None)}:
                known = holders.setdefault(key, [])
                if group not in known:
                    known.append(group)
    for r, role in enumerate(reading.roles):
        if role.holder >= 0 or _indefinite(reading, role):
            continue
        found = holders.get((role.office, role.country), [])
        if len(found) == 1:
            yield r, found[0]
        elif not found and (near := _last_holder(reading, role, owner)) is not None:
            yield r, near


def _last_holder(reading: Reading, role: Role, owner: Mapping[int, Group]) -> Group | None:
    """ "The minister" after "the Minister of Education, Naeem al-Aboudi": the last of that rank in the paragraph."""
    section = next((s.span for s in reading.sections if s.span.covers(role.span)), None)
    before = [
        known
        for known in reading.roles
        if known.holder in owner
        and known.span.end <= role.span.start
        and section is not None
        and section.covers(known.span)
        and known.office.startswith(f"{role.office} ")
        and role.country in (None, known.country)
    ]
    return owner[before[-1].holder] if before else None


def _indefinite(reading: Reading, role: Role) -> bool:
    return role.span.of(reading.content).lower().startswith(("a ", "an ", "another ", "former ", "some "))


def _pronouns(reading: Reading, people: Sequence[Group], titled: Mapping[int, Group]) -> Iterator[tuple[Span, Group]]:
    """He, his, she: the person who was last the subject, or last spoken of, in this paragraph."""
    at = {reading.mentions[k].head: group for group in people for k in group}
    for r, group in titled.items():
        at.update(dict.fromkeys(reading.tokens.inside(reading.roles[r].span), group))
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
            elif reading.tokens.lower[i] in SINGULAR:
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


def _described(reading: Reading, nouns: Collection[str]) -> Iterator[Chain]:
    """Groups named by a noun: "the delegation" is the last one whose country was told, "an Iranian delegation"."""
    lower = reading.tokens.lower
    ends = {m.last: k for k, m in enumerate(reading.mentions) if m.kind in OWNERS and m.country}
    told: dict[str, tuple[int, list[Span]]] = {}
    for i, word in enumerate(lower):
        if word not in nouns:
            continue
        owner = _owner(lower, ends, i)
        if owner is not None:
            if word in told and len(told[word][1]) > 1:
                yield Chain(tuple(told[word][1]), told[word][0])
            told[word] = (owner, [reading.tokens.span(i, i + 1)])
        elif word in told and lower[i - 1] in DEFINITE:
            told[word][1].append(reading.tokens.span(i, i + 1))
    yield from (Chain(tuple(spans), owner) for owner, spans in told.values())


def _owner(lower: Sequence[str], ends: Mapping[int, int], i: int) -> int | None:
    """The country named up to three words before a noun: an **Iranian** parliamentary delegation."""
    for j in range(i, max(i - 4, -1), -1):
        if j in ends:
            return ends[j]
        if j < i and lower[j] in STOPS:
            return None
    return None


OWNERS = frozenset({"nationality", "place"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
STOPS = frozenset({"the", "a", "an", ",", ".", "and", "of", "to", "with", "in", "by"})

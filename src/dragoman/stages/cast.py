"""Who the words of a reading stand for: mentions, roles and coreference seen from a token."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.lexicon.agents import THING, Agent
from dragoman.lexicon.lemmas import singular
from dragoman.lexicon.people import Registry
from dragoman.model import Coded, Mention, Party, Reading, Role, Span, Tree
from dragoman.stages.times import timed_tokens

MODIFIERS = ("nmod:poss", "amod", "compound", "nmod", "nmod:desc", "appos", "flat")
OF_CASES = frozenset({"of", "from", "in", "at", "for", "near", "inside", "by", "on", "within"})
KINDS = {
    "igo": "igo",
    "ngo": "ngo",
    "company": "company",
    "party": "party",
    "armed_group": "armed_group",
    "outlet": "outlet",
    "coalition": "igo",
    "collective": "collective",
}
TAKEN_UP = frozenset({"it", "they", "them", "its", "their", "he", "she", "his", "her"})
SPEAKING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obl", "nmod:poss"})
SITES = frozenset({"in", "on", "at", "near", "against", "over", "around"})
REGIONAL = frozenset({"place", "nationality"})
PAIRED = frozenset({"two", "both"})
SIDES = frozenset({"country", "nation", "side", "state", "government", "neighbour", "neighbor", "capital", "party"})
LOOK_BACK = 600  # characters before "both sides" in which the two are looked for
GROUPS = frozenset({"delegation", "group", "team", "mission", "committee", "coalition", "union", "alliance", "council"})
BELONGING = frozenset({"belong"})
HOLDING = frozenset({"hold", "control", "run", "rule", "govern", "dominate", "lead"})
INCLUDING = frozenset({"including", "include", "such", "like", "especially", "notably"})
ARMS = Agent("arms", "MIL", THING)
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Cast:
    """Look-ups over one reading, by token. Built once a reading."""

    reading: Reading
    agents: Mapping[str, Agent]
    transparent: frozenset[str]
    registry: Registry
    place_country: Mapping[int, str]
    mention_at: Mapping[int, Mention]
    chain_at: Mapping[int, Mention]
    role_of: Mapping[int, Role]
    title_at: Mapping[int, Role]
    timed: frozenset[int]


def make_cast(reading: Reading, agents: Mapping[str, Agent], transparent: frozenset[str], registry: Registry) -> Cast:
    """Index a reading's mentions, coreference chains and roles by token."""
    mentions = reading.mentions
    inside = reading.tokens.inside
    by_span = {m.span: k for k, m in enumerate(mentions)}
    chain_at: dict[int, Mention] = {}
    leader: dict[int, int] = {}
    for chain in reading.coreference:
        for span in chain.spans:
            if chain.mention >= 0:
                chain_at.update(dict.fromkeys(inside(span), mentions[chain.mention]))
            if span in by_span:
                leader[by_span[span]] = chain.mention
    role_of: dict[int, Role] = {}
    for role in reading.roles:
        if role.holder >= 0:
            who = leader.get(role.holder, role.holder)
            known = role_of.get(mentions[who].first)
            if known is None or (known.country is None and role.country is not None):
                role_of[mentions[who].first] = role
    return Cast(
        reading=reading,
        agents=agents,
        transparent=transparent,
        registry=registry,
        place_country={i: p.place.country for p in reading.places if p.place.country for i in range(p.first, p.last)},
        mention_at={i: m for m in sorted(mentions, key=_width) for i in range(m.first, m.last)},
        chain_at=chain_at,
        role_of=role_of,
        timed=timed_tokens(reading),
        title_at={i: role for role in reading.roles for i in inside(role.span)},
    )


def _width(mention: Mention) -> int:
    return mention.last - mention.first


def parties_at(cast: Cast, tree: Tree, i: int, sides: bool = True) -> list[Coded[Party]]:
    """The parties that the noun phrase headed by token `i` stands for, coordinated ones each on its own.

    A head that is no actor is read through: "the Aleppo airport" is Syria's, "an Iranian drone" Iran's. With `sides`
    false only the first is read.
    """
    heads = [i, *_coordinated(tree, i)] if sides else [i]
    heads = [k for head in heads for k in _listed(tree, _plain(cast, tree, head)) or [head]]
    meant = _plain(cast, tree, i)
    found: list[Coded[Party]] = (_of_two(cast, tree, meant) or _both(cast, tree, meant)) if sides else []
    if found:
        return found
    for head in heads:
        party = party_at(cast, tree, head)
        for one in [party] if party is not None else _taken_up(cast, tree, head):
            if _somebody(one) and all(one.value != other.value for other in found):
                found.append(one)
    return found


def _somebody(party: Coded[Party]) -> bool:
    """Countries and sides that the words do not name are nobody."""
    return party.value.country is not None or party.value.kind != "state"


def _taken_up(cast: Cast, tree: Tree, i: int) -> list[Coded[Party]]:
    """It or they: the subjects of a clause above, as in "Switzerland said **it** had expelled two diplomats"."""
    if cast.reading.tokens.lower[i] not in TAKEN_UP or tree.dep(i) not in ("nsubj", "nsubj:pass", "nmod:poss"):
        return []
    words = (cast.reading.tokens.span(i, i + 1),)
    for verb in _clauses_above(tree, i):
        clauses = (verb, *(k for k in tree.kids(verb, "advcl") if k < i))  # after Iraq had asked for it, they sent
        subjects = [k for clause in clauses for k in tree.kids(clause, "nsubj", "nsubj:pass") if k < i]
        heads = [k for subject in subjects for k in (subject, *_coordinated(tree, subject))]
        found = [party for k in heads if k < i and (party := party_at(cast, tree, k)) is not None]
        if found:
            return [replace(party, rule="coreference#clause", evidence=words, score=0.7) for party in found]
    return []


def _clauses_above(tree: Tree, i: int) -> list[int]:
    """The heads above a token; for **its** words those of its own clause too."""
    above = list(tree.ancestors(i))
    own = tree.dep(i) == "nmod:poss" or any(k < i for k in tree.kids(tree.head(i), "advcl"))
    return above if own else above[1:]


def _of_two(cast: Cast, tree: Tree, i: int) -> list[Coded[Party]]:
    """One noun for two countries: **Chinese and Iranian** officials, the ministers of **Egypt and Ethiopia**."""
    agent = cast.agents.get(tree.lemma(i))
    if agent is None:
        return []
    of = tuple(k for k in tree.kids(i, "nmod") if "of" in cases(tree, k))
    for first in (*tree.kids(i, "amod", "compound", "nmod:poss"), *of):
        beside = [m for k in (first, *tree.kids(first, "conj")) if (m := cast.mention_at.get(k)) is not None]
        owners = [m for m in beside if m.country and m.kind in ("nationality", "place")]
        if len({m.country for m in owners}) > 1:
            return [_one_of_two(cast, agent, m, i) for m in owners]
    return []


def _both(cast: Cast, tree: Tree, i: int) -> list[Coded[Party]]:
    """The two last told of, where a phrase takes them up: **both sides**, the two countries, the two presidents."""
    lower = cast.reading.tokens.lower
    agent = cast.agents.get(tree.lemma(i))
    people = agent is not None and agent.kind == "person"
    if not any(lower[k] in PAIRED for k in tree.kids(i, "det", "nummod")) or not (people or tree.lemma(i) in SIDES):
        return []
    start = cast.reading.tokens.starts[i]
    words, found = (cast.reading.tokens.span(max(tree.first, i - 1), i + 1),), dict[str, Coded[Party]]()
    for mention in reversed(cast.reading.mentions):
        if mention.span.end > start or mention.country is None or mention.country in found:
            continue
        if start - mention.span.start > LOOK_BACK:
            break
        party = _person(cast, mention) if people and mention.kind == "person" else None
        party = party or (_state(cast, mention) if not people and mention.subkind != "outlet" else None)
        if party is not None:
            found[mention.country] = replace(party, rule="context/two-sides", evidence=words, score=0.5)
        if len(found) == len(PAIRED):
            return list(reversed(found.values()))
    return []


def _one_of_two(cast: Cast, agent: Agent, owner: Mention, i: int) -> Coded[Party]:
    name = f"{owner.span.of(cast.reading.content)} {cast.reading.tokens.words[i]}"
    return Coded(Party(name, owner.country, agent.kind, agent.sector), owner.rule, (owner.span,), 0.8)


def _plain(cast: Cast, tree: Tree, i: int) -> int:
    """The noun behind "a series of": the one that is meant."""
    if tree.lemma(i) in cast.transparent:
        return next((k for k in tree.kids(i, "nmod") if "of" in cases(tree, k)), i)
    return i


def _listed(tree: Tree, i: int) -> list[int]:
    """Those whom a general word only announces: officials **including** Raisi and Bagheri."""
    first = [k for k in tree.kids(i, "nmod", "appos", "obl", "acl") if cases(tree, k) & INCLUDING]
    return [k for head in first for k in (head, *_coordinated(tree, head))]


def _coordinated(tree: Tree, i: int) -> list[int]:
    found = []
    for kid in tree.kids(i, "conj"):
        if tree.tag(kid)[:1] in "NPJC" or tree.tag(kid) == "DT":
            found += [kid, *_coordinated(tree, kid)]
    return found


def party_at(cast: Cast, tree: Tree, i: int, depth: int = 0) -> Coded[Party] | None:
    """The one party that the phrase headed by token `i` stands for, or None."""
    if depth > DEEPEST:
        return None
    title = cast.title_at.get(i)
    mention = cast.mention_at.get(i)
    if mention is not None and mention.kind == "person":
        return _person(cast, mention)
    named = next(
        (m for k in tree.kids(i, "flat") if (m := cast.mention_at.get(k)) is not None and m.kind == "person"), None
    )
    if mention is None and named is not None:
        return _person(cast, named)
    if title is not None and title.office:
        return _titled(cast, tree, title, i, depth)
    if i in cast.chain_at and tree.tag(i).startswith("PRP"):
        return _pronoun(cast, i)
    if mention is not None:
        read = _armed if mention.kind in ("weapon", "platform") else _named
        return read(cast, tree, mention, i, depth)
    if tree.lemma(i) in cast.transparent or tree.tag(i) in ("CD", "DT", "$"):
        inner = _through_of(cast, tree, i, depth)
        if inner is not None:
            return _members(inner) if tree.lemma(i) == "member" else inner
    agent = cast.agents.get(tree.lemma(i)) or cast.agents.get(cast.reading.tokens.lower[i])
    if agent is not None and agent.kind != THING and tree.tag(i)[:1] == "N":
        return _described(cast, tree, agent, i, depth)
    return _in_sector(_owned(cast, tree, i, depth), agent)


def _armed(cast: Cast, tree: Tree, mention: Mention, i: int, depth: int) -> Coded[Party] | None:
    """Who has a weapon or craft: the country that its mention names, else the one that the words beside it name."""
    described = mention.country is not None and mention.last - mention.first > 1
    owner = _state(cast, mention) if described else _owned(cast, tree, i, depth)
    return _in_sector(owner, cast.agents.get(tree.lemma(i)) if mention.subkind == "generic" else ARMS)


def _in_sector(owner: Coded[Party] | None, thing: Agent | None) -> Coded[Party] | None:
    """Whose thing it is, in the sector that has such: Israeli **tanks** are military, Iraqi **homes** civilian."""
    if owner is None or thing is None or owner.value.kind != "state":
        return owner
    return replace(owner, value=replace(owner.value, sector=thing.sector))


def _members(party: Coded[Party]) -> Coded[Party]:
    """Members of a body are not the body: five members of the Guards were killed."""
    if party.value.kind in ("state", "person", "collective", "igo"):
        return party  # the members of the Security Council speak for it
    return replace(
        party, value=replace(party.value, name=f"members of {party.value.name}", kind="collective", actor_id=None)
    )


def _person(cast: Cast, mention: Mention) -> Coded[Party]:
    leader = cast.chain_at.get(mention.first, mention)
    role = cast.role_of.get(leader.first)
    if role is None:
        office = cast.registry.office(leader.actor_id, cast.reading.document.published)
        kind = "igo" if leader.sector == "IGO" and leader.country is None else "person"
        sector = _official(leader.sector, office)
        party = Party(leader.name, leader.country, kind, sector, office, actor_id=leader.actor_id)
        return Coded(party, mention.rule, (mention.span,), 0.8)
    country, kind = role.country or leader.country, _kind_of(cast, role)
    sector = _official(role.sector, role.title)
    if cast.registry.contradicts(leader.actor_id, role.office):
        words = " ".join(mention.span.of(cast.reading.content).split())
        return Coded(Party(words, country, kind, role.sector, role.title), "mentions#namesake", (mention.span,), 0.7)
    party = Party(leader.name, country, kind, sector, role.title, actor_id=leader.actor_id)
    return Coded(party, mention.rule, (mention.span,), 0.9)


def _official(sector: str | None, office: str | None) -> str | None:
    """PLOVER's sector of a person in office: who governs an organisation of states governs; who did is of the elite."""
    if office is not None and office.startswith("former "):
        return "ELI"
    return "GOV" if sector == "IGO" else sector


def _kind_of(cast: Cast, role: Role) -> str:
    """Who holds an office of an organisation that is no country's stands for its kind; any other is a person."""
    if role.country is None and role.sector == "IGO":
        return "igo"
    if role.country is not None or role.body is None:
        return "person"
    body = next((m for m in cast.reading.mentions if m.name == role.body and m.kind == "organisation"), None)
    kind = KINDS.get(body.subkind, "person") if body is not None else "person"
    return kind if kind in ("igo", "ngo", "armed_group") else "person"


def _pronoun(cast: Cast, i: int) -> Coded[Party] | None:
    leader = cast.chain_at[i]
    span = cast.reading.tokens.span(i, i + 1)
    if leader.kind == "person":
        return replace(_person(cast, leader), rule="coreference#pronoun", evidence=(span,), score=0.7)
    return None


def _titled(cast: Cast, tree: Tree, role: Role, i: int, depth: int) -> Coded[Party]:
    leader = cast.chain_at.get(i)
    if leader is not None and leader.kind == "person":
        return replace(_person(cast, leader), evidence=(role.span,), rule=role.rule, score=0.8)
    if role.holder >= 0:
        return replace(_person(cast, cast.reading.mentions[role.holder]), evidence=(role.span,), rule=role.rule)
    country: str | None = role.country
    owner = None if country else _owned(cast, tree, i, depth)
    words = role.span.of(cast.reading.content)
    country = country or (owner.value.country if owner else None)
    party = Party(" ".join(words.split()), country, _kind_of(cast, role), role.sector, role.title)
    return Coded(party, role.rule, (role.span,), 0.8)


def _named(cast: Cast, tree: Tree, mention: Mention, i: int, depth: int) -> Coded[Party] | None:
    if mention.subkind == "people" and (home := _settled(cast, tree, i)) is not None:
        return home
    if mention.kind in ("nationality", "place") or mention.subkind == "people":
        state = _state(cast, mention)
        return _sided(cast, tree, mention, state, i) if state is not None else None
    if mention.subkind == "group":
        return _group(cast, tree, mention, i, depth)
    country = mention.country
    kind = KINDS.get(mention.subkind) or _kind_of_body(mention.sector, country)
    if country is None and kind == "body":
        owner = _owned(cast, tree, i, depth)
        country = owner.value.country if owner else None
    head = _agent(cast, cast.reading.tokens.lower[mention.last - 1])  # an unknown ministry is of the government
    sector = mention.sector or (head.sector if head is not None and head.kind == "body" else None)
    return Coded(
        Party(mention.name, country, kind, sector, actor_id=mention.actor_id),
        mention.rule,
        (mention.span,),
        0.9,
    )


def _kind_of_body(sector: str | None, country: str | None) -> str:
    """A body of no country that belongs to an organisation of states counts as that organisation."""
    return "igo" if sector == "IGO" and country is None else "body"


def _settled(cast: Cast, tree: Tree, i: int) -> Coded[Party] | None:
    """A people of another country: the Albanians **of southern Serbia**."""
    for kid in tree.kids(i, "nmod"):
        place = cast.mention_at.get(kid)
        if place is not None and place.kind == "place" and cases(tree, kid) & {"of", "in", "from"}:
            return _state(cast, place)
    return None


def _group(cast: Cast, tree: Tree, mention: Mention, i: int, depth: int) -> Coded[Party]:
    """Iraqi security forces, the Government of Iraq: the noun tells the sector, the name the country."""
    lower = cast.reading.tokens.lower
    agents = (_agent(cast, lower[i]) for i in range(mention.last - 1, mention.first - 1, -1))
    agent = next((a for a in agents if a is not None and a.kind != THING), None)
    kind, sector = "collective", "CVL" if tree.tag(i) == "NNPS" else None
    if agent is not None:
        kind, sector = agent.kind, _branch(cast, agent, range(mention.first, mention.last - 1))
    home = None if mention.country else _owned(cast, tree, i, depth)  # Kurdish students **in Germany**
    country = home.value.country if home is not None else mention.country
    return Coded(Party(mention.name, country, kind, sector), mention.rule, (mention.span,), 0.9)


def _agent(cast: Cast, word: str) -> Agent | None:
    return cast.agents.get(word) or cast.agents.get(singular(word))


def _sided(cast: Cast, tree: Tree, mention: Mention, state: Coded[Party], i: int) -> Coded[Party]:
    """Tehran acts as a government; bare or counted **Palestinians** are people, but "the Russians" a side."""
    speaks = tree.dep(i) in SPEAKING or cases(tree, i) & {"by", "with"}
    if mention.subkind == "capital" and speaks and not cases(tree, i) & SITES:
        return replace(state, value=replace(state.value, sector="GOV"))
    counted = tree.kids(i, "nummod") or cases(tree, i) & {"of"} or not tree.kids(i, "det")
    people = mention.kind == "nationality" or mention.subkind == "people"
    if people and tree.tag(i) == "NNPS" and counted:
        words = " ".join(mention.span.of(cast.reading.content).split())
        return replace(state, value=replace(state.value, name=words, kind="collective", sector="CVL"))
    return state


def _state(cast: Cast, mention: Mention) -> Coded[Party] | None:
    """The state of a country, nationality, capital or town."""
    country = mention.country or cast.place_country.get(mention.first)
    if country is None:
        return None
    return Coded(
        Party(cast.registry.states.get(country, mention.name), country, "state"), mention.rule, (mention.span,), 0.9
    )


def _described(cast: Cast, tree: Tree, agent: Agent, i: int, depth: int) -> Coded[Party]:
    """A common noun for an agent, with the country that its modifiers or its chain give."""
    owner = _owned(cast, tree, i, depth)
    leader = cast.chain_at.get(i)
    country = owner.value.country if owner else leader.country if leader else None
    kind = (
        owner.value.kind
        if owner and country is None and owner.value.kind in ("igo", "ngo", "armed_group")
        else agent.kind
    )
    first = min((span.start for span in owner.evidence), default=None) if owner else None
    start, end = cast.reading.tokens.starts[i], cast.reading.tokens.ends[i]
    span = Span(first, end) if first is not None and 0 < end - first < 80 and first < start else Span(start, end)
    span = _with_members(cast, tree, i, span)
    name = " ".join(span.of(cast.reading.content).split())
    return Coded(
        Party(name, country, kind, _branch(cast, agent, tree.kids(i, "compound", "amod"))),
        f"en/agents#{agent.word.replace(' ', '-')}",
        (span,),
        0.75 if country else 0.5,
    )


def _with_members(cast: Cast, tree: Tree, i: int, span: Span) -> Span:
    """The words for a group with those for who is in it: a delegation **of speakers of parliament**."""
    if tree.lemma(i) not in GROUPS:
        return span
    last = i
    while (
        of := next((k for k in tree.kids(last, "nmod") if tree.head(k) == last and "of" in cases(tree, k)), 0)
    ) > last:
        last = of
    return Span(span.start, cast.reading.tokens.ends[last])


def _branch(cast: Cast, agent: Agent, before: Iterable[int]) -> str:
    """The sector of an agent: for people, the one that a noun before theirs tells: **rebel** commander."""
    lower = cast.reading.tokens.lower
    others = (_agent(cast, lower[k]) for k in before) if agent.kind in ("person", "collective", "party") else ()
    told = (a.sector for a in others if a is not None and a.kind != THING and a.sector not in ("GOV", "CVL"))
    return next(told, agent.sector)


def _through_of(cast: Cast, tree: Tree, i: int, depth: int) -> Coded[Party] | None:
    counted = (k for head in (i, *tree.kids(i, "nummod")) for k in tree.kids(head, "nmod"))
    for kid in counted:
        if cases(tree, kid) & {"of", "from", "among"}:
            return party_at(cast, tree, kid, depth + 1)
    return None


def _owned(cast: Cast, tree: Tree, i: int, depth: int) -> Coded[Party] | None:
    """The state that a modifier of the noun names: Iran's, Israeli, of Syria, in Lebanon; last of all whose it is.

    A pronoun comes last, because "his Saudi counterpart" is a Saudi.
    """
    for relation in MODIFIERS:
        for kid in tree.kids(i, relation):
            if tree.tag(kid).startswith("PRP") or (relation == "nmod" and not cases(tree, kid) & OF_CASES):
                continue
            owner = _owner_at(cast, tree, _holder(tree, kid), depth)
            if owner is not None:
                return owner
    for kid in tree.kids(i, "acl"):
        if tree.lemma(kid) in BELONGING:
            return next((p for k in tree.kids(kid, "obl") if (p := _owner_at(cast, tree, k, depth))), None)
    whose = tree.kids(i, "nmod:poss")
    return next((p for k in whose if (p := _owner_at(cast, tree, k, depth) or _whose(cast, tree, k, depth))), None)


def _holder(tree: Tree, i: int) -> int:
    """Who holds what a participle describes: **rebel**-held territory, Taliban-controlled districts."""
    if tree.tag(i) == "VBN" and tree.lemma(i) in HOLDING:
        return next(iter(tree.kids(i, "compound", "nmod", "obl", "amod", "nsubj")), i)
    return i


def _owner_at(cast: Cast, tree: Tree, kid: int, depth: int) -> Coded[Party] | None:
    mention = cast.mention_at.get(kid) or (cast.chain_at.get(kid) if tree.tag(kid).startswith("PRP") else None)
    if mention is not None and mention.kind == "person":
        person = _person(cast, mention)
        return replace(person, score=0.7) if person.value.country or person.value.actor_id else None
    regional = mention is not None and (mention.kind in REGIONAL or mention.subkind == "people")
    state = _state(cast, mention) if mention is not None and regional else None
    if state is not None:
        return replace(state, score=0.7)
    party = party_at(cast, tree, kid, depth + 1) if mention is not None or tree.tag(kid)[:1] in "NP" else None
    return replace(party, score=0.6) if party and (party.value.country or party.value.actor_id) else None


def _whose(cast: Cast, tree: Tree, kid: int, depth: int) -> Coded[Party] | None:
    return next(iter(_taken_up(cast, tree, kid)), None) if depth == 0 else None


def cases(tree: Tree, i: int) -> frozenset[str]:
    """The prepositions of a noun."""
    return frozenset(tree.lemma(k) for k in tree.kids(i, "case"))

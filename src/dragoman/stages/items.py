"""What is supplied: the weapons and platforms that a noun phrase names, and how many."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from dragoman.lexicon.equipment import Armoury
from dragoman.lexicon.phrases import HYPHENS
from dragoman.lexicon.transfers import TransferWords
from dragoman.model import Mention, Span, Tokens, Tree
from dragoman.stages.cast import INCLUDING, Cast, cases
from dragoman.stages.quantities import Quantity

ITEMS = ("weapon", "platform")
INNER = ("compound", "amod", "nmod", "nmod:desc", "appos", "flat", "conj", "dep", "nummod")
OF = frozenset({"of", "like", "in"})
DEFINITE = frozenset({"the", "this", "these", "that", "those", "such"})
LONGEST_GOODS = 3
FARTHEST = 6  # words between a comma and the next item of a list


@dataclass(frozen=True, slots=True)
class Item:
    """A weapon or platform in a noun phrase whose head is the token `head`.

    `named` where it is a system with a name of its own; `again` where the words only take up what was named before;
    `first` where they count before the system that they belong to.
    """

    span: Span
    head: int
    name: str
    category: str
    rule: str
    designer: str | None = None
    named: bool = False
    again: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """What items are found with: one sentence, and the words and names for arms."""

    cast: Cast
    tree: Tree
    words: TransferWords
    armoury: Armoury

    @property
    def tokens(self) -> Tokens:
        return self.cast.reading.tokens

    def mention(self, i: int) -> Mention | None:
        """The weapon or platform that a token belongs to, or None."""
        mention = self.cast.mention_at.get(i)
        return mention if mention is not None and mention.kind in ITEMS else None


def items_at(stock: Stock, head: int) -> tuple[Item, ...]:
    """The items of the phrase headed by a token: systems by name before what only announces them, each once."""
    branches = [tuple(_of_branch(stock, branch)) for branch in _branches(stock.tree, head)]
    listed = [tuple(_of_branch(stock, branch)) for branch in _included(stock.tree, head)]
    branches += [(item,) for item in _series(stock, head)] if any(branches) else []
    if any(item.named for branch in listed for item in branch):
        branches = [*(b for b in branches if any(item.named for item in b)), *listed]
    found: dict[str, Item] = {}
    for branch in branches:
        for item in branch:
            found.setdefault(item.name, item)
    return tuple(found.values())


def _branches(tree: Tree, head: int) -> Iterator[int]:
    """The head and the nouns that are coordinated with it."""
    yield head
    for kid in tree.kids(head, "conj"):
        if tree.tag(kid)[:1] in "NC":
            yield from _branches(tree, kid)


def _series(stock: Stock, head: int) -> Iterator[Item]:
    """What a list goes on with behind the head, word by word, because parsers tear long lists apart."""
    lower, last, joint = stock.tokens.lower, stock.tree.last, stock.words.parts["joint"]
    i = head + 1
    while i < last and lower[i] in joint:
        while i < last and lower[i] in joint:
            i += 1
        item = _next_item(stock, i)
        if item is None:
            return
        yield item
        i = item.head + 1


def _next_item(stock: Stock, first: int) -> Item | None:
    """The item that begins a few words behind a token, no verb, preposition or comma in between."""
    tree = stock.tree
    for k in range(first, min(first + FARTHEST, tree.last)):
        if (mention := stock.mention(k)) is not None:
            return _item(stock, mention, _last_noun(tree, mention.last))
        if (collective := _goods(stock, k)) is not None:
            return collective
        if tree.tag(k)[:1] in "VI" or stock.tokens.lower[k] in stock.words.parts["joint"]:
            return None
    return None


def _last_noun(tree: Tree, end: int) -> int:
    """The head of the phrase that goes on with nouns behind a name: Javelin anti-tank **missiles**."""
    while end < tree.last and tree.tag(end) in ("NN", "NNS"):
        end += 1
    return end - 1


def _included(tree: Tree, head: int) -> Iterator[int]:
    """What a phrase is said to include: a package **including HIMARS**."""
    for kid in tree.kids(head, "nmod", "appos", "obl", "acl"):
        if cases(tree, kid) & INCLUDING:
            yield from _branches(tree, kid)


def _of_branch(stock: Stock, head: int) -> Iterator[Item]:
    """The systems named inside one branch; else the kind of weapon at its head; else a collective noun."""
    inside = tuple(_inside(stock.tree, head))
    near = (*inside, max(head - 1, stock.tree.first))  # the one before the head, wherever a parser hung it
    mentions = list(dict.fromkeys(m for i in near if (m := stock.mention(i)) is not None))
    collective = _goods(stock, head)
    if collective is None and not mentions:
        collective = next((c for i in inside[1:] if (c := _goods(stock, i)) is not None), None)
    at_head = any(m.first <= head < m.last for m in mentions)
    if collective is not None and not at_head and (collective.first or not mentions):
        yield collective
        return
    items = [_item(stock, m, head) for m in mentions]
    yield from sorted((i for i in items if i.named), key=lambda item: item.span) or items[:1]


def _inside(tree: Tree, head: int, depth: int = 0) -> Iterator[int]:
    """The tokens of a phrase that say what it is, the head first; coordinated heads are branches of their own."""
    yield head
    for kid in tree.kids(head, *INNER):
        outside = tree.dep(kid) == "conj" and depth == 0
        if depth < 4 and not outside and (tree.dep(kid) != "nmod" or cases(tree, kid) <= OF):
            yield from _inside(tree, kid, depth + 1)


def _item(stock: Stock, mention: Mention, head: int) -> Item:
    """A mention as an item: a system by its name, Israeli **jets** by their kind."""
    row = stock.armoury.items.get(mention.actor_id or "")
    model = _model(stock, mention) if row is None or not row.maker else None
    if row is not None:
        designer, name = row.maker or None, model or row.name
        return Item(mention.span, head, name, row.category, mention.rule, designer, named=bool(designer or model))
    word = stock.tree.lemma(mention.head)
    span = stock.tokens.span(mention.head, mention.last)
    kind = stock.armoury.kinds.get(word)
    if kind is None:
        return Item(span, head, word, "other", mention.rule)
    return Item(span, head, kind.name, kind.category, f"equipment#{kind.id}")


def _model(stock: Stock, mention: Mention) -> str | None:
    """A name that nothing knows but that looks like a model's before a kind of weapon: **Orlan-10E** drones."""
    last, tokens = mention.first, stock.tokens
    first = last - (3 if last - 3 >= stock.tree.first and tokens.lower[last - 2] in HYPHENS else 1)
    if first < stock.tree.first or any(i in stock.cast.mention_at or i in stock.cast.timed for i in range(first, last)):
        return None
    name = tokens.span(first, last).of(stock.cast.reading.content)
    return name if name[0].isupper() and any(c.isdigit() for c in name) else None


def _goods(stock: Stock, head: int) -> Item | None:
    """A collective noun that ends at the head: military **equipment**; the **system** only with an article."""
    for length in range(min(LONGEST_GOODS, head + 1 - stock.tree.first), 0, -1):
        words = stock.tokens.lower[head + 1 - length : head + 1]
        found = stock.words.goods.get(words)
        if found is not None and (not found.row.again or is_definite(stock.tree, head)):
            row, span = found.row, stock.tokens.span(head + 1 - length, head + 1)
            return Item(span, head, " ".join(words), row.category, found.rule, again=row.again, first=row.first)
    return None


def is_definite(tree: Tree, head: int) -> bool:
    """Whether an article or pronoun makes a noun one that was told of before: the system, these deliveries."""
    return any(tree.lemma(k) in DEFINITE for k in tree.kids(head, "det"))


def number_of(first: int, last: int, heads: Set[int], quantities: Iterable[Quantity]) -> float | None:
    """How many: the count of the item itself, which is the tokens `first` to `last`, or of what holds it: containers of
    munitions."""
    for q in quantities:
        counted = q.head in heads or first <= q.head < last or q.last <= first < q.end
        if q.kind == "count" and q.first < first and counted:
            return q.low if q.low is not None else q.high
    return None

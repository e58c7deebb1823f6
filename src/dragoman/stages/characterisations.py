"""What a report itself says of a source: pro-opposition, close to Hezbollah, whose reliability is unclear."""

from collections.abc import Iterator, Sequence

from dragoman.lexicon.attributions import AttributionRules
from dragoman.model import Span, Tokens, Tree

STOPS = frozenset({"DT", "IN", "CC", "PRP$", "VBD", "VBZ", "VBP", "MD", "TO", "POS"})
BEHIND = ("acl", "acl:relcl", "amod", "appos", "advcl")
BESIDE = ("appos", "compound", "flat", "nmod:desc")
WIDEST = 10  # tokens before a name
LONGEST = 16  # tokens of a clause behind it
HYPHENS = frozenset("-‐‑–")

Range = tuple[int, int]  # first token, and one past the last


def characterisations(rules: AttributionRules, tokens: Tokens, tree: Tree, i: int, name: Range) -> tuple[Span, ...]:
    """The words with which a text characterises a source: `i` is the head of its phrase, `name` its own tokens."""
    before = _before(rules, tokens, tree, name[0])
    behind = _behind(rules, tokens, tree, i, name[1])
    return (*before, *behind)


def told_of(rules: AttributionRules, tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens hold a word that characterises a source, or ties it to somebody."""
    lower = tokens.lower[first:last]
    bound = any(rules.find("bond", word) for word in lower)
    return bound or any(is_character(rules, unit) for _, unit in _units(tokens, first, last))


def is_character(rules: AttributionRules, unit: str) -> bool:
    """Whether a word or compound is one that characterises: independent, pro-government, state-run."""
    head, hyphen, tail = unit.partition("-")
    known = (unit, f"{head}-", f"-{tail.rpartition('-')[2]}") if hyphen else (unit,)
    return any(rules.find("character", word) for word in known)


def _before(rules: AttributionRules, tokens: Tokens, tree: Tree, last: int) -> Iterator[Span]:
    first = last
    while first > max(tree.first, last - WIDEST) and _in_phrase(tokens, tree, first - 1):
        first -= 1
    yield from (tokens.span(*part) for part, unit in _units(tokens, first, last) if is_character(rules, unit))


def _in_phrase(tokens: Tokens, tree: Tree, i: int) -> bool:
    word = tokens.words[i]
    return word in HYPHENS or (word[0].isalnum() and tree.tag(i) not in STOPS)


def _units(tokens: Tokens, first: int, last: int) -> Iterator[tuple[Range, str]]:
    """Words, with those that hyphens tie as one."""
    i = first
    while i < last:
        end = i + 1
        while end + 1 < last and tokens.words[end] in HYPHENS:
            end += 2
        yield (i, end), "-".join(w for w in tokens.lower[i:end] if w not in HYPHENS)
        i = end


def _behind(rules: AttributionRules, tokens: Tokens, tree: Tree, i: int, last: int) -> Iterator[Span]:
    heads = (tree.head(i), i) if tree.dep(i) in BESIDE else (i, *tree.kids(i, *BESIDE))
    reached = last
    for head in dict.fromkeys(heads):
        for kid in tree.kids(head, *BEHIND):
            low, high = tree.subtree(kid)
            if low >= reached and high - low <= LONGEST and told_of(rules, tokens, low, high):
                reached = high
                yield tokens.span(*bare(tokens.words, low, high))


def bare(words: Sequence[str], first: int, last: int) -> Range:
    """A range without punctuation at its ends."""
    while last - first > 1 and not words[first][0].isalnum():
        first += 1
    while last - first > 1 and not words[last - 1][-1].isalnum():
        last -= 1
    return first, last

"""Where two given spans stand in a sentence: the words of each side, their heads, and the way from one to the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Mention, Reading, Span, Tokens, Tree
from dragoman.model.pair import Pair
from dragoman.stages import slots
from dragoman.stages.cast import Cast, party_at

GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Side:
    """One span of a pair in the sentence: its tokens and the one that the others hang on."""

    span: Span
    tokens: range
    head: int


@dataclass(frozen=True, slots=True)
class PairScene:
    """The sentence that a pair stands in. A side that is not given or stands in another sentence is None.

    `path` leads from the source up to `top` and down to the target; from the only side up to the root where there is
    but one.
    """

    reading: Reading
    tree: Tree
    source: Side | None
    target: Side | None
    path: tuple[int, ...]
    top: int

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(side for side in (self.source, self.target) if side is not None)


def make_scene(reading: Reading, pair: Pair) -> PairScene | None:
    """The scene of a pair, in the sentence of its source; None where that sentence has no tree."""
    tree = _tree_of(reading, pair.spans)
    if tree is None:
        return None
    source, target = (_side(reading.tokens, tree, span) for span in (pair.source, pair.target))
    path, top = _path(tree, source, target)
    return PairScene(reading, tree, source, target, path, top)


def _tree_of(reading: Reading, spans: Sequence[Span]) -> Tree | None:
    """The tree of the first span that stands in one; of the first sentence where no span is given."""
    numbers = [_number_at(reading, span) for span in spans] or [0]
    return next((reading.trees[k] for k in numbers if k < len(reading.trees) and reading.trees[k] is not None), None)


def _number_at(reading: Reading, span: Span) -> int:
    """The number of the sentence in which a span starts."""
    return max(0, bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.span.start) - 1)


def _side(tokens: Tokens, tree: Tree, span: Span | None) -> Side | None:
    if span is None:
        return None
    first = max(tree.first, bisect_right(tokens.ends, span.start))
    last = min(tree.last, bisect_left(tokens.starts, span.end))
    return Side(span, range(first, last), _head(tree, range(first, last))) if first < last else None


def _head(tree: Tree, tokens: range) -> int:
    """The token that hangs on a word outside the span, nouns before others."""
    free = [i for i in tokens if tree.head(i) not in tokens or tree.head(i) == i]
    return next((i for i in free if tree.tag(i)[:1] in "NPV"), (free or tokens)[0])


def _path(tree: Tree, source: Side | None, target: Side | None) -> tuple[tuple[int, ...], int]:
    if source is None or target is None:
        ways = [(side.head, *tree.ancestors(side.head)) for side in (source, target) if side is not None]
        return (ways[0], ways[0][-1]) if ways else ((), tree.first)
    up = (source.head, *tree.ancestors(source.head))
    down = (target.head, *tree.ancestors(target.head))
    top = next((i for i in up if i in down), None)
    if top is None:  # a tree that a faulty parser broke in two
        return (*up, *down[::-1]), up[-1]
    return (*up[: up.index(top) + 1], *down[: down.index(top)][::-1]), top


def verb_above(tree: Tree, i: int) -> int:
    """The token itself or the nearest one above it that is a verb; the token where none is."""
    return next((k for k in (i, *tree.ancestors(i)) if slots.is_verb(tree, k)), i)


def cast_pair(cast: Cast, scene: PairScene) -> Cast:
    """The cast in which both sides are parties, whatever their words: who asks has said so."""
    given = {side.head: _mention(cast, side) for side in scene.sides if party_at(cast, scene.tree, side.head) is None}
    mentions: Mapping[int, Mention] = {**cast.mention_at, **given}
    return replace(cast, mention_at=mentions)


def _mention(cast: Cast, side: Side) -> Mention:
    name = " ".join(side.span.of(cast.reading.content).split())
    return Mention(side.span, side.tokens[0], side.tokens[-1] + 1, side.head, "organisation", "", name, GIVEN)

"""What a pair's sentence shows about the relation, as named features. The names of the two sides never take part.

A feature is a name and the token that shows it, or None where several do. Prefixes tell where a word was seen:
`path` the way between the sides, `pivot` the word where both ways meet, `below` what hangs on
the path, `between`, `before` and `after` the sides in the order of the text, `side` words of the spans themselves.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.lexicon.frames import Frame, Frames
from dragoman.model import Tree
from dragoman.stages import slots
from dragoman.stages.cast import Cast
from dragoman.stages.pair_acts import Tied
from dragoman.stages.pairs import PairScene, Side, verb_above

Feature = tuple[str, int | None]
NAMED = frozenset({"person", "organisation", "place", "nationality"})
STEM = 5  # letters that a verb and the noun made from it mostly share
FAR = 12  # tokens on either side of the pair that are looked at
GRAMMAR = frozenset({"det", "punct", "case", "cop", "cc"})
HELPERS = frozenset({"aux", "aux:pass", "advmod", "mark", "compound:prt"})


@dataclass(frozen=True, slots=True)
class View:
    """A scene as the features see it: who is masked, and which types a word may name."""

    cast: Cast
    scene: PairScene
    tied: Sequence[Tied]
    kinds: Mapping[str, Mapping[str, Frame]]

    @property
    def tree(self) -> Tree:
        return self.scene.tree

    def side_of(self, i: int) -> str | None:
        """S or T for a token of the source or the target."""
        sides = (("S", self.scene.source), ("T", self.scene.target))
        return next((name for name, side in sides if side is not None and i in side.tokens), None)

    def word(self, i: int) -> str:
        """The dictionary form of a token; a mask for sides, names and numbers."""
        side = self.side_of(i)
        if side is not None:
            return side
        mention = self.cast.mention_at.get(i)
        if mention is not None and mention.kind in NAMED:
            return f"@{mention.kind}"
        return "#" if self.tree.tag(i) == "CD" else self.tree.lemma(i)

    def plain(self, i: int) -> bool:
        """Whether a token is a word that may tell something: no side, no name, no punctuation."""
        return self.word(i)[:1].isalpha() and self.side_of(i) is None


def frames_of_words(frames: Frames) -> dict[str, dict[str, Frame]]:
    """The types that a word may name, by its dictionary form, each with the frame that asks least."""
    found: dict[str, dict[str, Frame]] = {}
    for table in (frames.verbs, frames.nouns, frames.adjectives):
        for word, rows in table.items():
            found.setdefault(word, {}).update({frame.type: frame for frame in rows})
    return found


def features_of(view: View) -> list[Feature]:
    """Every feature of a scene, each once."""
    return list(dict.fromkeys(feature for group in GROUPS for feature in group(view)))


def _path(view: View) -> Iterator[Feature]:
    """Words on the way from one side to the other, and the ties between them."""
    tree, path, top = view.tree, view.scene.path, view.scene.top
    inner = [i for i in path if view.side_of(i) is None]
    for i in inner:
        yield from _seen("path", view, i)
    for a, b in pairwise(path):
        yield f"path:{view.word(a)}>{view.word(b)}", a if view.side_of(a) is None else b
    if len(inner) <= 3:
        yield "path:" + ">".join(map(view.word, inner)), inner[0] if inner else None
    yield "path:deps:" + ">".join(tree.dep(i) if i != top else "top" for i in path[:6]), None


def _seen(prefix: str, view: View, i: int) -> Iterator[Feature]:
    """A word, its first letters (condemned and condemnation share them), and the types that it may name."""
    word = view.word(i)
    yield f"{prefix}:{word}", i
    if view.plain(i) and len(word) > STEM:
        yield f"{prefix}:stem:{word[:STEM]}", i
    yield from ((f"{prefix}:kind:{kind}", i) for kind in view.kinds.get(word, ()))


def _pivot(view: View) -> Iterator[Feature]:
    """The verb above the source and the word where both ways meet, with what each side is to them."""
    tree = view.tree
    above = {verb_above(tree, side.head) for side in view.scene.sides}
    for i in sorted({view.scene.top, *above}):
        yield from _seen("pivot", view, i)
        yield f"pivot:{view.word(i)}:{'passive' if slots.is_passive(tree, i) else 'active'}:{_roles(view)}", i
        for kid in tree.kids(i):
            if tree.dep(kid) not in GRAMMAR:
                yield from _pivot_kid(view, i, kid)


def _pivot_kid(view: View, i: int, kid: int) -> Iterator[Feature]:
    tree, word = view.tree, view.word(kid)
    yield f"pivot:{view.word(i)}+{tree.dep(kid)}:{word}", kid if view.side_of(kid) is None else i
    if tree.dep(kid) in HELPERS:
        yield f"pivot:{tree.dep(kid)}:{word}", kid
        yield from ((f"pivot:{word}+{kind}", kid) for kind in view.kinds.get(view.word(i), ()))
    for kind in view.kinds.get(word, ()):
        yield f"pivot:{view.word(i)}+kind:{kind}", kid
        yield from ((f"pivot:{outer}+kind:{kind}", kid) for outer in view.kinds.get(view.word(i), ()))


def _roles(view: View) -> str:
    """What the two sides are in the grammar: nsubj+obl."""
    return "+".join(view.tree.dep(side.head) for side in view.scene.sides)


def _below(view: View) -> Iterator[Feature]:
    """What hangs on the words of the path: objects, complements, helpers, negations."""
    tree = view.tree
    for i in view.scene.path:
        if view.side_of(i) is not None:
            continue
        for kid in tree.kids(i):
            if kid in view.scene.path or tree.dep(kid) in GRAMMAR or not view.plain(kid):
                continue
            yield from _seen("below", view, kid)
            yield f"below:{view.word(i)}>{view.word(kid)}", kid


def _surface(view: View) -> Iterator[Feature]:
    """Words between, before and after the two sides, alone and two by two."""
    sides = sorted(view.scene.sides, key=lambda side: side.tokens[0])
    tree = view.tree
    if not sides:
        yield from _stretch("between", view, range(tree.first, tree.last))
        return
    first, last = sides[0], sides[-1]
    yield f"order:{'ST' if first is view.scene.source else 'TS'}{len(sides)}", None
    yield from _stretch("before", view, range(max(tree.first, first.tokens[0] - FAR), first.tokens[0]))
    yield from _stretch("after", view, range(last.tokens[-1] + 1, min(tree.last, last.tokens[-1] + 1 + FAR)))
    if len(sides) == 2:
        yield from _stretch("between", view, range(first.tokens[-1] + 1, last.tokens[0]))
        gap = last.tokens[0] - first.tokens[-1] - 1
        yield f"gap:{min(gap, 20) // 3}", None


def _stretch(prefix: str, view: View, tokens: range) -> Iterator[Feature]:
    words = {i: view.word(i) for i in tokens}
    for i, word in words.items():
        if word.isalpha():
            yield from _seen(prefix, view, i)
    for a, b in pairwise(tokens):
        yield f"{prefix}:{words[a]} {words[b]}", a


def _spans(view: View) -> Iterator[Feature]:
    """Words of the two spans that are no names: who is hostages, refugees or a decision tells much."""
    for name, side in (("S", view.scene.source), ("T", view.scene.target)):
        if side is None:
            yield f"side:{name}:none", None
            continue
        yield from _span(view, name, side)


def _span(view: View, name: str, side: Side) -> Iterator[Feature]:
    mention = view.cast.mention_at.get(side.head)
    yield f"side:{name}:{mention.kind if mention else 'words'}", None
    for i in side.tokens:
        if i not in view.cast.mention_at and view.tree.tag(i)[:1] in "NJV":
            yield f"side:{name}:{view.tree.lemma(i)}", i
            yield from ((f"side:{name}:kind:{kind}", i) for kind in view.kinds.get(view.tree.lemma(i), ()))


GROUPS: tuple[Callable[[View], Iterator[Feature]], ...] = (_path, _pivot, _below, _surface, _spans)

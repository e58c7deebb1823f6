"""Say what relates a given pair: by the act that links it, else by weighing the words around it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp, log

from dragoman.lexicon.agents import Agent
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.people import Registry
from dragoman.lexicon.weights import Weights
from dragoman.model import Coded, Reading
from dragoman.model.pair import Link, Pair
from dragoman.stages.act import Act, Rules
from dragoman.stages.cast import make_cast
from dragoman.stages.pair_acts import Tied, tied_acts, words_of
from dragoman.stages.pair_features import Feature, View, features_of, frames_of_words
from dragoman.stages.pairs import make_scene

WORDS_RULE, PRIOR_RULE = "relations/words", "default/relations"
WAYS = {"both": "event", "from": "path", "to": "path"}
"""Ties that decide by themselves; the others are less often right than the words, as tools/train_relations.py shows."""
SHARPNESS = 0.5  # of the chances that words give, and what a tie adds for the type of its act: fitted by the tool, too
TRUST = {
    "both": 2.8, "from": 2.6, "to": 1.4, "source": 0.7, "on": 0.6, "elsewhere": 0.7, "others": 0.6, "target": 0.7,
    "against": 0.3, "beside": 0.0,
}  # fmt: skip
UNSEEN = 0.001  # the chance by words of a type that only a codebook has
SHOWN = 3  # words that are named where many were weighed
ViewOf = Callable[[Reading, Pair], View | None]


def view_maker(rules: Rules, agents: Mapping[str, Agent], registry: Registry) -> ViewOf:
    """Build the function that shows a pair in its sentence; None where that has no tree.

    Needs trees, mentions, roles, coreference, places and cues.
    """
    kinds = frames_of_words(rules.frames)

    def view_of(reading: Reading, pair: Pair) -> View | None:
        scene = make_scene(reading, pair)
        if scene is None:
            return None
        cast = make_cast(reading, agents, rules.frames.classes["transparent"], registry)
        return View(cast, scene, tied_acts(rules, cast, scene), kinds)

    return view_of


def relation_finder(view_of: ViewOf, weights: Weights, ontology: Ontology) -> Callable[[Reading, Pair], Link]:
    """Build the function that answers what relates a pair of a reading; it always has an answer."""

    def find_relation(reading: Reading, pair: Pair) -> Link:
        view = view_of(reading, pair)
        features = features_of(view) if view is not None else []
        closest = view.tied[0] if view is not None and view.tied else None
        chances = weighed(weights.scores(name for name, _ in features), closest)
        if closest is not None and closest.tie in WAYS:
            return _by_act(reading, closest, ontology, chances)
        return _by_words(view, features, weights, ontology, chances)

    return find_relation


def weighed(chances: Mapping[str, float], closest: Tied | None) -> dict[str, float]:
    """The chances that words give, with what the act closest to the pair adds for its type."""
    types = {*chances, closest.act.type} if closest is not None else set(chances)
    sums = {type: SHARPNESS * log(max(chances.get(type, 0.0), UNSEEN)) for type in sorted(types)}
    if closest is not None:
        sums[closest.act.type] += TRUST[closest.tie]
    powers = {type: exp(value) for type, value in sums.items()}
    whole = sum(powers.values())
    return {type: power / whole for type, power in powers.items()}


def _by_act(reading: Reading, tied: Tied, ontology: Ontology, chances: Mapping[str, float]) -> Link:
    act = tied.act
    type = Coded(act.type, act.rule, (words_of(reading, act),), round(chances[act.type], 3))
    return Link(type, act.cameo, _mode(act, ontology), WAYS[tied.tie])


def _mode(act: Act, ontology: Ontology) -> str | None:
    own = act.frame.mode if act.type == act.frame.type else None
    return own or ontology.mode_of(act.type, act.cameo)


def _by_words(
    view: View | None,
    features: Sequence[Feature],
    weights: Weights,
    ontology: Ontology,
    chances: Mapping[str, float],
) -> Link:
    """The likeliest type, the words that speak most for it, and the code of a frame that one of them could open."""
    type = max(chances, key=chances.__getitem__)
    score = round(chances[type], 3)
    tokens = _telling(features, weights, type)
    if view is None or not tokens:
        return Link(Coded(type, PRIOR_RULE, (), score), general_code(ontology, type), None, "words")
    rows = (view.kinds.get(view.word(i), {}).get(type) for i in tokens)
    frame = next((row for row in rows if row is not None), None)
    spans = tuple(view.scene.reading.tokens.span(i, i + 1) for i in sorted(tokens))
    code = frame.cameo if frame is not None else general_code(ontology, type)
    mode = (frame.mode if frame is not None else None) or ontology.mode_of(type, code)
    return Link(Coded(type, WORDS_RULE, spans, score), code, mode, "words")


def _telling(features: Iterable[Feature], weights: Weights, type: str) -> list[int]:
    """The tokens that speak most for a type, most telling first."""
    told: defaultdict[int, float] = defaultdict(float)
    for name, token in features:
        if token is not None:
            told[token] += weights.share(name, type)
    best = sorted(told, key=lambda token: (-told[token], token))[:SHOWN]
    return [token for token in best if told[token] > 0]


def general_code(ontology: Ontology, type: str) -> str:
    """The code of a type that says least: "050" of SUPPORT; empty for a type without codes."""
    codes = [row.code for row in ontology.codes_of(type)]
    return min((code for code in codes if len(code) > 2), default=min(codes, default=""))

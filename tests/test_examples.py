"""Every rule's own examples hold. Adding a rule adds its tests."""

import pytest

from dragoman.assemble import Data
from dragoman.lexicon.attributions import load_attributions
from dragoman.lexicon.groups import load_group_rows
from dragoman.lexicon.portfolios import load_portfolios
from dragoman.lexicon.title_words import load_title_word_rows
from dragoman.model import Reading
from dragoman.pipeline import Pipeline
from dragoman.settings import DATA

EN = DATA / "lang" / "en"
DATA_EN = Data("en")
FRAMES = DATA_EN.frames
CONTEXTS = DATA_EN.ontology.contexts
TOPICS = [(row.id, code, text) for row in DATA_EN.rules.topics.rows for code, text in row.examples()]


def cases(rows, rule):  # type: ignore[no-untyped-def]
    """One case an example: the rule, the sentence, and whether it must fire."""
    return [
        pytest.param(rule(row), text, hit, id=f"{rule(row)}:{'hit' if hit else 'miss'}:{text[:60]}")
        for row in rows
        for hit, texts in ((True, row.hits), (False, row.misses))
        for text in texts
    ]


@pytest.fixture(scope="module")
def fired(pipeline: Pipeline, report):  # type: ignore[no-untyped-def]
    """Every example of every rule, read in one go: text -> the reading."""
    rows = (*DATA_EN.contexts, *FRAMES.all, *DATA_EN.cues.rows, *load_attributions(EN / "attributions.toml").rows)
    texts = sorted({text for row in rows for text in (*row.hits, *row.misses)} | {text for _, _, text in TOPICS})
    readings = pipeline.stream([report(text) for text in texts])
    return dict(zip(texts, readings, strict=True))


def event_rules(reading: Reading) -> set[str]:
    return {event.type.rule for event in reading.events}


@pytest.mark.parametrize(("rule", "text", "hit"), cases(FRAMES.all, lambda row: row.rule))
def test_frame(fired: dict[str, Reading], rule: str, text: str, hit: bool) -> None:
    assert (rule in event_rules(fired[text])) is hit


def test_every_type_and_mode_is_coded_in_an_example(fired: dict[str, Reading]) -> None:
    events = [event for reading in fired.values() for event in reading.events]
    assert not set(DATA_EN.ontology.types) - {event.type.value for event in events}
    assert not set(DATA_EN.ontology.modes) - {f"{event.type.value}/{event.mode}" for event in events}


def test_every_mode_that_is_coded_is_one_of_its_type(fired: dict[str, Reading]) -> None:
    events = [event for reading in fired.values() for event in reading.events if event.mode]
    assert not {f"{event.type.value}/{event.mode}" for event in events} - set(DATA_EN.ontology.modes)


def test_every_event_has_a_quad_class_an_intensity_and_a_code_of_cameo(fired: dict[str, Reading]) -> None:
    for event in (event for reading in fired.values() for event in reading.events):
        assert event.cameo in DATA_EN.ontology.codes
        assert event.quad == DATA_EN.ontology.types[event.type.value].quad
        assert event.intensity is not None
        assert event.intensity * DATA_EN.ontology.types[event.type.value].intensity > 0


@pytest.mark.parametrize(("rule", "text", "hit"), cases(DATA_EN.cues.rows, lambda row: row.rule))
def test_cue(fired: dict[str, Reading], rule: str, text: str, hit: bool) -> None:
    assert (rule in {cue.rule for cue in fired[text].cues}) is hit


@pytest.mark.parametrize(("rule", "text", "hit"), cases(DATA_EN.contexts, lambda row: row.rule))
def test_context(fired: dict[str, Reading], rule: str, text: str, hit: bool) -> None:
    """Each row's hit tells an act that is about its context, its miss an act that is not."""
    (name,) = (row.context for row in DATA_EN.contexts if row.rule == rule)
    events = fired[text].events
    assert events
    assert (name in {context.value for event in events for context in event.contexts}) is hit


def test_every_context_has_words_and_three_examples() -> None:
    hits = {name: {hit for row in DATA_EN.contexts if row.context == name for hit in row.hits} for name in CONTEXTS}
    assert not [name for name, texts in hits.items() if len(texts) < 3]


@pytest.mark.parametrize(
    ("row", "text", "hit"), cases(load_attributions(EN / "attributions.toml").rows, lambda row: row)
)
def test_attribution(fired: dict[str, Reading], row, text: str, hit: bool) -> None:  # type: ignore[no-untyped-def]
    """Each row's hit is attributed to somebody, its miss to nobody."""
    assert bool(fired[text].attributions) is hit


GROUPS = load_group_rows(EN / "groups.toml")
PORTFOLIOS = load_portfolios(EN / "portfolios.toml")


@pytest.fixture(scope="module")
def named(pipeline: Pipeline, report):  # type: ignore[no-untyped-def]
    """Every example of every row of groups and portfolios, read as far as the mentions."""
    texts = sorted({text for row in (*GROUPS, *PORTFOLIOS) for text in (*row.hits, *row.misses)})
    readings = pipeline.upto(["mentions"]).stream([report(text) for text in sorted(texts)])
    return dict(zip(sorted(texts), readings, strict=True))


def beside_names(reading: Reading) -> set[str]:
    """The words that stand in a mention of several, or at most two words from one."""
    words = reading.tokens.words
    near = {w for m in reading.mentions for w in (*words[max(m.first - 2, 0) : m.first], *words[m.last : m.last + 2])}
    return near | {w for m in reading.mentions if m.last - m.first > 1 for w in words[m.first : m.last]}


@pytest.mark.parametrize(("row", "text", "hit"), cases(GROUPS, lambda row: row.id))
def test_group_words(named: dict[str, Reading], row: str, text: str, hit: bool) -> None:
    """Each row's hit has one of its words in a mention or close to one, its miss has not."""
    words = {word.lower() for r in GROUPS if r.id == row for word in r.words}
    assert bool(words & {word.lower() for word in beside_names(named[text])}) is hit


@pytest.mark.parametrize(("row", "text", "hit"), cases(PORTFOLIOS, lambda row: row.id))
def test_portfolio(named: dict[str, Reading], row: str, text: str, hit: bool) -> None:
    """Each row's hit names a body that has the portfolio, its miss none."""
    holders = {b.id for country in DATA_EN.countries for b in country.bodies if row in b.portfolios}
    assert bool(holders & {mention.actor_id for mention in named[text].mentions}) is hit


@pytest.mark.parametrize(("topic", "code", "text"), TOPICS)
def test_topic(fired: dict[str, Reading], topic: str, code: str, text: str) -> None:
    """An event of the sentence bears the finer code."""
    assert code in {event.cameo for event in fired[text].events}


OFFICES = load_title_word_rows(EN / "title_words.toml")


@pytest.fixture(scope="module")
def offices(pipeline: Pipeline, report):  # type: ignore[no-untyped-def]
    """Every example of every row of offices, read as far as the roles."""
    texts = sorted({text for row in OFFICES for text in (*row.hits, *row.misses)})
    return dict(zip(texts, pipeline.upto(["roles"]).stream([report(text) for text in texts]), strict=True))


@pytest.mark.parametrize(("row", "text", "hit"), cases(OFFICES, lambda row: row.id))
def test_office_words(offices: dict[str, Reading], row: str, text: str, hit: bool) -> None:
    """Each row's hit has one of its words in an office, its miss has not."""
    told = {w.lower() for role in offices[text].roles for w in role.span.of(text).split()}
    assert any(word.startswith(w) for r in OFFICES if r.id == row for w in r.words for word in told) is hit

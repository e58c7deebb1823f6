"""Settings in, a concrete pipeline out: the one module that chooses back ends and reads the data files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import IO, Any, Protocol

from dragoman.errors import BadSetting
from dragoman.fingerprint import coder_digest
from dragoman.lazy import load_backend
from dragoman.lexicon.actors import (
    Country,
    Entry,
    OrganisationRow,
    country_phrases,
    load_countries,
    load_organisations,
    load_peoples,
    organisation_phrases,
    people_phrases,
)
from dragoman.lexicon.agents import THING, Agent, load_agents, title_phrases
from dragoman.lexicon.arenas import load_arenas
from dragoman.lexicon.attributions import AttributionRules, load_attributions
from dragoman.lexicon.briefs import load_brief_words
from dragoman.lexicon.codebook import open_codebook
from dragoman.lexicon.composition import Composition, load_composition
from dragoman.lexicon.contexts import ContextWords, context_phrases, load_contexts, rows_by_sector
from dragoman.lexicon.cues import Cues, load_cues
from dragoman.lexicon.equipment import (
    NAMESAKES,
    ItemRow,
    equipment_phrases,
    load_equipment,
    make_armoury,
    namesake_phrases,
)
from dragoman.lexicon.frames import Frames, load_classes, load_frames, rules_in
from dragoman.lexicon.gazetteer import Gazetteer, load_gazetteer
from dragoman.lexicon.groups import GroupWords, load_groups
from dragoman.lexicon.iso import load_codes
from dragoman.lexicon.layout import load_layout
from dragoman.lexicon.lemmas import irregular_forms, load_lemmas, noun_forms, verb_forms
from dragoman.lexicon.measures import load_measures
from dragoman.lexicon.offices import Offices, load_offices
from dragoman.lexicon.ontology import Ontology, load_ontology
from dragoman.lexicon.outlets import OutletRow, load_outlets, outlet_phrases
from dragoman.lexicon.people import Person, Registry, load_people, person_phrases, with_learned
from dragoman.lexicon.phrases import Phrase, PhraseIndex
from dragoman.lexicon.portfolios import load_portfolios, make_desks
from dragoman.lexicon.references import load_references
from dragoman.lexicon.times import load_times
from dragoman.lexicon.title_words import load_title_words
from dragoman.lexicon.topics import load_topics
from dragoman.lexicon.transfers import TransferWords, load_transfers
from dragoman.lexicon.units import load_units
from dragoman.lexicon.weights import load_weights
from dragoman.lexicon.words import Segmenter, load_segmenter
from dragoman.linking.judgements import decisions
from dragoman.linking.shelf import Shelf, make_shelf
from dragoman.model import Event, Failure, Known, Reading, Report
from dragoman.model.codec import to_json
from dragoman.model.identity import digest
from dragoman.pipeline import Pipeline, Stage, each
from dragoman.ports import Coder, Extractor, Store
from dragoman.settings import DATA, Settings
from dragoman.stages.act import Rules
from dragoman.stages.acting import actor_marker, deeds
from dragoman.stages.attributions import attribution_finder
from dragoman.stages.claims import claim_coder
from dragoman.stages.contexts import context_finder
from dragoman.stages.coreference import chain_finder
from dragoman.stages.cues import cue_finder
from dragoman.stages.events import event_coder
from dragoman.stages.grammar import candidate_finder, every_sentence, name_finder, tree_maker
from dragoman.stages.guesses import Clues
from dragoman.stages.magnitudes import claim_linker
from dragoman.stages.mentions import mention_finder
from dragoman.stages.places import place_finder
from dragoman.stages.positions import position_coder
from dragoman.stages.relations import ViewOf, relation_finder, view_maker
from dragoman.stages.rivals import Rival, rival_finder
from dragoman.stages.roles import role_finder
from dragoman.stages.sections import section_finder
from dragoman.stages.sentences import sentence_finder
from dragoman.stages.statements import statement_coder
from dragoman.stages.takers import Nouns
from dragoman.stages.times import time_finder
from dragoman.stages.transfers import transfer_coder
from dragoman.text.fold import fold
from dragoman.text.lines import LayoutWords
from dragoman.usecases.brief import Guide
from dragoman.usecases.brief_parts import Brief
from dragoman.usecases.enrol import Enroller
from dragoman.usecases.examples import Example, Rule, examples_of
from dragoman.usecases.inputs import read_inputs
from dragoman.usecases.relate import Relater
from dragoman.usecases.tenures import Conventions
from dragoman.usecases.wording import Nation, Writer
from dragoman.version import VERSION

LANGUAGES = ("en",)
IN_FORCE = frozenset({"MIL", "REB", "UAF", "COP"})
"""Sectors of those who act by force: a sentence about them is read although it names nobody."""
STATE = "GOV"  # whose office it is where nothing else is known
OWN_MODEL = DATA / "model"
WEIGHTS = "weights.tsv.gz"


class Named(Protocol):
    """A row of the lexicon that has an id and a name."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Data:
    """The data of one language, each part read when it is first asked for; a codebook's rows add to or replace ours."""

    language: str
    codebook: Path | None = None
    learned: tuple[Known, ...] = ()

    @cached_property
    def folder(self) -> Path:
        folder = DATA / "lang" / self.language
        if self.language not in LANGUAGES:
            raise BadSetting(f"there is no data for the language {self.language!r}; there is {', '.join(LANGUAGES)}")
        return folder

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        """The folders that data is read from: ours, then the codebook."""
        return (DATA,) if self.codebook is None else (DATA, open_codebook(self.codebook, self.language))

    def layers(self, name: str) -> tuple[Path, ...]:
        """A file or folder of this language as it lies, or may lie, in each of the roots."""
        return tuple(root / "lang" / self.folder.name / name for root in self.roots)

    @cached_property
    def ontology(self) -> Ontology:
        return load_ontology([root / "ontology" for root in self.roots])

    @cached_property
    def composition(self) -> Composition:
        return load_composition([root / "ontology" / "compose.toml" for root in self.roots], self.ontology)

    @cached_property
    def frames(self) -> Frames:
        folders = [folder for folder in self.layers("frames") if folder.is_dir()]
        return load_frames(folders, load_classes(self.layers("classes.toml")), self.ontology)

    @cached_property
    def contexts(self) -> tuple[ContextWords, ...]:
        return load_contexts(self.layers("contexts.toml"), self.ontology)

    @cached_property
    def cues(self) -> Cues:
        return load_cues(self.layers("cues.toml"))

    @cached_property
    def rules(self) -> Rules:
        return Rules(self.frames, self.composition, load_topics(self.layers("topics.toml"), self.ontology))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every way to write a word that an event could be."""
        return trigger_forms(self.folder / "inflections.toml", self.frames)

    @cached_property
    def transfers(self) -> TransferWords:
        return load_transfers(self.folder / "transfers.toml")

    @cached_property
    def equipment(self) -> tuple[ItemRow, ...]:
        return load_equipment(DATA / "equipment")

    @cached_property
    def layout(self) -> LayoutWords:
        return load_layout(self.folder / "sections.toml")

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return load_gazetteer(DATA / "places")

    @cached_property
    def segmenter(self) -> Segmenter:
        return load_segmenter(self.folder / "words.toml")

    @cached_property
    def agents(self) -> Mapping[str, Agent]:
        return load_agents(self.folder / "agents.toml")

    @cached_property
    def group_words(self) -> GroupWords:
        return load_groups(self.folder / "groups.toml", self.agents.values())

    @cached_property
    def attributions(self) -> AttributionRules:
        return load_attributions(self.folder / "attributions.toml")

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        return load_countries(DATA / "actors" / "countries")

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people of the lexicon, with those that an archive learned."""
        return with_learned(load_people(DATA / "actors" / "people"), self.learned)

    @cached_property
    def organisations(self) -> tuple[OrganisationRow, ...]:
        return load_organisations(DATA / "actors" / "organisations")

    @cached_property
    def offices(self) -> Offices:
        return load_offices(DATA / "actors" / "offices.toml")

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The names of all rows by id, of people, states, bodies, organisations and outlets."""
        rows: list[Named] = [*self.organisations, *load_outlets(DATA / "outlets"), *(p.row for p in self.people)]
        rows += [country.row for country in self.countries]
        rows += [body for country in self.countries for body in country.bodies]
        return {row.id: row.name for row in rows}

    @cached_property
    def shelf(self) -> Shelf:
        return make_shelf(self.people)

    @cached_property
    def registry(self) -> Registry:
        """States by code and people by id."""
        states = {c.row.country: c.row.name for c in reversed(self.countries) if c.row.kind != "former_state"}
        return Registry(states, {person.row.id: person for person in self.people})

    @cached_property
    def known(self) -> PhraseIndex[Entry]:
        """Every name of the lexicon; where two rows share a spelling the first given wins."""
        return PhraseIndex(
            self.segmenter.pattern,
            chain(
                outlet_phrases(load_outlets(DATA / "outlets")),
                organisation_phrases(self.organisations),
                country_phrases(self.countries),
                people_phrases(load_peoples(DATA / "actors" / "peoples.toml")),
                person_phrases(self.people),
                equipment_phrases(self.equipment),
                namesake_phrases(DATA / "equipment" / NAMESAKES),
                (Phrase(n, Entry("place", "place", n.title(), "places#own")) for n in self.gazetteer.own_names()),
            ),
        )


def build_pipeline(settings: Settings, data: Data | None = None) -> Pipeline:
    """The usual pipeline: every stage, in order."""
    data, model = data or make_data(settings), parser_name(settings)
    return Pipeline((*_finding(data, model), *_parsing(data, model, telling_sentences(data)), *_coding(data)))


def build_relater(settings: Settings) -> Relater:
    """What answers questions about pairs: a pipeline, and the function that finds what relates them."""
    data = make_data(settings)
    weights = load_weights(OWN_MODEL / f"{settings.language}-relations" / WEIGHTS)
    find = relation_finder(pair_viewer(data), weights, data.ontology)
    return Relater(build_pair_pipeline(settings, data), find)


def build_pair_pipeline(settings: Settings, data: Data) -> Pipeline:
    """The usual pipeline up to what a pair is seen with, every sentence parsed."""
    model = parser_name(settings)
    stages = (*_finding(data, model), *_parsing(data, model, every_sentence))
    return Pipeline(stages).upto(("coreference", "places", "cues"))


def pair_viewer(data: Data) -> ViewOf:
    """The function that shows a pair in its sentence."""
    return view_maker(data.rules, data.agents, data.registry)


def make_data(settings: Settings) -> Data:
    """The data of these settings."""
    return Data(settings.language, settings.codebook)


def parser_name(settings: Settings) -> str:
    """The spaCy pipeline to parse with: a name or a folder."""
    return str(OWN_MODEL / settings.language) if settings.parser == "dragoman" else settings.parser


def open_inputs(paths: Sequence[str], stdin: IO[bytes], settings: Settings) -> Iterator[Report | Failure]:
    """The reports behind paths; see usecases/inputs.py. Extractors and language model are loaded when first needed."""
    detect = load_backend("dragoman.backends.languages:language_detector")()
    return read_inputs(paths, stdin, extractor_by_suffix(Data(settings.language)), detect)


def open_store(settings: Settings, create: bool = False) -> Store:
    """The archive of these settings, made where it is missing and `create` is set. Raises BadArchive."""
    store: Store = load_backend("dragoman.backends.stores.sqlite:open_archive")(settings.archive, create)
    return store


def archive_data(settings: Settings, store: Store) -> Data:
    """The data to code with for an archive: what is shipped, and the people that were imported there."""
    return Data(settings.language, settings.codebook, tuple(store.actors.learned()))


def list_conventions(data: Data) -> Conventions:
    """What imported lists are read with."""
    titles = PhraseIndex(data.segmenter.pattern, title_phrases(data.folder / "titles.toml"))
    codes = load_codes(DATA / "actors" / "iso3166.toml")
    countries = frozenset(codes.values()) | {country.row.country for country in data.countries}

    def office(words: str) -> tuple[str, str]:
        tokens = data.segmenter.pattern.findall(words)
        hits = titles.find(tokens, tuple(map(fold, tokens)), 0, len(tokens))
        found = max((hit for hit in hits if hit[2].office), key=lambda hit: hit[1] - hit[0], default=None)
        return (found[2].office, found[2].sector) if found else (words.lower(), STATE)

    return Conventions(countries, codes, office)


def make_enroller(store: Store, data: Data) -> Enroller:
    """What takes the actors of reports for those of an archive's registry."""
    return Enroller(store.actors, data.shelf, data.offices, data.titles, decisions(store.actors.decided()))


def this_coder(settings: Settings, learned: Sequence[Known] = ()) -> Coder:
    """What the archive notes of a batch: the package's version, and a digest of all that decides its output.

    The people that the archive learned are part of it: reports are coded again when they change.
    """
    digested = coder_digest(DATA, settings.parser, settings.codebook)
    people = f"+people-{digest(*(str(to_json(known)) for known in learned))}" if learned else ""
    return Coder(VERSION, f"{digested}{people}")


def load_rivals(settings: Settings) -> Callable[[Reading, Event], tuple[Rival, ...]]:
    """A function that lists what an event of a reading could have been besides; see stages/rivals.py."""
    data = make_data(settings)
    return rival_finder(data.frames, data.agents, data.registry)


def examples_to_check(settings: Settings) -> tuple[Example, ...]:
    """The examples of a codebook's rows, else of ours."""
    data = make_data(settings)
    return tuple(examples_of(_own_rows(data) if data.codebook else _all_rows(data)))


def _all_rows(data: Data) -> Iterator[Rule]:
    yield from data.frames.all
    yield from data.cues.rows
    yield from data.contexts


def _own_rows(data: Data) -> Iterator[Rule]:
    """The rows of the codebook alone; it may lack any of the files."""
    frames, cues, contexts = (data.layers(name)[-1] for name in ("frames", "cues.toml", "contexts.toml"))
    rules = frozenset(rules_in(frames)) if frames.is_dir() else frozenset()
    yield from (frame for frame in data.frames.all if frame.rule in rules)
    if cues.is_file():
        yield from load_cues([cues]).rows
    if contexts.is_file():
        yield from load_contexts([contexts], data.ontology)


def known_outlets() -> tuple[OutletRow, ...]:
    """The outlets of the lexicon."""
    return load_outlets(DATA / "outlets")


def load_guide(settings: Settings) -> Guide:
    """What a brief is written with: words, names of countries, regions, owners of outlets."""
    words = load_brief_words(Data(settings.language).folder / "brief.toml")
    countries = [c.row for c in reversed(Data(settings.language).countries)]
    nations = {row.country: Nation(row.name, row.demonyms) for row in countries if row.kind != "former_state"}
    owners = {row.id: row.owner for row in load_outlets(DATA / "outlets") if row.owner}
    return Guide(Writer(words, nations), load_arenas(DATA / "arenas.toml"), owners)


def write_brief(brief: Brief, suffix: str) -> str:
    """A brief in the format of a file name's suffix. Raises BadSetting where there is none."""
    formats = load_backend("dragoman.backends.exporters:FORMATS")
    if suffix not in formats:
        raise BadSetting(f"a brief is written as {' or '.join(formats)}, not as {suffix or 'a file without a suffix'}")
    text: str = load_backend(f"dragoman.backends.exporters.{formats[suffix]}")(brief)
    return text


def extractor_by_suffix(data: Data) -> Callable[[str], Extractor | None]:
    """A function from a suffix (".pdf") to what reads such files, or None."""
    suffixes = load_backend("dragoman.backends.extractors:SUFFIXES")

    @cache
    def extractor_for(suffix: str) -> Extractor | None:
        if suffix not in suffixes:
            return None
        extractor: Extractor = load_backend(f"dragoman.backends.extractors.{suffixes[suffix]}")(data.layout)
        return extractor

    return extractor_for


def _stage(name: str, run: Callable[..., Any], adds: str, needs: str = "") -> Stage:
    return Stage(name, run, frozenset(adds.split()), frozenset(needs.split()))


def _finding(data: Data, model: str) -> Iterator[Stage]:
    """From characters to who and when: what needs no grammar."""
    folder = data.folder
    names = load_backend("dragoman.backends.parsers.spacy_parser:load_names")(model)
    titles = PhraseIndex(data.segmenter.pattern, title_phrases(folder / "titles.toml"))
    clues = Clues(titles, place_test(data.gazetteer), data.forms)
    desks = make_desks(load_portfolios(folder / "portfolios.toml"), data.countries)
    mentions = mention_finder(data.known, data.group_words, clues, desks)
    yield _stage("sections", each(section_finder(data.layout)), "sections")
    yield _stage("sentences", each(sentence_finder(data.segmenter)), "tokens sentences", "sections")
    yield _stage("times", each(time_finder(load_times(folder / "times.toml"))), "times", "sentences")
    yield _stage("names", name_finder(names, data.known, data.segmenter.starters), "names", "sentences")
    yield _stage("mentions", each(mentions), "mentions", "names times")
    yield _stage("roles", each(role_finder(titles, load_title_words(folder / "title_words.toml"))), "roles", "mentions")


def _parsing(data: Data, model: str, candidates: Callable[[Reading], Reading]) -> Iterator[Stage]:
    """Grammar where an act may be told, and what follows from it and from the names."""
    folder, frames = data.folder, data.frames
    parser = load_backend("dragoman.backends.parsers.spacy_parser:load_parser")(model)
    carrying = data.transfers
    verbs = (*frames.verbs, *data.attributions.words("say", "cite"), *carrying.all_verbs)
    lemmas = load_lemmas(folder / "inflections.toml", verbs, (*frames.nouns, *data.agents, *carrying.all_nouns))
    yield _stage("candidates", each(candidates), "candidates", "sentences mentions roles")
    yield _stage("trees", tree_maker(parser, lemmas), "trees", "candidates mentions roles")
    yield _stage("acting", each(actor_marker(deeds(frames, data.group_words))), "mentions", "trees mentions")
    yield _stage(
        "coreference",
        each(chain_finder(load_references(folder / "references.toml"), taking_nouns(data.agents, frames))),
        "coreference",
        "mentions roles trees",
    )
    yield _stage("places", each(place_finder(data.gazetteer)), "places", "mentions")
    yield _stage("cues", each(cue_finder(data.cues, frames.classes["happen"])), "cues", "trees times")
    speakers = attribution_finder(data.attributions, data.agents, frames.classes["transparent"], data.registry)
    yield _stage("attributions", each(speakers), "attributions", "trees mentions roles coreference times places")


def _coding(data: Data) -> Iterator[Stage]:
    """Events, claims and statements."""
    folder = data.folder
    coder = event_coder(data.rules, data.ontology, data.agents, data.registry)
    phrases = PhraseIndex(data.segmenter.pattern, context_phrases(data.contexts))
    contexts = context_finder(data.ontology, phrases, rows_by_sector(data.contexts))
    units, measures = load_units(folder / "units.toml"), load_measures(folder / "measures.toml")
    counter = claim_coder(units, measures, data.registry.states)
    yield _stage("events", each(coder), "events", "trees mentions roles coreference times places cues attributions")
    yield _stage("contexts", each(contexts), "events", "trees mentions events")
    yield _stage("positions", each(position_coder()), "events", "events attributions")
    yield _stage("claims", each(counter), "claims", "sentences times mentions trees cues attributions")
    carrier = transfer_coder(
        data.transfers, make_armoury(data.equipment), data.frames, data.agents, data.registry, units, measures
    )
    yield _stage(
        "transfers", each(carrier), "transfers", "trees mentions roles coreference times cues attributions events"
    )
    yield _stage("magnitudes", each(claim_linker()), "claims events", "claims events")
    speaking = statement_coder(data.attributions, frozenset(frame.rule for frame in data.frames.all if frame.verbal))
    yield _stage("statements", each(speaking), "statements", "attributions events trees")


def place_test(gazetteer: Gazetteer) -> Callable[[str], bool]:
    """Whether a name is a place that is large or well known enough to be told without other evidence."""

    def is_place(name: str) -> bool:
        return any(entry.population >= 10_000 or entry.id.startswith("place/") for entry in gazetteer.candidates(name))

    return is_place


def telling_sentences(data: Data) -> Callable[[Reading], Reading]:
    """The step that marks the sentences in which something can happen or be said."""
    inflections, carrying = data.folder / "inflections.toml", data.transfers
    saying = saying_forms(inflections, data.attributions)
    supplying = word_forms(inflections, carrying.verbs, carrying.nouns)
    armed = {a.word for a in data.agents.values() if a.sector in IN_FORCE and a.kind != THING and " " not in a.word}
    public = frozenset(form for word in armed for form in (word, *noun_forms(word)))
    return candidate_finder(data.forms | saying, saying, supplying, carrying.arms, public)


def saying_forms(path: Path, rules: AttributionRules) -> frozenset[str]:
    """Every way to write a word that tells that somebody says something."""
    verbs = _spellings(rules.words("say", "cite"), irregular_forms(path, "verb"), verb_forms)
    telling = {max(phrase.split(), key=len) for phrase in rules.words("phrase")}
    return frozenset(verbs | telling) | rules.words("unnamed")


def taking_nouns(agents: Mapping[str, Agent], frames: Frames) -> Nouns:
    """Nouns that can take up somebody or something told before, by what they mean."""
    somebody = {a.word: frozenset(noun_forms(a.word)) for a in agents.values() if a.kind != THING}
    bands = {word for word in somebody if agents[word].kind not in ("person", "state")}
    plurals = {form for word, forms in somebody.items() for form in forms if form != word}
    return Nouns(
        frozenset(somebody) | plurals, frozenset(bands) | plurals, frozenset(frames.nouns) - frozenset(somebody)
    )


def trigger_forms(path: Path, frames: Frames) -> frozenset[str]:
    """Every way to write a word that triggers a frame."""
    return word_forms(path, frames.verbs, frames.nouns) | frozenset(frames.adjectives)


def word_forms(path: Path, verbs: Iterable[str], nouns: Iterable[str]) -> frozenset[str]:
    """Every way to write the verbs and nouns given in their dictionary forms."""
    spelled_verbs = _spellings(verbs, irregular_forms(path, "verb"), verb_forms)
    return frozenset(spelled_verbs | _spellings(nouns, irregular_forms(path, "noun"), noun_forms))


def _spellings(
    words: Iterable[str], irregular: dict[str, frozenset[str]], forms: Callable[[str], Iterable[str]]
) -> set[str]:
    return {form for word in words for form in (*forms(word), *irregular.get(word, ()))}

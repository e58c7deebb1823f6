"""Frames: which words name which act, and where its parties stand around them.

A frame is triggered by a verb, a noun or a predicate adjective (dictionary forms), may require words in its slots, and
names the slots in which
its actor, recipient and addressee stand. Slots:

* `subject`, `object`, `iobject`: of a verb, passives turned round;
* any preposition (`with`, `to`, `against` …): its object, beside the trigger or beside the trigger's object;
* `clause`: the subject of the clause that completes the trigger (demanded that **Israel** stop);
* `complement`: the head of that clause itself (declined to **comment**);
* `modal`: the auxiliaries of that clause (suggested that they **may** have left);
* `within`: any party named inside the clause or the object (called for an end to **Israeli** strikes);
* `governor`: the verb that a noun depends on (lifted the blockade: no siege);
* `possessor`, `modifier`: of a noun (**Iran's** visit, **Israeli** strikes).

`require` and `exclude` map a slot to dictionary forms that its head must or must not have; `@talks` stands for a class
of `classes.toml`, `@party` for anything that resolves to a party, `@any` for anything at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import BadRule
from dragoman.lexicon.ontology import Ontology
from dragoman.lexicon.reading import WordsRow, files, load_layers

SIDES = frozenset({"actor", "recipient", "addressee"})
LOOSE = frozenset({"@party", "@any", "@place"})
SPECIAL = frozenset({"@party", "@any", "@place", "@weapon"})


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One row as written in a data file."""

    id: str
    type: str
    cameo: str
    hits: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    require: dict[str, Any] = field(default_factory=dict)
    exclude: dict[str, Any] = field(default_factory=dict)
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    mode: str = ""
    mutual: bool = False
    verbal: bool = False
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A row, resolved: classes spelled out, slots checked. `rule` is cited by every event it codes."""

    rule: str
    type: str
    cameo: str
    mode: str | None
    verb: frozenset[str]
    noun: frozenset[str]
    adj: frozenset[str]
    particle: frozenset[str]
    require: Mapping[str, frozenset[str]]
    exclude: Mapping[str, frozenset[str]]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    addressee: tuple[str, ...]
    needs: frozenset[str]
    mutual: bool
    verbal: bool
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames by the dictionary form of their trigger."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    adjectives: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    words: frozenset[str]  # every trigger

    @property
    def all(self) -> tuple[Frame, ...]:
        """Every frame once, in the order of its rule."""
        found = {
            f.rule: f
            for table in (self.verbs, self.nouns, self.adjectives)
            for frames in table.values()
            for f in frames
        }
        return tuple(found[rule] for rule in sorted(found))


def load_classes(paths: Sequence[Path]) -> dict[str, frozenset[str]]:
    """The word classes of `classes.toml`, ours first. Raises BadRule where an id stands twice in one file."""
    return {row.id: frozenset(row.words) for row in load_layers(paths, "class", WordsRow, lambda row: row.id)}


def load_frames(folders: Sequence[Path], classes: Mapping[str, frozenset[str]], ontology: Ontology) -> Frames:
    """Every row of every file of the folders; a later folder's rows replace or add. Raises BadRule on a wrong one."""
    names = {path.name: None for folder in folders for path in files(folder)}
    frames = [
        make_frame(row, name.removesuffix(".toml"), classes, ontology)
        for name in names
        for row in load_layers([folder / name for folder in folders], "frame", FrameRow, lambda row: row.id)
    ]
    theirs = {rule for folder in folders[1:] for rule in rules_in(folder)}
    return index_frames(frames, classes, theirs)


def rules_in(folder: Path) -> Iterator[str]:
    """The ids that results cite of the rows of one folder."""
    for path in files(folder):
        for row in load_layers([path], "frame", FrameRow, lambda row: row.id):
            yield rule_id(f"{path.stem}#{row.id}")


def rule_id(name: str) -> str:
    """The id that results cite of a row: "accuse#condemn" is cited as "en/frames/accuse#condemn"."""
    return f"en/frames/{name}"


def index_frames(
    frames: Iterable[Frame], classes: Mapping[str, frozenset[str]], first: Set[str] = frozenset()
) -> Frames:
    """The more a frame requires, the earlier it is tried; frames of the rules in `first` before all others."""
    ordered = sorted(frames, key=lambda f: (f.rule not in first, -_demands(f), f.rule))
    verbs, nouns, adjectives = (_by_word(ordered, kind) for kind in ("verb", "noun", "adj"))
    return Frames(verbs, nouns, adjectives, classes, frozenset({*verbs, *nouns, *adjectives}))


def _by_word(frames: Iterable[Frame], kind: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in getattr(frame, kind):
            table.setdefault(word, []).append(frame)
    return {word: tuple(found) for word, found in table.items()}


def _demands(frame: Frame) -> int:
    """How specific a frame is: named words count more than a slot that must only be filled."""
    named = sum(1 if words & LOOSE else 2 for words in frame.require.values())
    return 2 * bool(frame.particle) + named + bool(frame.exclude)


def make_frame(row: FrameRow, stem: str, classes: Mapping[str, frozenset[str]], ontology: Ontology) -> Frame:
    """Check and resolve one row. Where it names no mode, that of its CAMEO code holds."""
    where = f"frames/{stem}#{row.id}"
    _check(row, stem, where)
    _check_codes(row, ontology, where)
    return Frame(
        rule=rule_id(f"{stem}#{row.id}"),
        type=row.type,
        cameo=row.cameo,
        mode=row.mode or ontology.mode_of(row.type, row.cameo),
        verb=resolve(row.verb, classes, where),
        noun=resolve(row.noun, classes, where),
        adj=resolve(row.adj, classes, where),
        particle=frozenset(row.particle),
        require={slot: resolve(words, classes, where) for slot, words in row.require.items()},
        exclude={slot: resolve(words, classes, where) for slot, words in row.exclude.items()},
        actor=row.actor or _usual(row, "actor"),
        recipient=row.recipient or _usual(row, "recipient"),
        addressee=row.addressee,
        needs=frozenset(row.needs),
        mutual=row.mutual,
        verbal=row.verbal,
        hits=row.hits,
        misses=row.misses,
    )


def _check(row: FrameRow, stem: str, where: str) -> None:
    if row.type.lower() != stem:
        raise BadRule(where, f"a frame of {row.type} stands in {row.type.lower()}.toml")
    if not (row.verb or row.noun or row.adj):
        raise BadRule(where, "needs a verb, noun or adjective that triggers it")
    if not row.hits:
        raise BadRule(where, "needs at least one sentence in hits")
    if wrong := set(row.needs) - SIDES:
        raise BadRule(where, f"needs names {', '.join(sorted(wrong))}; it may name {', '.join(sorted(SIDES))}")


def _check_codes(row: FrameRow, ontology: Ontology, where: str) -> None:
    if row.type not in ontology.types:
        raise BadRule(where, f"there is no type {row.type}; there are {', '.join(sorted(ontology.types))}")
    if row.cameo not in ontology.codes:
        raise BadRule(where, f'there is no CAMEO code "{row.cameo}"; see cameo.toml')
    if row.mode and f"{row.type}/{row.mode}" not in ontology.modes:
        names = ", ".join(mode.name for mode in ontology.modes_of(row.type))
        raise BadRule(where, f"{row.type} has no mode {row.mode}; " + (f"it has {names}" if names else "it has none"))


def _usual(row: FrameRow, side: str) -> tuple[str, ...]:
    if row.verb or row.adj:
        return ("subject",) if side == "actor" else ("object",)
    return (
        ("possessor", "modifier", "by", "of", "from")
        if side == "actor"
        else ("on", "against", "to", "with", "at", "in")
    )


def resolve(words: Iterable[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """Words with `@class` replaced by the words of the class; the words of SPECIAL stay."""
    found: set[str] = set()
    for word in words:
        if word.startswith("@") and word not in SPECIAL:
            if word[1:] not in classes:
                raise BadRule(where, f"there is no word class {word}; see classes.toml")
            found |= classes[word[1:]]
        else:
            found.add(word)
    return frozenset(found)

"""Claims side by side: what different reports and speakers answer to one question. Nothing is averaged or decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Claim
from dragoman.ports import Filed
from dragoman.stages.magnitudes import HARM
from dragoman.usecases.archive import filed_records
from dragoman.usecases.asking import asks_for, told_by
from dragoman.usecases.conflicts import Stated, amount, bound, flags, questions
from dragoman.usecases.records import Record
from dragoman.usecases.wording import source_names

DONE = frozenset({"captured", "arrested", "displaced", "evacuated", "deported", "released"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim: its line of output, and what a table shows of it. `flags` say what keeps it from being compared.

    `sides` are the parties, each behind the word that tells its part: of, by, to.
    """

    record: Record
    sides: tuple[tuple[str, str], ...]
    claimed_by: tuple[str, ...]
    amount: str
    bound: str
    flags: tuple[str, ...]
    published: date | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, and the claims that answer it; the most told first."""

    measure: str
    answers: tuple[Answer, ...]


def answered(filed: Sequence[Filed], incident_of: Mapping[str, str], query: str, coder: str) -> tuple[Question, ...]:
    """The questions of which a claim is asked for, each with all its claims; those with most claims first."""
    groups = [group for group in questions(filed, incident_of) if any(_asked(item, query) for item in group)]
    reports = {item.text.id: item for item in filed}
    lines = {
        line["id"]: line
        for text in {item.claim.text for group in groups for item in group}
        for line in filed_records(reports[text], coder)
        if line["kind"] == "claim"
    }
    made = [Question(group[0].claim.measure, tuple(_answers(group, lines))) for group in groups]
    return tuple(sorted(made, key=lambda question: (-len(question.answers), question.measure)))


def _asked(item: Stated, query: str) -> bool:
    return asks_for(query, told_by(item.claim, item.document, item.content))


def _answers(group: Sequence[Stated], lines: Mapping[str, Record]) -> Iterator[Answer]:
    for item in sorted(group, key=lambda item: (str(item.document.published), item.claim.sentence.start)):
        claim, document = item.claim, item.document
        yield Answer(
            lines[claim.id], _sides(claim), source_names(claim.claimed_by), amount(claim), bound(claim),
            tuple(flags(item, group)), document.published, document.title,
        )  # fmt: skip


def _sides(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The parties of a claim; those to whom something was done are the ones that are counted."""
    done = claim.measure.partition(" (")[0] in HARM | DONE
    words = ("by", "of") if done else ("of", "to")
    parties = ((word, side) for word, side in zip(words, (claim.subject, claim.target), strict=True))
    return tuple((word, side.value.name) for word, side in parties if side is not None)


def question_record(question: Question) -> Record:
    """A question as a JSON object: its claims as `dragoman code` writes them, each with its flags."""
    claims = [answer.record | {"flags": list(answer.flags)} for answer in question.answers]
    return {"kind": "question", "measure": question.measure, "claims": claims}

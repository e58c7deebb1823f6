"""The nouns of the product. Imports nothing from the rest of it but the errors."""

from dragoman.model.coded import DEFAULT, Coded
from dragoman.model.document import Document, Report, Text, Version
from dragoman.model.event import Claim, Event, Magnitude, Position, Relation, Statement, Transfer
from dragoman.model.failure import Failure
from dragoman.model.ledger import Actor, Incident, Judgement, Outlet
from dragoman.model.match import NameMatch
from dragoman.model.party import Interval, Party, Place, Source
from dragoman.model.reading import (
    Attribution,
    Chain,
    Cue,
    Mention,
    Name,
    PlaceMention,
    Reading,
    Role,
    Section,
    Sentence,
    Time,
    Tokens,
    Tree,
)
from dragoman.model.span import Span

__all__ = [
    "DEFAULT",
    "Actor",
    "Attribution",
    "Chain",
    "Claim",
    "Coded",
    "Cue",
    "Document",
    "Event",
    "Failure",
    "Incident",
    "Interval",
    "Judgement",
    "Magnitude",
    "Mention",
    "Name",
    "NameMatch",
    "Outlet",
    "Party",
    "Place",
    "PlaceMention",
    "Position",
    "Reading",
    "Relation",
    "Report",
    "Role",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Statement",
    "Text",
    "Time",
    "Tokens",
    "Transfer",
    "Tree",
    "Version",
]

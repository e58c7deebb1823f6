"""How things are told apart. Ids are derived from what a thing is, so that the same input keeps its ids."""

import hashlib

from dragoman.model.span import Span

SHORT = 12


def sha256(data: bytes) -> str:
    """The hash that names a version: 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def digest(*parts: str) -> str:
    """A short digest (12 hex digits) of strings; the separator keeps ("ab","c") apart from ("a","bc")."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=SHORT // 2).hexdigest()


def document_id(publisher: str | None, url: str | None, content: str) -> str:
    """A minted document id: by its address where there is one, else by publisher and words."""
    return "doc-" + (digest("url", url) if url else digest("words", publisher or "", content))


def text_id(document: str, extractor: str, content: str) -> str:
    """The id of one extraction of one document."""
    return digest(document, extractor, content)


def record_id(kind: str, text: str, span: Span, ordinal: int) -> str:
    """The key of a coded record: kind, text, the words that name it, and an ordinal among records of the same words."""
    return f"{kind[0]}:{text}:{span.start}-{span.end}:{ordinal}"


def actor_id(*parts: str) -> str:
    """A minted actor id. Never reused: a merge leaves a redirect."""
    return "actor-" + digest(*parts)


def is_minted(actor: str) -> bool:
    """Whether an actor's id was minted here, and does not come from a row of the lexicon."""
    return actor.startswith("actor-")

"""Everything Dragoman raises on purpose, split by who must act.

* DragomanError
  * BadInput        somebody's file or line cannot be read: mend the input
    x BadReport     one report is refused; the others go on
    x BadArchive    the archive is missing, locked or of another make
    x BadList       a list that was to be imported is refused, all of it
    x BadJudgement  a decision cannot be taken so
    x NotFound      nothing goes by that id or name
  * BadSetup        this installation cannot do what was asked: mend the settings
    x BadSetting    a setting or option has a value that cannot be used
    x MissingBackend  a parser, store or extractor is not installed
  * BadData         a lexicon, ontology or model shipped or given is wrong: mend the data
    x BadRule       a rule in a data file; names file and rule
  * BadCode         the program contradicts itself: report it
    x BadRecord     a model object was built from values that cannot be right
    x BadPipeline   stages cannot run in the order given
"""

from collections.abc import Sequence


class DragomanError(Exception):
    """Base class, so that a caller can catch everything from this package."""


class BadInput(DragomanError):
    """Somebody's file or line cannot be read."""


class BadReport(BadInput):
    """One report is refused. `where` names the file, and the line where there is one."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


class BadArchive(BadInput):
    """The archive cannot be opened or written."""


class BadList(BadInput):
    """A list of people and offices is refused, all of it; `problems` name file, line and column."""

    def __init__(self, where: str, problems: Sequence[str]) -> None:
        told = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(f"{where} is refused, nothing was imported:{told}")
        self.problems = tuple(problems)


class BadJudgement(BadInput):
    """A decision cannot be taken so; the message says why and what can be done."""


class NotFound(BadInput):
    """Nothing goes by that id or name."""


class BadSetup(DragomanError):
    """This installation cannot do what was asked."""


class BadSetting(BadSetup):
    """A setting or option has a value that cannot be used."""


class MissingBackend(BadSetup):
    """A parser, store or extractor is not installed; the message says how to get it."""


class BadData(DragomanError):
    """Data that was shipped or given is wrong."""


class BadRule(BadData):
    """A rule in a data file cannot be used."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where


class BadCode(DragomanError):
    """The program contradicts itself."""


class BadRecord(BadCode):
    """A model object was built from values that cannot be right."""


class BadPipeline(BadCode):
    """Stages were put together in an order that cannot run, or touched what they did not name."""

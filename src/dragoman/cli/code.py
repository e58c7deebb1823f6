"""`dragoman code`."""

from dragoman.cli.options import Codebook, Parser, Paths, Quiet
from dragoman.cli.output import write_results
from dragoman.cli.sources import open_workshop
from dragoman.usecases.code import code_all


def code(paths: Paths, parser: Parser = None, codebook: Codebook = None, quiet: Quiet = False) -> int:
    """Code reports into events and claims.

    Writes a JSON line for each report, and for each event, claim, transfer and statement in it.
    """
    workshop = open_workshop(parser=parser, codebook=codebook)
    return write_results(code_all(workshop.readings(paths), workshop.coder), quiet)

"""`dragoman read`."""

from typing import Annotated

import typer

from dragoman.cli.options import Codebook, Parser, Paths, Quiet
from dragoman.cli.output import write_results
from dragoman.cli.sources import open_workshop
from dragoman.usecases.code import for_each
from dragoman.usecases.read import WRITERS, layer_writer, layers_needed, parse_layers

Layers = Annotated[
    str,
    typer.Option("--layers", metavar="LAYER[,…]", help=f"What to write: {', '.join(WRITERS)}.", show_default=False),
]


def read(paths: Paths, layers: Layers, parser: Parser = None, codebook: Codebook = None, quiet: Quiet = False) -> int:
    """Show mentions, places, times and other layers.

    Writes a JSON line for each report, with the layers asked for: what Dragoman understands on the way to events.
    """
    asked = parse_layers(layers)
    write = layer_writer(asked)
    readings = open_workshop(parser=parser, codebook=codebook).readings(paths, layers_needed(asked))
    return write_results(for_each(readings, lambda reading: [write(reading)]), quiet)

"""How long the start takes: `dragoman --help`, `import dragoman` and what they must not import.

python bench/startup.py [--runs 10]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "help": [sys.executable, "-m", "dragoman.cli", "--help"],
    "version": [sys.executable, "-m", "dragoman.cli", "--version"],
    "code_help": [sys.executable, "-m", "dragoman.cli", "code", "--help"],
    "import": [sys.executable, "-c", "import dragoman"],
    "python_alone": [sys.executable, "-c", "pass"],
}


def seconds(command: list[str]) -> float:
    """Wall-clock time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def figures(runs: int) -> dict[str, dict[str, float]]:
    """Median, best and worst of each command in seconds, after one run to warm the disk."""
    table = {}
    for name, command in COMMANDS.items():
        seconds(command)
        times = [seconds(command) for _ in range(runs)]
        measures = (("median", statistics.median), ("best", min), ("worst", max))
        table[name] = {measure: round(function(times), 3) for measure, function in measures}
    return table


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=10)
    print(json.dumps(figures(parser.parse_args().runs), indent=2))


if __name__ == "__main__":
    main()

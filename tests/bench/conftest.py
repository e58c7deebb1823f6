"""The bench commands are scripts beside each other; tests import them as they import one another."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))

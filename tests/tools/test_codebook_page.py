"""docs/codebook.md says what the ontology holds."""

import runpy
from pathlib import Path

from dragoman.assemble import Data

ROOT = Path(__file__).parent.parent.parent


def test_the_page_is_that_of_the_data() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "codebook_page.py"))
    written = tool["PAGE"].read_text(encoding="utf-8")
    assert written == tool["page"](Data("en").ontology), "run: python tools/codebook_page.py"

"""The command as a process: pipes, signals, encodings, and what its start loads."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "dragoman.cli"]
HEAVY = ("spacy", "thinc", "numpy", "sqlalchemy", "trafilatura", "jinja2", "py3langid", "pydantic_settings")
MET = "The French president met the Turkish president in Zürich."


def environment(**extra: str) -> dict[str, str]:
    source = str(Path(__file__).parents[2] / "src")
    return {**os.environ, "PYTHONPATH": source, **extra}


def line(name: str, text: str = MET) -> bytes:
    return json.dumps({"id": name, "text": text}).encode() + b"\n"


def test_results_in_a_plain_locale(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line("a") + b"{broken\n" + line("b"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.pdf").write_bytes(bytes(range(256)))
    plain = environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", NO_COLOR="1")
    done = subprocess.run([*COMMAND, "code", str(tmp_path)], capture_output=True, env=plain, check=False)
    told = done.stderr.decode()
    assert done.returncode == 3
    assert MET.encode() in done.stdout
    assert [r["report"] for r in map(json.loads, done.stdout.splitlines()) if r["kind"] == "report"] == ["a", "b"]
    assert f"dragoman: {tmp_path / 'a.jsonl'}:2: " in told
    assert "empty.txt" in told
    assert "binary.pdf" in told
    assert "Traceback" not in told
    assert "\x1b" not in told


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(line(str(number), f"{MET} " * 30) for number in range(64)))
    with subprocess.Popen(
        [*COMMAND, "code", "-q", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_interrupt_ends_it_quietly() -> None:
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([*COMMAND, "code", "-"], env=environment(), **pipes) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(line("long", "x" * 199_000))  # more than a pipe holds: when it is written, it is being read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        process.stdin.close()
    assert process.returncode == 130
    assert b"Traceback" not in told


@pytest.mark.parametrize("module", ["dragoman", "dragoman.cli.main"])
def test_the_start_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*(set(sys.argv[1:]) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program, *HEAVY], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.split() == []

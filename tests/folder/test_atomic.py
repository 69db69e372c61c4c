"""Lines are appended whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tellings.folder import atomic
from tellings.folder.atomic import append
from tellings.settings import ROOT

_BOUNDED = """
import resource, sys
from pathlib import Path
from tellings.folder.atomic import append
path, bound = Path(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (bound, bound))
try:
    append(path, b"a line that is longer than there is room for\\n" * 3)
except OSError as err:
    sys.exit(7 if "large" in str(err).lower() else 8)
"""


def test_a_last_line_that_was_cut_off_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append(path, b"one\n")
    path.write_bytes(path.read_bytes() + b"tw")
    append(path, b"three\nfour\n")
    assert path.read_bytes() == b"one\ntw\nthree\nfour\n"


@pytest.mark.skipif(sys.platform == "win32", reason="only there can a file's size be bounded")
@pytest.mark.parametrize("room", [0, 1, 10, 60, 130])
def test_lines_for_which_there_is_no_room_leave_the_file_as_it_was(tmp_path: Path, room: int) -> None:
    path = tmp_path / "log"
    before = b"one\ntw"
    path.write_bytes(before)
    command = [sys.executable, "-c", _BOUNDED, str(path), str(len(before) + room)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 7
    assert path.read_bytes() == before


def test_lines_that_do_not_reach_the_disk_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log"
    append(path, b"one\n")
    calls = []

    def failing(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", failing)
    with pytest.raises(OSError, match="No space"):
        append(path, b"two\n")
    assert path.read_bytes() == b"one\n"

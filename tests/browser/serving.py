"""A server of the app in a process of its own, on a free port of this machine, with a home of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tellings.settings import ROOT

GUARD = Path(__file__).parent / "guard"
PATIENCE = 120


@dataclass(frozen=True)
class Server:
    """A running app.

    Attributes:
        url: its address, with a slash at the end.
        home: its `TELLINGS_HOME`: corpora written there are found.
        log: what it printed.
        process: its number.
    """

    url: str
    home: Path
    log: Path
    process: int

    def left(self) -> list[str]:
        """The addresses outside this machine that the server process asked for."""
        path = self.home.parent / "left.txt"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@contextmanager
def serve(
    folder: Path,
    script: str = "app.py",
    *,
    program: str = "streamlit",
    host: str = "127.0.0.1",
    port: int = 0,
    **environment: str,
) -> Iterator[Server]:
    """Serve an app until the block is left.

    Args:
        folder: for its home and its log.
        script: what to serve.
        program: the module that serves it, as `streamlit` does.
        host: the address to serve it at.
        port: 0 for a free one.
        environment: variables over those of this process.
    """
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    log = folder / "server.log"
    port = port or free_port(host)
    command = [
        sys.executable,
        "-m",
        program,
        "run",
        script,
        f"--server.address={host}",
        f"--server.port={port}",
        "--server.headless=true",
    ]
    variables = {
        **os.environ,
        "TELLINGS_HOME": str(home),
        "TELLINGS_GUARD": str(folder / "left.txt"),
        "PYTHONPATH": os.pathsep.join([str(GUARD), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        "PYTHONIOENCODING": "utf-8",
        **environment,
    }
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=out, stderr=subprocess.STDOUT)
        try:
            url = f"http://{host}:{port}/"
            _wait(process, url, log)
            yield Server(url, home, log, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port(host: str = "127.0.0.1") -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as listener:
        listener.bind((host, 0))
        return int(listener.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {log.read_text(encoding='utf-8')}")
        try:
            with urllib.request.urlopen(url + "_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server does not answer: {log.read_text(encoding='utf-8')}")

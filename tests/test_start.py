"""Sharing the app with a network by `python start.py --share`: what it says first, and what it sets."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import Any

import pytest

import start

SHARED = ["--share", "--server.port", "8600", "--server.headless", "true"]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What would be run, with which variables."""
    found: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(
        start, "run", lambda arguments, **variables: found.append((arguments, variables)) or 0
    )
    monkeypatch.setattr(start, "address_here", lambda: "192.168.1.7")
    monkeypatch.delenv("TELLINGS_CORRECTIONS", raising=False)
    return found


def test_it_says_what_sharing_means_then_the_address_and_its_qr_code(ran: Any, capsys: Any) -> None:
    assert start.open_app(SHARED) == 0
    told = capsys.readouterr().out
    assert told.index("open to everybody on this network") < told.index("http://192.168.1.7:8600/")
    assert "no password" in told
    assert ran[0][0] == ["-m", "segno.cli", "--compact", "http://192.168.1.7:8600/"]


def test_it_binds_to_the_printed_address_and_answers_to_no_other(ran: Any) -> None:
    start.open_app(SHARED)
    arguments, variables = ran[-1]
    assert arguments[:4] == ["-m", "streamlit", "run", "app.py"]
    assert start.given(arguments, "--server.address") == "192.168.1.7"
    assert "--share" not in arguments
    assert variables == {"TELLINGS_HOSTS": "192.168.1.7:8600", "TELLINGS_CORRECTIONS": "session"}


def test_another_of_the_machines_addresses_can_be_named(ran: Any) -> None:
    start.open_app([*SHARED, "--server.address=10.0.0.7"])
    arguments, variables = ran[-1]
    assert start.given(arguments, "--server.address") == "10.0.0.7"
    assert variables["TELLINGS_HOSTS"] == "10.0.0.7:8600"


@pytest.mark.parametrize(("said", "holds"), [("saved", "session"), ("session", "session"), ("off", "off")])
def test_nobodys_corrections_are_kept(
    ran: Any, monkeypatch: pytest.MonkeyPatch, said: str, holds: str
) -> None:
    monkeypatch.setenv("TELLINGS_CORRECTIONS", said)
    start.open_app(SHARED)
    assert ran[-1][1]["TELLINGS_CORRECTIONS"] == holds


def test_without_a_network_it_says_so_and_does_not_start(ran: Any, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(start, "address_here", lambda: None)
    assert start.open_app(SHARED) == 1
    assert "on no network" in capsys.readouterr().err
    assert ran == []


def test_without_share_it_is_open_to_this_machine_alone(ran: Any, capsys: Any) -> None:
    start.open_app(["--server.headless", "true"])
    assert ran == [(["-m", "streamlit", "run", "app.py", "--server.headless", "true"], {})]
    assert "everybody" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("bound", "found"), [("192.168.1.7", "192.168.1.7"), ("127.0.0.1", None), ("", None)]
)
def test_the_address_is_the_networks_or_none(monkeypatch: Any, bound: str, found: str | None) -> None:
    class Probe(socket.socket):
        def connect(self, _: Any) -> None:
            if not bound:
                raise OSError("network is unreachable")

        def getsockname(self) -> Any:
            return (bound, 50_000)

    monkeypatch.setattr(start.socket, "socket", Probe)
    assert start.address_here() == found


def test_the_qr_code_is_drawn_in_the_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "segno.cli", "--compact", "http://192.168.1.7:8600/"],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    drawn = done.stdout.decode("utf-8").splitlines()
    assert len(drawn) > 10
    assert set("".join(drawn)) <= set("█▀▄ ")

"""Loaded by the served app's Python: notes every address outside this machine that it asks for, and refuses it."""

from __future__ import annotations

import ipaddress
import os
import sys

_FILE = os.environ.get("TELLINGS_GUARD")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    else:
        return
    if not _local(host):
        with open(str(_FILE), "a", encoding="utf-8") as file:
            file.write(f"{event} {host}\n")
        raise OSError(f"no address outside this machine: {host}")


def _local(host: object) -> bool:
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


if _FILE:
    sys.addaudithook(_watch)

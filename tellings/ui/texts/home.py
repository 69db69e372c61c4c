"""Where what a visitor brings is kept, and who may bring anything."""

from __future__ import annotations

import secrets
from pathlib import Path

import streamlit as st

from tellings import settings
from tellings.build import incoming
from tellings.ui import security, state

SESSIONS = ".sessions"
_STALE = 2 * 86_400
"""Seconds after which what a session brought for itself is deleted."""


def mode() -> str:
    """What a visitor brings is `saved` on this machine, lives in this `session`, or is `off`."""
    asked = st.context.headers.items()
    return security.corrections_mode(settings.read().uploads, security.address(), asked)


def folder() -> Path:
    """Where this visitor's corpora are made: the home of this machine, or a folder that only this session knows.

    It need not exist: it is made by what is first put there.
    """
    home = settings.read().home
    if mode() == "saved":
        return home
    own = state.home()
    if own is None:
        own = home / SESSIONS / secrets.token_hex(16)
        state.settle(own)
        incoming.sweep(own.parent.glob("*"), _STALE)
    return own

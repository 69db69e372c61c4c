"""The page's stylesheet: paper and ink. Article text stands in the serif, what Tellings says in the sans."""

from __future__ import annotations

import streamlit as st

from tellings.ui.fonts import faces
from tellings.views.theme import SERIF, palette


def theme() -> str:
    """The theme that the visitor sees: `light` or `dark`."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply() -> None:
    """Give the page its stylesheet, in the colours of the visitor's theme."""
    colours = palette(theme())
    groups = "".join(
        f"--t-{name}:{colours.groups[name]};--t-{name}-tint:{tint};" for name, tint in colours.tints.items()
    )
    root = (
        f"--t-paper:{colours.paper};--t-shade:{colours.shade};--t-ink:{colours.ink};--t-faint:{colours.faint};"
        f"--t-line:{colours.line};--t-accent:{colours.accent};--t-unknown:{colours.unknown};{groups}--t-serif:{SERIF};"
    )
    st.html(f"<style>{faces()}:root{{{root}}}{_CSS}</style>")


_CSS = """
.stApp, .stApp button, .stApp input { font-variant-numeric: tabular-nums; }
[data-testid="stMainBlockContainer"] { padding: 1.6rem 2.5rem 4rem; max-width: 1240px; }
[data-testid="stHeader"] { background: transparent; }
[data-testid="stSidebarHeader"] { height: 1.4rem; margin-bottom: 0; }
[data-testid="stSidebarContent"] [data-testid="stVerticalBlock"] { gap: .35rem; }
[data-testid="stPageLink"] a { padding: .12rem .5rem; }
[data-testid="stPopover"] button { background: transparent; }
.t-masthead { font: 700 1.6rem/1.1 var(--t-serif); letter-spacing: -.01em; margin: 0; }
.t-motto { color: var(--t-faint); font-style: italic; font-family: var(--t-serif); margin: .1rem 0 .5rem; }
.t-section { color: var(--t-faint); font-size: .8rem; letter-spacing: .09em; text-transform: uppercase; margin: .7rem 0 0; }
.t-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .9rem; border-bottom: 1px solid var(--t-ink);
  padding-bottom: .35rem; }
.t-head h1 { font: 600 1.85rem/1.15 var(--t-serif); padding: 0; margin: 0; letter-spacing: -.01em; }
.t-head p { color: var(--t-faint); font: italic 1.1rem/1.3 var(--t-serif); margin: 0; }
.t-h2 { font: 600 1.15rem/1.25 var(--t-serif); margin: .4rem 0 0; }
.t-note { color: var(--t-faint); font-size: .93rem; margin: 0; line-height: 1.4; }
.t-shown { margin: 0; font-variant-numeric: tabular-nums; }
.t-figures { display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; margin: 0; }
.t-figures div { display: flex; flex-direction: column-reverse; }
.t-figures dt { color: var(--t-faint); font-size: .9rem; }
.t-figures dd { font: 600 1.7rem/1.1 var(--t-serif); margin: 0; font-variant-numeric: tabular-nums lining-nums; }
[data-testid="stHtml"] ol.t-evidence { margin: 0; padding: 0; }
[data-testid="stHtml"] ol.t-evidence > li { margin: 0; padding: .65rem 0 .55rem; }
.t-evidence { list-style: none; margin: 0; padding: 0; max-width: 50rem; }
.t-evidence li { border-top: 1px solid var(--t-line); padding: .65rem 0 .55rem; margin: 0; }
.t-passage { font: 400 1.09rem/1.5 var(--t-serif); margin: 0 0 .25rem; white-space: pre-line; overflow-wrap: anywhere; }
.t-passage mark, .t-cell mark { color: inherit; background: none; padding: 0; }
.t-passage mark b, .t-cell mark b { font-weight: inherit; background: linear-gradient(transparent 55%, var(--t-mark) 55%);
  border-bottom: 2px solid var(--t-markline); }
.t-evidence { --t-mark: var(--t-shade); --t-markline: var(--t-accent); }
.t-from { color: var(--t-faint); font-size: .9rem; margin: 0; display: inline; font-variant-numeric: tabular-nums; }
.t-from a { color: inherit; }
.t-evidence details { display: inline; color: var(--t-faint); font-size: .9rem; }
.t-evidence summary { display: inline; cursor: pointer; text-decoration: underline; text-underline-offset: 2px; }
.t-evidence summary::marker { content: ""; }
.t-cite { display: block; user-select: all; color: var(--t-ink); background: var(--t-shade); padding: .4rem .6rem;
  margin: .3rem 0 .2rem; }
.t-quotes .t-passage mark b { background: var(--t-mark); border: 0; box-shadow: inset 0 -1px var(--t-faint);
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.t-quotes > li { border-left: 0; }
.t-quotes .t-passage { border-left: 3px solid var(--t-ink); padding-left: .8rem; }
.t-said { margin: .1rem 0; font-size: .95rem; }
.t-unseen { font: .7em/1 monospace; border: 1px solid var(--t-line); border-radius: 2px; padding: 0 .15em; margin: 0 .1em;
  color: var(--t-faint); }
.t-source { color: var(--t-faint); font-size: .85rem; margin: 0; font-variant-numeric: tabular-nums; }
.t-kind { border: 1px solid currentColor; border-radius: 2px; padding: 0 .3em; font-size: .82rem; }
.t-who { font-weight: 600; }
.t-unknown { color: var(--t-unknown); font-style: italic; }
[data-testid="stHtml"] a { text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--t-accent); outline-offset: 2px; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 3rem 1rem 3rem; }
  .t-head h1 { font-size: 1.5rem; }
  .t-figures { gap: .3rem 1.4rem; }
  .t-figures dd { font-size: 1.35rem; }
}
@media print { [data-testid="stSidebar"], [data-testid="stToolbar"] { display: none; } }
"""

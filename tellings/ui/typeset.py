"""Pictures that are taken away keep their typefaces: Plotly writes them without, and an image may load nothing."""

from __future__ import annotations

import streamlit as st

_mount = st.components.v2.component(
    "tellings_typeset",
    js="""
    export default function () {
      const serialise = XMLSerializer.prototype.serializeToString;
      if (serialise.typeset) return;
      let faces = "";
      const face = async ([family, file]) => {
        const answer = await fetch(new URL(`app/static/fonts/${file}-latin-wght-normal.woff2`, document.baseURI));
        const bytes = new Uint8Array(await answer.arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        faces += `@font-face{font-family:"${family}";font-weight:200 900;` +
          `src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
      };
      Promise.all([["Source Sans 3", "source-sans-3"], ["Source Serif 4", "source-serif-4"]].map(face)).catch(() => {});
      const typeset = function (node) {
        const said = serialise.call(this, node);
        const picture = node.nodeName === "svg" && node.classList.contains("main-svg");
        return picture && faces ? said.replace(/<svg[^>]*>/, (head) => `${head}<style>${faces}</style>`) : said;
      };
      typeset.typeset = true;
      XMLSerializer.prototype.serializeToString = typeset;
    }
    """,
)


def keep_typefaces() -> None:
    """Let every picture that is saved from a page have its typefaces within."""
    _mount(key="typeset", height=0)

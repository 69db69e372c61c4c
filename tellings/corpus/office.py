"""Documents of word processors: DOCX, ODT and RTF. Macros, pictures and fields are not opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version

from tellings.corpus import found
from tellings.corpus.databases.lines import Line, of_paragraph
from tellings.corpus.documents import Document, Problem
from tellings.corpus.encoding import decode
from tellings.corpus.entries import UNREADABLE, Entry, Limits, said
from tellings.corpus.found import Found
from tellings.corpus.xml import HEAD, refuse_entities
from tellings.errors import SourceError

_MOST_UNPACKED = 1_000_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"(?:heading|title|überschrift|titre)_?(?P<level>\d)?")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What DOCX has a second time, for programs that cannot show the first."""
_LINK = re.compile(r"(\\fldinst[^\"]{0,300}?)HYPERLINK", re.IGNORECASE)
"""What makes a link of a field, which striprtf would print with its address."""
_LINE_BREAK = re.compile(r"\\line(?![a-z]) ?")


def read_docx(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a DOCX file."""
    return found.read(entry, fields, limits, _docx, f"DOCX, python-docx {version('python-docx')}")


def read_odt(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of an ODT file."""
    return found.read(entry, fields, limits, _odt, f"ODT, odfdo {version('odfdo')}")


def read_rtf(entry: Entry, fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of an RTF file."""
    return found.read(entry, fields, limits, _rtf, f"RTF, striprtf {version('striprtf')}")


def package(data: bytes, kind: str) -> io.BytesIO:
    """The bytes of a file that is a zip, if it may be opened.

    Raises:
        SourceError: it is encrypted, of an older kind, or no zip; or it unpacks to more than is sound, or has XML that
            defines entities.
    """
    if data.startswith(_OLD):
        raise SourceError(
            f"is encrypted or of an older kind than {kind}; save it as {kind} without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > _MOST_UNPACKED:
                raise SourceError(
                    f"unpacks to {size / 1e6:,.0f} MB, which is not opened; save its text alone"
                )
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        refuse_entities(part.read(HEAD))
    except UNREADABLE as err:
        raise SourceError(f"is no {kind} file that can be read ({said(err)}); save it again") from err
    return io.BytesIO(data)


def _kind(style: str) -> str:
    heading = _HEADING.fullmatch(style)
    if heading is not None:
        return "subheading" if (heading["level"] or "1") > "1" else "headline"
    return "caption" if style in ("caption", "beschriftung") else ""


def _found(lines: list[Line], kind: str, remarks: Sequence[tuple[str, str]] = ()) -> Found:
    if not lines:
        raise SourceError(f"has no words in its {kind} text")
    parts, title = found.marked(lines, _kind)
    return Found(lines, parts=parts, known={"title": title}, remarks=remarks)


def _docx(data: bytes) -> Found:
    import docx
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    stream = package(data, "DOCX")
    try:
        document = docx.Document(stream)
    except (
        Exception
    ) as err:  # python-docx raises what its parts raise: KeyError, XMLSyntaxError, AttributeError
        raise SourceError(f"is no DOCX file that can be read ({said(err)[:100]}); save it again") from err
    names = {style.style_id: str(style.name) for style in document.styles}
    lines: list[Line] = []
    for element in document.element.body.iter(qn("w:p")):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        style = names.get(element.style or "", "")
        lines += of_paragraph(Paragraph(element, document).text, style.replace(" ", "_"))
    macros = [("it has macros, which are not run", "its text is read")] * (b"vbaProject" in data)
    return _found(lines, "DOCX", macros)


def _odt(data: bytes) -> Found:
    import odfdo

    stream = package(data, "ODT")
    try:
        body = odfdo.Document(stream).body
        elements = body.get_elements("descendant::text:h|descendant::text:p")
    except Exception as err:  # odfdo raises what lxml, zipfile and its own parts raise
        raise SourceError(f"is no ODT file that can be read ({said(err)[:100]}); save it again") from err
    lines: list[Line] = []
    for element in elements:
        level = element.get_attribute("text:outline-level") if element.tag == "text:h" else None
        style = f"heading_{level}" if level else str(element.get_attribute("text:style-name") or "")
        lines += of_paragraph(element.inner_text, style.replace("_20_", "_"))
    return _found(lines, "ODT")


def _rtf(data: bytes) -> Found:
    from striprtf import striprtf

    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise SourceError("is no RTF file; save it again as RTF")
    source = _LINE_BREAK.sub(r"\\'0b", _LINK.sub(r"\1", decode(data).text))
    try:
        text = str(striprtf.rtf_to_text(source, errors="replace"))
    except (ValueError, LookupError, IndexError, OverflowError) as err:
        raise SourceError(
            f"is RTF that cannot be read ({said(err)[:100]}); save it again as RTF or DOCX"
        ) from err
    lines: list[Line] = []
    for printed in text.split("\n"):
        lines += of_paragraph(printed.replace("\x0b", "\n"))
    return _found(lines, "RTF")

"""Small files of many formats, written for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml import OxmlElement


def write_docx(
    path: Path, paragraphs: Sequence[str], *, styles: dict[str, str] | None = None, bold: str = "ferry"
) -> Path:
    """Paragraphs with a searched word in runs of its own; a line feed is a line break; styles by text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Page 1 of 3"
    for text in paragraphs:
        paragraph = document.add_paragraph(style=(styles or {}).get(text))
        label, colon, value = text.partition(":\u00a0")
        if colon:
            paragraph.add_run(label + ":").bold = True
            paragraph.add_run("\u00a0")
            text = value
        for i, piece in enumerate(text.split(bold)):
            if i:
                paragraph.add_run(bold).bold = True
            if piece:
                paragraph.add_run(piece)
        mark = OxmlElement("w:bookmarkStart")
        paragraph._p.append(mark)
    document.save(str(path))
    return path


def write_rtf(path: Path, paragraphs: Sequence[str]) -> Path:
    """Paragraphs with letters beyond ASCII as RTF writes them, and a link."""

    def escaped(text: str) -> str:
        text = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\n", "\\line ")
        coded = "".join(ch if ch < "\x80" else f"\\u{ord(ch)}?" for ch in text)
        return coded.replace(
            "ferry", '{\\field{\\*\\fldinst{HYPERLINK "http://x.example/?a=1"}}{\\fldrslt{\\b ferry}}}'
        )

    body = "".join(f"\\pard\\plain {escaped(text)}\\par\n" for text in paragraphs)
    header = "{\\header\\pard Page 1 of 3\\par}"
    path.write_text(f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{header}\n{body}}}", "ascii")
    return path


def write_pdf(path: Path, pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> Path:
    """Pages of pieces (x, y from below, size, text) in Helvetica, on A4."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for pieces in pages:
        stream = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({text.replace(chr(92), chr(92) * 2).replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
            for x, y, size, text in pieces
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, said in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{said}\nendobj\n".encode("cp1252"))
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{offset:010} 00000 n \n" for offset in offsets).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    path.write_bytes(out.getvalue())
    return path


def write_epub(
    path: Path, pages: Sequence[str | None], *, publisher: str = "The Paper", day: str = "2019-03-05"
) -> Path:
    """A book of these bodies; None is a page without a byte."""
    items = "".join(
        f'<item id="p{i}" href="text/p{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{i}"/>' for i in range(len(pages)))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        book.writestr(
            "OEBPS/content.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Issue</dc:title><dc:publisher>{publisher}</dc:publisher><dc:date>{day}</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>',
        )
        for i, page in enumerate(pages):
            head = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
            book.writestr(
                f"OEBPS/text/p{i}.xhtml", "" if page is None else f"{head}<body>{page}</body></html>"
            )
    return path

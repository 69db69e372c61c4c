"""Pictures that come from a browser, as a report may hold them: nothing in them runs, loads or clashes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_KEPT = frozenset(
    "svg g defs path rect circle ellipse line polyline polygon text tspan clipPath pattern mask linearGradient "
    "radialGradient stop a title desc use image style".split()
) - {"style", "use"}
_REFERS = re.compile(r"url\(\s*['\"]?[^'\"()#]*#([\w:.-]+)['\"]?\s*\)")
"""What means another part of the picture; browsers put the page's whole address before it."""
_LOADS = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


def safe(text: str, prefix: str, leads: Callable[[str], str] = lambda _: "") -> str:
    """A picture with only shapes, words and links in it.

    Args:
        text: SVG.
        prefix: put before every id, so that two pictures of one report never mean each other's.
        leads: from where a link led to where it is to lead; empty takes the link away and leaves its words.

    Returns:
        The SVG; empty where it is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root.tag != f"{_SVG}svg":
        return ""
    _clean(root, prefix, leads)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _clean(node: etree._Element, prefix: str, leads: Callable[[str], str]) -> None:
    for child in list(node):
        if not isinstance(child.tag, str) or child.tag.removeprefix(_SVG) not in _KEPT:
            node.remove(child)
        else:
            _clean(child, prefix, leads)
    linked = node.tag == f"{_SVG}a"
    target = leads(node.get(f"{_XLINK}href") or node.get("href") or "") if linked else ""
    for name, value in list(node.attrib.items()):
        node.set(name, _REFERS.sub(rf"url(#{prefix}\1)", value))
        if not _allowed(str(name), node.get(name, ""), picture=node.tag == f"{_SVG}image"):
            del node.attrib[name]
        elif name == "id":
            node.set("id", prefix + value)
    if linked and target:
        node.set("href", target)
    elif linked:
        node.tag = f"{_SVG}{'tspan' if _in_text(node) else 'g'}"


def _allowed(name: str, value: str, *, picture: bool) -> bool:
    local = name.rpartition("}")[2].lower()
    if local == "href":
        return picture and value.startswith("data:image/png;base64,")
    known = not name.startswith("{") or name == "{http://www.w3.org/XML/1998/namespace}space"
    return known and not local.startswith(("on", "data-")) and local != "class" and not _LOADS.search(value)


def _in_text(node: etree._Element) -> bool:
    above = node.getparent()
    return above is not None and above.tag in (f"{_SVG}text", f"{_SVG}tspan")

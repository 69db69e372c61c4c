"""What the browser tests stand on: a visitor sees what a page asks for outside the app, and nothing of it is found."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.serving import Server
from tests.browser.visiting import Visitor, run, until


@pytest.mark.parametrize("address", ["http://example.com/", "http://192.0.2.1/", "http://[2001:db8::1]/"])
def test_what_is_asked_for_outside_the_app_is_not_found_and_recorded(
    server: Server, context: BrowserContext, address: str
) -> None:
    visitor = Visitor(context, [])
    page = visitor.open(f"{server.url}_stcore/health", until="body")
    page.goto("about:blank")  # where no policy of the app keeps it from being sent
    page.evaluate("address => { document.body.append(Object.assign(new Image(), {src: address})) }", address)
    until(page, lambda: visitor.outside == [address], "the request is not recorded")
    until(page, lambda: any("ERR_NAME_NOT_RESOLVED" in error for error in visitor.errors), "it was found")
    visitor.close()


def test_a_session_ends_with_its_test(server: Server, context: BrowserContext) -> None:
    visitor = Visitor(context, free := [])
    page = visitor.open(server.url)
    page.evaluate("() => localStorage.setItem('kept', 'yes')")
    visitor.close()
    [window] = free
    assert window.page.url == "about:blank"
    again = Visitor(context, free).open(server.url)
    assert again is page
    assert again.evaluate("() => localStorage.getItem('kept')") is None


def test_what_makes_the_app_run_is_waited_for(server: Server, visitor: Visitor) -> None:
    page = visitor.open(f"{server.url}entities")
    with run(page):
        page.get_by_label("Find a name").fill("a")
        page.get_by_label("Find a name").press("Enter")
    assert "q=a" in page.url

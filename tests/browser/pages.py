"""What a test says to a page of the app: open it, wait until it rests, read it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Page

RESTS = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.getAttribute('data-test-script-state') === 'notRunning'
    && document.querySelector('[data-testid=stMain] h1')
    && !document.querySelector('[data-testid=stSkeleton]');
}"""


def settled(page: Page) -> Page:
    """Wait until the script has run and everything it made is there; return the page."""
    page.wait_for_function(RESTS)
    return page


def visit(page: Page, address: str) -> Page:
    """Open ``address`` and wait until it rests; return the page."""
    page.goto(address)
    return settled(page)


def main_text(page: Page) -> str:
    """Return the words in the page's main column."""
    return page.get_by_test_id("stMain").inner_text()


def query(page: Page) -> dict[str, str]:
    """Return the parameters in the tab's address."""
    return {name: values[-1] for name, values in parse_qs(urlparse(page.url).query).items()}


def path(page: Page) -> str:
    """Return the page's name in the tab's address, "" for home."""
    return urlparse(page.url).path.strip("/")

"""The browser of the browser tests, for these too."""

from tests.browser.conftest import chromium, tab, used

__all__ = ["chromium", "tab", "used"]

"""The entry point of :mod:`tests.browser.slow`."""

from tellings.ui import frame
from tests.browser import slow

assert slow
frame.run()

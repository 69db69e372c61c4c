"""method"""

from tellings.ui import frame

view = frame.page("method")

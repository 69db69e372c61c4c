"""Texts: bring articles, watch them being read, keep what was made."""

from tellings.ui import frame, show
from tellings.ui.texts import bringing, home, projects, watching

view = frame.page("texts")
if home.mode() == "off":
    show.note("On this server nothing can be brought; who runs it allows that with TELLINGS_UPLOADS.")
else:
    bringing.bring(view)
    watching.watch()
projects.listed(view)

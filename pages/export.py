"""Take away: what can I take with me, and in which form?"""

from tellings.ui import frame
from tellings.ui.taking import formats, report

view = frame.page("export")
report.listed(view)
formats.listed(view)

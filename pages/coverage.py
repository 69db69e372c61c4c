"""Coverage: who reports what, who leaves it out?"""

from tellings.analysis import coverage as asked
from tellings.ui import coverage, filters, frame, load

view = frame.page("coverage")
shown = filters.switch(view, coverage.VIEWS)
coverage.narrow(view)
told = load.ask(view.corpus, asked.cells, coverage.compared(view))
articles = coverage.documents(view, told)
rows = view.keep("rows", lambda: asked.rows(told, articles.doc_id.tolist(), shown))
everything = len(told.drop_duplicates(["kind", "item"]))
filters.summary(view, len(rows), everything, "things")
coverage.draw(view, told, articles, rows, shown)

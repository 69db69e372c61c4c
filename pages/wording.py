"""Wording: which spellings and words does each outlet choose?"""

from tellings.ui import filters, frame, wording

view = frame.page("wording")
shown = filters.switch(view, wording.VIEWS)
wording.narrow(view, shown)
articles = filters.shown_documents(view)
filters.summary(view, len(articles), view.corpus.n_documents, "articles", without=wording.CHOSEN)
if len(articles):
    wording.draw(view, shown)

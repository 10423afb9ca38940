"""Pages, documents and the query endpoint: what a store looks like from a browser.

library ─▶ resources ─▶ pages, linked_data, api ─▶ server
           negotiation, tables, charts ─┘
"""

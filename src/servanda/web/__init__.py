"""The portal: every screen as HTML and JSON, served by one process from the memory image of a journal.

    request ─▶ cache ─▶ middleware (host, lengths, .json, headers) ─▶ urls ─▶ answering ─▶ a screen's record
            ─▶ its template | JSON

`serve` starts it, `wsgi.application` is the whole of it for another server. A screen is one file in `screens/` and
one template of the same name; the record type it shows lies in `servanda.pages`.
"""

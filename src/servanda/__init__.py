"""Servanda keeps the record of what states agreed, and tells whether they kept it."""

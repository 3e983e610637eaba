"""The gettext catalogues, one file per language."""

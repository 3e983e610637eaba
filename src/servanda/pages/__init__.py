"""The screens as documented record types; HTML, JSON and the terminal show the same record."""

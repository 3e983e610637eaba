"""Closed vocabularies and names: what things are called, in which language, and nothing else."""

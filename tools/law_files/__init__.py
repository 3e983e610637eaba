"""Makes the shipped law: real treaties as .acts files, from reference cases of final clauses and hand-kept data."""

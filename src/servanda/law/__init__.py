"""What the law says: clauses, conditions, delays, and the facts they ask for."""

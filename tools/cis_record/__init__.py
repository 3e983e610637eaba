"""Makes the shipped record of the CIS, the EAEU and the Union State from the reference tables, row by row."""

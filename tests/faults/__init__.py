"""What a depositary fears, tried many times: `make faults` prints what was tried and what was found."""

"""The benchmarks that `servanda bench` runs."""

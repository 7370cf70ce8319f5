"""Benchmarks: ratios to a plain way of doing the same, taken in turn within one run."""

"""Speed, as ratios to what cannot be done without: `python -m benchmarks`."""

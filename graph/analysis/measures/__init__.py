"""The analyses: each module has an `ANALYSIS`."""

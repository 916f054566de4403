"""Spiders: START addresses in, Visits out; what an address is, its answer decides."""

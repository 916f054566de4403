"""The frontier: what waits for its turn, taken from where it is kept in portions, so that memory stays flat."""

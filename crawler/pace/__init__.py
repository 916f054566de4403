"""The pace: how long each host is left alone, and whose turn it is meanwhile."""

"""Watching over sites: what a site gave lately beside what it gave before; figures in, what broke out. Pure."""

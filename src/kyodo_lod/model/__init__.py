"""Rows to a plan; knows what a plan is, nothing of files or RDF."""

"""The published data into somebody else's SPARQL store."""

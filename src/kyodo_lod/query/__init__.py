"""Named SPARQL questions and their answers."""

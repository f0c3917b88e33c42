"""The endpoint: what is published over HTTP, for people, programs and SPARQL, within limits."""

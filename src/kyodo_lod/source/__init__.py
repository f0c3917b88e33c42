"""Files to rows and manifests; knows file formats, nothing of plans or RDF."""

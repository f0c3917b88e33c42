"""A plan to triples: one generator per class, in reading order. Knows our IRIs; writes nothing."""

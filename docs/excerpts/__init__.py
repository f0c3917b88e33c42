"""Cuts what matters out of the examples that the tests prove."""

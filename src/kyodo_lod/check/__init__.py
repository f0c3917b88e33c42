"""A graph to findings; changes nothing. The door to pySHACL."""

"""A SHACL engine that gives what pySHACL gives, without rdflib: shapes compiled once to functions."""

"""Shapes and data written in Turtle, for both engines."""

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = """
@prefix ex: <urn:ex:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""


def graph(text: str) -> Graph:
    return Graph(parse((PREFIXES + text).encode(), TURTLE, "test.ttl"))


def shapes(text: str) -> Shapes:
    return Shapes("shapes.ttl", graph(text))


def fast(demanded: str, data: str) -> list[Result]:
    return engine.results(graph(data), shapes(demanded))


def agreed(demanded: str, data: str) -> list[Result]:
    """Give the results of the fast engine, after pySHACL gave the same."""
    statements, wanted = graph(data), shapes(demanded)
    found = engine.results(statements, wanted)
    assert found == shacl.results(statements, wanted)
    return found

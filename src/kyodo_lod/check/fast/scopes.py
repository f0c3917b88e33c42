"""Which variables an expression may speak of: those of its own group (SPARQL 1.1, section 18.2.1).

In `{ { FILTER(?x = 1) } ?s ex:p ?x }` the inner ?x has no value; rdflib gives it the one around.
"""

from dataclasses import dataclass, field

from kyodo_lod.check.fast.tokens import Tokens

#: what opens a group that sees what is around it, and the clauses in it that do
_SEEING = {"EXISTS": frozenset({"FILTER"}), "OPTIONAL": frozenset({"FILTER"})}
_CLAUSES = frozenset({"FILTER", "BIND", "SELECT", "HAVING"})
#: has its value everywhere (SHACL 1.0, section 5.3.1)
_GIVEN = "this"


@dataclass(slots=True)
class _Group:
    """A pair of braces, as far as it was read.

    Args:
        opener: the word before it.
        clause: the clause that is being read.
        depth: how many parentheses are open.
        found: variables that its patterns or its AS give a value.
        asked: variables in its expressions, each with its clause.
    """

    opener: str
    clause: str = ""
    depth: int = 0
    found: set[str] = field(default_factory=set)
    asked: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_closed(self) -> bool:
        """Whether its expressions speak of its own variables alone, where others are not seen."""
        seeing = _SEEING.get(self.opener, frozenset())
        unseen = {name for clause, name in self.asked if clause not in seeing}
        return unseen <= self.found | {_GIVEN}


def asks_of_its_own(tokens: Tokens) -> bool:
    """Tell whether every expression speaks of variables of its own group alone.

    Args:
        tokens: a SELECT; its outermost group has nothing around it.
    """
    around: list[_Group] = []
    group, before = _Group(""), ""
    for kind, text in tokens:
        word = text.upper()
        if text == "{":
            around.append(group)
            group = _Group(before)
        elif text == "}" and around:
            if len(around) > 1 and not group.is_closed:
                return False
            found = set() if group.opener == "EXISTS" else group.found
            group = around.pop()
            group.found |= found
        else:
            _read(group, kind, text, before)
        before = word
    return True


def _read(group: _Group, kind: str, text: str, before: str) -> None:
    if kind == "variable":
        is_operand = group.depth > 0 and before != "AS"
        if is_operand:
            group.asked.add((group.clause, text[1:]))
        else:
            group.found.add(text[1:])
    elif kind == "word" and text.upper() in _CLAUSES:
        group.clause = text.upper()
    else:
        group.depth += (text == "(") - (text == ")")

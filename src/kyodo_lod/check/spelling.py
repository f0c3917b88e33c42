"""Which term of our vocabulary was meant by one that it lacks."""

import difflib
import re

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.finding import SHAPES
from kyodo_lod.rdf.vocabulary import kyo

#: the rules whose message names a term of kyo: that there is not
_RULES = (f"{SHAPES}plan#Graph-knownTerms", f"{SHAPES}plan#Graph-knownClasses")
_TERM = re.compile(rf"{re.escape(kyo.iri)}(\w+)")
#: how much alike two names are where one may be meant for the other (difflib)
_ALIKE = 0.75


def with_nearest(rule: str, message: Bilingual) -> Bilingual:
    """Add the term that may be meant to a message that names an unknown one.

    Args:
        rule: IRI of the rule that was broken; the messages of others are given as they are.
        message: what is said.

    >>> rule = "https://w3id.org/kyodo-lod/shapes/plan#Graph-knownTerms"
    >>> with_nearest(rule, Bilingual("", "https://w3id.org/kyodo-lod/def#markedNw is …")).en
    'https://w3id.org/kyodo-lod/def#markedNw is …; did you mean kyo:markedNew?'
    """
    found = _TERM.search(message.en) if rule in _RULES else None
    if found is None:
        return message
    is_class = rule == _RULES[1]
    known = [name for name in kyo.__annotations__ if name[:1].isupper() == is_class]
    hint = nearest([f"kyo:{n}" for n in difflib.get_close_matches(found[1], known, 1, _ALIKE)])
    return Bilingual(message.ja + hint.ja, message.en + hint.en)

"""One table of namespaces, in the order in which prefixes are declared, without an RDF library."""

import subprocess
import sys

from kyodo_lod.rdf.namespaces import NAMESPACES
from kyodo_lod.rdf.vocabulary import SERVICE_VOCABULARIES, prefixes


def test_every_namespace_is_a_vocabulary() -> None:
    assert list(NAMESPACES.items()) == list(prefixes(SERVICE_VOCABULARIES).items())


def test_no_rdf_library_is_imported() -> None:
    program = "import sys, kyodo_lod.rdf.namespaces; print('pyoxigraph' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"

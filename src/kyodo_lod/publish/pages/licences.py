"""What licences are called by people."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping import dataset


def licence_name(iri: str | None) -> Bilingual | None:
    """Give the name of a licence as the data call it; its IRI where they know none."""
    return dataset.licence_name(iri) if iri else None

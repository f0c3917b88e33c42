"""The quality pages: what was found and measured of each dataset, in plain words (DQV)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, dqv, kyo, rdf, skos, xsd
from kyodo_lod.site.findings import SEVERITIES, Found, findings, report_path
from kyodo_lod.site.published import Published
from kyodo_lod.site.tally import Tally, declared, tally

#: findings that a page shows; all are in the report
SHOWN = 300
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a metric.

    Args:
        metric: what was measured.
        value: as people write it: 76, 99.98%.
    """

    metric: NamedNode
    value: str


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of one dataset.

    Args:
        slug: names it.
        dataset: its IRI.
        plan: the year's plan that it describes.
        city: whose plan it is; None where the data do not say.
        path: of the page that tells of it, in the site.
        report: path of the report; empty where none is published.
        found: what checking found, the worst first; None where no report is published.
        measured: of the whole dataset.
        declared: the projects that the document declares; None where it is silent.
        listed: the projects in the data.
        tallies: the same for each policy.
    """

    slug: str
    dataset: NamedNode
    plan: NamedNode
    city: NamedNode | None
    path: str
    report: str
    found: Sequence[Found] | None
    measured: Sequence[Measured]
    declared: int | None
    listed: int
    tallies: Sequence[Tally]

    @property
    def counts(self) -> list[tuple[str, Bilingual, int]]:
        """How many findings there are of each severity, the worst first."""
        counts = Counter(each.severity for each in self.found or ())
        known = [(iri.value.rpartition("#")[2], name) for iri, name in SEVERITIES.items()]
        return [(key, name, counts[key]) for key, name in known]


def quality_values(published: Published) -> Mapping[str, object]:
    """Give what the first page of quality shows: each dataset in short; the only one whole."""
    data = published.data
    return {
        "qualities": qualities(published),
        "metrics": list(data.instances(dqv.Metric)),
        "scheme": next(_schemes(published), None),
        "definition": skos.definition,
        "explanation": dct.description,
        "shown": SHOWN,
    }


def quality_pages(published: Published) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the page of each dataset's quality."""
    for each in qualities(published):
        yield each.path, {"quality": each, "shown": SHOWN}


def qualities(published: Published) -> list[Quality]:
    """Give the quality of all datasets, in their order."""
    datasets = ((plan, published.dataset(plan)) for plan in published.plans)
    return [_quality(plan, dataset, published) for plan, dataset in datasets if dataset]


def _quality(plan: NamedNode, dataset: NamedNode, published: Published) -> Quality:
    data = published.data
    slug = data.plain(dataset, dct.identifier)
    found = findings(slug, published)
    sections = [p for p in data.parts(plan) if kyo.PolicySection in data.all(p, rdf.type)]
    measured = data.all(dataset, dqv.hasQualityMeasurement)
    return Quality(
        slug=slug,
        dataset=dataset,
        plan=plan,
        city=data.one(plan, dct.creator),
        path=f"dataset/{slug}/quality.html",
        report=report_path(slug) if found is not None else "",
        found=found,
        measured=[m for each in measured if (m := _measured(each, published))],
        declared=declared(plan, published),
        listed=len(list(published.projects(plan))),
        tallies=[tally(section, published) for section in sections],
    )


def _measured(measurement: NamedNode, published: Published) -> Measured | None:
    data = published.data
    metric = data.one(measurement, dqv.isMeasurementOf)
    value = data.plain(measurement, dqv.value)
    if metric is None:
        return None
    is_share = data.one(metric, dqv.expectedDataType) == xsd.decimal
    return Measured(metric, percent(value) if is_share else value)


def percent(share: str) -> str:
    """Give a share from 0 to 1 in percent, exactly; what is none as it stands.

    >>> percent("1"), percent("0.9868"), percent("0.5"), percent("?")
    ('100%', '98.68%', '50%', '?')
    """
    try:
        text = f"{Decimal(share) * _HUNDRED:f}"
    except InvalidOperation:
        return share
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def _schemes(published: Published) -> Iterator[NamedNode]:
    for metric in published.data.instances(dqv.Metric):
        yield from published.data.all(metric, skos.inScheme)

"""Where a clerk repairs what a rule finds: the cell or the file that the value comes from."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.cells import COLUMNS
from kyodo_lod.model.rules import RULES

_CELL = Bilingual(
    "その行の「{column}」の欄を直し、文書を保存し直してください。",
    "correct the cell {column} of that row and save the document",
)
_ROW = Bilingual(
    "示された行を直し、文書を保存し直してください。",
    "correct the line that is named and save the document",
)
_SUB_ITEM = Bilingual(
    "その行の「事業計画」の欄にある ○ の項目を直してください。",
    "correct the ○ item in the cell 事業計画 of that row",
)
_FILE = Bilingual("{file} を直してください。", "correct {file}")
_REFRESH = Bilingual(
    "kyodo-lod init --refresh で、変わった文書を記録してください。文書を元に戻してもかまいません。",
    "record the changed document with kyodo-lod init --refresh, or restore it",
)
_NOTHING = Bilingual(
    "kyodo-lod が文書から作るデータでは起きません。ほかで作った RDF のための規則です。",
    "no document converted by kyodo-lod breaks this; it is about RDF made otherwise",
)
#: the file that says what a class's properties are made from
_FILES = {
    "Agent": "publisher.toml",
    "BasicPolicy": "plan.toml",
    "Catalog": "publisher.toml",
    "Contact": "publisher.toml",
    "DataService": "publisher.toml",
    "Dataset": "source.toml, plan.toml",
    "DatasetSeries": "plan.toml",
    "Dated": "source.toml",
    "Distribution": "source.toml",
    "FiscalYear": "source.toml",
    "FormalOrganization": "municipality.toml",
    "ImplementationPlan": "source.toml, plan.toml",
    "OrganizationalUnit": "units.csv",
    "Plan": "plan.toml",
    "Responsible": "publisher.toml",
    "SourceDocument": "source.toml",
    "Usable": "source.toml",
    "Version": "source.toml",
}
#: the file that a rule points to beyond its class, by what follows the # in its name
_FILES_OF_RULES = {
    "ImplementationPlan-bureaus": "units.csv",
    "ImplementationPlan-unitTree": "units.csv",
    "iri-reused": "source.toml",
    "key-repeated": "source.toml",
    "key-unused": "source.toml",
    "release-changed": "source.toml",
    "unit-proposed": "units.csv",
}
#: what programs make and no one writes by hand
_MADE = (
    "iri", "type", "inScheme", "topConceptOf", "wasDerivedFrom", "isPartOf", "unitOf", "policies",
    "creatorOfPlan", "documentOrderGaps", "documentOrders", "fiscalYearOfPlan", "listOrderGaps",
    "listOrders", "subItemTexts",
)  # fmt: skip


def repair_in_document(rule: str) -> Bilingual:
    """Say where a rule's findings are repaired.

    Args:
        rule: its name, such as `plan#PlannedProject-label`.
    """
    profile, _, end = rule.partition("#")
    holder, _, local = end.partition("-")
    if local in _MADE:
        return _NOTHING
    if holder == "SubItem":
        return _SUB_ITEM
    if holder == "PlannedProject" and local in COLUMNS:
        return _CELL.fill(column=COLUMNS[local].value)
    if end in _FILES_OF_RULES:
        return _FILE.fill(file=_FILES_OF_RULES[end])
    if end == "sha256":
        return _REFRESH
    if profile == "document" or rule in RULES:
        return _ROW
    return _FILE.fill(file=_FILES[holder]) if holder in _FILES else _NOTHING

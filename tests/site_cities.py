"""Published folders for the site's tests: two years of one plan, and one that somebody means ill with."""

import hashlib
import shutil
from pathlib import Path

from folders import ROOT

from kyodo_lod.building import build

CITY = "072036-koriyama"
BASE = "https://example.org/"
#: names of projects that must stay letters wherever they are shown
HOSTILE = (
    "<script>alert(1)</script>事業",
    "\"引用\" '符' & &amp; ]]>事業",
    "javascript:alert(1)事業",
    "مشروع התוכנית 事業",
    "Z̴̡̛͖a̶l̷g̸o事業",
    "長" * 60 + "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3,
)
_OLD = (
    "わかもの政策討論事業",
    "ユニバーサルデザイン推進事業",
    "少年団体中級指導者研修事業",
    "こどもまつり開催事業",
    "生涯学習支援事業",
    "女性活躍推進事業",
)


def write_two_years(data: Path) -> None:
    """Write the real plan and a made-up next year, in which six projects have other names."""
    shutil.copytree(ROOT / "data", data)
    first = data / CITY / "kyodo-2" / "fy2018"
    second = Path(shutil.copytree(first, first.with_name("fy2019")))
    text = (first / "plan.txt").read_bytes().decode("utf-8")
    text = text.replace("2018", "2019").replace("H30", "R1")
    for old, new in zip(_OLD, HOSTILE, strict=True):
        assert f"\t{old}\t" in text, old
        text = text.replace(f"\t{old}\t", f"\t{new}\t")
    (second / "plan.txt").write_bytes(text.encode("utf-8"))
    manifest = (second / "source.toml").read_text(encoding="utf-8").replace("2018", "2019")
    digests = [
        hashlib.sha256((each / "plan.txt").read_bytes()).hexdigest() for each in (first, second)
    ]
    (second / "source.toml").write_text(manifest.replace(*digests), encoding="utf-8", newline="\n")


def build_two_years(folder: Path) -> Path:
    """Publish the two years below `folder`; where they are."""
    write_two_years(folder / "data")
    build(folder / "data", folder / "dist", BASE)
    return folder / "dist"


_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_KYO = "https://w3id.org/kyodo-lod/def#"
_DCT = "http://purl.org/dc/terms/"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_ORG = "http://www.w3.org/ns/org#"
#: statements that no document of ours makes: what a stranger's folder may hold
ILL = f"""\
<{BASE}id/072036/plan/kyodo-2/fy2030> {_TYPE} <{_KYO}ImplementationPlan> .
<{BASE}id/072036/plan/kyodo-2/fy2030> <{_DCT}isPartOf> <{BASE}id/072036/plan/kyodo-2> .
<{BASE}id/072036/plan/kyodo-2/fy2030> {_LABEL} "空の計画\\u202E"@ja .
<{BASE}id/../../../escape> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/../../../escape> {_LABEL} "</title><img src=x onerror=alert(1)>"@ja .
<{BASE}id/072036/unit/a%22b'c> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/a%22b'c> <{_ORG}unitOf> <{BASE}id/072036> .
<{BASE}id/072036/unit/a%22b'c> <{_ORG}subOrganizationOf> <{BASE}id/072036/unit/a%22b'c> .
<{BASE}id/072036/unit/CON> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/{"u" * 300}> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/x.en> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/x> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/x> {_LABEL} "other"@de .
<{BASE}id/072036/unit/ring-1> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/ring-2> {_TYPE} <{_ORG}OrganizationalUnit> .
<{BASE}id/072036/unit/ring-1> <{_ORG}subOrganizationOf> <{BASE}id/072036/unit/ring-2> .
<{BASE}id/072036/unit/ring-2> <{_ORG}subOrganizationOf> <{BASE}id/072036/unit/ring-1> .
<https://elsewhere.example/p/1> {_TYPE} <{_KYO}PlannedProject> .
<{BASE}id/072036/plan/kyodo-2/fy2030/p/1-01> {_TYPE} <{_KYO}PlannedProject> .
<{BASE}id/072036/plan/kyodo-2/fy2030/p/1-02> {_TYPE} <{_KYO}PlannedProject> .
<{BASE}id/072036/plan/kyodo-2/fy2030/p/1-02> <{_KYO}listOrder> "{"9" * 5000}" .
<{BASE}id/072036/plan/kyodo-2/fy2030/p/1-02> <{_KYO}responsibleUnit> <javascript:alert(1)> .
<{BASE}id/072036> <http://xmlns.com/foaf/0.1/homepage> <javascript:alert(1)> .
"""


def mean_ill(dist: Path, copy: Path) -> Path:
    """Copy a published folder and put into it what no document of ours says."""
    shutil.copytree(dist, copy)
    dump = next(iter(sorted(copy.glob("dataset/*/*.nt"))))
    with dump.open("a", encoding="utf-8", newline="\n") as file:
        file.write(ILL)
    return copy

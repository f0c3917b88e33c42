"""What stands beside the tables: source, terms of use, how to cite."""

import dataclasses

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.about import about, citation
from kyodo_lod.source.manifest import Release, Rights


def test_licence_and_rights_stand_together(plan: Plan, iris: Iris) -> None:
    names = [name for name, _ in about(plan, iris)]
    assert names.index("利用条件") == names.index("ライセンス") + 1


def test_a_line_that_has_nothing_to_say_is_left_out(plan: Plan) -> None:
    manifest = dataclasses.replace(plan.manifest, rights=Rights(), release=Release())
    bare = dataclasses.replace(plan, manifest=manifest)
    lines = dict(about(bare, Iris(bare)))
    assert lines.keys().isdisjoint({"ライセンス", "利用条件", "権利者の表示"})
    assert lines["版"] == "0.0.0"
    assert not [text for text in lines.values() if "None" in text or not text]


def test_a_citation_names_release_address_and_the_city(plan: Plan, iris: Iris) -> None:
    text = citation(plan.manifest, iris)
    for part in (plan.manifest.release.version, "2026-11-23", iris.version.value):
        assert part in text.ja
        assert part in text.en
    assert "計画の文: 郡山市" in text.ja
    assert "Text of the plan: Koriyama City" in text.en

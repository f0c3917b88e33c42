"""The flow of projects from basic policies to bureaus to sections: a Sankey diagram in whole numbers.

Sections stand under their bureaus, so that nothing crosses between those two; bureaus stand where the
mean of their policies does, so that little crosses before them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import skos
from kyodo_lod.site.flow import BAR_WIDTH, Bar, Ribbon, Sankey
from kyodo_lod.site.lettering import wrapped
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import Responsibility

_WIDTH, _MARGIN = 960, 10
#: for each column: room for the names, and their lines
_LABEL_WIDTHS, _LABEL_LINES = (192, 200, 220), (3, 1, 1)
#: height that the name of a bar needs, whatever its own
_SLOTS = (58, 22, 22)
_GAP, _BUREAU_GAP = 2, 12
#: the tallest that a project is drawn, and about how tall all are together
_TALLEST, _TOGETHER = 9, 720

#: a bar in its column: the policy, the bureau, or the section with its bureau before it
_Key: TypeAlias = tuple[NamedNode, ...]
_Counts: TypeAlias = dict[_Key, int]
#: where a bar's middle stands
_Middles: TypeAlias = dict[_Key, int]


def sankey(
    found: Sequence[Responsibility], policies: Sequence[NamedNode], published: Published
) -> Sankey:
    """Lay out the flow; a project of several sections flows to each of them.

    Args:
        found: the responsibilities of a year's plan.
        policies: its policies, in their order.
        published: what is published.
    """
    columns = _columns(found, policies)
    scale = max(1, min(_TALLEST, _TOGETHER // max(1, len(found))))
    middles, height = _middles(columns, scale)
    bars = [
        {
            key: _bar(key, column, count, middles[column][key], scale, published)
            for key, count in counts.items()
        }
        for column, counts in enumerate(columns)
    ]
    ribbons = [ribbon for stage in (0, 1) for ribbon in _ribbons(found, bars, stage, scale)]
    drawn = [bar for column in bars for bar in column.values()]
    return Sankey(tuple(drawn), tuple(ribbons), _WIDTH, height)


def _keys(each: Responsibility) -> tuple[_Key, _Key, _Key]:
    """Give the three bars that a responsibility flows through."""
    return (each.policy,), (each.bureau,), (each.bureau, each.unit)


def _columns(found: Sequence[Responsibility], policies: Sequence[NamedNode]) -> list[_Counts]:
    """Count what flows through each bar, column by column, in the order of drawing."""
    counts = [Counter(_keys(each)[column] for each in found) for column in range(3)]
    places = {policy: nth for nth, policy in enumerate(policies)}
    weights: Counter[_Key] = Counter()
    for each in found:
        weights[_keys(each)[1]] += places[each.policy]
    firsts = sorted(counts[0], key=lambda key: places[key[0]])
    bureaus = sorted(counts[1], key=lambda key: weights[key] / counts[1][key])
    order = {key: nth for nth, key in enumerate(bureaus)}
    sections = sorted(counts[2], key=lambda key: (order[key[:1]], -counts[2][key]))
    listed = (firsts, bureaus, sections)
    return [{key: counts[nth][key] for key in keys} for nth, keys in enumerate(listed)]


def _middles(columns: Sequence[_Counts], scale: int) -> tuple[list[_Middles], int]:
    """Place the bars: sections one below the other, bureaus beside theirs, policies spread evenly."""
    policies, _, sections = columns
    tall = [max(count * scale, _SLOTS[0]) for count in policies.values()]
    stacked, bottom = _stacked(sections, scale)
    height = max(bottom, sum(tall) + _MARGIN * (len(tall) + 1))
    down = (height - bottom) // 2
    stacked = {key: (top + down, end + down) for key, (top, end) in stacked.items()}
    middles = [_spread(policies, tall, height), _beside(stacked), _centres(stacked)]
    return middles, height


def _stacked(sections: _Counts, scale: int) -> tuple[dict[_Key, tuple[int, int]], int]:
    """Give upper and lower side of each section's room, and where the last one ends."""
    rooms: dict[_Key, tuple[int, int]] = {}
    y, bureau = _MARGIN, next(iter(sections), ())[:1]
    for key, count in sections.items():
        y += _BUREAU_GAP if key[:1] != bureau else 0
        bureau, end = key[:1], y + max(count * scale, _SLOTS[2])
        rooms[key] = (y, end)
        y = end + _GAP
    return rooms, y + _MARGIN


def _beside(rooms: Mapping[_Key, tuple[int, int]]) -> _Middles:
    """Give the middle of each bureau's sections."""
    spans: dict[_Key, tuple[int, int]] = {}
    for key, (top, end) in rooms.items():
        spans[key[:1]] = (spans.get(key[:1], (top, end))[0], end)
    return _centres(spans)


def _centres(rooms: Mapping[_Key, tuple[int, int]]) -> _Middles:
    return {key: (top + end) // 2 for key, (top, end) in rooms.items()}


def _spread(policies: _Counts, tall: Sequence[int], height: int) -> _Middles:
    free = (height - sum(tall)) // (len(tall) + 1)
    y, middles = free, {}
    for key, room in zip(policies, tall, strict=True):
        middles[key] = y + room // 2
        y += room + free
    return middles


def _bar(key: _Key, column: int, count: int, middle: int, scale: int, published: Published) -> Bar:
    thing, data = key[-1], published.data
    label = data.text(thing, skos.prefLabel) if column else data.label(thing)
    name = label.ja or label.en or data.label(thing).ja
    number = "" if column else data.plain(thing, skos.notation)
    height = count * scale
    return Bar(
        thing=thing,
        column=column,
        projects=count,
        lines=wrapped(f"{number} {name}".strip(), _LABEL_WIDTHS[column], _LABEL_LINES[column]),
        y=middle - height // 2,
        height=height,
    )


def _ribbons(
    found: Sequence[Responsibility], bars: Sequence[Mapping[_Key, Bar]], stage: int, scale: int
) -> Iterator[Ribbon]:
    """Lead each bar's projects on to the next column, none over another where it can be helped."""
    counts = Counter(_keys(each)[stage : stage + 2] for each in found)
    sources, targets = bars[stage], bars[stage + 1]
    starts, ends = _lowest(sources), _lowest(targets)
    orders = [{key: nth for nth, key in enumerate(column)} for column in (sources, targets)]
    paths = sorted(counts, key=lambda pair: (orders[0][pair[0]], orders[1][pair[1]]))
    for source, target in paths:
        width = counts[source, target] * scale
        path = _path(sources[source], starts[source], targets[target], ends[target], width)
        starts[source] += width
        ends[target] += width
        count = counts[source, target]
        yield Ribbon(sources[source].thing, targets[target].thing, count, path)


def _lowest(column: Mapping[_Key, Bar]) -> dict[_Key, int]:
    return {key: bar.y for key, bar in column.items()}


def _path(source: Bar, start: int, target: Bar, end: int, width: int) -> str:
    """Give the outline of a ribbon (SVG 2, section 9.3): two curves with straight ends."""
    left, right = source.x + BAR_WIDTH, target.x
    middle = (left + right) // 2
    there = f"M{left} {start}C{middle} {start} {middle} {end} {right} {end}"
    back = f"V{end + width}C{middle} {end + width} {middle} {start + width} {left} {start + width}"
    return f"{there}{back}Z"

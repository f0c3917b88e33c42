"""Names in drawings never take more room than they have."""

from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.publish.pages.layout import text_width
from kyodo_lod.site.lettering import fitted, wrapped


@given(st.text(), st.integers(min_value=20, max_value=300))
def test_what_is_fitted_fits(text: str, width: int) -> None:
    shown = fitted(text, width)
    assert text_width(shown) <= width
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))


@given(st.text(), st.integers(min_value=20, max_value=300), st.integers(1, 4))
def test_lines_are_few_enough_and_fit(text: str, width: int, lines: int) -> None:
    shown = wrapped(text, width, lines)
    assert len(shown) <= lines
    assert all(text_width(line) <= width for line in shown)
    whole = "".join(shown)
    assert whole == text or (whole.endswith("…") and text.startswith(whole[:-1]))

"""What the columns of answers are called for people; a variable that nobody named stays as it is."""

from kyodo_lod.bilingual import Bilingual

_HEADINGS = {
    "account": Bilingual("会計", "Account"),
    "bureau": Bilingual("部局", "Bureau"),
    "bureaus": Bilingual("部局の数", "Bureaus"),
    "characters": Bilingual("文字数", "Characters"),
    "context": Bilingual("前後の文", "Context"),
    "dataset": Bilingual("データ", "Dataset"),
    "declared": Bilingual("一覧表の事業数", "Declared"),
    "difference": Bilingual("差", "Difference"),
    "document": Bilingual("文書", "Document"),
    "documentOrder": Bilingual("全体の順", "Order in the plan"),
    "fiscalYear": Bilingual("年度", "Fiscal year"),
    "found": Bilingual("掲載の事業数", "Found"),
    "group": Bilingual("担い手", "Group"),
    "heading": Bilingual("見出し", "Heading"),
    "itemOrder": Bilingual("内訳の順", "Item order"),
    "line": Bilingual("行", "Line"),
    "markedNew": Bilingual("新規", "Marked new"),
    "municipality": Bilingual("自治体", "Municipality"),
    "name": Bilingual("名前", "Name"),
    "nameAsListed": Bilingual("記載の名前", "Name as listed"),
    "namedPlan": Bilingual("挙げられた計画など", "Plan named"),
    "order": Bilingual("施策の中の順", "Order"),
    "place": Bilingual("原文の場所", "Place"),
    "policies": Bilingual("基本施策の数", "Policies"),
    "policy": Bilingual("基本施策", "Policy"),
    "policyNumber": Bilingual("施策番号", "Policy no."),
    "project": Bilingual("事業の IRI", "Project"),
    "projects": Bilingual("事業数", "Projects"),
    "quantity": Bilingual("数量", "Quantity"),
    "rank": Bilingual("順位", "Rank"),
    "rawText": Bilingual("原文", "Original text"),
    "subItem": Bilingual("内訳", "Sub-item"),
    "subItems": Bilingual("内訳の数", "Sub-items"),
    "text": Bilingual("計画の文", "Text"),
    "times": Bilingual("回数", "Times"),
    "title": Bilingual("題名", "Title"),
    "unit": Bilingual("担当", "Unit"),
    "unitAsListed": Bilingual("担当 (記載のまま)", "Unit as listed"),
    "units": Bilingual("担当の数", "Units"),
    "version": Bilingual("版", "Version"),
    "word": Bilingual("ことば", "Word"),
}


def heading(variable: str) -> Bilingual:
    """Give what a column is called.

    >>> heading("policyNumber"), heading("sharePerMille")
    (Bilingual(ja='施策番号', en='Policy no.'), Bilingual(ja='sharePerMille', en='sharePerMille'))

    Args:
        variable: of the query, without its question mark.
    """
    return _HEADINGS.get(variable, Bilingual(variable, variable))

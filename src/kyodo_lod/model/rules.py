"""The reading rules: what a document must be like to be read as it is meant, in one table.

A rule named `plan#…` is demanded of the graph by shapes/plan.ttl too and has its text there as well.
"""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import Rule, Severity

RULES: dict[str, Rule] = {}


def _rule(
    name: str,
    severity: Severity,
    message: tuple[str, str],
    why: tuple[str, str],
    example: tuple[str, str],
) -> Rule:
    rule = Rule(name, severity, Bilingual(*message), Bilingual(*why), Bilingual(*example))
    RULES[name] = rule
    return rule


V, W = Severity.VIOLATION, Severity.WARNING

DOCUMENT_CHANGED = _rule(
    "document#sha256", V,
    ("source.toml に記録した文書から変わっています (sha256 は今 {value}…)。ほかの指摘を直し終えたら、記録してください: {command}",
     "is not the document that source.toml records (its sha256 is {value}… now); when all else is repaired, record it: {command}"),
    ("公開する行番号と引用は、この文書そのものについてのものだからです。",
     "The published line numbers and quotations are about exactly this document."),
    ("source.toml の sha256 は古い文書のもの → kyodo-lod init --refresh フォルダ",
     "sha256 in source.toml is an older document's → kyodo-lod init --refresh FOLDER"),
)  # fmt: skip
YEAR = _rule(
    "document#year", V,
    ("「{value}{others}」は {found} 年度ですが、source.toml は {expected} 年度です。文書か fiscal_year を直してください。",
     "{value!r}{others} is fiscal year {found}, but source.toml says {expected}; correct the document or fiscal_year"),
    ("別の年度の文書を取り違えて公開しないためです。", "So that another year's document is not published by mistake."),
    ("誤: fiscal_year = 2019 と「事業計画 (H30)」 正: fiscal_year = 2018",
     "wrong: fiscal_year = 2019 beside 事業計画 (H30); right: fiscal_year = 2018"),
)  # fmt: skip
CONTROL_CHARACTER = _rule(
    "document#control-character", V,
    ("制御文字 {value} があります。取り除いてください。", "holds the control character {value}; remove it"),
    ("見えず、XML などの形式では許されない文字だからです。",
     "It cannot be seen, and formats such as XML do not allow it."),
    ("誤: 総務部<U+0001>人事課 正: 総務部人事課", "wrong: 総務部<U+0001>人事課; right: 総務部人事課"),
)  # fmt: skip
INVISIBLE_CHARACTER = _rule(
    "document#invisible-character", V,
    ("見えない文字 {value} があります。取り除いてください。", "holds the invisible character {value}; remove it"),
    ("見た目が同じでも別の文字列になり、検索や担当課の対応付けが外れるからです。",
     "The text looks the same but is another one: searches miss it, and a unit becomes a new unit."),
    ("誤: <U+200B>総務部人事課 正: 総務部人事課", "wrong: <U+200B>総務部人事課; right: 総務部人事課"),
)  # fmt: skip
REPLACEMENT_CHARACTER = _rule(
    "document#replacement-character", V,
    ("文字化けの跡 {value} があります。元の文書から正しい文字を入れてください。",
     "holds {value}, the trace of a lost character; put the right one from the original"),
    ("元の文字が失われているからです。", "The original character is lost."),
    ("誤: 男女共同参�課 正: 男女共同参画課", "wrong: 男女共同参�課; right: 男女共同参画課"),
)  # fmt: skip
PRIVATE_CHARACTER = _rule(
    "document#private-use-character", W,
    ("外字 {value} があります。標準の文字に置き換えてください。",
     "holds the private-use character {value} (外字); replace it by a standard one"),
    ("外字は作った機械でしか読めないからです。", "Nobody else's computer can show it."),
    ("誤: <U+E000>田町 正: 髙田町", "wrong: <U+E000>田町; right: 髙田町"),
)  # fmt: skip
COUNT_TABLE_MISSING = _rule(
    "document#count-table-missing", W,
    ("事業数一覧表がないため、事業数を確かめられません。文書にあれば、その見出し行を「基本施策⇥事業数」にしてください。",
     "has no table of project counts to check the rows by; if the document has one, write 基本施策, tab, 事業数 as its header"),
    ("行の抜けや重複を、文書自身の合計で確かめるためです。",
     "The document's own sums show whether a row was lost or doubled."),
    ("文書の初めに「基本施策⇥事業数」の表を置く", "put the table 基本施策⇥事業数 at the head of the document"),
)  # fmt: skip
COUNT_TOTAL_MISSING = _rule(
    "document#count-total-missing", W,
    ("事業数一覧表に合計がありません。最後に「合計⇥件数」の行を書いてください。",
     "the table of project counts has no total; write 合計, tab, the number as its last row"),
    ("合計があれば、一覧表そのものの誤りも分かります。", "A total shows a fault in the table itself."),
    ("一覧表の最後に「合計⇥76」", "合計⇥76 as the last row of the table"),
)  # fmt: skip
COUNT_ROW = _rule(
    "document#count-row", V,
    ("事業数一覧表の行として読めません:「{row}」。「番号 基本施策名⇥事業数」にしてください (⇥ はタブ。番号と事業数は 15 のような数字)。",
     "is no row of the count table: {row!r}; write number, policy name, tab (⇥), count, both numbers in digits such as 15"),
    ("事業数を確かめるには、番号と数が読めなければなりません。",
     "To compare the counts, number and count must be readable."),
    ("誤: 4 市民活動への参加⇥十五 正: 4 市民活動への参加⇥15",
     "wrong: 4 市民活動への参加⇥十五; right: 4 市民活動への参加⇥15"),
)  # fmt: skip
COUNT_ROW_REPEATED = _rule(
    "document#count-row-repeated", V,
    ("「{value}」の行は事業数一覧表の {first} にもあります。片方を直してください。",
     "{value!r} has a row in the count table at {first} too; correct one of them"),
    ("どちらの数が正しいか分からないからです。", "It is not known which count holds."),
    ("誤: 「4 …」が二行 正: 一行", "wrong: two rows 4 …; right: one"),
)  # fmt: skip
HEADER = _rule(
    "document#header", V,
    ("見出し行の列が違います:「{value}」。新規・事業名・事業計画・担当課が要ります。別の名前なら source.toml の [document] columns に書いてください。",
     "the header has other columns: {value!r}; it needs 新規, 事業名, 事業計画 and 担当課, or other names under [document] columns in source.toml"),
    ("どの列が何かを、推測で決めないためです。", "What a column means is not guessed."),
    ("columns = { \"とりくみ\" = \"事業名\" }", "columns = { \"とりくみ\" = \"事業名\" }"),
)  # fmt: skip
ROW_CELLS = _rule(
    "document#row-cells", V,
    ("セルが {count} 個です (見出し行は {expected} 個)。{which}抜けたセル、余ったセル、途中の改行を直してください。",
     "cells in this row: {count}, in the header: {expected}{which}; repair the missing or extra cell, or the line break inside one"),
    ("セルが一つずれると、別の列の値として公開されるからです。",
     "One cell more or less moves every value into another column."),
    ("誤: ⇥人材育成推進事業⇥総務部人事課 正: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課",
     "wrong: ⇥人材育成推進事業⇥総務部人事課; right: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課"),
)  # fmt: skip
QUOTATION_UNCLOSED = _rule(
    "document#quotation-unclosed", V,
    ("セル {value} の引用符 \" が閉じていません。元の表からコピーし直すか、要らない \" を消してください。",
     "the quotation mark of the cell {value} is never closed; copy the table again, or delete the mark"),
    ("表計算ソフトは \" から \" までを一つのセルとして書くので、どこまでがセルか分からないからです。",
     "A spreadsheet writes a cell from one \" to the next, so it is not known where the cell ends."),
    ("誤: ⇥\"若者討論事業⇥…に努めます。 正: ⇥若者討論事業⇥…に努めます。",
     "wrong: ⇥\"若者討論事業⇥…に努めます。; right: ⇥若者討論事業⇥…に努めます。"),
)  # fmt: skip
QUOTATION_LITERAL = _rule(
    "document#quotation-literal", W,
    ("セル {value} は \" で始まりますが \" で終わらないので、\" を文字として読みました。文字でなければ消してください。",
     "the cell {value} begins with \" but does not end with it, so the mark was read as it stands; delete it if it is no part of the text"),
    ("表計算ソフトが付けた引用符が壊れたものかもしれないからです。",
     "It may be a spreadsheet's quotation that was damaged."),
    ("誤: \"協働\"のまち 正: 「協働」のまち", "wrong: \"協働\"のまち; right: 「協働」のまち"),
)  # fmt: skip
QUOTATION_REMOVED = _rule(
    "document#quotation-removed", W,
    ("セル {value} の前後の \" は、表計算ソフトの囲みとして外しました。文字の一部なら「」に直してください。",
     "the outer \" of the cell {value} were taken off as a spreadsheet's; if they are part of the text, write 「」 instead"),
    ("表計算ソフトなら囲まないセルなので、文字の一部かもしれないからです。",
     "A spreadsheet would not have quoted this cell, so the marks may be part of its text."),
    ("誤: ⇥\"協働のまち\"⇥ 正: ⇥「協働のまち」⇥", "wrong: ⇥\"協働のまち\"⇥; right: ⇥「協働のまち」⇥"),
)  # fmt: skip
SEPARATOR = _rule(
    "document#separator", V,
    ("見出し行の列がタブで区切られていません:「{value}」。表計算ソフトで「テキスト (タブ区切り)」の形式で保存し直すか、列の間をタブにしてください。",
     "the columns of the header are not separated by tabs: {value!r}; save the table as tab-separated text, or put tabs between the columns"),
    ("カンマや空白は文の中にもあり、列の切れ目か分からないからです。",
     "Commas and spaces stand in sentences too, so they do not show where a column ends."),
    ("誤: 新規,事業名,事業計画,担当課 正: 新規⇥事業名⇥事業計画⇥担当課",
     "wrong: 新規,事業名,事業計画,担当課; right: 新規⇥事業名⇥事業計画⇥担当課"),
)  # fmt: skip
ROW_OUTSIDE_TABLE = _rule(
    "document#row-outside-table", V,
    ("見出し行 (新規・事業名・事業計画・担当課) がないまま、表の行が始まっています。見出し行を上に置くか、別の名前なら source.toml の [document] columns に書いてください。",
     "the rows of the table begin here without a header (新規, 事業名, 事業計画, 担当課); put it above them, or its other names under [document] columns in source.toml"),
    ("どの列が何か分からないからです。", "It is not known what its columns are."),
    ("表の一行目に「新規⇥事業名⇥事業計画⇥担当課」", "新規⇥事業名⇥事業計画⇥担当課 as the first row of the table"),
)  # fmt: skip
ROW_OUTSIDE_POLICY = _rule(
    "document#row-outside-policy", V,
    ("どの基本施策の事業か分かりません。上に「◆基本施策1 …」の見出しを置いてください。",
     "belongs to no policy; put the heading ◆基本施策1 … above it"),
    ("事業は基本施策ごとに番号が付くからです。", "Projects are numbered within their policy."),
    ("誤: 見出し行のすぐ下に事業 正: ◆基本施策1 … の下に事業",
     "wrong: a project right below the header; right: below ◆基本施策1 …"),
)  # fmt: skip
HEADING_MISSING = _rule(
    "document#heading-missing", V,
    ("事業数一覧表にある基本施策{value}の見出しが、本文にありません。事業の始まる所に「◆基本施策{value} …」の行を置いてください。",
     "policy {value} of the count table has no heading below; put ◆基本施策{value} … where its projects begin"),
    ("その基本施策の事業が、前の基本施策のものとして読まれるからです。",
     "Its projects would be taken for the policy before it."),
    ("「◆基本施策N …」の行を置く", "put the row ◆基本施策N … where its projects begin"),
)  # fmt: skip
HEADING_REPEATED = _rule(
    "document#heading-repeated", V,
    ("基本施策{value}の見出しは {first} にもあります。片方を消すか番号を直してください。",
     "policy {value} has a heading at {first} too; delete one or correct its number"),
    ("番号の誤りかもしれず、事業の番号が決まらないからです。",
     "It may be a wrong number, so the projects cannot be numbered."),
    ("誤: ◆基本施策4 … が二行 正: ◆基本施策4 …、◆基本施策5 …", "wrong: two ◆基本施策4 …; right: 4, then 5"),
)  # fmt: skip
HEADING_ORDER = _rule(
    "document#heading-order", V,
    ("基本施策{value}が基本施策{before}の後にあります。順番か番号を直してください。",
     "policy {value} stands after policy {before}; correct the order or the number"),
    ("行が入れ替わったか、番号が違うしるしだからです。",
     "It shows that rows were moved or that a number is wrong."),
    ("誤: 基本施策5、基本施策4 の順 正: 4、5 の順", "wrong: 5 before 4; right: 4, 5"),
)  # fmt: skip
HEADING_UNLISTED = _rule(
    "document#heading-unlisted", V,
    ("基本施策{value}は事業数一覧表にありません。一覧表か見出しの番号を直してください。",
     "policy {value} is not in the count table; correct the table or the heading's number"),
    ("一覧表と本文は同じ基本施策を挙げるはずだからです。", "Table and text should name the same policies."),
    ("誤: 一覧表は 7 まで、見出しは 8 正: 同じ番号", "wrong: the table ends at 7, a heading says 8; right: the same numbers"),
)  # fmt: skip
HEADING_TITLE = _rule(
    "document#heading-title", V,
    ("基本施策{number}の名前が事業数一覧表 ({listed}) と違います:「{value}」と「{title}」。正しい方にそろえてください。",
     "policy {number} is {value!r} here and {title!r} in the count table ({listed}); correct the wrong one"),
    ("どちらが正しい名前か分からないからです。", "It is not known which name is right."),
    ("誤: 「…人材の活用」と「…人材の利用」 正: 同じ名前", "wrong: …人材の活用 and …人材の利用; right: one name"),
)  # fmt: skip
SECTION_EMPTY = _rule(
    "document#section-empty", W,
    ("基本施策の見出し「{value}」の下に事業がありません。文の一部なら見出しではない形に、抜けなら行を入れてください。",
     "no project stands below the heading {value!r}; if it is only part of a text, write it otherwise, else put its rows"),
    ("見出しに似た文を、基本施策と取り違えたのかもしれないからです。",
     "A sentence that looks like a heading may have been taken for a policy."),
    ("誤: 表の中の注「◆基本施策2 は別冊」 正: 注を表の外に置く",
     "wrong: a note ◆基本施策2 は別冊 inside the table; right: the note outside of it"),
)  # fmt: skip
DUPLICATE_ROW = _rule(
    "document#duplicate-row", V,
    ("{first} と同じ行です。片方を消してください。", "is the same row as {first}; delete one"),
    ("同じ事業が二つとして数えられるからです。", "One project would be counted twice."),
    ("誤: 同じ基本施策に同じ行が二つ 正: 一つ", "wrong: the same row twice in a policy; right: once"),
)  # fmt: skip
REPEATED_ROW = _rule(
    "document#repeated-row", W,
    ("別の基本施策の {first} と同じ行です。再掲でなければ、片方を消してください。",
     "is the same row as {first} in another policy; delete one, unless it is listed twice on purpose"),
    ("行の写し間違いかもしれないからです。", "It may be a slip of the hand."),
    ("基本施策2と基本施策4に同じ行", "the same row under policies 2 and 4"),
)  # fmt: skip
NEW_MARK = _rule(
    "document#new-mark", V,
    ("新規の欄の「{value}」は知らない印です。「新規」か空欄にしてください。",
     "{value!r} in the column 新規 is not known; write 新規 or leave it empty"),
    ("新規かどうかを推測で決めないためです。", "Whether a project is new is not guessed."),
    ("誤: 継続 正: (空欄)", "wrong: 継続; right: an empty cell"),
)  # fmt: skip
ACCOUNT_BRACKET = _rule(
    "document#account-bracket", V,
    ("事業名の【と】が合わないか、【】の中が空です:「{value}」。「一般介護予防事業【介護保険】」のように直してください。",
     "【 and 】 do not match in the name {value!r}, or hold nothing; correct it to be like 一般介護予防事業【介護保険】"),
    ("会計の印と事業名を分けられないからです。", "The account mark cannot be told from the name."),
    ("誤: 一般介護予防事業【介護保険 正: 一般介護予防事業【介護保険】",
     "wrong: 一般介護予防事業【介護保険; right: 一般介護予防事業【介護保険】"),
)  # fmt: skip
ACCOUNT_POSITION = _rule(
    "document#account-position", W,
    ("【】が事業名の末尾にないため、会計の印とは読みませんでした:「{value}」。会計の印なら末尾に移してください。",
     "【】 does not end the name {value!r}, so it was not read as an account mark; if it is one, move it to the end"),
    ("会計の印は事業名の末尾に付くからです。", "An account mark stands at the end of the name."),
    ("誤: 【介護保険】一般介護予防事業 正: 一般介護予防事業【介護保険】",
     "wrong: 【介護保険】一般介護予防事業; right: 一般介護予防事業【介護保険】"),
)  # fmt: skip
SUB_ITEM_EMPTY = _rule(
    "document#sub-item-empty", V,
    ("○の後に項目がありません。項目を書くか○を消してください。",
     "a ○ without an item behind it; write the item or delete the ○"),
    ("項目の数が変わるからです。", "It would count as an item."),
    ("誤: …を行います。 ○ 正: …を行います。 ○SNS広告発信", "wrong: …を行います。 ○; right: …を行います。 ○SNS広告発信"),
)  # fmt: skip
SUB_ITEM_UNCLEAR = _rule(
    "document#sub-item-unclear", W,
    ("文の途中の○は項目と読みませんでした:「{value}」。項目なら、前に空白を入れてください。",
     "a ○ inside a sentence was not read as an item: {value!r}; if it is one, put a space before it"),
    ("○は伏せ字や印のこともあるからです。", "A ○ may also stand for a name or a mark."),
    ("誤: 支援事業○講座 正: 支援事業 ○講座", "wrong: 支援事業○講座; right: 支援事業 ○講座"),
)  # fmt: skip
FORMULA = _rule(
    "document#spreadsheet-formula", V,
    ("「{value}」で始まるセルは、表計算ソフトが式として実行します。先頭の記号を直してください。",
     "a cell that begins with {value!r} is run as a formula by spreadsheets; correct its first sign"),
    ("公開した CSV を開いた人の計算機で式が動くからです。",
     "It would run on the computer of whoever opens the published CSV."),
    ("誤: =HYPERLINK(…) 正: 人材育成推進事業", "wrong: =HYPERLINK(…); right: 人材育成推進事業"),
)  # fmt: skip
FORMULA_SIGN = _rule(
    "document#spreadsheet-sign", W,
    ("「{value}」で始まるセルは、表計算ソフトが式と取ることがあります。要らない記号なら消してください。",
     "a cell that begins with {value!r} may be taken for a formula by spreadsheets; delete the sign if it means nothing"),
    ("公開した CSV で値が変わって見えることがあるからです。",
     "Its value may look different in the published CSV."),
    ("誤: -安全なまち- 正: 安全なまち", "wrong: -安全なまち-; right: 安全なまち"),
)  # fmt: skip
SPREADSHEET_ERROR = _rule(
    "document#spreadsheet-error", V,
    ("「{value}」は表計算ソフトの誤りの表示です (# だけなら、列の幅が足りないしるし)。元の値を入れてください。",
     "{value!r} is what a spreadsheet shows for an error (signs # alone for a column that is too narrow); put the value that belongs there"),
    ("元の値が失われたまま、この文字が事業名や担当課として公開されるからです。",
     "The value is lost, and these signs would be published as the name of a project or a unit."),
    ("誤: ⇥#REF!⇥…に努めます。⇥総務部人事課 正: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課",
     "wrong: ⇥#REF!⇥…に努めます。⇥総務部人事課; right: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課"),
)  # fmt: skip
TEXT_OUTSIDE_TABLE = _rule(
    "document#text-outside-table", W,
    ("表の外の文なので、データにはしていません:「{value}」。前書きや注ならそのままでかまいません。事業なら表に入れてください。",
     "stands outside the tables and is not in the data: {value!r}; fine for a preface or a note, else put it into the table"),
    ("文書にあってデータにないものを、知らせるためです。",
     "So that you know what the document says and the data do not."),
    ("前書きや注の行", "a line of preface or a note"),
)  # fmt: skip
NO_PROJECTS = _rule(
    "document#no-projects", V,
    ("事業の表がありません。見出し行 (新規・事業名・事業計画・担当課) とタブ区切りの行が要ります。",
     "has no table of projects; it needs the header 新規, 事業名, 事業計画, 担当課 and rows separated by tabs"),
    ("読むものがないからです。", "There is nothing to read."),
    ("表をタブ区切りのテキストで保存する", "save the table as tab-separated text"),
)  # fmt: skip
IRI_REUSED = _rule(
    "document#iri-reused", V,
    ("{key} は「{before}」として公開済みですが、今は「{value}」です。source.toml の [release] に、同じ事業の改名なら renamed = [\"{key}\"]、順番の移動なら keys に 事業名 = 番号 を書いてください。",
     "{key} is published as {before!r} and is {value!r} now; under [release] in source.toml write renamed = [\"{key}\"] if it is the same project, or keys (name = number) if rows moved"),
    ("公開した IRI は、いつまでも同じ事業を指すからです。", "A published IRI names the same project for ever."),
    ("[release] keys = {\"事業名\" = \"4-15\"}", "[release] keys = {\"事業名\" = \"4-15\"}"),
)  # fmt: skip
RELEASE_CHANGED = _rule(
    "document#release-changed", V,
    ("リリース {value} は別の内容で公開済みです。source.toml の [release] の version を上げ、modified を改めてください。",
     "release {value} is published with other content; write a higher version and the new day of modified under [release] in source.toml"),
    ("公開したリリースは、いつまでも同じ内容を返すからです。", "A published release gives the same content for ever."),
    ("誤: 文書を直して version = \"1.0.0\" のまま 正: version = \"1.0.1\"",
     "wrong: a corrected document under version = \"1.0.0\"; right: version = \"1.0.1\""),
)  # fmt: skip
UNIT_PROPOSED = _rule(
    "document#unit-proposed", W,
    ("units.csv の {count} の部・課の slug が、init の仮の名前のまま ({value} など) です。公開するともう変えられないので、その前に読みやすい名前に直してください。",
     "{count} units in units.csv still have the slugs that init proposed, such as {value}; replace them by readable ones now, because published ones stay for ever"),
    ("slug は IRI の一部になり、公開した IRI は変えられないからです。", "A slug is part of an IRI, and a published IRI never changes."),
    ("誤: unit-ae572fce1e 正: somu-bu-jinji-ka", "wrong: unit-ae572fce1e; right: somu-bu-jinji-ka"),
)  # fmt: skip
KEY_REPEATED = _rule(
    "document#key-repeated", V,
    ("番号 {key} が {first} の事業にもあります。source.toml の [release] keys を直してください。",
     "the key {key} belongs to the project at {first} too; correct [release] keys in source.toml"),
    ("一つの IRI は一つの事業だけを指すからです。", "One IRI names one project only."),
    ("誤: 二つの事業名 = \"4-15\" 正: 一つだけ", "wrong: two names = \"4-15\"; right: one"),
)  # fmt: skip
KEY_UNUSED = _rule(
    "document#key-unused", W,
    ("source.toml の [release] keys にある「{value}」という事業名は、この文書にありません。書き誤りなら直し、なくなった事業なら行を消してください。",
     "{value!r} under [release] keys in source.toml is no project of this document; correct the name, or delete the line if the project is gone"),
    ("書き誤りがあると、事業の番号が行の順番で付け直されるからです。",
     "With a slip in the name the project is numbered by its row instead."),
    ("誤: 猪苗代湖を守りたい事業 = \"4-15\" 正: 「猪苗代湖の水を守りたい事業【水道事業】」 = \"4-15\"",
     "wrong: 猪苗代湖を守りたい事業 = \"4-15\"; right: the name as listed, 猪苗代湖の水を守りたい事業【水道事業】"),
)  # fmt: skip

HEADING_UNTITLED = _rule(
    "plan#PolicySection-label", V,
    ("基本施策{value}の見出しに名前がありません。「◆基本施策{value} 名前」と書いてください。",
     "the heading of policy {value} has no title; write ◆基本施策{value} and the title"),
    ("基本施策は番号ではなく名前で読まれるからです。", "People read titles, not numbers."),
    ("誤: ◆基本施策4 正: ◆基本施策4 市民活動への参加と市民参画の促進",
     "wrong: ◆基本施策4; right: ◆基本施策4 市民活動への参加と市民参画の促進"),
)  # fmt: skip
NAME_EMPTY = _rule(
    "plan#PlannedProject-label", V,
    ("事業名が空です。事業名を書いてください。", "事業名 is empty; every project needs a name"),
    ("名前のない事業は、探すことも引用することもできないからです。",
     "A project without a name can be neither found nor cited."),
    ("誤: ⇥⇥…に努めます。⇥総務部人事課 正: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課",
     "wrong: ⇥⇥…に努めます。⇥総務部人事課; right: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課"),
)  # fmt: skip
DESCRIPTION_EMPTY = _rule(
    "plan#PlannedProject-description", V,
    ("事業計画が空です。計画の文を書いてください。", "事業計画 is empty; every project needs its plan text"),
    ("何をする計画かが分からないからです。", "It does not say what is planned."),
    ("誤: ⇥人材育成推進事業⇥⇥総務部人事課 正: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課",
     "wrong: ⇥人材育成推進事業⇥⇥総務部人事課; right: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課"),
)  # fmt: skip
UNIT_EMPTY = _rule(
    "plan#PlannedProject-responsibleUnit", V,
    ("担当課が空です。担当課を書いてください。", "担当課 is empty; every project needs one"),
    ("だれに聞けばよいか分からないからです。", "Nobody would know whom to ask."),
    ("誤: ⇥人材育成推進事業⇥…に努めます。⇥ 正: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課",
     "wrong: ⇥人材育成推進事業⇥…に努めます。⇥; right: ⇥人材育成推進事業⇥…に努めます。⇥総務部人事課"),
)  # fmt: skip
UNIT_UNKNOWN = _rule(
    "plan#PlannedProject-registeredUnit", W,
    ("「{value}」は units.csv にありません。{near}書き誤りなら文書を直し、新しい課なら {registry} に行を足してください。",
     "{value!r} is not in units.csv{near}; correct the document, or add the new unit to {registry}"),
    ("登録された課だけが、年度をまたいで同じ課だと分かるからです。",
     "Only a registered unit is known to be the same one in another year."),
    ("誤: 総務部人事科 正: 総務部人事課", "wrong: 総務部人事科; right: 総務部人事課"),
)  # fmt: skip
SECTION_COUNT = _rule(
    "plan#ImplementationPlan-sectionCounts", V,
    ("基本施策{number}は事業数一覧表で {declared} 件、本文は {listed} 件です。抜けか重複を直してください。",
     "policy {number} has {declared} projects in the count table and {listed} rows; find the lost or doubled row"),
    ("行の抜け、重複、移動が分かるからです。", "It shows a lost, doubled or moved row."),
    ("一覧表は 15、本文は 14 行 → 抜けた行を入れる", "the table says 15, there are 14 rows → put the lost row back"),
)  # fmt: skip
TOTAL_COUNT = _rule(
    "plan#ImplementationPlan-totalCount", V,
    ("合計は {declared} 件、本文は {listed} 件です。抜けか重複を直してください。",
     "the total is {declared}, but {listed} projects are listed; find the lost or doubled row"),
    ("行の抜けや重複が分かるからです。", "It shows a lost or doubled row."),
    ("合計は 76、本文は 75 行 → 抜けた行を入れる", "the total says 76, there are 75 rows → put the lost row back"),
)  # fmt: skip
DECLARED_SUM = _rule(
    "plan#ImplementationPlan-declaredSum", V,
    ("事業数一覧表の合計は {declared} ですが、各行の和は {listed} です。合計か行の数を直してください。",
     "the count table's total is {declared}, but its rows add up to {listed}; correct the total or a row"),
    ("一覧表そのものに誤りがあるしるしだからです。", "The table itself is wrong somewhere."),
    ("6+6+8+15+7+19+15=76 なのに合計 77 → 76", "6+6+8+15+7+19+15=76 with a total of 77 → 76"),
)  # fmt: skip

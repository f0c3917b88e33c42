"""The constraint components of SHACL Core and SHACL-SPARQL for people, in one table.

A finding is called after its component where the shape of someone else has no name.
"""

from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.vocabulary import sh

_SPEC = "https://www.w3.org/TR/shacl/#"


@dataclass(frozen=True, slots=True)
class Component:
    """A constraint component.

    Args:
        name: local name of its IRI, without `ConstraintComponent`.
        demand: what it demands.
        repair: how a graph is repaired that breaks it.
        shape: a property shape that uses it, on the property ex:p of ex:a.
        failing: triples that break it.
        passing: triples that do not.
        section: name of its section in the specification.
    """

    name: str
    demand: Bilingual
    repair: Bilingual
    shape: str
    failing: str
    passing: str
    section: str = ""

    @property
    def iri(self) -> str:
        """Its IRI."""
        return f"{sh.iri}{self.name}ConstraintComponent"

    @property
    def reference(self) -> str:
        """Address of its section in the specification."""
        return _SPEC + (self.section or f"{self.name}ConstraintComponent")


COMPONENTS: dict[str, Component] = {}


def _component(
    name: str,
    demand: tuple[str, str],
    repair: tuple[str, str],
    example: tuple[str, str, str],
    section: str = "",
) -> None:
    COMPONENTS[name] = Component(name, Bilingual(*demand), Bilingual(*repair), *example, section)


_component(
    "Class",
    ("値が、決められたクラスの実体であること。", "each value is an instance of the given class"),
    ("値に rdf:type でそのクラス (か下位クラス) を付けるか、正しい値に替えてください。下位クラスの関係は、データの中か --ontology のファイルに要ります。",
     "give the value the class (or a subclass) as rdf:type, or put the right value; rdfs:subClassOf must stand in the data or in a file of --ontology"),
    ("sh:class ex:Person", "ex:a ex:p ex:b .", "ex:a ex:p ex:b .\nex:b a ex:Person ."),
)  # fmt: skip
_component(
    "Datatype",
    ("値が、決められたデータ型のリテラルで、その型の正しい書き方であること。",
     "each value is a literal of the given datatype, written as the datatype allows"),
    ("値に正しいデータ型 (^^) を付け、その型の書き方に直してください。言語タグ付きの文字列は rdf:langString です。",
     "put the datatype behind the value (^^) and write the value as it allows; a text with a language tag is an rdf:langString"),
    ("sh:datatype xsd:date", 'ex:a ex:p "2018" .', 'ex:a ex:p "2018-04-01"^^xsd:date .'),
)  # fmt: skip
_component(
    "NodeKind",
    ("値の種類 (IRI、空白ノード、リテラル) が、決められたものであること。",
     "each value is of the given kind: IRI, blank node or literal"),
    ("IRI なら < > か接頭辞で、リテラルなら \" \" で書き直してください。",
     "write an IRI in < > or with a prefix, a literal in quotation marks"),
    ("sh:nodeKind sh:IRI", 'ex:a ex:p "ex:b" .', "ex:a ex:p ex:b ."),
)  # fmt: skip
_component(
    "MinCount",
    ("値が、決められた数以上あること。", "there are at least so many values"),
    ("足りない値を書き足してください。述語の綴りと、値が付いている節点も確かめてください。",
     "add what lacks; check the spelling of the property too, and the node that bears it"),
    ("sh:minCount 1", "ex:a a ex:Thing .", 'ex:a ex:p "b" .'),
)  # fmt: skip
_component(
    "MaxCount",
    ("値が、決められた数を超えないこと。", "there are no more than so many values"),
    ("余分な値を消してください。同じ節点が二度書かれていないかも確かめてください。",
     "delete what is too many; check whether two things were given one IRI"),
    ("sh:maxCount 1", 'ex:a ex:p "b", "c" .', 'ex:a ex:p "b" .'),
)  # fmt: skip
_component(
    "MinExclusive",
    ("値が、決められた値より大きいこと。", "each value is greater than the given one"),
    ("より大きい値に直し、比べられるデータ型にしてください。", "write a greater value, of a datatype that can be compared"),
    ("sh:minExclusive 0", "ex:a ex:p 0 .", "ex:a ex:p 1 ."),
)  # fmt: skip
_component(
    "MinInclusive",
    ("値が、決められた値以上であること。", "each value is the given one or greater"),
    ("その値以上に直し、比べられるデータ型にしてください。", "write that value or a greater one, of a datatype that can be compared"),
    ("sh:minInclusive 1", "ex:a ex:p 0 .", "ex:a ex:p 1 ."),
)  # fmt: skip
_component(
    "MaxExclusive",
    ("値が、決められた値より小さいこと。", "each value is less than the given one"),
    ("より小さい値に直し、比べられるデータ型にしてください。", "write a lesser value, of a datatype that can be compared"),
    ("sh:maxExclusive 100", "ex:a ex:p 100 .", "ex:a ex:p 99 ."),
)  # fmt: skip
_component(
    "MaxInclusive",
    ("値が、決められた値以下であること。", "each value is the given one or less"),
    ("その値以下に直し、比べられるデータ型にしてください。", "write that value or a lesser one, of a datatype that can be compared"),
    ("sh:maxInclusive 100", "ex:a ex:p 101 .", "ex:a ex:p 100 ."),
)  # fmt: skip
_component(
    "MinLength",
    ("値の文字数 (IRI なら IRI の文字数) が、決められた数以上であること。空白ノードは通りません。",
     "each value, a text or an IRI, has at least so many characters; a blank node never has"),
    ("欠けた文字列を補ってください。", "write the text out"),
    ("sh:minLength 2", 'ex:a ex:p "b" .', 'ex:a ex:p "bc" .'),
)  # fmt: skip
_component(
    "MaxLength",
    ("値の文字数 (IRI なら IRI の文字数) が、決められた数以下であること。空白ノードは通りません。",
     "each value, a text or an IRI, has no more than so many characters; a blank node is refused"),
    ("文字列を短くしてください。", "shorten the text"),
    ("sh:maxLength 2", 'ex:a ex:p "bcd" .', 'ex:a ex:p "bc" .'),
)  # fmt: skip
_component(
    "Pattern",
    ("値の文字列か IRI が、正規表現に合うこと。空白ノードは通りません。",
     "each value, a text or an IRI, matches the regular expression; a blank node never does"),
    ("値を正規表現の形に直してください。^ は初め、$ は終わりです。前後の空白と全角の字も確かめてください。",
     "write the value as the expression wants it (^ is its beginning, $ its end); look for spaces around it and for full-width characters"),
    ('sh:pattern "^[0-9]{6}$"', 'ex:a ex:p "72036" .', 'ex:a ex:p "072036" .'),
)  # fmt: skip
_component(
    "LanguageIn",
    ("値が、決められた言語のどれかのタグが付いた文字列であること。", "each value is a text tagged with one of the given languages"),
    ("文字列の後に @ja のような言語タグを付けてください。", "put the tag, such as @ja, behind the text"),
    ('sh:languageIn ( "ja" "en" )', 'ex:a ex:p "猪苗代湖" .', 'ex:a ex:p "猪苗代湖"@ja .'),
)  # fmt: skip
_component(
    "UniqueLang",
    ("同じ言語タグの値が二つ以上ないこと。", "no two values have the same language tag"),
    ("その言語の値を一つだけ残してください。", "keep one value in that language"),
    ("sh:uniqueLang true", 'ex:a ex:p "湖"@ja, "みずうみ"@ja .', 'ex:a ex:p "湖"@ja, "lake"@en .'),
)  # fmt: skip
_component(
    "Equals",
    ("二つの述語の値が、すべて同じであること。", "two properties have the same values"),
    ("片方にしかない値を、もう片方に足すか、消してください。", "add what only one of them has to the other, or delete it"),
    ("sh:equals ex:q", "ex:a ex:p ex:b ; ex:q ex:c .", "ex:a ex:p ex:b ; ex:q ex:b ."),
)  # fmt: skip
_component(
    "Disjoint",
    ("二つの述語に、同じ値がないこと。", "two properties share no value"),
    ("同じ値を、どちらかの述語から消してください。", "delete the shared value from one of them"),
    ("sh:disjoint ex:q", "ex:a ex:p ex:b ; ex:q ex:b .", "ex:a ex:p ex:b ; ex:q ex:c ."),
)  # fmt: skip
_component(
    "LessThan",
    ("値が、もう一つの述語のどの値よりも小さい (前である) こと。", "each value is less than (before) every value of the other property"),
    ("どちらかの値を直してください。比べられるように、データ型もそろえてください。", "correct one of the two, and give both a datatype that can be compared"),
    ("sh:lessThan ex:q", "ex:a ex:p 2 ; ex:q 2 .", "ex:a ex:p 1 ; ex:q 2 ."),
)  # fmt: skip
_component(
    "LessThanOrEquals",
    ("値が、もう一つの述語のどの値以下でもあること (前か同じ)。", "no value is greater than (after) a value of the other property"),
    ("どちらかの値を直してください。比べられるように、データ型もそろえてください。", "correct one of the two, and give both a datatype that can be compared"),
    ("sh:lessThanOrEquals ex:q", "ex:a ex:p 3 ; ex:q 2 .", "ex:a ex:p 2 ; ex:q 2 ."),
)  # fmt: skip
_component(
    "Not",
    ("値が、あってはならないと決められたシェイプに合わないこと。", "no value conforms to the shape that is ruled out"),
    ("値を、そのシェイプに合わないものに直してください。", "change the value so that it no longer conforms to that shape"),
    ("sh:not [ sh:nodeKind sh:Literal ]", 'ex:a ex:p "b" .', "ex:a ex:p ex:b ."),
)  # fmt: skip
_component(
    "And",
    ("値が、挙げられたシェイプのすべてに合うこと。", "each value conforms to all of the shapes"),
    ("指摘の下に並ぶ、合わなかった条件を直してください。", "repair the demands that are listed below the finding"),
    ("sh:and ( [ sh:datatype xsd:string ] [ sh:minLength 2 ] )", 'ex:a ex:p "b" .', 'ex:a ex:p "bc" .'),
)  # fmt: skip
_component(
    "Or",
    ("値が、挙げられたシェイプの少なくとも一つに合うこと。", "each value conforms to one of the shapes at least"),
    ("指摘の下に並ぶ条件のどれか一つを満たしてください。", "meet any one of the demands that are listed below the finding"),
    ("sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )", 'ex:a ex:p "2018" .', 'ex:a ex:p "2018"^^xsd:gYear .'),
)  # fmt: skip
_component(
    "Xone",
    ("値が、挙げられたシェイプのちょうど一つに合うこと。", "each value conforms to exactly one of the shapes"),
    ("一つにだけ合うように直してください。どれにも合わないか、二つ以上に合っています。",
     "change the value so that it conforms to one alone; now it conforms to none or to several"),
    ("sh:xone ( [ sh:minLength 2 ] [ sh:maxLength 4 ] )", 'ex:a ex:p "bcd" .', 'ex:a ex:p "b" .'),
)  # fmt: skip
_component(
    "Node",
    ("値が、別のシェイプに合うこと。", "each value conforms to another shape"),
    ("指摘の下に並ぶ、値の節点に足りないものを直してください。", "repair, on the node that is the value, what is listed below the finding"),
    ("sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ]", "ex:a ex:p ex:b .", "ex:a ex:p ex:b .\nex:b ex:q 1 ."),
)  # fmt: skip
_component(
    "Property",
    ("値が、その中の述語のシェイプに合うこと。指摘には中の条件の名前が出ます。",
     "each value conforms to the property shape within; a finding bears the name of the demand within"),
    ("指摘された、中の条件を直してください。", "repair the demand within that the finding names"),
    ("sh:property [ sh:path ex:q ; sh:minCount 1 ]", "ex:a ex:p ex:b .", "ex:a ex:p ex:b .\nex:b ex:q 1 ."),
)  # fmt: skip
_component(
    "QualifiedMinCount",
    ("決められたシェイプに合う値が、決められた数以上あること。", "at least so many values conform to the given shape"),
    ("そのシェイプに合う値を足すか、今の値を合うように直してください。", "add values that conform, or correct those that are there"),
    ("sh:qualifiedValueShape [ sh:languageIn ( \"ja\" ) ] ; sh:qualifiedMinCount 1", 'ex:a ex:p "lake"@en .', 'ex:a ex:p "lake"@en, "湖"@ja .'),
    "QualifiedValueShapeConstraintComponent",
)  # fmt: skip
_component(
    "QualifiedMaxCount",
    ("決められたシェイプに合う値が、決められた数を超えないこと。", "no more than so many values conform to the given shape"),
    ("そのシェイプに合う値のうち、余分なものを消してください。", "delete what is too many of the values that conform"),
    ("sh:qualifiedValueShape [ sh:languageIn ( \"ja\" ) ] ; sh:qualifiedMaxCount 1", 'ex:a ex:p "湖"@ja, "みずうみ"@ja .', 'ex:a ex:p "湖"@ja, "lake"@en .'),
    "QualifiedValueShapeConstraintComponent",
)  # fmt: skip
_component(
    "Closed",
    ("値の節点に、シェイプにない述語がないこと。", "the node has no property but those of the shape"),
    ("認められていない述語の綴りを直すか、消してください。", "correct the spelling of the property that is not allowed, or delete it"),
    ("sh:node [ sh:closed true ; sh:property [ sh:path ex:q ] ]", "ex:a ex:p ex:b .\nex:b ex:r 1 .", "ex:a ex:p ex:b .\nex:b ex:q 1 ."),
)  # fmt: skip
_component(
    "HasValue",
    ("値の中に、決められた値があること。", "the given value is among the values"),
    ("その値を書き足してください。データ型と言語タグも同じでなければなりません。", "add that value, with the same datatype and language tag"),
    ("sh:hasValue ex:b", "ex:a ex:p ex:c .", "ex:a ex:p ex:b, ex:c ."),
)  # fmt: skip
_component(
    "In",
    ("値が、挙げられたもののどれかであること。", "each value is one of those listed"),
    ("挙げられた値のどれかに直してください。データ型と言語タグも同じでなければなりません。", "write one of those listed, with the same datatype and language tag"),
    ('sh:in ( "課" "部" )', 'ex:a ex:p "室" .', 'ex:a ex:p "課" .'),
)  # fmt: skip
_component(
    "SPARQL",
    ("シェイプの SPARQL が、何も見つけないこと。", "the shape's SPARQL query finds nothing"),
    ("SPARQL の WHERE に当たったトリプルを、当たらなくなるように直してください。",
     "change the triples that meet the WHERE of the query until they no longer do"),
    ('sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER (?value > 9) }" ]', "ex:a ex:p 10 .", "ex:a ex:p 9 ."),
    "sparql-constraints",
)  # fmt: skip

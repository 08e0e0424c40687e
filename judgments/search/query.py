"""The reader's query language (R38): text in, tree out, and never an error.

Words side by side must all occur; OR, 或 and | allow either; NOT, 非 and a leading - exclude; quotation
marks (“” 「」 "") keep words together; brackets group; 案号: 案由: 庭室: 种类: 法条: 标题: 全文: choose a
field. OR binds closer than words side by side: 合同 利息 或 违约金 asks for 合同 together with one of the
two. Whoosh's parser reads the language; what it cannot make sense of is searched as literal words, and the
reader is told so.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

from whoosh import qparser, query
from whoosh.qparser import syntax

from judgments.search.case_number_terms import quote_case_numbers
from judgments.search.statutes import as_cited
from judgments.search.tree import And, Everything, Field, Node, Not, Or, Phrase, Term, positive_leaves
from judgments.search.units import is_punctuation, narrow, units

logger = logging.getLogger(__name__)

MAX_LENGTH = 200
MAX_TERMS = 24
MAX_DEPTH = 8

FIELD_NAMES: dict[str, Field] = {
    "案号": Field.NUMBER, "number": Field.NUMBER,
    "案由": Field.CAUSE, "cause": Field.CAUSE,
    "庭室": Field.DIVISION, "审判庭": Field.DIVISION, "division": Field.DIVISION,
    "文书种类": Field.KIND, "种类": Field.KIND, "kind": Field.KIND,
    "法条": Field.STATUTE, "法律依据": Field.STATUTE, "statute": Field.STATUTE,
    "标题": Field.TITLE, "title": Field.TITLE,
    "全文": Field.TEXT, "text": Field.TEXT,
}  # fmt: skip
"""What a reader may write before a colon, in Chinese or English."""

_NAMES = "|".join(sorted(FIELD_NAMES, key=len, reverse=True))
_FIELD = rf"(?<!\w)(?P<text>{_NAMES}):"
_SPACED_FIELD = re.compile(rf"(?<!\w)({_NAMES})\s*:\s*", re.IGNORECASE)
_FIELD_BEFORE = re.compile(rf"(?<!\w)(?:{_NAMES}):$")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟「」『』", '"'))
_QUOTED = re.compile(r'"[^"]*"')
_OPERATOR_WORDS = frozenset({"AND", "OR", "NOT", "且", "或", "非"})


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """The tree for the engine, the texts to highlight, and what to tell the reader (in Chinese)."""

    tree: Node
    terms: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class _UnparsableError(Exception):
    """The query is too deep, too long or not understood: it is searched as literal words."""


def parse(text: str) -> ParsedQuery:
    """The tree of a query; an empty query asks for everything. Never raises.

    Trouble becomes literal words and a warning.
    """
    written, warnings = _prepared(text)
    if not written:
        return ParsedQuery(Everything(), (), tuple(warnings))
    try:
        tree, notes = _parsed(written)
        warnings += notes
    except _UnparsableError as trouble:
        warnings.append(str(trouble))
        tree = _literal(written)
    except Exception as error:  # noqa: BLE001  (Whoosh's parser raises what it likes, and the reader still gets an answer)
        logger.info("the query parser gave up on %d characters: %s", len(written), type(error).__name__)
        warnings.append("检索式写法有误，已按普通词语检索。")
        tree = _literal(written)
    if tree is None:
        return ParsedQuery(Or(()), (), (*warnings, "检索式中没有可以检索的字词。"))
    terms = tuple(dict.fromkeys(leaf.text for leaf in positive_leaves(tree)))
    return ParsedQuery(tree, terms, tuple(warnings))


def _prepared(text: str) -> tuple[str, list[str]]:
    """The query half-width, with one kind of quotation mark, in pairs, and not too long."""
    warnings = []
    written = " ".join(narrow(text[: MAX_LENGTH * 4]).translate(_QUOTES).split())
    if len(written) > MAX_LENGTH:
        written = written[:MAX_LENGTH].rstrip()
        warnings.append(f"检索式超过{MAX_LENGTH}个字，只用了前{MAX_LENGTH}个字。")
    if written.count('"') % 2:
        last = written.rindex('"')
        written = f"{written[:last]} {written[last + 1 :]}".strip()
        warnings.append("引号没有成对，多出的一个已忽略。")
    return written, warnings


def _parsed(written: str) -> tuple[Node | None, list[str]]:
    spaced = _SPACED_FIELD.sub(lambda match: f"{match[1].lower()}:", written)
    numbered, notes = quote_case_numbers(spaced, _FIELD_BEFORE, "案号:")
    balanced, warnings = _balanced(numbered)
    tree = _node(_PARSER.parse(balanced, normalize=False))
    if tree is not None and _size(tree) > MAX_TERMS:
        raise _UnparsableError(f"检索词超过{MAX_TERMS}个，只按普通词语检索了前{MAX_TERMS}个。")
    return tree, [*notes, *warnings]


def _balanced(written: str) -> tuple[str, list[str]]:
    """Without brackets where they do not match; _UnparsableError where they lie too deep."""
    depth = deepest = 0
    for character in _QUOTED.sub("", written):
        depth += {"(": 1, ")": -1}.get(character, 0)
        deepest = max(deepest, depth)
        if depth < 0:
            break
    if deepest > MAX_DEPTH:
        raise _UnparsableError(f"括号超过{MAX_DEPTH}层，已按普通词语检索。")
    if depth == 0:
        return written, []
    parts = re.split(r'("[^"]*")', written)
    plain = "".join(part if part.startswith('"') else re.sub(r"[()]", " ", part) for part in parts)
    return plain, ["括号没有成对，已忽略。"]


def _literal(written: str) -> Node | None:
    words = re.split(r'[\s"()|:-]+', written)
    terms = [node for word in words if word not in _OPERATOR_WORDS for node in _words(word, Field.ANY)]
    return _joined(And, terms[:MAX_TERMS])


def _words(text: str, field: Field) -> list[Node]:
    """The words of an unquoted text: punctuation parts them, except in numbers and references to statutes."""
    if field is Field.STATUTE:
        text = as_cited(text)
    if field in {Field.STATUTE, Field.NUMBER}:
        return [Term(text, field)] if units(text) else []
    parted = "".join(" " if is_punctuation(character) else character for character in text)
    return [Term(word, field) for word in parted.split() if units(word)]


def _phrase(text: str, field: Field) -> Node | None:
    if field is Field.NUMBER:
        return Term(text, field) if units(text) else None
    written = as_cited(text) if field is Field.STATUTE else text
    return Phrase(written, field) if any(not is_punctuation(unit) for unit in units(written)) else None


def _node(found: query.Query) -> Node | None:
    """Whoosh's tree as ours; None where nothing searchable is left."""
    if isinstance(found, query.Phrase):
        return _phrase(" ".join(found.words), FIELD_NAMES.get(found.fieldname, Field.ANY))
    if isinstance(found, query.Term):
        return _joined(And, _words(found.text, FIELD_NAMES.get(found.fieldname, Field.ANY)))
    if isinstance(found, query.Not):
        child = _node(found.query)
        return Not(child) if child is not None else None
    if isinstance(found, query.And | query.Or):
        children = [node for node in map(_node, found.subqueries) if node is not None]
        return _joined(And if isinstance(found, query.And) else Or, children)
    return None


def _joined(group: type[And | Or], children: list[Node]) -> Node | None:
    """One node for several, groups of the same kind made flat; None for none."""
    flat: list[Node] = []
    for child in children:
        flat += child.children if isinstance(child, group) else (child,)
    return (flat[0] if len(flat) == 1 else group(tuple(flat))) if flat else None


def _size(node: Node) -> int:
    if isinstance(node, And | Or):
        return sum(map(_size, node.children))
    return _size(node.child) if isinstance(node, Not) else 1


def _parser() -> Any:
    """Whoosh's parser with the reader's operators; no schema, so that words come out as they were written."""
    operator = qparser.OperatorsPlugin.OpTagger
    negation = syntax.PrefixOperator
    operators = [
        (operator(r"(?:^|(?<=[\s(]))(?:NOT|非)(?=[\s(\"])", syntax.NotGroup, negation), 0),
        (operator(r"(?:^|(?<=[\s(]))-(?=[^\s)-])", syntax.NotGroup, negation), 0),
        (operator(r"(?<=[\s)\"])(?:AND|且|&&?)(?=[\s(\"])", syntax.AndGroup), 0),
        (operator(r"(?<=[\s)\"])(?:OR|或)(?=[\s(\"])|\|\|?", syntax.OrGroup), 0),
    ]
    plugins = [
        qparser.FieldsPlugin(_FIELD, remove_unknown=False),
        qparser.PhrasePlugin(r'"(?P<text>[^"]*)"(?P<slop>(?!))?'),
        qparser.GroupPlugin(),
        qparser.OperatorsPlugin(operators, clean=True),
    ]
    return qparser.QueryParser("any", None, plugins=plugins)


_PARSER = _parser()

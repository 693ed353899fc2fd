"""The method, the guidance and the words are plain Danish, and the interface keeps to the glossary."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.concepts import Concept
from forankring.help.pages import glossary
from projects.phases.analysis.guidance import QUESTIONS
from projects.phases.guidance import standard_texts
from tests.help.lix import lix, sentences

ROOT = Path(__file__).resolve().parents[2]
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
LIMIT = 40
# A word to avoid that stands somewhere for a reason.
ALLOWED = {
    "Kender ikke indsatsen nok": "one of the nine labels, in the words of the method",
    "Byg kapacitet op. Det er her, indsatsen betaler sig bedst.": "effort in the everyday sense",
}
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
IN_TEMPLATE = re.compile(
    r"""{%\s*translate\s+(?P<quote>["'])(?P<short>.*?)(?P=quote)"""
    r"""|_\((?P<mark>["'])(?P<argument>.*?)(?P=mark)\)"""
    r"""|{%\s*blocktranslate.*?%}(?P<long>.*?){%\s*endblocktranslate\s*%}""",
    re.DOTALL,
)
VARIABLE = re.compile(r"%\(\w+\)[sd]|%[sd]|{{.*?}}|{%.*?%}")


def _sections() -> dict[str, str]:
    """The method's prose by heading: no headings, no marks; a table's cell counts as a sentence."""
    parts = re.split(r"^## ", METHOD, flags=re.MULTILINE)[1:]
    found = {}
    for part in parts:
        heading, text = part.split("\n", 1)
        text = re.sub(r"^#+ .*$|^\|[-|]+\|$", "", text, flags=re.MULTILINE)
        found[heading] = re.sub(r"[*]", "", text).replace("|", ".\n\n")
    return found


def test_lix_of_a_text_counted_by_hand() -> None:
    # 8 words in 2 sentences, of which 2 are longer than six letters: 4 + 25.
    assert lix("Vi tæller ordene nu. Forankring kræver lang tålmodighed.") == 4 + 25


@pytest.mark.parametrize("heading", list(_sections()))
def test_the_method_is_easy_to_read(heading: str) -> None:
    text = _sections()[heading]
    assert lix(text) < LIMIT
    assert not [sentence for sentence in sentences(text) if len(sentence) > 20]


@pytest.mark.parametrize("concept", list(Concept))
def test_each_concept_has_five_questions_that_are_easy_to_read(concept: Concept) -> None:
    questions = [str(question) for question in QUESTIONS[concept]]
    assert len(set(questions)) == 5
    assert all(question.endswith("?") for question in questions)
    assert lix(" ".join(questions)) < LIMIT


def test_every_place_in_the_method_that_the_code_points_to_is_there() -> None:
    headings = re.findall(r"^#+ (.+)$", METHOD, flags=re.MULTILINE)
    pointers = {
        (path.name, place)
        for path in _sources("*.py")
        for place in re.findall(r"docs/method\.md, ([^).\n]+)", path.read_text(encoding="utf-8"))
    }
    assert len(pointers) > 5
    lost = [pointer for pointer in pointers if not any(pointer[1] in heading for heading in headings)]
    assert lost == []


def test_the_interface_uses_no_word_that_the_glossary_avoids() -> None:
    avoided = {word: row.danish for row in glossary() for word in row.avoided}
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, avoided))})(en|et|er|erne|s)?\b", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: ”{text}” – skriv ”{avoided.get(hit[1].lower(), hit[1])}”"
        for path, text in _interface_texts()
        if text not in ALLOWED and (hit := pattern.search(VARIABLE.sub("", text)))
    ]
    assert found == []


def test_every_name_in_the_glossary_is_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in _sources("*.py"))
    names = [name for row in glossary() for name in row.code.split(".") if name]
    assert len(names) > 30
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []


def test_what_is_allowed_is_still_in_use() -> None:
    texts = {text for _path, text in _interface_texts()}
    assert set(ALLOWED) <= texts


def _sources(pattern: str) -> Iterator[Path]:
    for folder in ("forankring", "actors", "projects", "templates"):
        yield from (path for path in (ROOT / folder).rglob(pattern) if "migrations" not in path.parts)


def _interface_texts() -> Iterator[tuple[Path, str]]:
    """Every text marked for translation, and the guidance: every text a person sees."""
    for key, guidance in standard_texts().items():
        yield ROOT / key, guidance.text
    for path in _sources("*.html"):
        for match in IN_TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            yield path, match["short"] or match["argument"] or match["long"] or ""
    for path in _sources("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                # The first argument of pgettext tells translators where, and nobody sees it.
                arguments = node.args[1:] if node.func.id.startswith(("pgettext", "npgettext")) else node.args
                for argument in arguments:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path, argument.value

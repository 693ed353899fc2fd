"""What every page is held against: axe in the browser, the Nu HTML checker on the saved pages."""

import json
import re
import subprocess
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"
# WCAG 2.2 AA is the floor; axe's own advice (one h1, landmarks, …) is kept too.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@lru_cache
def _axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text()


def axe_problems(page: Page) -> dict[str, list[str]]:
    """Rule → the elements that break it, as axe sees the page now."""
    page.evaluate(_axe())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return {
        each["id"]: [f"{node['target'][0]}: {node['failureSummary']}" for node in each["nodes"]]
        for each in found["violations"]
    }


def assert_axe_clean(page: Page, *, known: Collection[str] = ()) -> None:
    """No rule is broken, other than those the caller names with its reason."""
    problems = {rule: nodes for rule, nodes in axe_problems(page).items() if rule not in known}
    assert not problems, f"{page.url}\n{json.dumps(problems, ensure_ascii=False, indent=2)}"


def nu_problems(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Name of the page → what the Nu checker says of it. Java starts once for all of them."""
    with TemporaryDirectory() as folder:
        files = {}
        for number, (name, html) in enumerate(pages.items()):
            file = Path(folder) / f"{number:04}.html"
            file.write_text(html)
            files[file.as_uri().rstrip("/")] = name
        command = ["java", "-Xss2m", "-jar", str(NODE_MODULES / "vnu-jar/build/dist/vnu.jar")]
        options = ["--format", "json", "--stdout", "--exit-zero-always", folder]
        done = subprocess.run([*command, *options], capture_output=True, text=True, check=True, timeout=300)
    problems: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info" or message.get("subType") == "warning":
            problems.setdefault(files[_same_slashes(message["url"])], []).append(_words(message))
    return problems


def assert_nu_valid(pages: Mapping[str, str], *, known: Mapping[str, str] | None = None) -> None:
    """Every page is valid HTML without warnings. `known` is a regular expression → the reason it may be said."""
    accepted = [re.compile(pattern) for pattern in known or {}]
    problems = {
        name: left
        for name, words in nu_problems(pages).items()
        if (left := [each for each in words if not any(pattern.search(each) for pattern in accepted)])
    }
    assert not problems, json.dumps(problems, ensure_ascii=False, indent=2)


def _same_slashes(url: str) -> str:
    """The checker writes file:/tmp/…, Python file:///tmp/…"""
    return re.sub(r"^file:/+", "file:///", url)


def _words(message: dict[str, Any]) -> str:
    return f"{message['message']} — {message.get('extract', '').strip()} (line {message.get('lastLine')})"

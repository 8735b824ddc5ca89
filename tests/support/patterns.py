"""Every regular expression of the package, and how it is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import quizapp

ROOT = Path(quizapp.__file__).parent
FUNCTIONS = frozenset(("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"))
ANCHORED = frozenset(("match", "fullmatch"))


class Found(NamedTuple):
    """A pattern where it is written; `anchored` when it is only ever tried at one place of a text."""

    where: str
    pattern: re.Pattern[str]
    anchored: bool


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the modules that use regular expressions, by file."""
    for path in sorted(ROOT.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "import re\n" in source:
            yield str(path.relative_to(ROOT)), ast.parse(source)


def patterns() -> tuple[list[Found], list[str]]:
    """Return the patterns, and the places of those whose text is not known before the program runs."""
    found, unknown = [], []
    for name, tree in modules():
        uses = _uses(tree)
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        module: ModuleType | None = None
        for call in _calls(tree):
            assert isinstance(call.func, ast.Attribute)
            where = f"{name}:{call.lineno}"
            target = _target(call, parents)
            text = call.args[0]
            if target is not None:
                module = module or import_module("quizapp." + name.removesuffix(".py").replace("/", "."))
                methods = uses.get(target, {"search"}) if target.startswith("_") else {"search"}
                kept = _kept(getattr(module, target))
                found += [Found(f"{where} {target}", pattern, methods <= ANCHORED) for pattern in kept]
            elif isinstance(text, ast.Constant) and call.func.attr != "compile":
                found.append(Found(where, re.compile(text.value), call.func.attr in ANCHORED))
            else:
                unknown.append(where)
    return found, unknown


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)) if attr in FUNCTIONS:
                yield node


def _target(call: ast.Call, parents: dict[ast.AST, ast.AST]) -> str | None:
    """Return the global that a pattern is kept in."""
    node: ast.AST = call
    while not isinstance(parents[node], ast.Module):
        node = parents[node]
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return None


def _kept(value: object) -> list[re.Pattern[str]]:
    """Return the patterns that a global holds, itself or in its items and their fields."""
    if isinstance(value, re.Pattern):
        return [value]
    if isinstance(value, dict):
        return [pattern for item in value.items() for pattern in _kept(item)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [pattern for item in value for pattern in _kept(item)]
    return []


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """Return the methods that are called on each name."""
    uses: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=method):
                if method in FUNCTIONS:
                    uses.setdefault(name, set()).add(method)
    return uses

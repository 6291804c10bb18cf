"""Which Python modules the Windows program can reach: what nothing can import is not shipped.

PyInstaller tells this on Linux and macOS, but only of packages that it can run. Here they are read, not run. What is
read errs on the side of too much, for all ways in which a module is loaded:

- an import wherever it stands, also in a function; ``from a import b`` takes the module ``a.b`` if there is one;
- a name in a text: the whole name of a module, and in modules that import by name also that of a neighbour and those
  of a statement that is run;
- a compiled module: it is read in the source beside it. Where there is none its package is kept whole, and so is
  every other one whose name stands in it;
- an entry point of another package;
- names that are put together while the program runs: ``also`` in contents.toml lists them.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

_COMPILED = frozenset({".pyd", ".so"})
# Whoever has one of these imports modules whose names it holds as texts.
_BY_NAME = frozenset({"import_module", "__import__", "find_spec", "__getattr__", "exec", "rl_exec"})
_LONGEST_TEXT = 200  # longer ones are there to be read by people
_STATEMENT = re.compile(r"\b(?:from|import)\s+([A-Za-z_][\w.]*)")
_NAME = re.compile(r"\.*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?::\w+)?")


class Modules:
    """The modules among the files of a folder of packages; ``places`` are relative to it."""

    def __init__(self, packages: Path, places: Iterable[PurePosixPath]) -> None:
        self._packages = packages
        self._sources: dict[str, PurePosixPath] = {}
        self._compiled: dict[str, PurePosixPath] = {}
        for place in places:
            found = self._compiled if place.suffix in _COMPILED else self._sources
            if (place.suffix == ".py" or place.suffix in _COMPILED) and (name := module_of(place)):
                found[name] = place
        self._names = self._sources.keys() | self._compiled.keys()
        self._tops = {name.partition(".")[0] for name in self._names}

    def unreached(self, roots: Iterable[str]) -> set[PurePosixPath]:
        """Return the files that no import leads to from these modules; LookupError where one of those is not there."""
        todo = list(roots)
        if lacking := sorted(name for name in todo if not self._is_there(name)):
            raise LookupError(f"not there to be imported: {', '.join(lacking)}")
        reached: set[str] = set()
        while todo:
            for name in self._with_parents(todo.pop()):
                if name not in reached:
                    reached.add(name)
                    todo += self._imported_by(name)
        # Python takes the compiled module where it lies beside its source.
        loaded = {(self._compiled.get(name) or self._sources[name]) for name in reached}
        return {*self._sources.values(), *self._compiled.values()} - loaded

    def own(self, package: str) -> list[str]:
        """Return a package's modules, itself included."""
        return sorted(name for name in self._names if name == package or name.startswith(f"{package}."))

    def offered(self) -> list[str]:
        """Return the modules that packages offer to each other by entry points; scripts are not among them."""
        points = (point for package in distributions(path=[str(self._packages)]) for point in package.entry_points)
        offered = {point.module for point in points if not point.group.endswith("_scripts")}
        return sorted(name for name in offered if self._is_there(name))

    def _is_there(self, name: str) -> bool:
        return name in self._names or any(other.startswith(f"{name}.") for other in self._names)

    def _with_parents(self, name: str) -> list[str]:
        """The modules that importing a name loads: nothing where it is a word of something else."""
        parts = name.split(".")
        names = (".".join(parts[: end + 1]) for end in range(len(parts)))
        return [name for name in names if name in self._names]

    def _imported_by(self, name: str) -> Iterator[str]:
        if name in self._sources:
            source = self._sources[name]
            tree = ast.parse((self._packages / source).read_bytes())
            package = name if source.stem == "__init__" else name.rpartition(".")[0]
            yield from _imports(tree, package)
            yield from _named(tree, package)
        if name in self._compiled:
            yield from self._standing_in(name)

    def _standing_in(self, name: str) -> Iterator[str]:
        content = (self._packages / self._compiled[name]).read_bytes()
        if name in self._sources:  # which names all but the other parts of what was compiled of it
            yield from (part for part in self._compiled.keys() & self._tops if part.encode() in content)
            return
        yield from self.own(name.partition(".")[0])
        for top in self._tops:
            if top.encode() in content:
                yield from self.own(top)


def module_of(place: PurePosixPath) -> str:
    """Return a file's name as a module, "" where it cannot be imported."""
    parts = [*place.parts[:-1], place.name.partition(".")[0]]
    if parts[-1] == "__init__":
        parts.pop()
    return ".".join(parts) if parts and all(part.isidentifier() for part in parts) else ""


def _run(tree: ast.AST) -> Iterator[ast.AST]:
    """All of a source but what only a type checker reads."""
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
            todo += node.orelse
        else:
            todo += ast.iter_child_nodes(node)


def _imports(source: ast.AST, package: str) -> Iterator[str]:
    for node in _run(source):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                outer = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*outer, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _named(source: ast.AST, package: str) -> Iterator[str]:
    nodes = list(_run(source))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    names = [found[1] for text in texts if len(text) < _LONGEST_TEXT and (found := _NAME.fullmatch(text))]
    yield from (name for name in names if "." in name)
    if not _BY_NAME.isdisjoint(_words(nodes)):
        yield from (name for text in texts if len(text) < _LONGEST_TEXT for name in _STATEMENT.findall(text))
        yield from names
        yield from (f"{package}.{name}" for name in names)


def _words(nodes: Collection[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.FunctionDef):
            yield node.name

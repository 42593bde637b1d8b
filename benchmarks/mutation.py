"""Whether a test notices each change of a rule of the claim verifier: `python -m benchmarks.mutation [MODULE...]`.

Every function of the verifier is changed in one place at a time (a condition turned, `and` for `or`, a comparison or a
sign turned, a number off by one, a truth value turned) and the golden cases are judged again; where none fails, the
tests of `tests/unit/grading` named below are run. A change that nothing notices is printed, but for those known to mean
the same (`EQUIVALENT`). It takes some minutes; code is changed in memory alone.
"""

import argparse
import ast
import contextlib
import copy
import importlib
import inspect
import io
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import CodeType, FunctionType, ModuleType

import pytest

from bot.domain.language import Language, Level
from bot.domain.verdict import FlagStatus
from bot.grading import RubricGrader
from tests.unit.grading.build import question
from tests.unit.grading.golden import MADE, NOT_MADE

MODULES = (
    "stance",
    "polarity",
    "ellipsis",
    "alignment",
    "comparisons",
    "standards",
    "contrasts",
    "orders",
    "roles",
    "quantities",
    "contraries",
    "flags",
)
TESTS = (
    "test_structure.py",
    "test_stance.py",
    "test_flags.py",
    "test_reading.py",
    "test_contraries.py",
    "test_outright.py",
)
GOLDEN_LIMIT, TESTS_LIMIT = 10, 100
"""Seconds that the golden cases may take, and the tests: some ten times what they take. A changed loop may not end."""
EQUIVALENT = {
    "stance.judge: 1.0 is 2.0 in conflict = 1.0": "any conflict above the limit is one",
    "stance.judge: 2 is 3 in len(reasons) % 2": "there are two reasons at most",
    "stance.judge: 1 is 2 in -1": "only the sign is asked for",
    "stance.judge: 1 is 2 in -1 if against or other == 'exchanged' else 1": "only the sign is asked for",
    "stance._conflict: 1.0 is 2.0 in return 1.0": "any conflict above the limit is one",
    "stance._conflict: 1.0 is 2.0 in return 1.0 (2)": "any conflict above the limit is one",
    "stance._main_clause: 0.0 is 1.0 in dict.fromkeys(range(window.first, window.last + 1), 0.0)": "they are compared",
    "stance._predicate_shared: and/or: not answer.bare or statement.bare or (not words)": (
        "with nothing bare none is found; a statement that sets things apart is judged by `contrasted`"
    ),
    "stance._conditional: 1 is 2 in where.first + 1": "behind two words a condition opens a clause of its own",
    "contrasts.contrasted: and/or: not denied or not granted": "without words of either side no sign is found",
    "contrasts.contrasted: 1 is 2 in -1": "only the sign is asked for",
    "contrasts.contrasted: 1 is 2 in 1 if False in minus and True not in minus and (True in plus) else 0": (
        "only the sign is asked for"
    ),
    "alignment._whole: without: if span.last - span.first > 1": "a single word that is said is taken itself",
    "alignment._whole: operator: span.last - span.first": "a single word that is said is taken itself",
    "orders.qualified_otherwise: and/or: not answer.poles or not statement.poles": "without poles nothing is compared",
    "orders._same_verb: before.text in _TO_BE is before.text not in _TO_BE": "voices are alike whatever their names",
    "orders._mark: 2 is 3 in token - 2": "no two articles stand together",
    "roles._contrasts: 1 is 2 in clause.first + 1": "a contrast opens its clause",
    "polarity._negators: without: if quality.where.last - quality.where.first > 1": "no word holds another",
    "polarity._negators: operator: quality.where.last - quality.where.first": "no word holds another",
}
"""Changes that mean the same, by their names as printed, with why."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitXor: ast.BitOr}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function with one thing changed: its qualified name, what was changed, and its code."""

    function: str
    change: str
    code: CodeType


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """All changes of the functions of a module; of several alike in one function the later ones are numbered."""
    tree = ast.parse(inspect.getsource(module))
    for name, function in _functions(tree):
        alike: Counter[str] = Counter()
        for number in range(len(_sites(function))):
            changed = copy.deepcopy(tree)
            target = dict(_functions(changed))[name]
            what = _sites(target)[number]()
            alike[what] += 1
            numbered = f"{what} ({alike[what]})" if alike[what] > 1 else what
            code = compile(ast.fix_missing_locations(changed), str(module.__file__), "exec")
            yield Mutant(name, numbered, _code_of(code, name))


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{item.name}", item) for item in node.body if isinstance(item, ast.FunctionDef))


def _sites(function: ast.FunctionDef) -> list[Callable[[], str]]:
    """What can be changed: calling one changes the tree and tells how; `strict=True` of a zip is no rule."""
    checks = {id(node.value) for node in ast.walk(function) if isinstance(node, ast.keyword) and node.arg == "strict"}
    around = {id(child): node for node in ast.walk(function) for child in ast.iter_child_nodes(node)}
    return [
        change
        for node in ast.walk(function)
        if id(node) not in checks
        for change in _changes(node, around.get(id(node)))
    ]


def _changes(node: ast.AST, around: ast.AST | None) -> Iterator[Callable[[], str]]:
    if isinstance(node, ast.If | ast.IfExp):
        yield lambda: _negate(node)
    if isinstance(node, ast.comprehension):
        yield from (_dropper(node, place) for place in range(len(node.ifs)))
    if isinstance(node, ast.BoolOp):
        yield lambda: _swap_bool(node)
    if isinstance(node, ast.Compare):
        yield from (_turner(node, place) for place, op in enumerate(node.ops) if type(op) in _TURNED)
    if isinstance(node, ast.BinOp) and type(node.op) in _SWAPPED:
        yield lambda: _swap_operator(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        yield lambda: _shift(node, around or node)


def _negate(node: ast.If | ast.IfExp) -> str:
    before = ast.unparse(node.test)
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return f"not ({before})"


def _dropper(node: ast.comprehension, place: int) -> Callable[[], str]:
    def drop() -> str:
        return f"without: if {ast.unparse(node.ifs.pop(place))}"

    return drop


def _swap_bool(node: ast.BoolOp) -> str:
    before = ast.unparse(node)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"and/or: {before}"


def _turner(node: ast.Compare, place: int) -> Callable[[], str]:
    def turn() -> str:
        before = ast.unparse(node)
        node.ops[place] = _TURNED[type(node.ops[place])]()
        return f"{before} is {ast.unparse(node)}"

    return turn


def _swap_operator(node: ast.BinOp) -> str:
    before = ast.unparse(node)
    node.op = _SWAPPED[type(node.op)]()
    return f"operator: {before}"


def _shift(node: ast.Constant, around: ast.AST) -> str:
    """`around` is what the constant stands in."""
    place, before = ast.unparse(around), node.value
    if isinstance(before, bool):
        node.value = not before
    elif isinstance(before, int | float):
        node.value = before + 1
    return f"{before!r} is {node.value!r} in {place}"


def _code_of(code: CodeType, name: str) -> CodeType:
    """Code of the function with a qualified name."""
    for part in name.split("."):
        code = next(each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == part)
    return code


@contextlib.contextmanager
def mutated(function: FunctionType, code: CodeType) -> Iterator[None]:
    """The function with other code, wherever it was imported to."""
    before = function.__code__
    function.__code__ = code
    try:
        yield
    finally:
        function.__code__ = before


@contextlib.contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in what takes longer: a changed loop may never end."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _found(module: ModuleType, name: str) -> FunctionType:
    found: object = module
    for part in name.split("."):
        found = vars(found)[part]
    for wrapped in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, wrapped, found)
    if not isinstance(found, FunctionType):
        raise TypeError(name)
    return found


def _noticed(grader: RubricGrader, run: str) -> bool:
    """Whether a golden case fails; `run` keeps apart what the grader remembers of each question."""
    try:
        with limited(GOLDEN_LIMIT):
            made = all(_made(grader, run, *case) for case in MADE)
            return not made or any(_made(grader, run, *case) for case in NOT_MADE)
    except Exception:  # noqa: BLE001 -- a rule that breaks is noticed, however it breaks
        return True


def _made(grader: RubricGrader, run: str, _rule: str, language: Language, claim: str, answer: str) -> bool:
    asked = question(flags=((claim, ""),), language=language)
    asked = replace(asked, id=f"{run} {asked.id}")
    return grader.assess(asked, answer, Level.MIDDLE).flags[0].status is FlagStatus.ASSERTED


def _passes() -> bool:
    """Whether the tests pass; a test that takes too long has failed."""
    with contextlib.redirect_stdout(io.StringIO()), limited(TESTS_LIMIT):
        options = ["-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
        return pytest.main([*options, *(f"tests/unit/grading/{test}" for test in TESTS)]) == pytest.ExitCode.OK


def survivors(names: Iterable[str], *, quick: bool = False) -> Iterator[str]:
    """Names of the changes that nothing notices; then how many there were, and how many of these mean the same.

    Raises ValueError where cases or tests fail before anything is changed: every change would look noticed.
    """
    grader, number, left, same = RubricGrader(), 0, 0, 0
    if _noticed(grader, "unchanged") or not (quick or _passes()):
        raise ValueError("a golden case or a test fails before anything is changed")
    for name in names:
        module = importlib.import_module(f"bot.grading.{name}")
        for mutant in mutants(module):
            number += 1
            with mutated(_found(module, mutant.function), mutant.code):
                noticed = _noticed(grader, str(number)) or not (quick or _passes())
            title = f"{name}.{mutant.function}: {mutant.change}"
            if not noticed and title in EQUIVALENT:
                same += 1
            elif not noticed:
                left += 1
                yield title
    yield f"{number} changes, {left} not noticed, {same} of the same meaning"


def main() -> None:
    """Print what no test notices."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", default=MODULES, help="names in bot/grading")
    parser.add_argument("--quick", action="store_true", help="judge the golden cases alone")
    options = parser.parse_args()
    for line in survivors(options.modules, quick=options.quick):
        print(line, flush=True)


if __name__ == "__main__":
    main()

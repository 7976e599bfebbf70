"""`python -m tests.benchmarks NAME` (none: all but the long ones): a table, then a line of JSON; exits 1 on a miss."""

import json
import pkgutil
import sys
from dataclasses import asdict
from importlib import import_module

from tests import benchmarks
from tests.benchmarks import Figure

LONG = {"soak"}


def main(wanted: list[str]) -> int:
    modules = [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if not module.ispkg]
    known = sorted(set(modules) - {"__main__"})
    if unknown := set(wanted) - set(known):
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    results = {name: _run(name) for name in wanted or sorted(set(known) - LONG)}
    ok = all(figure.ok for figures in results.values() for figure in figures)
    told = {name: [asdict(figure) | {"ok": figure.ok} for figure in figures] for name, figures in results.items()}
    print(json.dumps({"ok": ok, "figures": told}))
    return 0 if ok else 1


def _run(name: str) -> list[Figure]:
    print(f"\n{name}", flush=True)
    figures: list[Figure] = import_module(f"tests.benchmarks.{name}").run()
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        print(f"  {figure.name:{width}}  {figure.value:>10.4g} {figure.unit:6}{_verdict(figure)}", flush=True)
    return figures


def _verdict(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return f"  {figure.wanted} {figure.target:g}  {'ok' if figure.ok else 'MISSED'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Redact the held-back corpus with the command and print figures.

``python -m tests.heldback.measure --count 200 --out DIR``: one call for all documents without a party list, then
single calls with the right list for a sample. ``--corpus tests.blind.lantern`` measures another corpus.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path

from tests.heldback.compare import Finding, Outcome, judge
from tests.heldback.corpus import Specimen, specimens

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 3
LISTED = 10
"""Documents measured once more with their own party list."""


def write_inputs(documents: list[Specimen], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in documents:
        paths.append(folder / f"{one.stem}.docx")
        paths[-1].write_bytes(one.data)
    return paths


def resaved(paths: list[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice saves them; one it cannot open is taken as it is."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, capture_output=True, check=True)
    return [made if (made := folder / path.name).is_file() else path for path in paths]


def redact(paths: list[Path], out: Path, parties: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One call of the command, whatever its exit code."""
    listed = ["--parties", str(parties)] if parties else []
    command = [sys.executable, "manage.py", "redact", *map(str, paths), *listed, "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def _party_list(one: Specimen, reported: Path) -> list[dict[str, str]]:
    """The true names with the roles the first run read; a name it missed is a 原告."""
    roles = {p["name"]: p["role"] for p in json.loads(reported.read_text("utf-8")).get("parties", [])}
    return [
        {
            "role": roles.get(n, "原告"),
            "name": n,
            "kind": "person" if len(n) < 5 or "·" in n else "organisation",
        }
        for n in one.parties
    ]


def run_listed(
    documents: list[Specimen], inputs: Path, first: Path, out: Path, most: int = LISTED
) -> list[Outcome]:
    chosen = [d for d in documents if d.statuses == ("ready",)]
    outcomes = []
    for one in chosen[:: max(1, len(chosen) // max(1, most))][:most]:
        listing = inputs / f"{one.stem}.json"
        rows = _party_list(one, first / one.stem / "report.json")
        listing.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        redact([inputs / f"{one.stem}.docx"], out, listing)
        outcomes.append(judge(one, out / one.stem))
    return outcomes


def _rate(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.2f} %" if whole else "–"


def _secret_rows(tally: Counter[str]) -> list[str]:
    names = [k.removeprefix("secrets ") for k in sorted(tally) if k.startswith("secrets ")]
    return [f"  hidden: {n:32} {_rate(tally[f'kept secret {n}'], tally[f'secrets {n}'])}" for n in names]


def figures(outcomes: list[Outcome]) -> str:
    """The table."""
    tally: Counter[str] = Counter()
    sorts: Counter[str] = Counter()
    for outcome in outcomes:
        tally.update(outcome.tally)
        sorts.update(
            f"{f.sort}{' in ready documents' if f.sort == 'leak' and outcome.status == 'ready' else ''}"
            for f in outcome.findings
        )
    noticed = sorts["left with a notice"]
    secrets = sum(v for k, v in tally.items() if k.startswith("secrets "))
    clauses = sum(v for k, v in tally.items() if k.startswith("clauses "))
    leaks = sorts["leak"] + sorts["leak in ready documents"]
    lines = [
        f"documents                       {len(outcomes)} ({dict(Counter(o.status for o in outcomes))})",
        f"statuses right                  {_rate(tally['statuses right'], len(outcomes))}",
        (
            f"secrets leaked                  {_rate(leaks, secrets)}, in ready documents {sorts['leak in ready documents']};"
            f" left with a notice {noticed}"
        ),
        f"parties found                   {_rate(tally['parties found'], tally['parties'])}",
        *_secret_rows(tally),
        f"must-survive clauses lost       {_rate(sorts['lost'], clauses)}",
        (
            f"sections exact                  {_rate(tally['sections exact'], tally['sections documents'])}"
            f" (+ {tally['sections same text']} same text, other rows)"
        ),
        f"kind wrong {sorts['kind']}, case number wrong {sorts['case number']}, contract faults {sorts['contract']}",
    ]
    return "\n".join(lines)


def failures(outcomes: list[Outcome]) -> str:
    """Findings by skeleton: for each sort and category how many, and the first ``SHOWN``."""
    shelves: dict[str, dict[tuple[str, str], list[tuple[Outcome, Finding]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for outcome in outcomes:
        for finding in outcome.findings:
            shelves[outcome.specimen.skeleton][finding.sort, finding.category].append((outcome, finding))
    lines = []
    for name, found in sorted(shelves.items()):
        lines.append(f"\n## {name}")
        for (sort, category), rows in found.items():
            lines.append(f"- {sort} [{category}]: {len(rows)}")
            lines += [
                f"    {o.specimen.stem} {o.status}: {f.text[:300]!r} | {f.where}" for o, f in rows[:SHOWN]
            ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--corpus", default="", help="a package with specimens(seed)")
    parser.add_argument("--resaved", action="store_true", help="let LibreOffice save each file first")
    parser.add_argument(
        "--listed", type=int, default=LISTED, help="documents measured with their own list too"
    )
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    documents = (
        import_module(options.corpus).specimens(options.seed)
        if options.corpus
        else specimens(options.count, options.seed)
    )
    inputs, first = options.out / "inputs", options.out / "public"
    paths = write_inputs(documents, inputs)
    done = redact(resaved(paths, options.out / "resaved") if options.resaved else paths, first)
    outcomes = [judge(one, first / one.stem) for one in documents]
    listed = run_listed(documents, inputs, first, options.out / "listed", options.listed)
    text = f"exit code {done.returncode}\n{done.stderr[-2000:]}\n{figures(outcomes)}\n\nwith a party list:\n{figures(listed)}\n"
    text += f"{failures(outcomes)}\n\n# with a party list{failures(listed)}\n"
    (options.out / "failures.txt").write_text(text, "utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()

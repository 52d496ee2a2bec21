#!/usr/bin/env python3
"""Every figure that Detente is measured by, on development data, in one table: `./dev score`.

Runs the built binary as a user would: `record` on the record cases, `annotate` on a treebank, on
names, on attributions, `relate` on pairs. Where data is absent the table says so. Writes
docs/scoreboard.md. Nothing here reads what is held out.
"""
import argparse
import collections
import datetime
import gzip
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from detente_training import data as training_data  # noqa: E402

# UNER has three kinds of names: facilities are places there, words of nationality no names.
UNER_TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC", "facility": "LOC"}
PLOVER_ALIKE = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # one root in the public set
START_RUNS = 3


class Absent(Exception):
    """Data or a program that a figure needs is not there."""


Figure = collections.namedtuple("Figure", "what value on")


def detente(args, *arguments, text=None, command=()):
    """Runs the binary; returns (standard output, standard error). Refused input is an error."""
    argv = [*command, str(args.detente), *arguments]
    given = None if text is None else text.encode()
    done = subprocess.run(argv, input=given, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(argv)}: exit {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
    return done.stdout.decode(), done.stderr.decode(errors="replace")


def need(path):
    if not path.exists():
        raise Absent(f"{path.name} is not there")
    return path


def read_text(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(need(path), "rt", encoding="utf-8") as file:
        return file.read()


def json_lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def f1(right, got, gold):
    return 2 * right / (got + gold) if got + gold else 1.0


def percent(value):
    return f"{100 * value:.1f}"


# --- the record -------------------------------------------------------------------------------

def record(args):
    score = need(args.cases / "score.py")
    folder = need(args.cases / "dev")
    command = [sys.executable, str(score), "--json", "--timeout", "600", "--command", f"{args.detente} record", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout:
        raise RuntimeError(done.stderr[-300:])
    got = json.loads(done.stdout)
    for line in got["failed"]:
        print(f"scoreboard: {line}", file=sys.stderr)
    on = f"{got['cases']} cases" + (f", {len(got['failed'])} failed" if got["failed"] else "")
    yield Figure("record: mean F1 of the lists", percent(got["headline"]), on)
    for name, value in got["lists"].items():
        yield Figure(f"record: {name}, F1", percent(value), on)
    yield Figure("record: evidence exact and right", percent(got["evidence"]), on)


# --- words and trees --------------------------------------------------------------------------

def words_of(conllu):
    for line in conllu.splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            yield columns


def syntax(args):
    gold_text = read_text(args.data / "syntax" / "ewt_dev.conllu.gz")
    out, _ = detente(args, "annotate", "--tokenized", text=gold_text)
    right, total = collections.Counter(), 0
    for gold, got in zip(words_of(gold_text), words_of(out), strict=True):
        assert gold[:2] == got[:2], "the words of the treebank were not kept"
        total += 1
        right["UPOS"] += gold[3] == got[3]
        right["lemma"] += gold[2] == got[2]
        right["UAS"] += gold[6] == got[6]
        right["LAS"] += gold[6] == got[6] and gold[7].split(":")[0] == got[7].split(":")[0]
    for name in ("UPOS", "lemma", "UAS", "LAS"):
        note = ", universal relations" if name == "LAS" else ""
        yield Figure(f"words: {name}{note}", percent(right[name] / total), f"EWT dev, given words, {total} words")


# --- names ------------------------------------------------------------------------------------

def names_of(tags):
    """{(first, last, type)} of BIO tags."""
    out, first = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and (tag[0] != "I" or tag[2:] != tags[first][2:]):
            out.add((first, i, tags[first][2:]))
            first = None
        if tag[0] == "B" or (tag[0] == "I" and first is None):
            first = i
    return out


def names(args):
    blocks = []
    for block in read_text(args.data / "entities" / "uner_ewt_dev.iob2.gz").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            starts = re.search(r"^# newdoc.*$", block, re.M)
            blocks.append((starts.group() if starts else None, rows))
    conllu = "".join((f"{start}\n" if start else "") + "".join(f"{i}\t{r[1]}" + "\t_" * 8 + "\n" for i, r in enumerate(rows, 1)) + "\n"
                     for start, rows in blocks)
    out, _ = detente(args, "annotate", "--tokenized", "--format", "json", text=conllu)
    sentences = []
    for line in out.splitlines():
        document = json.loads(line)
        for sentence in document["sentences"]:
            begins = {t["start"]: i for i, t in enumerate(sentence["tokens"])}
            ends = {t["end"]: i + 1 for i, t in enumerate(sentence["tokens"])}
            sentences.append({(begins[e["start"]], ends[e["end"]], UNER_TYPES[e["type"]]) for e in document["entities"]
                              if sentence["start"] <= e["start"] < sentence["end"] and e["type"] in UNER_TYPES})
    right = got = gold = 0
    for (_, rows), found in zip(blocks, sentences, strict=True):
        wanted = {n for n in names_of([r[2] for r in rows]) if n[2] in ("PER", "ORG", "LOC")}
        right, got, gold = right + len(found & wanted), got + len(found), gold + len(wanted)
    yield Figure("names: F1, exact span and kind", percent(f1(right, got, gold)), f"UNER EWT dev, given words, {gold} names")


# --- attributions -----------------------------------------------------------------------------

def covered(tokens, stretches):
    return {i for i, (b, e) in enumerate(tokens) for begin, end in stretches if b < end and begin < e}


def polnear(args):
    lines = read_text(args.data / "attribution" / "polnear_dev.jsonl.gz").splitlines()
    return [json.loads(line) for line in lines]


def attributions(args):
    rows = polnear(args)
    out, _ = detente(args, "annotate", text=json_lines({k: r[k] for k in ("id", "published", "text")} for r in rows))
    sums = {part: [0, 0, 0] for part in ("source", "cue", "content")}
    for row, line in zip(rows, out.splitlines(), strict=True):
        found = json.loads(line)
        tokens = [(t["start"], t["end"]) for s in found["sentences"] for t in s["tokens"]]
        for part, total in sums.items():
            gold = covered(tokens, [s for a in row["attributions"] for s in a[part]])
            got = covered(tokens, [s for a in found["attributions"] for s in a[part]])
            for k, value in enumerate((len(gold & got), len(got), len(gold))):
                total[k] += value
    for part, total in sums.items():
        yield Figure(f"attributions: {part}, F1 of words", percent(f1(*total)), f"PolNeAR dev, {len(rows)} articles")


# --- events -----------------------------------------------------------------------------------

def macro_f1(pairs):
    """Mean F1 over the classes that occur in the gold column."""
    scores = []
    for name in sorted({gold for gold, _ in pairs}):
        right = sum(gold == got == name for gold, got in pairs)
        scores.append(f1(right, sum(got == name for _, got in pairs), sum(gold == name for gold, _ in pairs)))
    return sum(scores) / len(scores)


def relations(args):
    path = need(args.data / "plover" / "PLV_train.tsv")
    rows = [r for r in training_data.read_plover(path, lambda number: number % 5 == 4) if r["source"]]
    out, _ = detente(args, "relate", text=json_lines({k: r[k] for k in ("id", "text", "source", "target")} for r in rows))
    answers = [json.loads(line) for line in out.splitlines()]
    alike = lambda root: PLOVER_ALIKE.get(root, root)
    roots = [(alike(r["root"]), alike(a["root"])) for r, a in zip(rows, answers, strict=True)]
    classes = [(r["penta"], a["penta"]) for r, a in zip(rows, answers)]
    on = f"PLOVER, a fifth of its training set, {len(rows)} pairs"
    yield Figure("events: root, macro F1", percent(macro_f1(roots)), on)
    yield Figure("events: root, accuracy", percent(sum(a == b for a, b in roots) / len(roots)), on)
    yield Figure("events: penta class, macro F1", percent(macro_f1(classes)), on)


# --- speed ------------------------------------------------------------------------------------

def speed(args):
    text = json_lines({k: r[k] for k in ("id", "published", "text")} for r in polnear(args))
    one_core = ["taskset", "-c", str(max(os.sched_getaffinity(0)))] if shutil.which("taskset") else []
    _, said = detente(args, "annotate", "--timing", "--threads", "1", text=text, command=one_core)
    found = re.search(r"timing: .*?([\d.]+) sentences/s; .*?([\d.]+) sentences/CPU s, (\w+)", said)
    on = f"PolNeAR dev, `annotate` on one core, start left out, {found[3]}"
    yield Figure("speed: sentences a second", f"{float(found[1]):.0f}", on)
    yield Figure("speed: sentences a second of the processor", f"{float(found[2]):.0f}", on)


def run_measured(argv):
    """(seconds, processor seconds, peak MB) of one process."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(argv, stdout=nowhere, stderr=nowhere)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(argv)}: exit {child.returncode}")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def start(args):
    report = need(ROOT / "examples" / "reports" / "2031-09-10-tagus-courier.txt")
    runs = [run_measured([str(args.detente), "record", str(report)]) for _ in range(START_RUNS + 1)][1:]
    on = f"`record` on one report, best of {START_RUNS}"
    yield Figure("start: seconds to the first record", f"{min(r[0] for r in runs):.2f}", on)
    yield Figure("start: seconds of the processor", f"{min(r[1] for r in runs):.2f}", on)
    yield Figure("start: peak memory, MB", f"{max(r[2] for r in runs):.0f}", on)


# --- the table --------------------------------------------------------------------------------

PARTS = (record, relations, attributions, syntax, names, speed, start)


def processor():
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def commit():
    git = lambda *words: subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True).stdout.strip()
    return git("rev-parse", "--short", "HEAD") + (" with changes" if git("status", "--porcelain", "--untracked-files=no") else "")


def measure(args):
    figures, absent = [], []
    for part in PARTS:
        if args.only and part.__name__ not in args.only:
            continue
        try:
            for figure in part(args):
                figures.append(figure)
                print(f"{figure.what:<46} {figure.value:>7}   {figure.on}", flush=True)
        except Absent as error:
            absent.append(f"{part.__name__}: {error}")
            print(f"{part.__name__:<46}       -   {error}", flush=True)
    return figures, absent


def page(figures, absent):
    lines = ["# Scoreboard", "",
             "Written by `./dev score`; do not edit. Development data only: what is held out is measured elsewhere.",
             "Scores are in per cent.", "",
             f"Commit {commit()}, {datetime.date.today().isoformat()}, {os.cpu_count()} cores of {processor()}.", "",
             "| figure | value | measured on |", "|---|---|---|"]
    lines += [f"| {f.what} | {f.value} | {f.on} |" for f in figures]
    if absent:
        lines += ["", "Not measured:", ""] + [f"- {line}" for line in absent]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data", help="folder of the public data")
    parser.add_argument("--cases", type=pathlib.Path, default=ROOT.parent / "shared" / "cases", help="folder of the record cases")
    parser.add_argument("--detente", type=pathlib.Path, default=ROOT / "build" / "detente", help="the binary")
    parser.add_argument("--only", nargs="+", choices=[p.__name__ for p in PARTS], help="parts to measure; docs/scoreboard.md is left alone")
    args = parser.parse_args()
    if not args.detente.exists():
        parser.error(f"{args.detente} is not there: ./dev build makes it")
    figures, absent = measure(args)
    if not args.only:
        (ROOT / "docs" / "scoreboard.md").write_text(page(figures, absent), encoding="utf-8")


if __name__ == "__main__":
    main()

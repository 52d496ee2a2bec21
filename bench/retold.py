#!/usr/bin/env python3
"""Measure what a report told again adds: a copy of each document under another outlet's name, with its lead in other words,
should add no events, measures or meetings to the record.

    python3 bench/retold.py --command 'build/detente record' examples/reports [CASE.json ...]

Leads are those of retold_leads.json, written by hand with active and passive changed; other reports get synonyms and another
order of words. Prints a line a list: objects of the single reports, objects with the copies, share added."""
import argparse
import collections
import json
import pathlib
import re
import shlex
import subprocess

LISTS = ["events", "measures", "meetings", "statements", "proposals", "claims", "channels", "roles"]
JUDGED = LISTS[:3]
SYNONYMS = {
    "announced": "said", "summoned": "called in", "expelled": "threw out", "urged": "called on", "condemned": "denounced",
    "accused": "charged", "rejected": "turned down", "imposed": "put in place", "lifted": "removed", "closed": "shut",
    "ordered": "told", "agreed": "consented", "suspended": "halted", "met": "held talks", "warned": "cautioned",
    "countries": "nations", "government": "cabinet", "foreign minister": "top diplomat", "talks": "discussions",
    "at once": "immediately", "border": "frontier",
}
DAY = r" on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"


def reworded(lead):
    """Synonyms, no dateline, and the day first."""
    lead = re.sub(r"^[A-Z][^\W\d_]+(?:[ ,][^—–]{0,30})? [—–] ", "", lead)
    for word, other in SYNONYMS.items():
        lead = re.sub(rf"\b{word}\b", other, lead)
    day = re.search(DAY, lead)
    if day and lead[0].isupper():
        lead = "On" + day.group()[3:] + ", " + lead[:day.start()] + lead[day.end():]
    return lead


def plain_report(path):
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return {"id": path.stem, "title": fields.get("Title", ""), "source": fields.get("Source", ""),
            "published": fields["Published"], "text": text.strip()}


def documents(paths):
    for path in paths:
        if path.is_dir():
            yield from documents(sorted(path.iterdir()))
        elif path.suffix == ".txt":
            yield path.name, plain_report(path)
        elif path.suffix == ".json":
            for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
                yield f"{path.name}#{document['id']}", document


def record(command, *reports):
    lines = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    done = subprocess.run(shlex.split(command), input=lines.encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


def retold(name, report, leads):
    lead, blank, rest = report["text"].partition("\n")
    return report | {"id": report["id"] + "-retold", "source": "The Second Telling",
                     "text": leads.get(name, reworded(lead)) + blank + rest}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=pathlib.Path, help="reports, cases, folders of them")
    parser.add_argument("--command", required=True)
    parser.add_argument("--at-most", type=float, help="exit 1 where more than this share is added to events, measures, meetings")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was added")
    args = parser.parse_args()
    leads = json.loads((pathlib.Path(__file__).parent / "retold_leads.json").read_text(encoding="utf-8"))
    either = collections.Counter()
    once, twice, alone, count = collections.Counter(), collections.Counter(), collections.Counter(), 0
    for name, report in documents(args.paths):
        again = retold(name, report, leads)
        single, other, both = (record(args.command, *r) for r in ([report], [again], [report, again]))
        count += 1
        for kind in LISTS:
            once[kind] += len(single[kind])
            alone[kind] += len(other[kind])
            twice[kind] += len(both[kind])
            either[kind] += max(len(single[kind]), len(other[kind]))
            if args.verbose and kind in JUDGED and len(both[kind]) > len(single[kind]):
                print(name, kind, len(single[kind]), len(other[kind]), len(both[kind]))
                for item in both[kind]:
                    if len(item["evidence"]) == 1:
                        print("   ", {k: v for k, v in item.items() if k != "evidence"}, item["evidence"][0]["doc"],
                              item["evidence"][0]["quote"][:160])
    share = lambda kinds: sum(twice[k] - once[k] for k in kinds) / max(1, sum(once[k] for k in kinds))
    for kind in LISTS:
        print(f"{kind:11} {once[kind]:5} alone, {alone[kind]:5} retold alone, {twice[kind]:5} together: {share([kind]):+.3f}")
    more = sum(twice[k] - either[k] for k in JUDGED) / max(1, sum(either[k] for k in JUDGED))
    print(f"judged, beyond what either telling has alone: {more:+.3f}")
    print(f"judged      {share(JUDGED):+.3f} over {count} documents")
    raise SystemExit(args.at_most is not None and share(JUDGED) > args.at_most)


if __name__ == "__main__":
    main()

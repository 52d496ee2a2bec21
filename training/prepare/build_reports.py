#!/usr/bin/env python3
"""Build annotated training reports from a compact notation that is written by hand.

    build_reports.py training/corpus/notes/*.txt --out training/corpus/reports

A notes file holds reports, each a head line, its text, a line "--" and one line for each object:

    == new-001 | Outlet | 1987-03-04 | Title      (one more text: "++ Outlet | date | Title")
    E SRC,SRC>TGT ROOT status | t=trigger | s=words | g=words | d=1987-03-03:on Tuesday | p=place
    S Speaker; ACT; stance | t=cue | c=content | sp=words | role=office | q | via=outlet
    M BY>AGAINST kind status | t=trigger | by=words | ag=words | ann= eff= dl= lif=ISO:words
                             | n=10 diplomats:ten | resp=kind,BY | lag=P3D | inst=words
    C A-B kind status | t=trigger | bt=words;words | d=ISO:words (since) | because=text
    T ACT,ACT status | t=trigger | a=words;words | d= | people=A;B | place= | set= | ord=3:third
                     | series= | topics=a;b | out=outcome
    P BY>TO status | t=trigger | by=words | to=words | d= | via=kind | disc=outlet
                   | k=kind@phase:words (one field for each term)
    K standing | t=trigger | c=content | first= | conf=a;b | den=a;b | no=a;b
    R Person; ACT; office; current

"a/b" stands for {"any": [a, b]}; "opt" marks an optional object; "about=" replaces the content as
free text; "t=word@2" takes the second place of the word in the report. Sentence and evidence are
found by the script: the sentence around the trigger, and in it the stretch that covers the trigger
and all mentions. Any words that do not stand in the text are an error.
"""
import argparse
import json
import pathlib
import re
import sys

LISTS = "proposals channels measures meetings claims statements events roles".split()
ISO = re.compile(r"^(\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?)(?::(.*))?$")
END = re.compile(r"(?<=[.!?])[”\")]*(?=\s)|\n")
ABBREVIATION = re.compile(
    r"\b(?:M[Rr]|M[Rr][Ss]|M[Ss]|Dr|Gen|Col|Lt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z])\.$")


class NoteError(Exception):
    """A line of a notes file that cannot be read; the text says which and why."""


def either(value):
    parts = value.split("/")
    return {"any": parts} if len(parts) > 1 else value


def actors(value):
    return [a.strip() for a in value.split(",") if a.strip()]


def sentences(text):
    """[(start, end)] of the sentences of a text."""
    found, start = [], 0
    for match in END.finditer(text):
        piece = text[start:match.end()]
        if ABBREVIATION.search(piece) or not piece.strip():
            continue
        begin = start + len(piece) - len(piece.lstrip())
        found.append((begin, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip())))
    return found


class Report:
    """One report under construction."""

    def __init__(self, head):
        name, outlet, date, title = [p.strip() for p in head.split("|")]
        self.case = {"id": name, "as_of": date, "documents": [],
                     "record": {key: [] for key in LISTS}}
        self.document(outlet, date, title)

    def document(self, outlet, date, title):
        number = len(self.case["documents"]) + 1
        self.case["as_of"] = max(self.case["as_of"], date)
        self.case["documents"].append({"id": f"d{number}", "title": title, "source": outlet,
                                       "published": date, "url": "", "text": ""})

    def fail(self, why):
        raise NoteError(f"{self.case['id']}: {why}")

    def locate(self, words):
        """(text, start, end) of a trigger; "word@2" means its second place."""
        found = re.fullmatch(r"(.*)@(\d)", words)
        words, skip = (found.group(1), int(found.group(2)) - 1) if found else (words, 0)
        for document in self.case["documents"]:
            text = document["text"]
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                if skip == 0:
                    return text, match.start(), match.end()
                skip -= 1
        return self.fail(f"not in the text: {words!r}")

    def place(self, item, where):
        """Adds sentence and evidence to an object, and checks every mention."""
        text, start, end = self.locate(where["trigger"])
        where["trigger"] = text[start:end]
        low, high = next(s for s in sentences(text) if s[0] <= start < s[1])
        sentence = text[low:high]
        spans = [(start, end)]
        for value in where.values():
            for words in value if isinstance(value, list) else [value]:
                at = nearest(sentence, words, start - low)
                if at >= 0:
                    spans.append((low + at, low + at + len(words)))
                elif not any(words in d["text"] for d in self.case["documents"]):
                    self.fail(f"not in the text: {words!r}")
        where["sentence"] = sentence
        item["evidence"] = [text[min(s for s, _ in spans):max(e for _, e in spans)]]
        item["where"] = where


def nearest(sentence, words, at):
    """Where words stand in a sentence, nearest to an offset; -1 if nowhere."""
    places = [m.start() for m in re.finditer(re.escape(words), sentence)]
    return min(places, key=lambda p: abs(p - at)) if places else -1


def fields(parts):
    """{key: [value, ...]} of the fields after the first of a line."""
    found = {}
    for part in parts:
        key, _, value = part.partition("=")
        found.setdefault(key.strip(), []).append(value.strip())
    return found


def dated(item, where, given, key, name, place=None):
    """A date field "ISO:words", either half of which may be left out."""
    if key not in given:
        return
    value = given[key][0]
    match = ISO.match(value)
    if match:
        item[name] = match.group(1)
        words = match.group(2)
    else:
        words = value.lstrip(":")
    if words:
        where[place or name] = words


def copy_words(where, given, table):
    for key, name in table.items():
        if key in given:
            where[name] = given[key][0]


def listed(given, key):
    return [w.strip() for w in given[key][0].split(";")] if key in given else []


def event(head, given, report):
    sides, root, status = head.split()
    source, target = sides.split(">")
    item = {"source": actors(source), "target": actors(target), "root": either(root),
            "status": either(status)}
    where = {"trigger": given["t"][0]}
    copy_words(where, given, {"s": "source", "g": "target", "p": "place", "n": "quantity"})
    dated(item, where, given, "d", "date")
    return item, where


def statement(head, given, report):
    speaker, actor, stance = [p.strip() for p in head.split(";")]
    item = {"speaker": either(speaker), "actor": actor, "stance": either(stance)}
    where = {"trigger": given["t"][0], "cue": given["t"][0].split("@")[0]}
    where["speaker"] = given.get("sp", [speaker.split("/")[0]])[0]
    copy_words(where, given, {"c": "content", "c2": "content2", "via": "via"})
    if "role" in given:
        item["role"] = given["role"][0]
    if "via" in given:
        item["via"] = given["via"][0]
    item["about"] = given.get("about", given.get("c", [""]))[0].strip("“”,.")
    if "q" in given:
        item["quoted"] = True
    dated(item, where, given, "d", "date")
    return item, where


def measure(head, given, report):
    sides, kind, status = head.split()
    by, against = sides.split(">")
    item = {"by": actors(by), "against": actors(against), "kind": either(kind),
            "status": either(status)}
    where = {"trigger": given["t"][0]}
    copy_words(where, given, {"by": "by", "ag": "against", "inst": "instrument"})
    dated(item, where, given, "ann", "announced", "date")
    for key, name in (("eff", "effective"), ("dl", "deadline"), ("lif", "lifted")):
        dated(item, where, given, key, name)
    if "n" in given:
        value, words = given["n"][0].split(":")
        number, unit = value.split(" ", 1)
        item["quantity"] = {"value": float(number) if "." in number else int(number), "unit": unit}
        where["quantity"] = words
    if "resp" in given:
        kind, _, by = given["resp"][0].partition(",")
        item["responds_to"] = {k: v for k, v in (("kind", kind), ("by", actors(by))) if v}
    for key, name in (("lag", "lag"), ("inst", "instrument")):
        if key in given:
            item[name] = given[key][0]
    return item, where


def channel(head, given, report):
    sides, kind, status = head.split()
    item = {"between": sides.split("-"), "kind": either(kind), "status": either(status)}
    where = {"trigger": given["t"][0], "between": listed(given, "bt")}
    dated(item, where, given, "d", "since", "date")
    if "because" in given:
        item["because"] = given["because"][0]
    return item, where


def meeting(head, given, report):
    sides, status = head.split()
    item = {"actors": actors(sides), "status": either(status)}
    where = {"trigger": given["t"][0], "actors": listed(given, "a")}
    dated(item, where, given, "d", "date")
    if "people" in given:
        item["people"] = listed(given, "people")
        where["people"] = listed(given, "pw") or item["people"]
    if "set" in given:
        item["setting"] = either(given["set"][0])
    if "ord" in given:
        number, where["ordinal"] = given["ord"][0].split(":")
        item["ordinal"] = int(number)
    if "topics" in given:
        item["topics"] = where["topics"] = listed(given, "topics")
    for key, name in (("place", "place"), ("series", "series"), ("out", "outcome")):
        if key in given:
            item[name] = where[name] = given[key][0]
    return item, where


def proposal(head, given, report):
    sides, status = head.split()
    by, to = sides.split(">")
    item = {"by": actors(by), "to": actors(to), "status": either(status)}
    where = {"trigger": given["t"][0]}
    copy_words(where, given, {"by": "by", "to": "to", "disc": "disclosed_by"})
    dated(item, where, given, "d", "date")
    if "via" in given:
        item["via"] = [given["via"][0]]
    if "disc" in given:
        item["disclosed_by"] = given["disc"][0]
    item["terms"], where["terms"] = [], []
    for term in given.get("k", []):
        kinds, words = term.split(":", 1)
        kind, _, phase = kinds.partition("@")
        one = {"kind": either(kind), "what": [words]}
        if phase:
            one["phase"] = either(phase)
        item["terms"].append(one)
        where["terms"].append(words)
    return item, where


def claim(head, given, report):
    item = {"about": given.get("about", given.get("c", [""]))[0].strip("“”,."),
            "standing": either(head.strip())}
    where = {"trigger": given["t"][0]}
    copy_words(where, given, {"c": "content"})
    for key, name in (("conf", "confirmed_by"), ("den", "denied_by"), ("no", "no_position_by")):
        if key in given:
            item[name] = listed(given, key)
            where[name] = listed(given, key + "w") or item[name]
    if "first" in given:
        item["first_reported_by"] = where["first_reported_by"] = given["first"][0]
    return item, where


MAKERS = {"E": ("events", event), "S": ("statements", statement), "M": ("measures", measure),
          "C": ("channels", channel), "T": ("meetings", meeting), "P": ("proposals", proposal),
          "K": ("claims", claim)}


def add_object(report, line):
    letter, rest = line.split(" ", 1)
    parts = [p.strip() for p in rest.split(" | ")]
    if letter == "R":
        person, actor, office, when = [p.strip() for p in parts[0].split(";")]
        item = {"person": person, "actor": actor, "office": office, "when": when}
        name = "roles"
    else:
        name, make = MAKERS[letter]
        given = fields(parts[1:])
        item, where = make(parts[0], given, report)
        report.place(item, {k: v for k, v in where.items() if v})
    if "opt" in parts[1:]:
        item["optional"] = True
    report.case["record"][name].append(item)


def read_notes(path, errors):
    """The cases of one notes file; lines that cannot be read go to `errors`."""
    report, lines, body = None, [], True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() + ["== "], 1):
        if line.startswith("== "):
            if report:
                yield report.case
            report = Report(line[3:]) if line.strip() != "==" else None
            lines, body = [], True
        elif report and line.startswith("++ "):
            report.document(*[p.strip() for p in line[3:].split("|")])
            lines = []
        elif report and line == "--":
            body = False
        elif report and body and (line.strip() or lines):
            lines.append(line)
            report.case["documents"][-1]["text"] = "\n".join(lines).rstrip()
        elif report and not body and line.strip():
            try:
                add_object(report, line)
            except (NoteError, ValueError, KeyError, StopIteration) as error:
                errors.append(f"{path.name}:{number}: {line!r}: {error!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("notes", type=pathlib.Path, nargs="+")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    count, errors = 0, []
    for path in args.notes:
        for case in read_notes(path, errors):
            text = json.dumps(case, ensure_ascii=False, indent=1)
            (args.out / f"{case['id']}.json").write_text(text + "\n", encoding="utf-8")
            count += 1
    print("\n".join([*errors, f"{count} reports, {len(errors)} lines with errors"]))
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())

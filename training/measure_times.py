"""Measures the tagger of times on the record cases: are the words of each date found, and do they
mean the days that the record says?

    python3 training/measure_times.py --tool build/detente_times_tool --knowledge knowledge/times \
        --cases CASES [--misses]

CASES is a folder of record cases whose objects carry `where` (the words of each date). A date's
words count as found where an expression lies within them or overlaps them; as right where the days
of one of these equal the date of the record, or one of its alternatives.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys

FIELDS = ("date", "effective", "deadline", "lifted", "announced", "since")


def gold_dates(case):
    """Yields (document index, begin, end, words, accepted values) in code points."""
    documents = case["documents"]
    seen = set()
    for objects in case["record"].values():
        for item in objects:
            where = item.get("where", {})
            for field in FIELDS:
                words, value = where.get(field), item.get(field)
                if not isinstance(words, str) or value is None:
                    continue
                accepted = value["any"] if isinstance(value, dict) else [value]
                sentence = where.get("sentence", "")
                for index, document in enumerate(documents):
                    at = document["text"].find(sentence)
                    inside = document["text"].find(words, max(at, 0))
                    if at < 0 or inside < 0 or inside > at + len(sentence):
                        continue
                    key = (index, inside, words)
                    if key not in seen:
                        seen.add(key)
                        yield index, inside, inside + len(words), words, accepted
                    break


def run_tool(tool, knowledge, documents):
    """One list of expressions a document, with offsets in code points."""
    lines = "".join(
        json.dumps({"text": d["text"], "published": d["published"]}) + "\n" for d in documents
    )
    done = subprocess.run(
        [tool, knowledge], input=lines, capture_output=True, text=True, check=True
    )
    print(done.stderr.strip(), file=sys.stderr)
    answers = []
    for document, line in zip(documents, done.stdout.splitlines()):
        raw = document["text"].encode()
        times = json.loads(line)
        for time in times:
            time["start"] = len(raw[: time["start"]].decode(errors="ignore"))
            time["end"] = len(raw[: time["end"]].decode(errors="ignore"))
            time["words"] = document["text"][time["start"] : time["end"]]
        answers.append(times)
    return answers


def stretch(found):
    """The days of several expressions inside one date's words: "between Monday and Wednesday"."""
    days = [time["calendar"] for time in found if time["calendar"]]
    if not days:
        return ""
    first, last = days[0].split("/")[0], days[-1].split("/")[-1]
    return first if first == last else first + "/" + last


def first_day(date):
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date):
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def within(days, accepted):
    """Whether the days lie inside an accepted value, or an accepted value inside the days."""
    if not days:
        return False
    begin, end = first_day(days.split("/")[0]), last_day(days.split("/")[-1])
    for value in accepted:
        low, high = first_day(value.split("/")[0]), last_day(value.split("/")[-1])
        if (low <= begin and end <= high) or (begin <= low and high <= end):
            return True
    return False


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tool", required=True)
    parser.add_argument("--knowledge", required=True)
    parser.add_argument("--cases", required=True, type=pathlib.Path)
    parser.add_argument("--misses", action="store_true", help="print every date that was missed")
    arguments = parser.parse_args()

    cases = [json.loads(path.read_text()) for path in sorted(arguments.cases.glob("*.json"))]
    documents = [document for case in cases for document in case["documents"]]
    answers = iter(run_tool(arguments.tool, arguments.knowledge, documents))
    counts = collections.Counter()
    for case in cases:
        times = [next(answers) for _ in case["documents"]]
        for index, begin, end, words, accepted in gold_dates(case):
            found = [t for t in times[index] if t["start"] < end and begin < t["end"]]
            days = {stretch(found)} | {t[key] for t in found for key in ("calendar", "event_day")}
            right = any(value in days for value in accepted)
            counts["all"] += 1
            counts["found"] += bool(found)
            counts["right"] += right
            close = right or any(within(t["calendar"], accepted) for t in found)
            counts["close"] += close
            if arguments.misses and not close:
                got = [(t["words"], t["value"], t["calendar"]) for t in found]
                document = case["documents"][index]
                around = document["text"][max(0, begin - 70) : end + 50].replace("\n", " ")
                print(case["id"], document["published"], repr(words), accepted, got, "|", around)
    total = max(counts["all"], 1)
    shares = {key: counts[key] / total for key in ("found", "right", "close")}
    print(
        f"{counts['all']} dates, found {shares['found']:.3f}, right {shares['right']:.3f}, "
        f"right or holding the right days {shares['close']:.3f}"
    )


if __name__ == "__main__":
    main()

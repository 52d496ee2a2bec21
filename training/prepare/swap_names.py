#!/usr/bin/env python3
"""Give annotated reports invented persons: every name is swapped, and all spans move along.

    swap_names.py --cases DIR --out training/corpus/reports --extra persons.json
    swap_names.py --sentences events.jsonl --out training/corpus/events.jsonl --extra persons.json
    swap_names.py --verify --cases DIR --out training/corpus/reports --extra persons.json

Persons of a case are those that its record names (roles, people at meetings, titled speakers) and
those that the file given by --extra lists for it: {"case id": [["Full Name", "ISO3", "f"?], ...]}.
A name is swapped part by part, so that "Anna Maria Berg", "Ms Berg" and "Berg's" stay one person.
The same seed gives the same names. Needs nothing but the standard library.
"""
import argparse
import copy
import hashlib
import json
import pathlib
import random
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
TITLES = set(
    "Mr Mrs Ms Mr. Mrs. Ms. Dr Dr. Miss Sir Dame Lord Lady King Queen Prince Princess Sheikh General"
    " Gen. Colonel Col. Major Captain Commodore Admiral Brigadier Lieutenant President Presidents"
    " Premier Chancellor Minister Secretary Senator Ambassador Governor Judge Pope Comrade Don Doña"
    " Datuk Seri Tan Sri Ratu Mawlawi Ayatollah Spokesperson Spokesman Madame Chief Emir".split())
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
# Parts of names that are also words, places or months: alone they name the person only in company.
UNSURE = set(
    "Ban Bishop Do Don General Georgia Hague Holm Hong Israel Jordan King Li Lodge Long Lord Ma Mali"
    " Man Mars May Miles Min Pal Park Peace Pope Price Prince Prior Rice Rich Rock Royal Said Saint"
    " San Santos Song Sun Victoria Washington Wells Will Wood Young".split())
PLACE_BEFORE = re.compile(
    r"\b(?:San|Santa|Santo|St|Port|Fort|Lake|Mount|Cape|Hotel|Palace|Avenue|Plaza|The|Camp)\s$")
PLACE_AFTER = re.compile(
    r"^\s(?:Street|Road|Square|Memorial|Palace|Airport|Bridge|Avenue|House|Island|Islands|Bay|Sea"
    r"|Strait|Strip|Building|Institute|Station|Stadium|Harbour|Protocol|University|Peninsula)\b")


def fold(word):
    """The word without accents and case: variants of one name in a report stay one name."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def flat(value):
    if isinstance(value, dict):
        return [x for v in value.values() for x in flat(v)]
    return [x for v in value for x in flat(v)] if isinstance(value, list) else [value]


class NameBook:
    """The table of invented names, by region."""

    def __init__(self, path, taken):
        data = json.loads(path.read_text(encoding="utf-8"))
        self.groups = data["groups"]
        self.default = data["default"]
        self.organisations = data["organisations"]
        self.particles = set(data["particles"])
        self.female_given = set(map(fold, data["female_given"]))
        self.countries = {c: n for n, g in self.groups.items() for c in g["countries"]}
        self.taken = taken

    def group(self, actor, draw):
        """The group of names for an actor code; organisations draw among several."""
        if actor in self.organisations:
            return self.groups[draw.choice(self.organisations[actor])]
        return self.groups[self.countries.get(actor, self.default)]

    def pick(self, names, used, draw):
        """A name not yet used in the report and not borne by any person of the source texts."""
        free = [n for n in names if fold(n) not in used and fold(n) not in self.taken]
        name = draw.choice(free or names)
        used.add(fold(name))
        return name


class Swap:
    """The names of one report: folded part of a real name -> part of an invented one."""

    def __init__(self, book, seed, key):
        digest = hashlib.sha256(f"{seed}:{key}".encode()).digest()
        self.draw = random.Random(int.from_bytes(digest[:8], "big"))
        self.book = book
        self.parts = {}
        self.used = set()

    def add(self, name, actor, female):
        words = strip_titles(name.split())
        keep = [w for w in words if w in self.book.particles or re.fullmatch(r"[A-Z]\.?", w)]
        named = [w for w in words if w not in keep]
        if not named:
            return
        group = self.book.group(actor, self.draw)
        female = female or any(fold(w) in self.book.female_given for w in named)
        for place, word in enumerate(named):
            self.add_part(word, place, len(named), group, female)

    def add_part(self, word, place, count, group, female):
        prefix, bare = split_prefix(word)
        if fold(bare) in self.parts:
            return
        family_at = 0 if group["order"] == "family" else count - 1
        # Two given names before a family name; beyond that the rest are family names (Iberian).
        is_family = place == family_at or (group["order"] == "given" and count == 4 and place == 2)
        if is_family:
            names = group.get("family_f") if female and "family_f" in group else group["family"]
        elif "syllables" in group and count > 2:
            names = group["syllables"]
        elif "hyphenated_male" in group and "-" in bare:
            names = group["hyphenated_female" if female else "hyphenated_male"]
        else:
            names = group["female" if female else "male"]
        self.parts[fold(bare)] = self.book.pick(names, self.used, self.draw)

    def of(self, word):
        """The invented form of one word of a text, in its letter case, or None."""
        prefix, bare = split_prefix(word)
        base, tail = bare, ""
        if fold(base) not in self.parts:
            found = re.fullmatch(r"(.+?)(['’]s?|s['’])", base)
            if not found or fold(found.group(1)) not in self.parts:
                return None
            base, tail = found.groups()
        new = self.parts[fold(base)]
        return prefix + (new.upper() if len(base) > 2 and base.isupper() else new) + tail

    def edit(self, at, word):
        """The edit for one word at an offset: a possessive ending stays outside of it."""
        new = self.of(word)
        tail = re.search(r"['’]s?$", word)
        if tail and new.endswith(tail.group()):
            cut = len(tail.group())
            return at, at + len(word) - cut, new[:-cut]
        return at, at + len(word), new


def strip_titles(words):
    while words and (words[0] in TITLES or words[0].islower() and words[0] not in ("al", "bin")):
        words = words[1:]
    return words


def split_prefix(word):
    found = re.match(r"(?:al-|Al-|el-|Ould-|ould-|ben-)", word)
    return (found.group(), word[found.end():]) if found else ("", word)


def edits(text, swap, free=False):
    """Edits [(start, end, new)] of a text. Unsure words count only in company (`free`: always)."""
    words = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
    found = []
    for n, (start, end, word) in enumerate(words):
        piece = split_compound(word, swap)
        for offset, part in piece:
            new = swap.of(part)
            at = start + offset
            if new is None or not part[:1].isupper() and not split_prefix(part)[0]:
                continue
            if not free and not names_person(text, words, n, part, swap):
                continue
            found.append(swap.edit(at, part))
            found += article(text, at, new)
    return sorted(set(found))


def split_compound(word, swap):
    """The word whole, or its hyphenated parts where only a part is a name ("Trump-era")."""
    if swap.of(word) is not None or "-" not in word:
        return [(0, word)]
    return [(m.start(), m.group()) for m in re.finditer(r"[^-]+", word)]


def names_person(text, words, n, part, swap):
    start, end, word = words[n]
    if PLACE_AFTER.match(text[end:end + 20]) or PLACE_BEFORE.search(text[max(0, start - 9):start]):
        return False
    if fold(re.sub(r"['’]s?$", "", part)) not in {fold(w) for w in UNSURE}:
        return True
    before = n - 2 if n > 1 and words[n - 1][2] in swap.book.particles else n - 1
    for other in (before, n + 1):
        if not 0 <= other < len(words):
            continue
        near = words[other]
        gap = text[words[n - 1][1]:start] if other < n else text[end:near[0]]
        if gap not in (" ", ". ") or (gap == ". " and near[2] not in ("Mr", "Ms", "Mrs", "Dr")):
            continue
        if other < n and (near[2] in TITLES or near[2] + "." in TITLES):
            return True
        if swap.of(near[2]) is not None and near[2][:1].isupper():
            return True
    return False


def article(text, at, new):
    """Keeps "a" and "an" right before a swapped name."""
    found = re.search(r"\b([Aa])(n?) $", text[max(0, at - 4):at])
    if not found:
        return []
    vowel = fold(new)[0] in "aeiou"
    if vowel == bool(found.group(2)):
        return []
    start = at - len(found.group())
    return [(start, at - 1, found.group(1) + ("n" if vowel else ""))]


def apply(text, changes):
    out, last = [], 0
    for start, end, new in changes:
        out += [text[last:start], new]
        last = end
    return "".join(out) + text[last:]


def moved(offset, changes, end=False):
    """Where an offset of the old text lies in the new one; inside an edit it snaps outwards."""
    shift = 0
    for start, stop, new in changes:
        if offset >= stop:
            shift += len(new) - (stop - start)
        elif offset > start:
            return start + shift + (len(new) if end else 0)
    return offset + shift


def persons(case, extra):
    """[(name, actor, female)] of a case, longest names first."""
    found = {}
    record = case["record"]
    fallback = next((flat(r["actor"])[0] for r in record.get("roles", []) if "actor" in r), "")

    def note(name, actor, female=False):
        if name and (name not in found or not found[name][0]):
            found[name] = (actor, female)

    for role in record.get("roles", []):
        for name in flat(role["person"]):
            note(name, flat(role.get("actor", [""]))[0])
    for name, actor, *rest in extra:
        note(name, actor, "f" in rest)
    for item in record.get("statements", []):
        for name in flat(item["speaker"]):
            words = name.split()
            if len(words) > 1 and words[0] in TITLES and words[1][:1].isupper():
                if words[1] not in ("of", "General", "Ministers"):
                    note(name, flat(item.get("actor", [""]))[0])
    for item in record.get("meetings", []):
        for name in flat(item.get("people", [])):
            note(name, flat(item["actors"])[0] if item.get("actors") else fallback)
    names = [(n, a or fallback, f) for n, (a, f) in found.items() if is_name(n)]
    texts = " ".join(d["text"] for d in case["documents"])
    named = [(n, a, f or called_woman(n, texts)) for n, a, f in names]
    return sorted(named, key=lambda p: (-len(strip_titles(p[0].split())), p[0]))


OFFICE_WORDS = re.compile(
    r"(?i)\b(?:ministry|minister|office|officials?|government|embassy|department|council|commission"
    r"|governor of|spokes\w+|envoy|staff|army|police|mission|aide|adviser|presidents$)\b")


def is_name(name):
    return not OFFICE_WORDS.search(" ".join(strip_titles(name.split())))


def called_woman(name, texts):
    last = re.escape(name.split()[-1])
    first = re.escape(strip_titles(name.split())[0]) if strip_titles(name.split()) else last
    return bool(re.search(rf"\b(?:Mrs|Ms|Miss|Dame|Madame|Queen)\.? (?:{first}|{last})\b", texts))


FREE_FIELDS = {"person", "people", "speaker", "confirmed_by", "denied_by", "no_position_by",
               "first_reported_by", "disclosed_by"}


class CaseSwapper:
    """Swaps the names of one case: texts first, then each string of its record."""

    def __init__(self, case, swap):
        self.case = copy.deepcopy(case)
        self.swap = swap
        self.texts = [(d["text"], edits(d["text"], swap)) for d in case["documents"]]

    def run(self):
        for document in self.case["documents"]:
            for field in ("title", "text"):
                document[field] = self.loose(document[field])
        for items in self.case["record"].values():
            for item in items:
                self.item(item)
        return self.case

    def item(self, item):
        for field, value in item.items():
            if field in ("evidence", "where"):
                item[field] = self.walk(value, self.exact)
            elif field == "terms":
                for term in value:
                    self.item(term)
            elif field in FREE_FIELDS:
                item[field] = self.walk(value, self.name)
            else:
                item[field] = self.walk(value, self.loose)

    def walk(self, value, change):
        if isinstance(value, dict):
            return {k: self.walk(v, change) for k, v in value.items()}
        if isinstance(value, list):
            return [self.walk(v, change) for v in value]
        return change(value) if isinstance(value, str) else value

    def loose(self, text):
        return apply(text, edits(text, self.swap))

    def name(self, text):
        return apply(text, edits(text, self.swap, free=" " in text))

    def exact(self, words):
        """A stretch of a text, cut again from the swapped text so that it stays verbatim."""
        for pattern in (rf"(?<!\w){re.escape(words)}(?!\w)", re.escape(words)):
            for text, changes in self.texts:
                found = re.search(pattern, text)
                if found:
                    start = moved(found.start(), changes)
                    stop = moved(found.end(), changes, end=True)
                    return apply(text, changes)[start:stop]
        return self.loose(words)


def swap_case(case, book, extra, seed):
    swap = Swap(book, seed, case["id"])
    for name, actor, female in persons(case, extra):
        swap.add(name, actor, female)
    return CaseSwapper(case, swap).run(), swap


def swap_spans(value, changes):
    """Moves every [start, end] pair inside a value."""
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        return [moved(value[0], changes), moved(value[1], changes, end=True)]
    if isinstance(value, list):
        return [swap_spans(v, changes) for v in value]
    return value


def swap_sentence(item, number, book, names, seed):
    """One line of a sentences file; names are those of --extra that stand in its text."""
    here = [n for n in names if re.search(rf"\b{re.escape(n[0])}\b", item["text"])]
    if not here:
        return item
    swap = Swap(book, seed, str(number))
    for name, actor, *rest in here:
        swap.add(name, actor, "f" in rest)
    changes = edits(item["text"], swap)

    def change(value):
        if isinstance(value, dict):
            return {k: change(v) for k, v in value.items()}
        if isinstance(value, list) and any(isinstance(v, dict) for v in value):
            return [change(v) for v in value]
        if isinstance(value, str):
            return apply(value, edits(value, swap, free=True)) if value != item["text"] else value
        return swap_spans(value, changes)

    new = change(item)
    new["text"] = apply(item["text"], changes)
    return new


def surviving(old, new, book, extra):
    """Parts of the old names that still stand in the new case."""
    swap = Swap(book, 0, "")
    for name, actor, female in persons(old, extra):
        swap.add(name, actor, female)
    text = json.dumps(new, ensure_ascii=False)
    for match in WORD.finditer(text):
        word = match.group()
        for _, part in split_compound(word, swap):
            if part[:1].isupper() and swap.of(part) is not None:
                yield part, text[max(0, match.start() - 40):match.end() + 30]


def verify(cases, out, book, extra):
    bad = 0
    for file in cases:
        old = json.loads(file.read_text(encoding="utf-8"))
        target = out / file.name
        if not target.exists():
            print(f"{file.name}: missing")
            bad += 1
            continue
        new = json.loads(target.read_text(encoding="utf-8"))
        for part, context in surviving(old, new, book, extra.get(old["id"], [])):
            sure = fold(re.sub(r"['’]s?$", "", part)) not in {fold(w) for w in UNSURE}
            place = re.search(re.escape(part) + r"\W", context)
            print(f"{file.name}: {'' if sure else 'another word? '}{part}: …{context}…")
            bad += bool(sure and place)
    print(f"{len(cases)} cases, {bad} names left")
    return bad > 0


def all_parts(cases, extra):
    """Folded parts of every real name, so that no invented name takes one."""
    parts = set()
    for file in cases:
        case = json.loads(file.read_text(encoding="utf-8"))
        for name, _, _ in persons(case, extra.get(case["id"], [])):
            parts |= {fold(split_prefix(w)[1]) for w in name.split()}
    return parts


def swap_sentences(source, out, book, extra, seed):
    names = extra.get(source.stem, [])
    lines = source.read_text(encoding="utf-8").splitlines()
    with out.open("w", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            item = swap_sentence(json.loads(line), number, book, names, seed)
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(f"{len(lines)} lines")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=pathlib.Path, help="folder of annotated reports")
    parser.add_argument("--sentences", type=pathlib.Path, help="JSON Lines of single sentences")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--extra", type=pathlib.Path, help="persons that no record names")
    parser.add_argument("--names", type=pathlib.Path, default=HERE / "invented_names.json")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verify", action="store_true", help="look for names that are left")
    args = parser.parse_args()
    extra = json.loads(args.extra.read_text(encoding="utf-8")) if args.extra else {}
    cases = sorted(args.cases.glob("*.json")) if args.cases else []
    book = NameBook(args.names, all_parts(cases, extra))
    if args.verify:
        return verify(cases, args.out, book, extra)
    if args.sentences:
        return swap_sentences(args.sentences, args.out, book, extra, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    for file in cases:
        case = json.loads(file.read_text(encoding="utf-8"))
        new, _ = swap_case(case, book, extra.get(case["id"], []), args.seed)
        text = json.dumps(new, ensure_ascii=False, indent=1)
        (args.out / file.name).write_text(text + "\n", encoding="utf-8")
    print(f"{len(cases)} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main())

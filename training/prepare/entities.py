#!/usr/bin/env python3
"""Named-entity and time-expression sentences in one form, from three public sets.

    entities.py --uner en_ewt-ud-train.iob2 --re3d re3d_train.txt.gz --gum en_gum-ud-train.conllu
                --out entities_train.jsonl

Each line: {"words", "ner": [tag], "time": [O B I] or null, "mask": [0 1], "time_mask": [0 1],
"source"}. A zero in a mask: the set does not say, or says it in its own way; give no loss there.
Labels: PER, ORG, LOC, NAT (words of nationality), FAC (named facilities). Extents are proper
names: no determiner, no title, no modifier. What is done to each set stands at its reader.
Sets and how to get them: training/README.md. Test parts are never read.
"""
import argparse
import gzip
import json
import pathlib
import re
import sys
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
FACILITY = set(
    "airport airfield airbase base bridge palace embassy consulate stadium arena barracks fort"
    " fortress prison jail dam tunnel tower hotel mosque temple cathedral monastery shrine harbour"
    " harbor terminal reactor plant pipeline checkpoint camp hospital station dockyard shipyard"
    " spaceport refinery museum gate crossing wall monument memorial citadel castle"
    " zoo library theatre theater mall plaza".split())
TITLE = set(
    "mr mr. mrs mrs. ms ms. dr dr. prof. professor president vice prime deputy foreign defence"
    " defense minister secretary general gen. gen lt. lt lieutenant col. col colonel maj. maj major"
    " capt. capt captain sgt. sgt sergeant cpl. staff adm. admiral rear commander senator sen."
    " sen governor gov. gov congressman rep. judge justice king queen prince princess sheikh shaikh"
    " sheik sir lord lady dame pope chancellor ambassador envoy special presidential chief director"
    " spokesman spokeswoman mayor ayatollah emperor saint st. father sister brother bishop uncle"
    " aunt imam mullah".split())
SMALL = set("of and for the in on al el de la du & - ' ’ ’s 's bin ibn abu - to".split())
PARTICLE = set("al el bin ibn de da di van von der den la le du abu - ' ’ . ”".split())
CALENDAR = re.compile(
    r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$"
    r"|^(?:january|february|march|april|june|july|august|september|october|november|december)$"
    r"|^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$"
    r"|^(?:1[5-9]|20)\d\d(?:s|’s|'s)?$|^(?:today|yesterday|tomorrow|tonight)$")
UNIT = re.compile(r"(?i)^(?:day|week|weekend|month|year|decade|century|morning|afternoon|evening"
                  r"|night|hour|minute|spring|summer|autumn|fall|winter|midnight|noon)s?$")
DEICTIC = set("last next this past previous following coming ago earlier later the".split())


@dataclass
class Sentence:
    """One sentence on its way to the common form."""
    words: list
    source: str
    ner: list = None
    time: list = None
    mask: list = None
    time_mask: list = None
    pos: list = field(default_factory=list)

    def __post_init__(self):
        self.ner = self.ner or ["O"] * len(self.words)
        self.mask = self.mask or [1] * len(self.words)
        self.time_mask = self.time_mask or [1] * len(self.words)

    def put(self, start, end, label):
        self.ner[start:end] = ["B-" + label] + ["I-" + label] * (end - start - 1)

    def put_time(self, start, end):
        self.time[start:end] = ["B"] + ["I"] * (end - start - 1)

    def hide(self, start, end):
        self.mask[start:end] = [0] * (end - start)

    def line(self):
        return json.dumps({"words": self.words, "ner": self.ner, "time": self.time,
                           "mask": self.mask, "time_mask": self.time_mask,
                           "source": self.source}, ensure_ascii=False)


class Nations:
    """The list of states and of words of nationality."""

    def __init__(self, path):
        self.states, self.words = set(), set()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                names, words = line.split("|")
                self.states |= {tuple(n.split("_")) for n in names.split()}
                self.words |= {tuple(w.split("_")) for w in words.split()}

    def match(self, words, at):
        """How many words from `at` on name a nationality (longest first)."""
        return next((n for n in (3, 2, 1) if tuple(words[at:at + n]) in self.words
                     and at + n <= len(words)), 0)

    def is_state(self, words):
        return tuple(words) in self.states


def capital(word):
    return word[:1].isupper()


def name_like(words):
    """All words capital, small ones between aside."""
    return (bool(words) and capital(words[0]) and capital(words[-1])
            and all(capital(w) or w in SMALL or w[:1].isdigit() for w in words))


def without_article(words, start, end):
    """The span less a leading "the", unless that belongs to the name of a place."""
    if end - start > 1 and words[start].lower() in ("the", "a", "an"):
        if words[start + 1] not in ("Hague", "Gambia", "Bahamas"):
            return start + 1
    return start


def without_title(words, start, end):
    while start < end and words[start].lower() in TITLE | {"the", "a", "former", "late"}:
        start += 1
    return start


def label_for(words, label):
    """FAC for a place or organisation whose last word is a kind of facility."""
    last = re.sub(r"s$", "", words[-1].lower())
    facility = label in ("LOC", "ORG") and len(words) > 1 and last in FACILITY
    return "FAC" if facility and capital(words[-1]) else label


def mark_nationalities(sentence, nations, sure):
    """NAT on words of nationality outside of names. `sure(i, n)`: True, False or None (hide)."""
    words, at = sentence.words, 0
    while at < len(words):
        count = nations.match(words, at)
        if not count or any(t != "O" for t in sentence.ner[at:at + count]):
            at += 1
            continue
        verdict = sure(at, count)
        if verdict:
            sentence.put(at, at + count, "NAT")
            sentence.mask[at:at + count] = [1] * count
        elif verdict is None:
            sentence.hide(at, at + count)
        at += count


def spans(tags):
    """[(start, end, type)] of BIO tags; an I without its B opens a span."""
    found, start = [], None
    for i, tag in enumerate(tags + ["O"]):
        kind = tag[2:]
        if start is not None and (tag[0] != "I" or kind != tags[start][2:]):
            found.append((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B" or tag[0] == "I" and start is None:
            start = i
    return found


def open_text(path):
    opener = gzip.open if path.suffix == ".gz" else open
    return opener(path, "rt", encoding="utf-8")


def read_uner(path, nations):
    """UNER on English EWT: PER, ORG and LOC as they are, less leading articles and titles.

    The commit that still has OTH gives NAT: an OTH span that is a word of nationality. A word of
    nationality that is marked as nothing may be a language: hidden. Other OTH is no name of ours.
    No time expressions: null.
    """
    for block in open_text(path).read().split("\n\n"):
        rows = [r.split("\t") for r in block.splitlines() if r and not r.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if not rows:
            continue
        words = [r[1] for r in rows]
        tags = [r[2] if r[2] not in ("B-O", "I-O") else "O" for r in rows]
        sentence = Sentence(words, "uner")
        other = set()
        for start, end, kind in spans(tags):
            if kind == "OTH":
                other |= set(range(start, end))
            elif kind in ("PER", "ORG", "LOC"):
                start = without_article(words, start, end)
                title = without_title(words, start, end) if kind == "PER" else start
                start = title if title < end else start
                sentence.put(start, end, label_for(words[start:end], kind))
        mark_nationalities(sentence, nations, lambda i, n: True if i in other else None)
        yield sentence


PRONOUN = set("I We It They He She You Our Its Their His Her My".split())
GROUP = set("Sunni Sunnis Shia Shiite Shiites Arab Arabs Muslim Muslims Christians Yazidi Yazidis"
            " Yezidi Yezidis Turkmen".split())
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NAT"}


def glue(rows):
    """re3d cuts "’ s" and "30 , 000" apart; the UD way keeps them whole."""
    out = []
    for word, tag in rows:
        if out and word in ("s", "re", "ve", "ll") and out[-1][0] in ("'", "’"):
            out[-1] = (out[-1][0] + word, "O")
        elif (len(out) > 1 and re.fullmatch(r"\d{3}", word) and out[-1][0] == ","
              and re.fullmatch(r"\d{1,3}(,\d{3})*", out[-2][0])):
            out[-2:] = [(out[-2][0] + "," + word, out[-2][1])]
        else:
            out.append((word, tag))
    return out


def split_sentences(rows):
    """Lines of re3d may hold several sentences."""
    part = []
    for i, (word, tag) in enumerate(rows):
        part.append((word, tag))
        ahead = rows[i + 1][0] if i + 1 < len(rows) else ""
        if word == "." and capital(ahead) and len(part) > 4 and tag == "O":
            yield part
            part = []
    if part:
        yield part


def re3d_span(sentence, start, end, label, nations):
    """One span of re3d: the named part gets its label, what is half a name is hidden."""
    words = sentence.words
    if label == "LOC" and "," in words[start:end]:
        comma = words.index(",", start)
        re3d_span(sentence, start, comma, label, nations)
        if comma + 1 < end:
            re3d_span(sentence, comma + 1, end, label, nations)
        return
    start = without_article(words, start, end)
    if label == "PER":
        start = without_title(words, start, end)
    while start < end and words[start].islower() and words[start] not in PARTICLE:
        start += 1
    name = words[start:end]
    if start == end or not any(capital(w) for w in name):
        return
    if any(tuple(name[i:i + n]) in nations.words for i in (0,) for n in (1, 2)):
        if not name_like(name) or len(name) == 1:
            return
    limit = 5 if label == "PER" else 10
    own = label != "PER" or all((capital(w) or w in PARTICLE) and w.lower() not in TITLE
                                for w in name)
    if len(name) == 1 and (name[0] in PRONOUN or start == 0 and re.search(r"s$", name[0])):
        return
    if GROUP & set(name):
        sentence.hide(start, end)
        return
    if not name_like(name) or not own or len(name) > limit:
        sentence.hide(start, end)
        return
    if label == "ORG" and nations.is_state(name):
        label = "LOC"
    sentence.put(start, end, label_for(name, label))


def read_re3d(path, nations):
    """re3d: Person, Organisation, Location, Nationality and Temporal; other types are nothing.

    Its spans hold descriptions and pronouns too ("the hospital", "coalition forces"): those
    without a capital are no names; mixed ones are hidden; states are LOC as in UNER. Not all names
    are marked, so capital words marked as nothing are hidden; so are dates outside Temporal.
    """
    for block in open_text(path).read().split("\n\n"):
        rows = glue([tuple(r.rsplit(None, 1)) for r in block.splitlines() if " " in r or "\t" in r])
        for part in split_sentences(rows):
            latin = all(re.match(r"[\x00-ɏ‐-₿ḀẼ-ỿ]+$", w) for w, _ in part)
            if len(part) < 4 or not latin:
                continue
            words, tags = [w for w, _ in part], [t for _, t in part]
            sentence = Sentence(words, "re3d", time=["O"] * len(words))
            for start, end, kind in spans(tags):
                if kind in RE3D and kind != "Nationality":
                    re3d_span(sentence, start, end, RE3D[kind], nations)
                elif kind == "Temporal":
                    begins = words[start].lower()
                    skip = end - start > 1 and begins in "since from on in by at until".split()
                    sentence.put_time(start + skip, end)
            hide_unmarked(sentence)
            mark_nationalities(sentence, nations, lambda i, n: True)
            yield sentence


def hide_unmarked(sentence):
    for i, word in enumerate(sentence.words):
        if sentence.ner[i] == "O" and capital(word) and i > 0 and word != "I":
            sentence.mask[i] = 0
        if sentence.time[i] == "O" and CALENDAR.match(word):
            sentence.time_mask[i] = 0


GUM_GENRES = "news interview speech bio voyage essay letter".split()
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([a-z]+)-([^()]*)(\))?|(\d+)(?:\[[^\]]*\])?\)")


def gum_sentences(path):
    """(genre, rows) of each sentence, Wikinews of 2020 and unused genres left out."""
    genre, keep = "", False
    for block in open_text(path).read().split("\n\n"):
        doc = re.search(r"# newdoc id = GUM_(\w+?)_", block)
        if doc:
            genre = doc.group(1)
            late = re.search(r"# meta::dateCreated = 2020", block)
            keep = genre in GUM_GENRES and not (genre == "news" and late)
        rows = [r.split("\t") for r in block.splitlines() if r and not r.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if keep and rows:
            yield genre, rows


def misc(row, key):
    found = re.search(rf"(?:^|\|){key}=([^|]*)", row[9])
    return found.group(1) if found else ""


def gum_mentions(rows):
    """[(start, end, type, head offset, identity)] of the mentions of one sentence."""
    opened, found = {}, []
    for i, row in enumerate(rows):
        for m in ENTITY.finditer(misc(row, "Entity")):
            number, kind, rest, closed, closing = m.groups()
            if closing:
                if opened.get(closing):
                    start, kind, head, link = opened[closing].pop()
                    found.append((start, i + 1, kind, head, link))
                continue
            parts = rest.split("-")
            head = next((p for p in parts if re.fullmatch(r"\d+(,\d+)*", p)), "1")
            after = parts[parts.index(head) + 1:] if head in parts else []
            link = "-".join(after[1:]) if len(after) > 1 else ""
            item = (i, kind, int(head.split(",")[0]) - 1, link)
            if closed:
                found.append((i, i + 1, kind, item[2], link))
            else:
                opened.setdefault(number, []).append(item)
    return found


def gum_name(rows, start, end, head, link):
    """The maximal proper name in a mention, or None.

    The words of the wiki link where they stand in the mention; else the run of proper nouns
    around the head.
    """
    words = [r[1] for r in rows]
    wanted = [w for w in re.sub(r"%..|[(),]", " ", link.replace("_", " ")).split()]
    for size in range(min(len(wanted), end - start), 0, -1):
        for at in range(start, end - size + 1):
            piece = words[at:at + size]
            if size == len(wanted) and piece == wanted and name_like(piece):
                return at, at + size
    at = start + head
    if not (start <= at < end) or rows[at][3] != "PROPN" or not capital(words[at]):
        return None
    return gum_run(rows, words, start, end, at)


def gum_run(rows, words, start, end, at):
    """The run of proper nouns around a head; "of" and "for" may join two parts."""
    low = high = at
    while low > start and rows[low - 1][3] == "PROPN" and capital(words[low - 1]):
        low -= 1
    while high + 1 < end:
        nxt = high + 1
        while nxt < end and nxt < high + 3 and words[nxt] in ("of", "the", "for", "-", "de"):
            nxt += 1
        if nxt >= end or not capital(words[nxt]):
            break
        if rows[nxt][3] != "PROPN" and nxt == high + 1 and rows[nxt][3] not in ("ADJ", "NOUN"):
            break
        high = nxt
    return low, high + 1


def gum_times(sentence, rows, mentions):
    """XML dates and times; time mentions with a calendar word; other time mentions are hidden."""
    words, start = sentence.words, None
    for i, row in enumerate(rows):
        xml = misc(row, "XML")
        if re.search(r"<(?:date|time)\b", xml):
            start = i
        if re.search(r"</(?:date|time)>", xml) and start is not None:
            sentence.put_time(start, i + 1)
            start = None
    for begin, end, kind, _, _ in mentions:
        if kind != "time" or any(t != "O" for t in sentence.time[begin:end]):
            continue
        piece = words[begin:end]
        calendar = any(CALENDAR.match(w) for w in piece)
        relative = any(UNIT.match(w) for w in piece) and piece[0].lower() in DEICTIC - {"the"}
        if len(piece) <= 6 and (calendar or relative):
            sentence.put_time(begin, end)
        else:
            sentence.time_mask[begin:end] = [0] * (end - begin)
    for i, word in enumerate(words):
        if sentence.time[i] == "O" and CALENDAR.match(word) and rows[i][3] != "AUX":
            sentence.time_mask[i] = 0


def read_gum(path, nations):
    """GUM: named persons, organisations and places by Entity=, times by XML= and Entity=.

    A mention is named if its wiki link or a proper noun at its head says so; the label goes on
    the maximal proper name, less titles. The outermost name wins, and a named event or work hides
    the names in it ("the Vietnam War"). States are LOC, also where they act. Words of nationality
    outside of names are NAT; proper nouns that no mention explains are hidden.
    """
    for genre, rows in gum_sentences(path):
        words = [r[1] for r in rows]
        sentence = Sentence(words, "gum/" + genre, time=["O"] * len(words))
        mentions, blocked = gum_mentions(rows), set()
        for start, end, kind, head, link in sorted(mentions, key=lambda m: m[0] - m[1]):
            name = gum_name(rows, start, end, head, link)
            if kind not in GUM_TYPES and kind != "time" and name and name[1] - name[0] > 1:
                blocked |= set(range(*name))
            if kind not in GUM_TYPES or not name or blocked & set(range(*name)):
                continue
            low = without_article(words, *name)
            if kind == "person":
                low = without_title(words, low, name[1])
            high = name[1]
            if low < high and words[high - 1] in ("'s", "’s"):
                high -= 1
            if low >= high or any(t != "O" for t in sentence.ner[low:high]):
                continue
            label = "place" if nations.is_state(words[low:high]) else kind
            if tuple(words[low:high]) not in nations.words:
                sentence.put(low, high, label_for(words[low:high], GUM_TYPES[label]))
        for i, row in enumerate(rows):
            if sentence.ner[i] == "O" and row[3] == "PROPN" and not CALENDAR.match(words[i]):
                if words[i].lower() not in TITLE:
                    sentence.mask[i] = 0
        mark_nationalities(sentence, nations,
                           lambda i, n: True if rows[i][3] in ("ADJ", "PROPN") or
                           rows[i][4] in ("NNPS", "NNP", "JJ") else None)
        gum_times(sentence, rows, mentions)
        yield sentence


def count(lines):
    table = {}
    for sentence in lines:
        row = table.setdefault(sentence.source, {"sentences": 0})
        row["sentences"] += 1
        for tag in sentence.ner:
            if tag[0] == "B":
                row[tag[2:]] = row.get(tag[2:], 0) + 1
        row["time"] = row.get("time", 0) + (sentence.time or []).count("B")
        row["hidden"] = row.get("hidden", 0) + sentence.mask.count(0)
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("uner", "re3d", "gum"):
        parser.add_argument("--" + name, type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--nations", type=pathlib.Path, default=HERE / "nationalities.txt")
    args = parser.parse_args()
    nations = Nations(args.nations)
    lines = []
    for paths, read in ((args.uner, read_uner), (args.re3d, read_re3d), (args.gum, read_gum)):
        for path in paths:
            lines += read(path, nations)
    with args.out.open("w", encoding="utf-8") as file:
        file.writelines(s.line() + "\n" for s in lines)
    for source, row in count(lines).items():
        print(source, row)
    return 0


if __name__ == "__main__":
    sys.exit(main())

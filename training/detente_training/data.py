"""Training data in one form: documents of words with whatever labels their source has, cut into windows.

A Document holds parallel lists over its words; a label list that a source does not have is None, and
heads without labels have no loss there. Words are cut by the engine's own segmenter (detente_segment), so
that the engine meets the words that the model was trained on; treebanks keep their own words.
"""
import collections
import csv
import dataclasses
import gzip
import json
import pathlib
import random
import re
import subprocess

from . import labels

WINDOW_WORDS = 110  # as kWindowWords in src/language/windows.h


@dataclasses.dataclass
class Document:
    words: list
    sentence: list                       # number of each word's sentence
    upos: list = None
    lemma: list = None                   # lemma scripts, as text
    head: list = None                    # index of the head in the document, -1 for roots
    deprel: list = None
    entity: list = None                  # BIO labels
    time: list = None
    attribution: list = None             # per word [source, cue, content] of O/B/I as 0/1/2
    frames: dict = None                  # frame -> per word (label index, weight); weight 0: unknown
    statuses: dict = None                # frame -> {word: status index}
    rows: list = None                    # (trigger word, {role: set of words}, weight)
    pairs: list = None                   # (source words, target words, root index): marked and scored apart
    spans: list = None                   # offsets of the words, only while labels are being attached


def letter_cases(words, sentence):
    out, seen = [], None
    for word, number in zip(words, sentence):
        initial = number != seen and any(c.isalpha() for c in word)
        if initial:
            seen = number
        out.append(labels.letter_case(word, initial))
    return out


def windows(document, rng=None):
    """Ranges of words: whole sentences packed up to WINDOW_WORDS; with an rng, other cuts each time."""
    bounds, start = [], 0
    for i in range(1, len(document.words) + 1):
        if i == len(document.words) or document.sentence[i] != document.sentence[start]:
            bounds.append((start, i))
            start = i
    begin = None
    limit = WINDOW_WORDS if rng is None else rng.choice([30, 60, WINDOW_WORDS, WINDOW_WORDS, WINDOW_WORDS])
    for first, last in bounds:
        if begin is not None and last - begin > limit:
            yield begin, first
            begin = None
            if rng is not None:
                limit = rng.choice([30, 60, WINDOW_WORDS, WINDOW_WORDS, WINDOW_WORDS])
        if begin is None:
            begin = first
    if begin is not None:
        yield begin, len(document.words)


def segment(texts, tool):
    """The engine's own cut of each text: list of (spans, sentence numbers), offsets in code points."""
    lines = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    done = subprocess.run([str(tool)], input=lines.encode(), capture_output=True, check=True)
    out = []
    for line in done.stdout.decode().splitlines():
        spans, numbers = [], []
        for n, s in enumerate(json.loads(line)["sentences"]):
            spans += [tuple(t) for t in s["tokens"]]
            numbers += [n] * len(s["tokens"])
        out.append((spans, numbers))
    assert len(out) == len(texts), "the segmenter lost texts"
    return out


def covered(spans, begin, end):
    """Indices of the words that overlap [begin, end)."""
    return [i for i, (b, e) in enumerate(spans) if b < end and begin < e]


def open_text(path):
    path = pathlib.Path(path)
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")


def read_conllu(path, entities=None):
    """A treebank: one Document a "newdoc". `entities`: words joined by spaces -> BIO labels."""
    documents, sentence, current = [], [], None

    def close():
        nonlocal sentence
        if not sentence:
            return
        base = len(current.words)
        number = current.sentence[-1] + 1 if current.sentence else 0
        key = " ".join(r[1] for r in sentence)
        tags = (entities or {}).get(key)
        for i, r in enumerate(sentence):
            head = int(r[6])
            current.words.append(r[1])
            current.sentence.append(number)
            current.upos.append(r[3])
            current.lemma.append(labels.lemma_script(r[1], r[2]))
            current.head.append(base + head - 1 if head else -1)
            current.deprel.append(r[7])
            current.entity.append(tags[i] if tags else None)
        sentence = []

    for line in open_text(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if current:
                close()
            current = Document([], [], upos=[], lemma=[], head=[], deprel=[], entity=[])
            documents.append(current)
        elif not line:
            close()
        elif not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                sentence.append(row)
    close()
    return documents


def masked(row, name, mask):
    """A label list with None where its source does not say."""
    if not row.get(name):
        return None
    return [x if m else None for x, m in zip(row[name], row.get(mask) or [1] * len(row[name]))]


def read_entities(path):
    """Sentences {"words", "ner", "time"} of training/prepare/entities.py: (by text, list of Documents)."""
    by_text, documents = {}, []
    for line in open_text(path):
        row = json.loads(line)
        entity, time = masked(row, "ner", "mask"), masked(row, "time", "time_mask")
        if entity:
            by_text[" ".join(row["words"])] = entity
        documents.append(Document(row["words"], [0] * len(row["words"]), entity=entity, time=time))
    return by_text, documents


def bio(words, labels_of_words, column):
    previous = None
    for w in words:
        labels_of_words[w][column] = 2 if previous == w - 1 else 1
        previous = w


def attach_attributions(document, attributions, stance=False):
    """PolNeAR's spans as BIO labels, and each cue as a trigger row with its speaker and content."""
    document.attribution = [[0, 0, 0] for _ in document.words]
    document.rows = document.rows or []
    statement = [(0, 0.0)] * len(document.words)
    for item in attributions:
        parts = {}
        for column, name in enumerate(labels.ATTRIBUTION):
            parts[name] = sorted({w for b, e in item[name] for w in covered(document.spans, b, e)})
            bio(parts[name], document.attribution, column)
        for w in parts["cue"]:
            document.rows.append((w, {"speaker": set(parts["source"]), "content": set(parts["content"])}, 0.5))
            if stance:
                statement[w] = (labels.FRAMES["statement"].index(item["stance"]), 1.0)
    if stance:
        document.frames = {"statement": statement}


def read_polnear(path, tool):
    rows = [json.loads(line) for line in open_text(path)]
    documents = []
    for row, (spans, numbers) in zip(rows, segment([r["text"] for r in rows], tool)):
        document = Document([row["text"][b:e] for b, e in spans], numbers, spans=spans)
        attach_attributions(document, row["attributions"])
        documents.append(document)
    return documents


def read_attributions(path, tool):
    """The project's own single sentences: attributions with their stance."""
    rows = [json.loads(line) for line in open_text(path)]
    documents = []
    for row, (spans, numbers) in zip(rows, segment([r["text"] for r in rows], tool)):
        document = Document([row["text"][b:e] for b, e in spans], numbers, spans=spans)
        attach_attributions(document, row["attributions"], stance=True)
        documents.append(document)
    return documents


def read_events(path, tool):
    """The project's own single sentences: one event between two marked sides, its trigger and status."""
    rows = [json.loads(line) for line in open_text(path)]
    documents = []
    for row, (spans, numbers) in zip(rows, segment([r["text"] for r in rows], tool)):
        document = Document([row["text"][b:e] for b, e in spans], numbers, spans=spans)
        source, target = (covered(spans, *row[k]) for k in ("source", "target"))
        root = labels.ROOTS.index(row["root"]) if row["root"] != "NONE" else 0
        document.pairs = [(source, target, root)] if source and target else []
        known = [(0, 0.0)] * len(document.words)
        document.rows, document.statuses = [], {"event": {}}
        if row["trigger"]:
            for w in covered(spans, *row["trigger"]):
                known[w] = (root, 1.0)
                document.rows.append((w, {"agent": set(source), "patient": set(target)}, 1.0))
                if row["status"] in labels.STATUSES["event"]:
                    document.statuses["event"][w] = labels.STATUSES["event"].index(row["status"])
        decoy = row.get("decoy")
        if isinstance(decoy, list):
            for w in covered(spans, *decoy):
                known[w] = (0, 1.0)
        document.frames = {"event": known}
        documents.append(document)
    return documents


def first_choice(value):
    return value["any"][0] if isinstance(value, dict) and "any" in value else value


def flat(value):
    return [x for v in value for x in flat(v)] if isinstance(value, list) else [value] if value else []


def nearest(text, words, low, high, anchor):
    """Start of the occurrence of `words` in text[low:high] nearest to `anchor`, or the last one before low."""
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    inside = [f for f in found if low <= f < high]
    if inside:
        return min(inside, key=lambda f: abs(f - anchor))
    before = [f for f in found if f < low]
    return before[-1] if before else None


LABEL_FIELD = {"event": "root", "statement": "stance", "channel": "kind", "measure": "kind", "term": "kind"}
STATUS_FIELD = {"event": "status", "proposal": "status", "channel": "status", "measure": "status",
                "meeting": "status", "claim": "standing", "term": "phase"}
OPTIONAL_WEIGHT = 0.3  # an optional object is neither a clear yes nor a no


class CaseReader:
    """One report of an annotated case: the objects whose sentence stands in it become labels of its words."""

    def __init__(self, text, spans, numbers):
        self.text = text
        self.document = Document([text[b:e] for b, e in spans], numbers, spans=spans)
        size = len(spans)
        self.document.frames = {f: [(0, 1.0)] * size for f in labels.FRAMES}
        self.document.statuses = {f: {} for f in labels.STATUSES}
        self.document.rows = []
        self.document.pairs = []

    def mark(self, frame, words, item, weight):
        """Labels the words of a trigger; the first and the required object of a list win."""
        field = LABEL_FIELD.get(frame)
        name = first_choice(item.get(field)) if field else frame
        if name not in labels.FRAMES[frame]:
            return
        status = first_choice(item.get(STATUS_FIELD.get(frame)))
        for w in words:
            label, known = self.document.frames[frame][w]
            if label and known >= weight:
                continue
            self.document.frames[frame][w] = (labels.FRAMES[frame].index(name), weight)
            if frame == "term":
                status = status or "none"
            if status in labels.STATUSES.get(frame, ()):
                self.document.statuses[frame][w] = labels.STATUSES[frame].index(status)

    def add(self, frame, item):
        where = item.get("where") or {}
        sentence, trigger = where.get("sentence"), where.get("trigger")
        low = self.text.find(sentence) if sentence else -1
        if low < 0 or not trigger:
            return
        high = low + len(sentence)
        evidence = next((e for e in item.get("evidence", []) if e in self.text), sentence)
        start = nearest(self.text, trigger, low, high, max(low, self.text.find(evidence)))
        if start is None:
            return
        weight = OPTIONAL_WEIGHT if item.get("optional") else 1.0
        spans = self.document.spans
        words = covered(spans, start, start + len(trigger))
        self.mark(frame, words, item, weight)
        roles = {r: set() for r in set(labels.WHERE_ROLES[frame].values())}
        for field, role in labels.WHERE_ROLES[frame].items():
            for phrase in flat(where.get(field)):
                at = nearest(self.text, phrase, low, high, start)
                if at is not None:
                    roles[role].update(covered(spans, at, at + len(phrase)))
        for w in words:
            self.document.rows.append((w, roles, weight))
        for term, phrase in zip(item.get("terms", []), flat(where.get("terms"))):
            at = nearest(self.text, phrase, low, high, start)
            if at is not None:
                self.mark("term", covered(spans, at, at + len(phrase)), term, weight)
        if frame == "event" and not item.get("optional"):
            root = first_choice(item.get("root"))
            near = lambda role: sorted(w for w in roles[role] if low <= spans[w][0] < high)
            if near("agent") and near("patient") and not set(near("agent")) & set(near("patient")):
                self.document.pairs.append((near("agent"), near("patient"), labels.ROOTS.index(root)))


def read_cases(files, tool):
    """Annotated reports. Objects are sought in the report that holds their sentence."""
    documents = []
    for file in files:
        case = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        texts = [d["text"] for d in case["documents"]]
        for text, (spans, numbers) in zip(texts, segment(texts, tool)):
            reader = CaseReader(text, spans, numbers)
            for frame in labels.FRAMES:
                for item in case["record"].get(frame + "s", []):
                    reader.add(frame, item)
            documents.append(reader.document)
    return documents


MARK = re.compile(r"</?[st]>")


def read_plover(path, keep):
    """Marked sentences of PLV_train: one pair each; `keep(row number)` chooses the rows.
    YIELD, which the set does not divide, is given as the pair of its two roots."""
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    out = []
    for number, row in enumerate(rows):
        if keep(number):
            text, at = "", {}
            for piece in re.split(r"(</?[st]>)", row["marked_sentence"]):
                if MARK.fullmatch(piece):
                    at[piece] = len(text)
                else:
                    text += piece
            span = lambda tag: [at[f"<{tag}>"], at[f"</{tag}>"]] if f"<{tag}>" in at else None  # some rows have no target
            out.append({"id": row["sentence_id"], "text": text, "source": span("s"), "target": span("t"),
                        "root": row["gold_root"], "penta": int(row["gold_penta"])})
    return out


def plover_documents(rows, tool):
    documents = []
    for row, (spans, numbers) in zip(rows, segment([r["text"] for r in rows], tool)):
        document = Document([row["text"][b:e] for b, e in spans], numbers, spans=spans)
        source, target = (covered(spans, *row[k]) if row[k] else [] for k in ("source", "target"))
        root = "RETREAT" if row["root"] == "YIELD" else row["root"]
        document.pairs = [(source, target, labels.ROOTS.index(root), row["root"] == "YIELD")] if source else []
        documents.append(document)
    return documents


def marked(document, pair):
    """The words of a pair's sentence with the markers put in, and the positions of the opening ones (both the
    source's where there is no target)."""
    source, target = pair[0], pair[1]
    numbers = {document.sentence[w] for w in source + target}
    low, high = min(numbers), max(numbers)
    words, where = [], {}
    for i, word in enumerate(document.words):
        if not low <= document.sentence[i] <= high:
            continue
        for opening, span, name in ((1, source, "source"), (3, target, "target")):
            if span and i == span[0]:
                where[name] = len(words)
                words.append(opening)
        words.append(word)
        for closing, span in ((2, source), (4, target)):
            if span and i == span[-1]:
                words.append(closing)
    return words, (where["source"], where.get("target", where["source"]))


def count_labels(documents):
    """Lemma scripts seen at least three times, and all relations, of a treebank."""
    scripts = collections.Counter(s for d in documents for s in d.lemma)
    lemma = [s for s, n in scripts.most_common() if n >= 3]
    relations = sorted({r for d in documents for r in d.deprel})
    return lemma, relations


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items

"""Windows of documents as padded tensors, with their labels."""
import random

import numpy as np
import torch

from . import data, labels

IGNORE = -100


class Pieces:
    """Word pieces of single words, as the engine cuts them (src/language/wordpiece.h)."""

    def __init__(self, tokenizer_file):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def of(self, word):
        if isinstance(word, int):  # a marker or a hidden word
            return [word]
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.known[word] = ids[:12] or [100]
        return self.known[word]


def encode(pieces, windows):
    """Input tensors of [(words, cases, sentence numbers, marks)]."""
    rows = []
    for words, cases, sentence, marks in windows:
        ids, case_ids, first, last = [101], [0], [], []
        for word, case in zip(words, cases):
            cut = pieces.of(word)
            if len(ids) + len(cut) > 511:
                cut = []
            first.append(min(len(ids), 510))
            ids += cut
            case_ids += [case] * len(cut)
            last.append(max(first[-1], len(ids) - 1))
        rows.append((ids + [102], case_ids + [0], first, last, sentence, marks))
    size, length, width = len(rows), max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    out = [np.zeros((size, length), np.int64), np.zeros((size, length), np.int64), np.zeros((size, width), np.int64),
           np.zeros((size, width), np.int64), np.full((size, width), -1, np.int64), np.zeros((size, 2), np.int64)]
    for i, row in enumerate(rows):
        for array, values in zip(out, row):
            array[i, : len(values)] = values
    return [torch.from_numpy(a) for a in out]


class Maker:
    """Turns windows into tensors; knows the lemma and relation sets."""

    def __init__(self, pieces, lemma, relations):
        self.pieces = pieces
        self.with_case = True
        self.lemma = {s: i for i, s in enumerate(lemma)}
        self.relations = {r: i for i, r in enumerate(relations)}
        self.entity = {t: i for i, t in enumerate(labels.ENTITIES)}

    def cases(self, words, sentence):
        return data.letter_cases(words, sentence) if self.with_case else [0] * len(words)

    def inputs(self, windows, vary=None):
        """`vary` puts other words in the places of a window's words (vary.py)."""
        shown = vary or (lambda words: words)
        return encode(self.pieces, [(shown(d.words[b:e]), self.cases(d.words[b:e], d.sentence[b:e]), d.sentence[b:e], (0, 0))
                                    for d, b, e in windows])

    def plain(self, windows, vary=None):
        """(inputs, labels by head) for [(document, begin, end)]."""
        inputs = self.inputs(windows, vary)
        shape = inputs[2].shape
        blank = lambda: torch.full(shape, IGNORE)
        out = {name: blank() for name in ("upos", "lemma", "head", "relation", "entity", "time")}
        out["attribution"] = torch.full((*shape, 3), IGNORE)
        out["frames"] = {f: (blank(), torch.zeros(shape)) for f in labels.FRAMES}
        out["statuses"] = {f: blank() for f in labels.STATUSES}
        out["rows"] = []
        for i, (d, b, e) in enumerate(windows):
            n = e - b
            put = lambda name, values: out[name][i, :n].copy_(torch.tensor(values))
            if d.upos:
                put("upos", [labels.UPOS.index(x) if x in labels.UPOS else IGNORE for x in d.upos[b:e]])
                put("lemma", [self.lemma.get(x, IGNORE) for x in d.lemma[b:e]])
                put("head", [0 if h < 0 else h - b + 1 for h in d.head[b:e]])
                put("relation", [self.relations.get(x, IGNORE) for x in d.deprel[b:e]])
            if d.entity:
                put("entity", [self.entity.get(x, IGNORE) for x in d.entity[b:e]])
            if d.time:
                put("time", [labels.BIO.index(x) if x else IGNORE for x in d.time[b:e]])
            if d.attribution:
                put("attribution", d.attribution[b:e])
            if d.frames:
                for frame, values in d.frames.items():
                    out["frames"][frame][0][i, :n] = torch.tensor([x[0] for x in values[b:e]])
                    out["frames"][frame][1][i, :n] = torch.tensor([x[1] for x in values[b:e]], dtype=torch.float)
            for frame, marked in (d.statuses or {}).items():
                for w, status in marked.items():
                    if b <= w < e:
                        out["statuses"][frame][i, w - b] = status
            for w, roles, weight in d.rows or ():
                if b <= w < e:
                    out["rows"].append((i, w - b, {r: [x - b for x in f if b <= x < e] for r, f in roles.items()}, weight))
        return inputs, out

    def unmarked(self, pairs, vary=None):
        """(inputs, [(source words, target words, roots that would do)]) for [(document of one window, pair)]."""
        inputs = self.inputs([(d, 0, len(d.words)) for d, _ in pairs], vary)
        return inputs, [(p[0], p[1], alike(p)) for _, p in pairs]

    def paired(self, pairs):
        """(inputs, roots, whether the row is YIELD) for [(document, pair)]."""
        windows = []
        for document, pair in pairs:
            words, marks = data.marked(document, pair)
            shown = [w for w in words if not isinstance(w, int)]
            cases = iter(self.cases(shown, [0] * len(shown)))
            windows.append((words, [0 if isinstance(w, int) else next(cases) for w in words], [0] * len(words), marks))
        roots = torch.tensor([p[2] for _, p in pairs])
        return encode(self.pieces, windows), roots, torch.tensor([merged(p) for _, p in pairs])


def alike(pair):
    """The roots that would do for a PLOVER pair: its COERCE holds what the reports call SANCTION."""
    names = ("CONCEDE", "RETREAT") if merged(pair) else ("COERCE", "SANCTION") if labels.ROOTS[pair[2]] == "COERCE" else ()
    return [labels.ROOTS.index(n) for n in names] or [pair[2]]


def merged(pair):
    """Whether a pair's root is YIELD, of which the set does not say whether it is CONCEDE or RETREAT."""
    return len(pair) > 3 and pair[3]


def by_length(items, length, words, rng):
    """Shuffled batches of items alike in length, each of about `words` words with its padding."""
    rng.shuffle(items)
    batches = []
    for start in range(0, len(items), 256):
        group = sorted(items[start : start + 256], key=length)
        batch, longest = [], 0
        for item in group:
            longest = max(longest, length(item))
            if batch and longest * (len(batch) + 1) > words:
                batches.append(batch)
                batch, longest = [], length(item)
            batch.append(item)
        if batch:
            batches.append(batch)
    rng.shuffle(batches)
    return batches


RARE = ("proposal", "channel", "meeting", "claim")  # the frames with the fewest examples


def announces_rare(window):
    document, begin, end = window
    return document.frames is not None and any(
        label for frame in RARE for label, _ in document.frames.get(frame, ())[begin:end])


def stream(documents, words, seed):
    """Endless batches of windows of some documents, cut anew each time round; those with rare frames come twice."""
    rng = random.Random(seed)
    while True:
        cut = [(d, b, e) for d in documents for b, e in data.windows(d, rng)]
        cut += [w for w in cut if announces_rare(w)]
        yield from by_length(cut, lambda w: w[2] - w[1], words, rng)


def pair_stream(pairs, words, seed):
    rng = random.Random(seed)
    while True:
        yield from by_length(list(pairs), lambda p: min(120, len(p[0].words)), words, rng)

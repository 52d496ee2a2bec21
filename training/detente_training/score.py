"""Development figures of a network, before export: heads on the development splits."""
import pathlib

import torch

from . import batches, data, labels


def run(net, maker, windows, words=2500):
    """Net outputs window by window: yields (document, begin, end, {name: tensor}) ."""
    net.eval()
    order = sorted(windows, key=lambda w: w[2] - w[1])
    start = 0
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        while start < len(order):
            stop = start + 1
            while stop < len(order) and (order[stop][2] - order[stop][1]) * (stop + 1 - start) <= words:
                stop += 1
            inputs = maker.inputs(order[start:stop])
            outputs = net(*inputs)
            for i, (d, b, e) in enumerate(order[start:stop]):
                yield d, b, e, {k: v[i].float() for k, v in zip(net.OUTPUTS, outputs)}
            start = stop


def syntax(net, maker, path):
    documents = data.read_conllu(path)
    right = {"upos": 0, "lemma": 0, "uas": 0, "las": 0}
    total = 0
    lemmas, relations = list(maker.lemma), list(maker.relations)
    for d, b, e, out in run(net, maker, [(d, b, e) for d in documents for b, e in data.windows(d)]):
        n = e - b
        total += n
        heads = out["arcs"].argmax(-1)[:n]
        gold = torch.tensor([0 if h < 0 else h - b + 1 for h in d.head[b:e]])
        named = [relations[i] for i in out["relations"].argmax(-1)[:n]]
        tags = [labels.UPOS[i] for i in out["upos"].argmax(-1)[:n]]
        right["upos"] += sum(a == g for a, g in zip(tags, d.upos[b:e]))
        made = [labels.apply_script(w, lemmas[i]) for w, i in zip(d.words[b:e], out["lemma"].argmax(-1)[:n])]
        wanted = [labels.apply_script(w, s) for w, s in zip(d.words[b:e], d.lemma[b:e])]
        right["lemma"] += sum(a == g for a, g in zip(made, wanted))
        good = (heads == gold).tolist()
        right["uas"] += sum(good)
        right["las"] += sum(g and a.split(":")[0] == w.split(":")[0] for g, a, w in zip(good, named, d.deprel[b:e]))
    return {k: round(100 * v / total, 2) for k, v in right.items()}


def f1(right, got, gold):
    return round(2 * right / (got + gold), 4) if got + gold else 1.0


def attribution(net, maker, path, tool):
    documents = data.read_polnear(path, tool)
    sums = [[0, 0, 0] for _ in range(3)]
    for d, b, e, out in run(net, maker, [(d, b, e) for d in documents for b, e in data.windows(d)]):
        got = out["attribution"][: e - b].view(-1, 3, 3).argmax(-1) > 0
        gold = torch.tensor(d.attribution[b:e]) > 0
        for c in range(3):
            for k, v in enumerate((got[:, c] & gold[:, c], got[:, c], gold[:, c])):
                sums[c][k] += int(v.sum())
    return {name: f1(*s) for name, s in zip(labels.ATTRIBUTION, sums)}


def triggers(net, maker, documents):
    """F1 per frame of trigger words found / found with the right label; of role words on gold triggers."""
    sums = {f: [0, 0, 0, 0] for f in labels.FRAMES}
    statuses = {f: [0, 0] for f in labels.STATUSES}
    roles = {r: [0, 0, 0] for r in labels.ROLES}
    for d, b, e, out in run(net, maker, [(d, b, e) for d in documents for b, e in data.windows(d)]):
        n = e - b
        parts = out["frames"][:n].split([len(v) for v in labels.FRAMES.values()], -1)
        for (frame, sizes), logits in zip(sums.items(), parts):
            got, gold = logits.argmax(-1), torch.tensor([x[0] for x in d.frames[frame][b:e]])
            weight = torch.tensor([x[1] for x in d.frames[frame][b:e]])
            keep = weight > 0.5
            for k, v in enumerate(((got > 0) & (gold > 0), (got == gold) & (gold > 0), got > 0, gold > 0)):
                sizes[k] += int((v & keep).sum())
        for (frame, marked), logits in zip(statuses.items(), out["statuses"][:n].split([len(v) for v in labels.STATUSES.values()], -1)):
            for w, s in d.statuses[frame].items():
                if b <= w < e:
                    marked[0] += int(logits[w - b].argmax()) == s
                    marked[1] += 1
        for w, fillers, weight in d.rows:
            if b <= w < e and weight > 0.5:
                for role, words in fillers.items():
                    got = set((out["roles"][labels.ROLES.index(role), w - b, :n] > 0).nonzero().flatten().tolist())
                    gold = {x - b for x in words if b <= x < e}
                    for k, v in enumerate((got & gold, got, gold)):
                        roles[role][k] += len(v)
    return {"found": {f: f1(s[0], s[2], s[3]) for f, s in sums.items()},
            "labelled": {f: f1(s[1], s[2], s[3]) for f, s in sums.items()},
            "status": {f: round(a / max(1, t), 3) for f, (a, t) in statuses.items()},
            "roles": {r: f1(*s) for r, s in roles.items() if s[2]}}


def pairs(net, maker, rows, tool):
    """Root macro-F1 and accuracy on PLOVER's 15 roots (CONCEDE and RETREAT are YIELD)."""
    documents = [d for d in data.plover_documents(rows, tool) if d.pairs]
    net.eval()
    name = lambda i: "YIELD" if labels.ROOTS[i] in ("CONCEDE", "RETREAT") else labels.ROOTS[i]
    hits, got, gold = {}, {}, {}
    for start in range(0, len(documents), 16):
        chunk = documents[start : start + 16]
        inputs, roots, _ = maker.paired([(d, d.pairs[0]) for d in chunk])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            p = net(*inputs)[net.OUTPUTS.index("pair")].float().softmax(-1)
        p[:, 0] = 0
        yields = p[:, labels.ROOTS.index("CONCEDE")] + p[:, labels.ROOTS.index("RETREAT")]
        p[:, labels.ROOTS.index("RETREAT")] = yields
        for a, g in zip(p.argmax(-1).tolist(), roots.tolist()):
            a, g = name(a), name(g)
            got[a], gold[g] = got.get(a, 0) + 1, gold.get(g, 0) + 1
            hits[a] = hits.get(a, 0) + (a == g)
    each = [f1(hits.get(r, 0), got.get(r, 0), n) for r, n in gold.items()]
    return {"macro": round(sum(each) / len(each), 4), "accuracy": round(sum(hits.values()) / len(documents), 4)}


def entities(net, maker, path):
    by_text, documents = data.read_entities(path)
    names = labels.ENTITIES
    sums, times = [0, 0, 0], [0, 0, 0]
    spans = lambda tags: {(i, j, tags[i][2:]) for i in range(len(tags)) if tags[i][0] == "B"
                          for j in [next((k for k in range(i + 1, len(tags)) if tags[k][0] != "I"), len(tags))]}
    whole = [(d, 0, len(d.words)) for d in documents if d.words and len(d.words) < 200]
    for d, b, e, out in run(net, maker, whole):
        if d.entity:
            tags = [names[i] for i in out["entity"][: e - b].argmax(-1)]
            a, g = spans(tags), spans([t or "O" for t in d.entity])
            for k, v in enumerate((a & g, a, g)):
                sums[k] += len(v)
        if d.time:
            a = {i for i, x in enumerate(out["time"][: e - b].argmax(-1).tolist()) if x}
            g = {i for i, x in enumerate(d.time) if x in ("B", "I")}
            for k, v in enumerate((a & g, a, g)):
                times[k] += len(v)
    return {"entity span F1": f1(*sums), "time token F1": f1(*times)}


def held_back(corpus):
    """The reports of the corpus that training leaves for development: those named in development.txt."""
    corpus = pathlib.Path(corpus)
    names = (corpus / "development.txt").read_text().split()
    return [corpus / "reports" / f"{name}.json" for name in names]


def cases(net, maker, args):
    """Triggers, statuses and roles of the reports that are left for development."""
    return triggers(net, maker, data.read_cases(held_back(args.corpus), args.segmenter))


def development(net, maker, args, words_only=False):
    """All figures; `words_only`: those of words and names."""
    d = pathlib.Path(args.data)
    held = pathlib.Path(str(args.entities).replace("_train", "_dev"))
    if words_only:
        return {"syntax": syntax(net, maker, d / "syntax/ewt_dev.conllu.gz"), "entities": entities(net, maker, held)}
    rows = data.read_plover(d / "plover/PLV_train.tsv", lambda n: n % 5 == 4)
    out = {"syntax": syntax(net, maker, d / "syntax/ewt_dev.conllu.gz"),
           "attribution": attribution(net, maker, d / "attribution/polnear_dev.jsonl.gz", args.segmenter),
           "pairs": pairs(net, maker, rows, args.segmenter),
           "cases": cases(net, maker, args)}
    if held.exists():
        out["entities"] = entities(net, maker, held)
    return out

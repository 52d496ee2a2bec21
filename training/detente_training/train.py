"""Trains the encoder and all heads together. `python -m detente_training.train --help`."""
import argparse
import json
import pathlib
import random
import time

import torch
import torch.nn.functional as F

from torch.optim.swa_utils import AveragedModel

from . import batches, data, labels, score, vary
from .net import Net


def cross_entropy(logits, gold, smoothing=0.0):
    known = gold != batches.IGNORE
    if not known.any():
        return logits.sum() * 0
    return F.cross_entropy(logits[known].float(), gold[known], label_smoothing=smoothing)


def syntax_loss(heads, h, inputs, gold):
    arcs = heads.arcs(h, inputs[4])
    known = gold["head"].clamp(min=0)
    return (cross_entropy(heads.upos(h), gold["upos"]) + 0.5 * cross_entropy(heads.lemma(h), gold["lemma"])
            + cross_entropy(arcs, gold["head"]) + cross_entropy(heads.relations(h, known), gold["relation"]))


def role_loss(scores, rows):
    """Binary cross-entropy of every (trigger, role) row over the window's words."""
    flat = [(i, labels.ROLES.index(role), w, fillers, weight)
            for i, w, roles, weight in rows for role, fillers in roles.items()]
    if not flat:
        return scores.sum() * 0
    window, role, word = (torch.tensor([f[k] for f in flat]) for k in range(3))
    logits = scores[window, role, word].float()  # one gather: a slice a row would cost a full gradient each
    gold = torch.zeros_like(logits)
    for n, row in enumerate(flat):
        gold[n, row[3]] = 1
    loss = F.binary_cross_entropy_with_logits(logits, gold, reduction="none")
    return (loss.sum(-1) * torch.tensor([f[4] for f in flat])).mean() / 2


# A window of a report has about one trigger in twelve words: losses of triggers are sums over words
# divided by that many, so that rare frames are not drowned by the words that announce nothing.
WORDS_PER_TRIGGER = 12


def frame_loss(heads, h, gold):
    state = heads.trigger_state(h)
    total = h.sum() * 0
    share = gold["head"].numel() / WORDS_PER_TRIGGER
    for (label, weight), logits in zip(gold["frames"].values(), heads.frames(state).split(heads.frame_sizes, -1)):
        known = (label != batches.IGNORE) & (weight > 0)
        if known.any():
            each = F.cross_entropy(logits[known].float(), label[known], reduction="none")
            total = total + (each * weight[known]).sum() / share
    for status, logits in zip(gold["statuses"].values(), heads.statuses(state).split(heads.status_sizes, -1)):
        total = total + 0.3 * cross_entropy(logits, status, 0.05)
    return total + role_loss(heads.roles(state, h), gold["rows"])


def plain_loss(net, inputs, gold):
    pieces, cases, first, last, _, _ = inputs
    _, h = net.states(pieces, cases, first, last)
    heads, h = net.heads, net.heads.drop(h)
    loss = syntax_loss(heads, h, inputs, gold) if (gold["upos"] != batches.IGNORE).any() else h.sum() * 0
    loss = loss + cross_entropy(heads.entity(h), gold["entity"]) + cross_entropy(heads.time(h), gold["time"])
    loss = loss + 2 * cross_entropy(heads.attribution(h).unflatten(-1, (3, 3)), gold["attribution"])
    if gold["rows"] or any((w > 0).any() for _, w in gold["frames"].values()):
        loss = loss + frame_loss(heads, h, gold)
    return loss


def pair_loss(net, inputs, roots, merged):
    """Cross-entropy with smoothing; a YIELD row asks only for CONCEDE or RETREAT."""
    pieces, cases, first, last, _, marks = inputs
    cls, h = net.states(pieces, cases, first, last)
    logits = net.pair_scores(cls, h, marks).float()
    each = F.cross_entropy(logits, roots, label_smoothing=0.05, reduction="none")
    log = F.log_softmax(logits, -1)
    yields = torch.logsumexp(log[:, [labels.ROOTS.index("CONCEDE"), labels.ROOTS.index("RETREAT")]], -1)
    return torch.where(merged, -yields, each).mean()


def unmarked_loss(net, inputs, pairs):
    """A marked pair's sentence without its markers, as the record meets it: some word announces the root, with the
    source and the target as its roles. Which word is not told: the one that says so best already is taught to
    say it better (`pairs`: source words, target words, roots that would do)."""
    pieces, cases, first, last, sentence, _ = inputs
    _, h = net.states(pieces, cases, first, last)
    heads = net.heads
    state = heads.trigger_state(heads.drop(h))
    log = F.log_softmax(heads.frames(state)[..., : heads.frame_sizes[0]].float(), -1)
    scores, total, rows = heads.roles(state, h), h.sum() * 0, []
    for i, (source, target, roots) in enumerate(pairs):
        announced = torch.logsumexp(log[i, :, roots], -1).masked_fill(sentence[i] < 0, -1e4)
        word = int(announced.argmax())
        total = total - announced[word]
        rows.append((i, word, {"agent": source, "patient": target}, 1.0))
    return total / len(pairs) + role_loss(scores, rows)


def optimiser(net, encoder_rate, head_rate):
    net.encoder.word.weight.requires_grad_(False)  # frozen: the data is too small to move them well
    encoder = [p for n, p in net.encoder.named_parameters() if p.requires_grad and "case" not in n and "marker" not in n]
    fresh = list(net.encoder.case.parameters()) + list(net.encoder.marker.parameters())
    groups = [{"params": encoder, "lr": encoder_rate}, {"params": list(net.heads.parameters()) + fresh, "lr": head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def load_sources(args):
    """{name: documents or pairs} and the label sets that the treebank gives."""
    d, tool = pathlib.Path(args.data), args.segmenter
    corpus = pathlib.Path(args.corpus)
    by_text, entity_documents = data.read_entities(args.entities)
    treebank = data.read_conllu(d / "syntax/ewt_train.conllu.gz", by_text)
    known = {" ".join(x.words[i] for i in range(b, e)) for x in treebank for b, e in sentence_bounds(x)}
    held = set() if args.all_cases else set(score.held_back(corpus))
    files = [f for f in sorted((corpus / "reports").glob("*.json")) if f not in held]
    events = data.read_events(corpus / "events.jsonl", tool)
    cases = data.read_cases(files, tool)
    plover = data.plover_documents(data.read_plover(d / "plover/PLV_train.tsv", lambda n: n % 5 != 4), tool)
    sources = {
        "syntax": treebank,
        "entities": [x for x in entity_documents if " ".join(x.words) not in known],
        "attribution": data.read_polnear(d / "attribution/polnear_train.jsonl.gz", tool),
        "stances": data.read_attributions(corpus / "attributions.jsonl", tool),
        "events": events,
        "cases": cases,
        "unmarked": [(x, p) for x in plover for p in x.pairs if p[1] and len(x.words) <= data.WINDOW_WORDS],
        "pairs": [(x, p) for x in plover * 3 + events + cases for p in x.pairs or ()],
    }
    lemma, relations = data.count_labels(treebank)
    return sources, lemma, relations


def sentence_bounds(document):
    start = 0
    for i in range(1, len(document.words) + 1):
        if i == len(document.words) or document.sentence[i] != document.sentence[start]:
            yield start, i
            start = i


# Share of the steps that each source gets. First everything broadly, then, from those weights, the record:
# its lists have the fewest examples and gain from more passes, the rest must only not be forgotten.
MIXES = {
    "broad": {"syntax": 0.20, "entities": 0.06, "attribution": 0.25, "stances": 0.03, "events": 0.06, "cases": 0.27,
              "unmarked": 0.02, "pairs": 0.11},
    "record": {"syntax": 0.12, "entities": 0.03, "attribution": 0.14, "stances": 0.03, "events": 0.05, "cases": 0.52,
               "unmarked": 0.04, "pairs": 0.07},
    "words": {"syntax": 0.8, "entities": 0.2},  # for quick comparisons of the encoder's inputs
}
VARIED = ("cases", "events", "stances", "unmarked")  # small sources: their words are varied (vary.py)
PAIRED = ("pairs", "unmarked")

# What is measured and kept as net.pt is a running mean of the weights, taken every few steps over about the last
# five hundred: steps of single sources are noisy. last.pt has the weights of the last step, to go on from.
MEAN_EVERY, MEAN_DECAY = 5, 0.99


def running_mean(mean, weight, count):
    return mean.lerp(weight, 1 - min(MEAN_DECAY, (1 + count) / (10 + count)))


def loss_of(name, net, maker, batch, vary_words):
    if name == "pairs":
        return pair_loss(net, *maker.paired(batch))
    if name == "unmarked":
        return unmarked_loss(net, *maker.unmarked(batch, vary_words))
    return plain_loss(net, *maker.plain(batch, vary_words))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of public data, laid out as training/README.md says")
    parser.add_argument("--corpus", default="training/corpus")
    parser.add_argument("--entities", required=True, help="entities_train.jsonl of training/prepare/entities.py")
    parser.add_argument("--minilm", required=True, help="folder of the published all-MiniLM-L6-v2")
    parser.add_argument("--states", default="knowledge/actors/states.yaml", help="states that may stand for each other")
    parser.add_argument("--segmenter", default="build/detente_segment")
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=7000)
    parser.add_argument("--mix", choices=MIXES, default="broad")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="peak learning rate of the encoder; heads: ten times")
    parser.add_argument("--words", type=int, default=600, help="words in a batch, padding included")
    parser.add_argument("--all-cases", action="store_true", help="keep no report back for development")
    parser.add_argument("--start", help="a net.pt to go on from")
    parser.add_argument("--without-case", action="store_true", help="hide letter case, to measure what it gives")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)

    from safetensors.torch import load_file
    sources, lemma, relations = load_sources(args)
    print({k: len(v) for k, v in sources.items()}, f"{len(lemma)} lemma scripts, {len(relations)} relations", flush=True)
    minilm = pathlib.Path(args.minilm)
    maker = batches.Maker(batches.Pieces(minilm / "tokenizer.json"), lemma, relations)
    maker.with_case = not args.without_case
    net = Net(len(lemma), len(relations))
    net.encoder.load_minilm(load_file(minilm / "model.safetensors"))
    net.encoder.start_markers(*(maker.pieces.of(w)[0] for w in ("source", "target", '"')))
    if args.start:
        net.load_state_dict(torch.load(args.start))
    (out / "sets.json").write_text(json.dumps({"lemma": lemma, "relations": relations}))

    streams = {name: (batches.pair_stream if name in PAIRED else batches.stream)(items, args.words, args.seed)
               for name, items in sources.items()}
    optimizer = optimiser(net, args.rate, 10 * args.rate)
    warm = args.steps // 20
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (args.steps - s) / (args.steps - warm))))
    shares = MIXES[args.mix]
    rng, begun, sums = random.Random(args.seed), time.process_time(), {}
    variation = vary.Variation(args.states, random.Random(args.seed))
    mean = AveragedModel(net, avg_fn=running_mean)
    net.train()
    for step in range(args.steps):
        name = rng.choices(list(shares), shares.values())[0]
        batch = next(streams[name])
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(name, net, maker, batch, variation.words if name in VARIED else None)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
        optimizer.step()
        schedule.step()
        if (step + 1) % MEAN_EVERY == 0:
            mean.update_parameters(net)
        total, count = sums.get(name, (0.0, 0))
        sums[name] = (total + loss.item(), count + 1)
        if (step + 1) % 100 == 0:
            shown = " ".join(f"{k} {t / n:.3f}" for k, (t, n) in sorted(sums.items()))
            print(f"step {step + 1} cpu {time.process_time() - begun:.0f} s: {shown}", flush=True)
            sums = {}
        last = step + 1 == args.steps
        if (step + 1) % 500 == 0 or last:
            torch.save(mean.module.state_dict(), out / "net.pt")
            torch.save(net.state_dict(), out / "last.pt")
            told = score.development(mean.module, maker, args, args.mix == "words") if last else score.cases(mean.module, maker, args)
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()

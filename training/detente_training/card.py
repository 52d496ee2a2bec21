"""The model card: what the network is, what it was made from, what it reaches."""

INTRODUCTION = """# The model

One transformer encoder (all-MiniLM-L6-v2: 6 layers, 384 wide, 22 M parameters, uncased, with an embedding of the letter case
added) and light heads over its word states, trained together by `./dev train`: parts of speech, lemma scripts,
dependency heads and relations, names, time expressions, attributions (source, cue, content), triggers of eight frames with their labels
and statuses, their roles, and the PLOVER root of a marked pair. How and from what: `training/README.md`.

| file | what |
|---|---|
| `detente-fp16.xml`, `.bin` | OpenVINO IR, weights in fp16; run in bf16 or fp32 |
| `detente-int8.xml`, `.bin` | the same, the encoder's products in static int8; chosen where the processor has VNNI |
| `vocabulary.txt` | word pieces, a line each |
| `labels.json` | the label sets of the heads and the trigger thresholds |
| `figures.json` | the figures below |

The engine chooses the variant at start (`--precision` overrides it).

## Development figures
Measured on the exported files with gold words; none of this data was trained on, and none of it is a test set. UPOS, lemmas and trees:
EWT dev. Attributions: token F1 on PolNeAR dev. Pair: PLOVER root over a fixed fifth of PLV_train, markers in the text. Names: span F1 on the
dev parts of UNER, re3d and GUM. Triggers, statuses and roles: words of the reports of `training/corpus` that
`development.txt` names (roles
and statuses at gold triggers).
"""

LIMITS = """
## Limits
English news prose. Trained on reports written for the project and on public annotated text; labels of rare classes (blockade,
recognise, intelligence channels) had few examples. The lower a trigger's figure above, the more objects of that list the record
misses. Names of facilities are rare in the training text.

## Licence
Weights: Apache-2.0, as the encoder that they start from. The data keeps its own licences: EWT and UNER CC BY-SA 4.0, GUM CC BY 4.0 and others, PolNeAR's
annotations CC BY 4.0, re3d OGL 3.0, PLV_train as published with Zero-Shot PLOVER.
"""


def flat(figures, prefix=""):
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}: ")
        else:
            yield prefix + name, value


def text(figures, folder):
    names = list(figures)
    rows = {}
    for variant, values in figures.items():
        for name, value in flat(values):
            rows.setdefault(name, {})[variant] = value
    table = [f"| measure | {' | '.join(names)} |", "|---|" + "---|" * len(names)]
    table += [f"| {name} | {' | '.join(str(row.get(n, '')) for n in names)} |" for name, row in rows.items()]
    sizes = ", ".join(f"`{f.name}` {f.stat().st_size / 1e6:.1f} MB" for f in sorted(folder.glob("*.bin")))
    return INTRODUCTION + "\n" + "\n".join(table) + f"\n\nSizes: {sizes}.\n" + LIMITS

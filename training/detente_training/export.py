"""Writes model/: the network as OpenVINO IR (fp16 weights, and static int8 where it costs little),
the vocabulary and the label sets. `python -m detente_training.export --help`."""
import argparse
import json
import pathlib
import random

import numpy as np
import torch

from . import batches, card, data, labels, score
from .net import Net

INPUTS = ("pieces", "cases", "first", "last", "sentence", "marks")


def load_net(folder):
    folder = pathlib.Path(folder)
    sets = json.loads((folder / "sets.json").read_text())
    net = Net(len(sets["lemma"]), len(sets["relations"]))
    net.load_state_dict(torch.load(folder / "net.pt", map_location="cpu"))
    return net.eval(), sets


def to_openvino(net):
    import openvino as ov
    example = {"pieces": torch.randint(1000, 2000, (2, 9)), "cases": torch.ones(2, 9, dtype=torch.int64),
               "first": torch.arange(1, 7).repeat(2, 1), "last": torch.arange(1, 7).repeat(2, 1),
               "sentence": torch.zeros(2, 6, dtype=torch.int64), "marks": torch.zeros(2, 2, dtype=torch.int64)}
    model = ov.convert_model(net, example_input=example)
    for port, name in zip(model.inputs, INPUTS):
        port.get_tensor().set_names({name})
        port.get_node().set_friendly_name(name)
        port.get_node().set_partial_shape(ov.PartialShape([-1, 2 if name == "marks" else -1]))
    for port, name in zip(model.outputs, Net.OUTPUTS):
        port.get_tensor().set_names({name})
    model.validate_nodes_and_infer_types()
    return model


def quantised(model, samples):
    """Static int8 of the encoder's matrix products; the heads stay as they are (they are light)."""
    import nncf
    wanted = lambda s: {k: v.numpy() for k, v in zip(INPUTS, s)}
    heads = [op.get_friendly_name() for op in model.get_ops()
             if op.get_type_name() in ("MatMul", "Einsum") and ".heads." in op.get_friendly_name()]
    return nncf.quantize(model, nncf.Dataset(samples, wanted), model_type=nncf.ModelType.TRANSFORMER,
                         subset_size=len(samples), preset=nncf.QuantizationPreset.MIXED,
                         ignored_scope=nncf.IgnoredScope(names=heads, validate=False))


def with_small_embeddings(model):
    """The word embeddings, half of all weights, in int8 by row: nothing is lost that the heads would feel."""
    import nncf
    return nncf.compress_weights(model, mode=nncf.CompressWeightsMode.INT8_ASYM,
                                 ignored_scope=nncf.IgnoredScope(types=["MatMul"], validate=False))


def calibration(net_sets, args, count=160):
    """Windows of training text of all kinds, marked pairs among them."""
    maker = batches.Maker(batches.Pieces(pathlib.Path(args.minilm) / "tokenizer.json"), *net_sets)
    files = sorted((pathlib.Path(args.corpus) / "reports").glob("*.json"))
    documents = data.read_cases(files[:60], args.segmenter)
    treebank = data.read_conllu(pathlib.Path(args.data) / "syntax/ewt_train.conllu.gz")[:80]
    cut = [(d, b, e) for d in documents + treebank for b, e in data.windows(d) if e - b > 3]
    random.Random(1).shuffle(cut)
    samples = [maker.inputs([w]) for w in cut[: count - 30]]
    rows = data.plover_documents(data.read_plover(pathlib.Path(args.data) / "plover/PLV_train.tsv",
                                                  lambda n: n % 5 != 4)[:30], args.segmenter)
    return samples + [maker.paired([(d, d.pairs[0])])[0] for d in rows]


class Exported:
    """An exported network behind the interface that score.py asks of a torch one."""

    OUTPUTS = Net.OUTPUTS

    def __init__(self, file, precision):
        import openvino as ov
        self.compiled = ov.Core().compile_model(file, "CPU", {"INFERENCE_PRECISION_HINT": precision})

    def eval(self):
        return self

    def __call__(self, *inputs):
        got = self.compiled(dict(zip(INPUTS, [i.numpy() for i in inputs])))
        return [torch.from_numpy(np.array(got[i])) for i in range(len(self.OUTPUTS))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--net", required=True, help="folder that detente_training.train wrote")
    parser.add_argument("--data", required=True)
    parser.add_argument("--corpus", default="training/corpus")
    parser.add_argument("--entities", required=True, help="entities_train.jsonl; entities_dev.jsonl lies beside it")
    parser.add_argument("--minilm", required=True)
    parser.add_argument("--segmenter", default="build/detente_segment")
    parser.add_argument("--out", default="model")
    parser.add_argument("--quick", action="store_true", help="fp16 only, no figures: to try the engine on a checkpoint")
    args = parser.parse_args()
    import openvino as ov
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    net, sets = load_net(args.net)
    maker = batches.Maker(batches.Pieces(pathlib.Path(args.minilm) / "tokenizer.json"), sets["lemma"], sets["relations"])
    half = out / "half.xml"
    ov.save_model(to_openvino(net), half, compress_to_fp16=True)
    read = lambda: ov.Core().read_model(half)  # so that what is left alone below stays in fp16
    ov.save_model(with_small_embeddings(read()), out / "detente-fp16.xml", compress_to_fp16=True)
    if not args.quick:
        small = quantised(read(), calibration((sets["lemma"], sets["relations"]), args))
        ov.save_model(small, out / "detente-int8.xml", compress_to_fp16=True)
    for part in (half, half.with_suffix(".bin")):
        part.unlink()
    (out / "vocabulary.txt").write_text((pathlib.Path(args.minilm) / "vocab.txt").read_text())
    described = {"upos": labels.UPOS, "lemma": sets["lemma"], "relations": sets["relations"],
                 "entity": labels.ENTITIES, "frames": labels.FRAMES, "statuses": labels.STATUSES,
                 "roles": labels.ROLES, "cases": labels.CASES, "window_words": data.WINDOW_WORDS,
                 "thresholds": labels.THRESHOLDS}
    (out / "labels.json").write_text(json.dumps(described, indent=1) + "\n")
    if not args.quick:
        figures = {name: score.development(Exported(out / file, precision), maker, args)
                   for name, file, precision in (("fp32", "detente-fp16.xml", "f32"), ("bf16", "detente-fp16.xml", "bf16"),
                                                 ("int8", "detente-int8.xml", "f32"))}
        (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
        (out / "README.md").write_text(card.text(figures, out))


if __name__ == "__main__":
    main()

"""A torch checkpoint from an exported model: `python -m detente_training.restore --model model --out DIR`.

Writes net.pt and sets.json, what train.py's --start and export.py read, from the fp16 IR and labels.json of a model
folder, so that a training can go on from published weights. What export lost stays lost: the weights come
back at the precision of fp16, the embeddings at that of int8 by row.

Linear and embedding weights keep their torch names in the IR. A bias is the constant that is added to the product
of such a weight; a norm's weight and bias follow its MVN, and norms run in the order of the network's
own list; the two free parameters are told by where they are added and by their shape.
"""
import argparse
import json
import pathlib

import numpy as np
import torch
from torch import nn

from .net import Net

NAME, END = "self.", "_compressed"


def folded(node):
    """The value of a node that only constants feed, None for one that inputs reach."""
    kind = node.get_type_name()
    if kind == "Constant":
        return node.get_data().astype(np.float64)
    if kind == "Convert":
        return folded(node.input_value(0).get_node())
    if kind in ("Subtract", "Multiply"):
        left, right = (folded(node.input_value(i).get_node()) for i in (0, 1))
        if left is not None and right is not None:
            return left - right if kind == "Subtract" else left * right
    return None


def leaf(node):
    """The constant that a chain of decompression begins with."""
    while node.get_type_name() != "Constant":
        node = node.input_value(0).get_node()
    return node


def constant_of(node):
    """(node, value) of the constant input of an operation, or None."""
    for i in range(node.get_input_size()):
        source = node.input_value(i).get_node()
        value = folded(source)
        if value is not None:
            return source, value
    return None


def users(node):
    return [port.get_node() for port in node.output(0).get_target_inputs()]


def applied(node, kind):
    """The value of the constant that the one user of this kind applies to the node's result, None without one."""
    for user in users(node):
        found = constant_of(user) if user.get_type_name() == kind else None
        if found:
            return user, found[1]
    return None


def linears(model):
    """{torch name: value} of all named weights, and of the biases of products."""
    out = {}
    for node in model.get_ordered_ops():
        found = constant_of(node) if node.get_type_name() in ("MatMul", "Gather") else None
        name = leaf(found[0]).get_friendly_name() if found else ""
        if not name.startswith(NAME):
            continue
        name = name.removeprefix(NAME).removesuffix(END)
        out[name] = found[1]
        bias = applied(node, "Add") if node.get_type_name() == "MatMul" else None
        if bias:
            out[name.removesuffix("weight") + "bias"] = bias[1]
    return out


def norms(model, names):
    """{torch name: value} of the norms' weights and biases; `names` in the order in which they run."""
    runs = [op for op in model.get_ordered_ops() if op.get_type_name() == "MVN"]
    out = {}
    for name, node in zip(names, runs, strict=True):
        scaled, out[f"{name}.weight"] = applied(node, "Multiply")
        out[f"{name}.bias"] = applied(scaled, "Add")[1]
    return out


def free(model, sizes):
    """{torch name: value} of the parameters that stand alone: vectors of sizes that no other constant has in its role."""
    state = [folded(op.input_value(0).get_node()) for op in model.get_ordered_ops() if op.get_type_name() == "Broadcast"]
    state = [v for v in state if v is not None and v.size == sizes["heads.root_state"]]
    embedded = next(op for op in model.get_ordered_ops() if op.get_type_name() == "MVN").input_value(0).get_node()
    kind = []
    while embedded.get_type_name() == "Add":  # the sum of embeddings: one summand is a constant
        found = constant_of(embedded)
        kind += [found[1]] if found and found[1].size == sizes["encoder.kind"] else []
        embedded = embedded.input_value(0).get_node()
    assert len(state) == 1 and len(kind) == 1, "the graph has another form than export.py makes"
    return {"heads.root_state": state[0], "encoder.kind": kind[0]}


def restored(model_file, net):
    """Fills an untrained network from an exported one. Every parameter must be found, in its own size."""
    import openvino as ov
    model = ov.Core().read_model(model_file)
    wanted = net.state_dict()
    found = linears(model)
    found |= norms(model, [n for n, m in net.named_modules() if isinstance(m, nn.LayerNorm)])
    found |= free(model, {k: v.numel() for k, v in wanted.items()})
    lacking = sorted(set(wanted) - set(found))
    assert not lacking, f"not in {model_file}: {lacking}"
    net.load_state_dict({k: torch.from_numpy(found[k]).float().reshape(v.shape) for k, v in wanted.items()})
    return net


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, default=pathlib.Path("model"), help="folder that export.py wrote")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    described = json.loads((args.model / "labels.json").read_text())
    sets = {name: described[name] for name in ("lemma", "relations")}
    net = restored(args.model / "detente-fp16.xml", Net(len(sets["lemma"]), len(sets["relations"])))
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), args.out / "net.pt")
    (args.out / "sets.json").write_text(json.dumps(sets))


if __name__ == "__main__":
    main()

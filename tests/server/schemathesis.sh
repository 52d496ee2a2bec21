#!/bin/sh
# Asks a running server everything that its contract allows, and much that it does not:
#   tests/server/schemathesis.sh DETENTE [MORE OPTIONS OF SCHEMATHESIS]
# DETENTE is the binary. Exit code 77: the tool is not installed (./dev test brings it).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
detente=$1
shift
tool="$root/.deps/schemathesis/bin/schemathesis"
[ -x "$tool" ] || tool=$(command -v schemathesis) || exit 77

work=$(mktemp -d)
server=""
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT INT TERM

"$detente" read "$root/examples/reports" --ledger "$work/ledger.db" >/dev/null
DETENTE_TOKEN=letmein "$detente" serve --ledger "$work/ledger.db" --listen 127.0.0.1:0 --rate 100000 \
  2>"$work/log" &
server=$!
url=""
for _ in $(seq 100); do
  url=$(sed -n 's|.*\(http://127.0.0.1:[0-9]*\)/.*|\1|p' "$work/log")
  [ -z "$url" ] || break
  kill -0 "$server" || { cat "$work/log"; exit 1; }
  sleep 0.1
done

PYTHONPATH="$root/.deps/schemathesis" "$tool" run "$url/openapi.json" --checks all \
  --header 'Authorization: Bearer letmein' --workers 1 --no-color \
  --max-examples "${EXAMPLES:-30}" --seed 1 "$@"

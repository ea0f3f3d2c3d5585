#!/usr/bin/env bash
# Runs the regression tests of haproxy.cfg, all or the named ones, with varnishtest.
#
# What every test shares is set here: sockets that varnishtest opens ('fd@${door}' names one for HAProxy), no server but
# those that a test starts, and one health check at the start, no second one.
set -euo pipefail
folder=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
PATH=$PATH:/usr/sbin
# shellcheck disable=SC2016 # HAProxy expands them
export PAYMENTS_BIND='fd@${door}' METRICS_BIND='fd@${metrics}'
export SERVER1=127.0.0.1:1 SERVER2=127.0.0.1:1 EDGE_CHECK_INTERVAL=1h
[ $# -gt 0 ] || set -- "$folder"/*.vtc
exec varnishtest -q -k -t 20 "$@"

#!/usr/bin/env bash
# stop-under-load.sh [SERVICE…]
#
# Instances get SIGTERM while clients write and read at the gateway: no request is lost. Without arguments: one of the
# funding service, then one of the gateway itself.
#   DRILL_STOP  stops instances of the service $1 and waits until others have taken their place
source "$(dirname "$0")/lib.sh"
here_stop() { "$drills/stand.sh" stop "$1"; }
[ $# != 0 ] || set -- funding-service gateway
for service in "$@"; do
  [[ $service =~ ^[a-z-]+$ ]] || misused "Not a service: $service"
done

stand
load_on
more_answers 150
for service in "$@"; do
  act stop "$service"
  say "$service was stopped under load"
  more_answers 150
done
load_off
say "PASSED: no request was lost"

#!/usr/bin/env bash
# database-away.sh
#
# PostgreSQL goes away and comes back while clients write and read at the gateway: services stay alive, are not ready, answer
# 503 with Retry-After, and recover within ten seconds; every write, sent again with its key, is stored once.
#   DRILL_STOP, DRILL_START  stop the database; start it, and wait until it takes connections
#   DRILL_MANAGEMENT         the addresses of the management ports of the services that need it
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
no_arguments "$@"
here_stop() { stop_database; }
here_start() { start_database; }
if elsewhere; then
  management=${DRILL_MANAGEMENT:?are the addresses of management ports, with spaces between them}
else
  management="$(run funding-service 2) $(run training-service 2) $(run reporting-service 2)"
fi
list() { as GRANTEE "$@" "$gateway/v1/applications?pageSize=1"; }
list_is() { [ "$(list -o /dev/null -w '%{http_code}')" = "$1" ]; }

load_on
more_answers 300
act stop
say "PostgreSQL is away"
for service in $management; do
  within 10 is "$service/q/health/ready" 503
  is "$service/q/health/live" 200 || fail "$service is not alive"
done
say "alive and not ready: $management"
answer=$(list -i | tr -d '\r')
for part in '^HTTP/1.1 503' '^Retry-After: ' '^Content-Type: application/problem+json' '"type":"/v1/problems/unavailable"'; do
  grep -qi -- "$part" <<<"$answer" || fail "no $part in: $answer"
done
say "a request is answered 503 problem details with Retry-After"

act start
begin=$(date +%s%3N)
for service in $management; do within 10 is "$service/q/health/ready" 200; done
within 10 list_is 200
taken=$(($(date +%s%3N) - begin))
[ "$taken" -le 10000 ] || fail "back only after $taken ms"
say "all are ready again and requests answered $taken ms later"
for _ in $(seq 40); do list_is 200 || fail "a request failed after the recovery"; done
say "40 requests in a row are answered 200"
more_answers 300
load_off 503
say "PASSED: back within ten seconds, and nothing was lost"

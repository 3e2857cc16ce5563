#!/usr/bin/env bash
# PostgreSQL goes away and comes back: services stay alive, are not ready, answer 503 with Retry-After, and recover.
source "$(dirname "$0")/lib.sh"
services=(funding-service training-service reporting-service)
list() { as ANALYST "$@" "$(run reporting-service)/v1/inventory-rounds"; }
list_is() { [ "$(list -o /dev/null -w '%{http_code}')" = "$1" ]; }

stop_database
say "PostgreSQL is away"
for service in "${services[@]}"; do
  within 10 is "$(run "$service" 2)/q/health/ready" 503
  is "$(run "$service" 2)/q/health/live" 200 || fail "$service is not alive"
done
say "all services are alive and not ready"
answer=$(list -i | tr -d '\r')
for part in '^HTTP/1.1 503' '^Retry-After: ' '^Content-Type: application/problem+json' '"type":"/v1/problems/unavailable"'; do
  grep -qi -- "$part" <<<"$answer" || fail "no $part in: $answer"
done
say "a request is answered 503 problem details with Retry-After"

start_database
for service in "${services[@]}"; do
  within 10 is "$(run "$service" 2)/q/health/ready" 200
  say "$service is ready again ${taken} ms later"
done
within 10 list_is 200
for _ in $(seq 40); do list_is 200 || fail "a request failed after the recovery"; done
say "PASSED: 40 requests in a row are answered 200"

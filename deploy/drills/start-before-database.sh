#!/usr/bin/env bash
# A service is started while its database is away: it is alive and not ready, and recovers by itself.
source "$(dirname "$0")/lib.sh"
stop_database
port=$(free_port)
start reporting-service "$port"
within 60 is "http://127.0.0.1:$((port + 1))/q/health/live" 200
is "http://127.0.0.1:$((port + 1))/q/health/ready" 503 || fail "ready without a database"
say "started without its database: alive, not ready"
start_database
within 10 ready "$port"
[ "$(as ANALYST -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/v1/inventory-rounds")" = 200 ] || fail "it does not answer"
say "PASSED: ready ${taken} ms after the database was started, without a restart"

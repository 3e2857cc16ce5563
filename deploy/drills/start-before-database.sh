#!/usr/bin/env bash
# start-before-database.sh
#
# A service is started while its database is away: it is alive and not ready, and recovers by itself.
#   DRILL_STOP, DRILL_START  stop the database; start it, and wait until it takes connections
#   DRILL_BEGIN              starts an instance of the service
#   DRILL_MANAGEMENT         the address of that instance's management port
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
no_arguments "$@"
here_stop() { stop_database; }
here_start() { start_database; }
here_begin() { start reporting-service "$port" && started+=("$instance"); }
if elsewhere; then
  management=${DRILL_MANAGEMENT:?is the address of the management port of the service that is started}
else
  port=$(free_port)
  management=http://127.0.0.1:$((port + 1))
fi

act stop
act begin
within 300 is "$management/q/health/live" 200
is "$management/q/health/ready" 503 || fail "ready without a database"
say "started without its database: alive, not ready"
act start
within 10 is "$management/q/health/ready" 200
elsewhere || [ "$(as ANALYST -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/v1/inventory-rounds")" = 200 ] || fail "it does not answer"
say "PASSED: ready ${taken} ms after the database was started, without a restart"

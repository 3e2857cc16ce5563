#!/usr/bin/env bash
# stand.sh up | stop SERVICE | rotate | token ROLE | sql DATABASE STATEMENT | down
#
# What a cluster has and the launcher's system does not: two instances of the gateway and of the funding service, each pair
# behind a stand-in for the cluster's Service, with an identity provider whose keys can change. They work on the launcher's
# database. DRILL_STAND is the folder in which it is kept; the address of the gateway is in its file `address`.
#   stop  SIGTERM to one instance, whose place another one takes
#   rotate  the login role of the database that rests gets a new password, all instances of the funding service are replaced
#           by others that have it, and the role that was used before is shut out
#   token, sql  the commands for DRILL_TOKEN and DRILL_SQL
# Drills make one for themselves, unless DRILL_STAND names one that is up.
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
launcher
[ -n "${DRILL_STAND:-}" ] || misused "DRILL_STAND is not set: in which folder is the stand?"
stand=$DRILL_STAND
# What stays when this script ends needs its classes.
classes=${DRILL_CLASSES:-$stand/classes}

# keep COMMAND…: a program that stays when this script ends.
keep() {
  (cd "$stand" && exec setsid "$@" </dev/null >>"$stand/log" 2>&1) &
  say $! >>"$stand/pids"
}
add() { # SERVICE
  local port
  local -a environment
  port=$(free_port)
  mapfile -t environment <"$stand/$1/environment"
  start "$1" "$port" "${environment[@]}"
  say "$instance" >"$stand/$1/$port.pid"
  say "$port" >>"$stand/$1/instances"
}
# The instances that still run: an interrupted drill can have stopped one.
instances() {
  local port
  while read -r port; do
    ! kill -0 "$(cat "$stand/$1/$port.pid" 2>/dev/null || say none)" 2>/dev/null || say "$port"
  done <"$stand/$1/instances"
}
await_all() {
  local port
  for port in $(instances "$1"); do await_ready "$port"; done
}
secret() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
pair() { # SERVICE NAME=VALUE…: two instances behind one address
  local service=$1 port
  shift
  mkdir "$stand/$service"
  touch "$stand/$service/instances"
  printf '%s\n' "$@" >"$stand/$service/environment"
  add "$service"
  add "$service"
  port=$(free_port)
  compile Balancer
  keep java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes" Balancer "$port" "$stand/$service/instances"
  say "http://127.0.0.1:$port" >"$stand/$service/address"
}

up() {
  local port secret
  local -a identity
  mkdir -p "$stand"
  touch "$stand/pids"
  port=$(free_port)
  compile Issuer
  keep java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes" Issuer "$port" "$(run audience)"
  issuer=http://127.0.0.1:$port
  say "$issuer" >"$stand/issuer"
  secret=$(secret)
  sql funding "$drop_roles; create role funding_drill_a login password '$secret' in role funding_app"
  identity=(QUARKUS_OIDC_PUBLIC_KEY= "DOORLICHTING_ISSUER=$issuer" DOORLICHTING_IDENTITY_ASK_EVERY=2S)
  pair funding-service "${identity[@]}" QUARKUS_DATASOURCE_USERNAME=funding_drill_a "QUARKUS_DATASOURCE_PASSWORD=$secret"
  pair gateway "${identity[@]}" "DOORLICHTING_FUNDING_URL=$(cat "$stand/funding-service/address")"
  await_all funding-service
  await_all gateway
  gateway=$(cat "$stand/gateway/address")
  within 20 answers_requests
  cp "$stand/gateway/address" "$stand/address"
}
answers_requests() { [ "$(as GRANTEE -o /dev/null -w '%{http_code}' "$gateway/v1/applications")" = 200 ]; }
drop_roles='drop role if exists funding_drill_a; drop role if exists funding_drill_b'

# One gets SIGTERM: it is not ready at once, serves until it receives no requests any more, closes kept connections with
# its responses, and ends by itself.
remove() { # SERVICE PORT
  local service=$1 port=$2 pid leaving noticed
  pid=$(cat "$stand/$service/$port.pid")
  kill -TERM "$pid"
  within 3 is "http://127.0.0.1:$((port + 1))/q/health/ready" 503
  noticed=$taken
  leaving=$(as GRANTEE -i "http://127.0.0.1:$port/$(own_path "$service")" | tr -d '\r')
  grep -q '^HTTP/1.1 200' <<<"$leaving" || fail "it does not serve while it is not ready: $leaving"
  grep -qi '^connection: close' <<<"$leaving" || fail "it keeps connections open: $leaving"
  within 20 has_ended "$pid"
  say "an instance of $service: not ready $noticed ms after SIGTERM, still serving, ended $taken ms later"
}
forget() { # SERVICE PORT
  rm "$stand/$1/$2.pid"
  grep -vx "$2" "$stand/$1/instances" >"$stand/$1/instances.new"
  mv "$stand/$1/instances.new" "$stand/$1/instances"
}
# A path that an instance serves without another service.
own_path() { if [ "$1" = gateway ]; then say v1/problems; else say 'v1/applications?pageSize=1'; fi; }
has_ended() { ! kill -0 "$1" 2>/dev/null; }

stop() {
  local -a old
  mapfile -t old < <(instances "$1")
  add "$1"
  remove "$1" "${old[0]}"
  forget "$1" "${old[0]}"
  await_all "$1"
}
roll() { # SERVICE NAME=VALUE…: all are replaced by others that are set up with these besides
  local service=$1 port job
  local -a old jobs=()
  shift
  mapfile -t old < <(instances "$service")
  printf '%s\n' "$@" >>"$stand/$service/environment"
  for port in "${old[@]}"; do add "$service"; done
  await_all "$service"
  for port in "${old[@]}"; do
    remove "$service" "$port" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || fail "an instance of $service did not leave as it should"; done
  for port in "${old[@]}"; do forget "$service" "$port"; done
}
rotate() {
  local used resting secret
  used=$(sed -n 's/^QUARKUS_DATASOURCE_USERNAME=//p' "$stand/funding-service/environment" | tail -n 1)
  resting=$(if [ "$used" = funding_drill_a ]; then say funding_drill_b; else say funding_drill_a; fi)
  secret=$(secret)
  sql funding "drop role if exists $resting; create role $resting login password '$secret' in role funding_app"
  roll funding-service "QUARKUS_DATASOURCE_USERNAME=$resting" "QUARKUS_DATASOURCE_PASSWORD=$secret"
  sql funding "alter role $used nologin"
  [ "$(sql funding "select count(*) from pg_stat_activity where usename = '$used'")" = 0 ] || fail "connections of $used are still open"
  say "all instances work as $resting, $used cannot log in any more"
}

down() {
  local pid
  local -a pids
  mapfile -t pids < <(cat "$stand"/*/*.pid "$stand/pids" 2>/dev/null)
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do within 20 has_ended "$pid"; done
  sql funding "$drop_roles"
  rm -rf "$stand"
}

case ${1:-} in
  up)
    [ ! -e "$stand/address" ] || fail "there is a stand in $stand"
    up
    exit
    ;;
  stop | rotate | token | sql | down) ;;
  *) misused "Not something to do here: ${1:-nothing}" ;;
esac
if [ "$1" = down ] && [ -d "$stand" ]; then # Also one that did not come up whole.
  down
  exit
fi
[ -r "$stand/address" ] || fail "there is no stand in $stand"
issuer=$(cat "$stand/issuer")
case $1 in
  stop)
    [ -d "$stand/${2:-nothing}" ] || misused "Not a service of the stand: ${2:-nothing}"
    "$@"
    ;;
  token) token_of "${2:?is a role}" ;;
  sql) "$@" ;;
  rotate | down) "$1" ;;
esac

# What the drills share. It is not run by itself. Each runs on the launcher's system (./mvnw -Pup), whose data folder is DRILL_DATA, or
# on another one, which these variables describe:
#   DRILL_GATEWAY  the address of its gateway
#   DRILL_TOKEN    a command that prints a token of the role $1
#   DRILL_SQL      a command that executes the statement $2 in the database $1 (funding, training, reporting) as a user
#                  that sees every row, and prints the rows with a bar between columns, as psql -At does
# and what a drill itself names. Commands are for bash. What a drill starts itself it stops. Drills write records called
# DRILL, so run them on a test system only.
set -euo pipefail
drills=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$drills/../.." && pwd)
data=${DRILL_DATA:-$home/deploy/local/data}
work=$(mktemp -d)
started=()
own_stand=
issuer=

clean_up() {
  local pid
  rm -f "$work/loading"
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -z "$own_stand" ] || "$drills/stand.sh" down || true
  rm -rf "$work"
}
trap clean_up EXIT

say() { printf '%s\n' "$*"; }
fail() {
  say "FAILED: $*" >&2
  exit 1
}
# The comment at the head of a script is its manual.
manual() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; }
misused() {
  say "$*" >&2
  manual >&2
  exit 2
}
case ${1:-} in -h | --help)
  manual
  exit
  ;;
esac
no_arguments() { [ $# = 0 ] || misused "It takes no arguments: $*"; }

for program in curl java javac; do
  command -v "$program" >/dev/null || fail "$program is needed"
done
# launcher: for what only works on the launcher's own system.
launcher() { [ -r "$data/run.json" ] || fail "nothing runs on $data: ./mvnw -Pup starts it, DRILL_DATA names another folder${1:+, $1}"; }
elsewhere() { [ -n "${DRILL_GATEWAY:-}" ]; }
if elsewhere; then
  [ -n "${DRILL_TOKEN:-}" ] || fail "DRILL_GATEWAY is set, and DRILL_TOKEN is not: which command prints a token of the role \$1?"
  gateway=${DRILL_GATEWAY%/}
else
  launcher "DRILL_GATEWAY another system"
fi
# act NAME WORDS…: the command in the variable DRILL_NAME, with the words as $1 and so on; on the launcher's system the
# drill's own function here_name.
act() {
  local command=DRILL_${1^^} own=here_$1
  shift
  if [ -n "${!command:-}" ]; then
    bash -c "${!command}" drill "$@" || fail "$command failed"
    return
  fi
  elsewhere && fail "$command names no command for that at $gateway"
  "$own" "$@"
}

# run NAME [N]: the Nth value of this name in run.json; of a service the first is its address, the second its management.
run() { sed -n "s/^.*\"$1\" *: *\"\([^\"]*\)\".*$/\1/p" "$data/run.json" | sed -n "${2:-1}p"; }
password() { sed -n "s/^.*\"$1\" *: *\"\([^\"]*\)\".*$/\1/p" "$data/passwords.json"; }
elsewhere || gateway=$(run gateway)

status() { curl -s -o /dev/null -m 5 -w '%{http_code}' "$1" || true; }
is() { [ "$(status "$1")" = "$2" ]; }
# within SECONDS COMMAND…: repeats the command until it succeeds, and fails after this time; sets $taken, in milliseconds.
within() {
  local limit=$1 begin end
  shift
  begin=$(date +%s%3N)
  until "$@"; do
    end=$(date +%s%3N)
    [ $((end - begin)) -le $((limit * 1000)) ] || fail "not within $limit s: $*"
    sleep 0.1
  done
  taken=$(($(date +%s%3N) - begin))
}

token_of() {
  if elsewhere; then
    bash -c "$DRILL_TOKEN" drill "$1" || fail "DRILL_TOKEN failed for $1"
  elif [ -n "$issuer" ]; then
    curl -s -f -m 30 "$issuer/token/$1" || fail "no token for $1"
  else
    run "$1"
  fi
}
# as ROLE CURL-ARGUMENTS…: sends a request with a token of this role.
as() {
  local token
  token=$(token_of "$1")
  shift
  curl -s -m 10 -H @<(printf 'Authorization: Bearer %s' "$token") -H 'Accept: application/json' "$@"
}

# compile NAME: the small Java programs beside this file, all of them at once. DRILL_CLASSES names a folder for what is compiled,
# for several drills after each other.
classes=${DRILL_CLASSES:-$work/classes}
compile() {
  [ "$classes/$1.class" -nt "$drills/$1.java" ] ||
    javac -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -d "$classes" "$drills"/*.java
}
# java_program NAME ARGUMENTS…: runs one, with PostgreSQL's driver.
java_program() {
  # Not all libraries: each is opened to look for drivers.
  local -a driver=("$home"/funding-service/target/quarkus-app/lib/main/org.postgresql.postgresql-*.jar)
  compile "$1"
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes:${driver[0]}" "$@"
}
# sql DATABASE STATEMENT
sql() {
  if elsewhere; then
    [ -n "${DRILL_SQL:-}" ] || fail "DRILL_SQL is not set: which command executes a statement in the database $1?"
    bash -c "$DRILL_SQL" drill "$@"
  else
    PGPASSWORD=$(password postgres) java_program Sql "jdbc:postgresql://127.0.0.1:$(port_of "$1")/$1" "$2"
  fi
}
database_port() { sed -n 4p "$data/postgres/postmaster.pid"; }
# Where a database listens; a drill may give another.
port_of() { database_port; }

# figures: counts and sums of all tables of the three databases, a line each.
figures() {
  local database sums
  sums=$(
    cat <<'SQL'
select current_database() || '.' || table_name || ' ' || regexp_replace(query_to_xml(format('select count(*) as rows%s from %I',
  (select string_agg(format(', sum(%I) as %I', column_name, column_name), '' order by ordinal_position)
   from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name
     and data_type in ('numeric', 'integer', 'bigint', 'smallint') and is_generated = 'NEVER'),
  table_name), false, true, '')::text, '\s+', ' ', 'g')
from information_schema.tables t
where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by table_name
SQL
  )
  for database in funding training reporting; do sql "$database" "$sums"; done
}
# revision SERVICE REPORT: the revision of this source in the report.
revision() {
  local answer
  answer=$(as ANALYST "$gateway/v1/reports/$2?programme=APR-2007-2011" || true)
  [[ $answer =~ \"service\":\"$1\",\"status\":\"OK\",\"revision\":\"([0-9a-f-]{36})-[0-9]+\" ]] || fail "no revision of $1 in: $answer"
  say "${BASH_REMATCH[1]}"
}

# load_on: from now on clients write and read at the gateway; see Load.java.
load_on() {
  name=DRILL-$(date +%s)-$$
  new_token
  touch "$work/loading" "$work/answers" "$work/problems"
  compile Load
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes" Load "$gateway" "$work" "$name" &
  load=$!
  started+=("$load")
}
new_token() {
  token_of GRANTEE >"$work/token.new"
  mv "$work/token.new" "$work/token"
}
answers() { wc -l <"$work/answers"; }
has_answers() { [ "$(answers)" -ge "$1" ]; }
# more_answers N: goes on when so many more requests have been answered.
more_answers() { within 300 has_answers $(($(answers) + $1)); }
# load_off [503]: stops the clients. Each write must have been answered 201 and stored once, each read 200. With the argument 503,
# any request can have had 503 before that. Without it, one request in a hundred can have used up the two seconds after which a
# gateway stops waiting, on a machine that is too busy, if it was answered when it was sent again: nothing is lost by that.
load_off() {
  local other writes reads slow=0
  rm -f "$work/loading"
  within 90 load_has_ended
  wait "$load" || fail "a client ended before its time"
  if [ -z "${1:-}" ]; then
    sed -i -E 's/^(READ|WRITE) 503 ((1[7-9]|[2-4][0-9])[0-9]{2}) /\1 slow \2 /' "$work/answers"
    slow=$(grep -c '^[A-Z]* slow ' "$work/answers" || true)
  fi
  other=$(grep -vE "^(WRITE (201|slow${1:+|$1})|READ (200|slow${1:+|$1})) " "$work/answers" | cut -d' ' -f1-3 || true)
  [ -z "$other" ] || fail "of $(answers) requests, these were not answered as they should be (status, ms): $(head -n 20 <<<"$other" | tr '\n' ';')
$(head -n 20 "$work/problems")
$(stand_says)"
  sed -n 's/^WRITE 201 [0-9]* //p' "$work/answers" | LC_ALL=C sort >"$work/acknowledged"
  sed -n 's/^WRITE [^ ]* [0-9]* //p' "$work/answers" | LC_ALL=C sort -u | cmp -s - "$work/acknowledged" || fail "some writes were never answered 201"
  sql funding "select title || ' ' || count(*) from application where title like '$name-%' group by title" | LC_ALL=C sort >"$work/stored"
  sed 's/$/ 1/' "$work/acknowledged" | cmp -s - "$work/stored" ||
    fail "acknowledged (<) and how often stored (>): $(sed 's/$/ 1/' "$work/acknowledged" | diff - "$work/stored" | head -n 20)"
  writes=$(wc -l <"$work/acknowledged")
  reads=$(grep -c '^READ 200 ' "$work/answers")
  [ $((slow * 100)) -le $((writes + reads)) ] || fail "$slow of $((writes + reads)) requests were given up after two seconds
$(head -n 20 "$work/problems")"
  say "$writes writes and $reads reads of several clients: all answered 201 and 200${1:+ in the end}, each write stored once"
  [ "$slow" = 0 ] || say "  ($slow requests were given up after two seconds, and answered when sent again)"
  [ -z "${1:-}" ] || say "  ($(grep -c " $1 " "$work/answers" || true) times after an answer $1)"
  say "  the slowest answer took $(cut -d' ' -f3 "$work/answers" | sort -n | tail -n 1) ms"
}
# What gateways and the stand-ins for a Service of a stand say about requests that were not answered.
stand_says() {
  [ -z "${DRILL_STAND:-}" ] ||
    cat "$DRILL_STAND"/gateway-*.log "$DRILL_STAND/log" | grep -E 'does not respond|no instance is ready|connection to' | LC_ALL=C sort | tail -n 20
}
load_has_ended() { ! kill -0 "$load" 2>/dev/null; }
# For the drills under load: two instances of each behind something that sends to those that are ready.
stand() {
  elsewhere && return
  if [ -z "${DRILL_STAND:-}" ]; then
    export DRILL_STAND=$work/stand
    own_stand=yes
    "$drills/stand.sh" up
  fi
  [ -r "$DRILL_STAND/address" ] || fail "there is no stand in $DRILL_STAND: $drills/stand.sh up makes one"
  gateway=$(cat "$DRILL_STAND/address")
  issuer=$(cat "$DRILL_STAND/issuer")
}

# What the drills share; not to be run. They need a system that runs (README): DRILL_DATA is its data folder. What they
# start themselves they stop. They write records called DRILL, and so are for a system to try things on.
set -euo pipefail
drills=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$drills/../.." && pwd)
data=${DRILL_DATA:-$home/deploy/local/data}
work=$(mktemp -d)
started=()

clean_up() {
  local pid
  rm -f "$work/loading"
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap clean_up EXIT

say() { printf '%s\n' "$*"; }
fail() {
  say "FAILED: $*" >&2
  exit 1
}

# run NAME [N]: the Nth value of this name in run.json; of a service the first is its address, the second its management.
run() { sed -n "s/^.*\"$1\" *: *\"\([^\"]*\)\".*$/\1/p" "$data/run.json" | sed -n "${2:-1}p"; }
password() { sed -n "s/^.*\"$1\" *: *\"\([^\"]*\)\".*$/\1/p" "$data/passwords.json"; }

status() { curl -s -o /dev/null -m 5 -w '%{http_code}' "$1" || true; }
is() { [ "$(status "$1")" = "$2" ]; }
# within SECONDS COMMAND…: fails when it does not come true; sets $taken, in milliseconds.
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

# The token of a role; a drill may give others.
token_of() { run "$1"; }
# as ROLE CURL-ARGUMENTS…: calls as somebody with this role.
as() {
  local token
  token=$(token_of "$1")
  shift
  curl -s -m 10 -H @<(printf 'Authorization: Bearer %s' "$token") -H 'Accept: application/json' "$@"
}

# The process of a service that listens on this port.
pid_of() {
  local process
  for process in /proc/[0-9]*; do
    if grep -q "/$1/target/quarkus-app/" "$process/cmdline" 2>/dev/null &&
      tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qx "QUARKUS_HTTP_PORT=$2"; then
      say "${process#/proc/}"
      return
    fi
  done
  fail "no process of $1 on port $2"
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 5000 * 2))
    { : <"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || { : <"/dev/tcp/127.0.0.1/$((port + 1))"; } 2>/dev/null || break
  done
  say "$port"
}

# start SERVICE PORT [NAME=VALUE…]: another instance, set up as the running one except for these; management is on the
# next port. It stops as in production. Sets $instance to its process.
start() {
  local service=$1 port=$2 model url variable
  local -a environment command
  shift 2
  url=$(run "$service")
  model=$(pid_of "$service" "${url##*:}")
  mapfile -d '' environment <"/proc/$model/environ"
  mapfile -d '' command <"/proc/$model/cmdline"
  (
    for variable in "${environment[@]}" "QUARKUS_HTTP_PORT=$port" "QUARKUS_MANAGEMENT_PORT=$((port + 1))" \
      DOORLICHTING_LAUNCHER_WATCH=false QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_SHUTDOWN_DELAY=3S "$@"; do
      export "${variable?}"
    done
    cd "$work"
    exec "${command[@]}" </dev/null >>"$work/$service-$port.log" 2>&1
  ) &
  instance=$!
  started+=("$instance")
}
ready() { is "http://127.0.0.1:$(($1 + 1))/q/health/ready" 200; }
await_ready() { within 60 ready "$1"; }

# A small Java program beside this file, with PostgreSQL's driver.
java_program() {
  local file=$1
  shift
  java -XX:TieredStopAtLevel=1 -cp "$home/funding-service/target/quarkus-app/lib/main/*" "$drills/$file" "$@"
}
# sql PORT DATABASE STATEMENT: as the superuser; prints rows, columns divided by a bar.
sql() { PGPASSWORD=$(password postgres) java_program Sql.java "jdbc:postgresql://127.0.0.1:$1/$2" "$3"; }

postmaster() { head -n 1 "$data/postgres/postmaster.pid"; }
database_port() { sed -n 4p "$data/postgres/postmaster.pid"; }
# Remembers how the database server was started, and stops it as for a restart of its machine.
stop_database() {
  local pid
  pid=$(postmaster)
  mapfile -d '' database_command <"/proc/$pid/cmdline"
  kill -INT "$pid"
  within 10 [ ! -e "$data/postgres/postmaster.pid" ]
}
# It refuses to run as root, so for root it runs as nobody in a namespace of its own.
start_database() { start_server "$data/postgres" "${database_command[@]}"; }
# start_server FOLDER COMMAND…
start_server() {
  local folder=$1
  local -a nobody=()
  shift
  [ "$(id -u)" != 0 ] || nobody=(unshare -U)
  (cd "$folder" && exec setsid "${nobody[@]}" "$@" </dev/null >>"$data/logs/postgresql.log" 2>&1) &
  disown
}
# start_server_on FOLDER PORT: a second server, with another folder and port and else as the running one.
start_server_on() {
  local index
  local -a command
  mapfile -d '' command <"/proc/$(postmaster)/cmdline"
  for index in "${!command[@]}"; do
    case ${command[index]} in
      -D) command[index + 1]=$1 ;;
      -p) command[index + 1]=$2 ;;
    esac
  done
  start_server "$1" "${command[@]}"
}

# load_on PORTS…: from now on four clients write, each to an instance that is ready, as a cluster's Service sends them.
# Instances come and go with $work/instances.
load_on() {
  printf '%s\n' "$@" >"$work/instances"
  touch "$work/loading"
  which_are_ready
  (while [ -e "$work/loading" ]; do
    which_are_ready
    sleep 0.3
  done) &
  started+=($!)
  local client
  for client in 1 2 3 4; do
    client "$client" &
    started+=($!)
  done
}
which_are_ready() {
  local port
  while read -r port; do
    if ready "$port"; then say "$port"; fi
  done <"$work/instances" >"$work/ready.new"
  [ ! -s "$work/ready.new" ] || mv "$work/ready.new" "$work/ready"
}
client() {
  local number=0 answer name=DRILL-$$-$1
  local -a ports
  while [ -e "$work/loading" ]; do
    number=$((number + 1))
    mapfile -t ports <"$work/ready"
    answer=$(as PROGRAMME_MANAGER -o /dev/null -w '%{http_code} %{time_total}' -H 'Content-Type: application/json' \
      -d "{\"code\":\"$name-$number\",\"name\":\"Drill\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}}" \
      "http://127.0.0.1:${ports[RANDOM % ${#ports[@]}]}/v1/programmes" || true)
    say "$answer" >>"$work/answers.$1"
  done
}
answers() { cat "$work"/answers.* 2>/dev/null | wc -l; }
has_answers() { [ "$(answers)" -ge "$1" ]; }
# more_answers N: goes on when so many more requests have been answered.
more_answers() { within 60 has_answers $(($(answers) + $1)); }
programmes() {
  local answer
  answer=$(as PROGRAMME_MANAGER "$(run funding-service)/v1/programmes?pageSize=1" || true)
  [[ $answer =~ \"total\":\{\"value\":([0-9]+) ]] || fail "no total in: $answer"
  say "${BASH_REMATCH[1]}"
}
# load_off BEFORE: stops the clients; every request must have been answered with 201, and stored once.
load_off() {
  rm -f "$work/loading"
  within 20 all_have_stopped
  local all made slowest now stored
  all=$(answers)
  made=$(cat "$work"/answers.* | grep -c '^201 ' || true)
  slowest=$(cat "$work"/answers.* | sort -k2 -n | tail -1 | cut -d' ' -f2)
  [ "$all" = "$made" ] || fail "of $all requests $((all - made)) were not answered with 201: $(cut -d' ' -f1 "$work"/answers.* | sort | uniq -c | tr '\n' ';')"
  now=$(programmes)
  stored=$((now - $1))
  [ "$stored" = "$made" ] || fail "$made were answered with 201, $stored are stored"
  say "$all requests under load: all answered with 201, all stored once; the slowest took $slowest s"
}
all_have_stopped() { ! jobs -r | grep -q 'client'; }

# backup FOLDER: a base backup of the running server, made while it works.
backup() { PGPASSWORD=$(password postgres) java_program Backup.java "jdbc:postgresql://127.0.0.1:$(database_port)/postgres" "$data/postgres" "$1"; }
# figures PORT: counts and sums of all tables of the three databases.
figures() {
  local server=jdbc:postgresql://127.0.0.1:$1
  PGPASSWORD=$(password postgres) java_program Figures.java "$server/funding" "$server/training" "$server/reporting"
}
# new_epoch DATABASE PORT NAME: the Job that runs after a restore.
new_epoch() {
  local owner=$1_owner
  (
    export QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true DOORLICHTING_RESTORED_AS=$3
    export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$2/$1 QUARKUS_DATASOURCE_USERNAME=$owner
    QUARKUS_DATASOURCE_PASSWORD=$(password "$owner")
    export QUARKUS_DATASOURCE_PASSWORD
    cd "$work"
    java -XX:TieredStopAtLevel=1 -jar "$home/$1-service/target/quarkus-app/quarkus-run.jar" >"$work/job.log" 2>&1
  ) || fail "the Job of $1 failed: $(tail -n 3 "$work/job.log")"
}
# restored PORT: the funding database there takes connections.
restored() { [ "$(sql "$1" funding 'select 1' 2>/dev/null || true)" = 1 ]; }
# revision SERVICE REPORT [GATEWAY]: what the report says of this source.
revision() {
  local answer
  answer=$(as ANALYST "${3:-$(run gateway)}/v1/reports/$2?programme=APR-2007-2011" || true)
  [[ $answer =~ \"service\":\"$1\",\"status\":\"OK\",\"revision\":\"([0-9a-f-]{36})-[0-9]+\" ]] || fail "no revision of $1 in: $answer"
  say "${BASH_REMATCH[1]}"
}

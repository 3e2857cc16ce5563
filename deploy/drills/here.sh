# How drills start and stop what the launcher's system is made of; read after lib.sh.

postmaster() { head -n 1 "$data/postgres/postmaster.pid"; }
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
# backup FOLDER: a base backup of the running server, made while it works.
backup() { PGPASSWORD=$(password postgres) java_program Backup "jdbc:postgresql://127.0.0.1:$(database_port)/postgres" "$data/postgres" "$1"; }

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
    port=$((10000 + RANDOM % 5000 * 2))
    { : <"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || { : <"/dev/tcp/127.0.0.1/$((port + 1))"; } 2>/dev/null || break
  done
  say "$port"
}
# start SERVICE PORT [NAME=VALUE…]: another instance, set up as the launcher's except for these; management is on the next
# port. It stops as in production, only sooner. Sets $instance to its process.
start() {
  local service=$1 port=$2 url model variable
  local -a environment command
  shift 2
  url=$(if [ "$service" = gateway ]; then run gateway; else run "$service"; fi)
  model=$(pid_of "$service" "${url##*:}")
  mapfile -d '' environment <"/proc/$model/environ"
  mapfile -d '' command <"/proc/$model/cmdline"
  (
    for variable in "${environment[@]}" "QUARKUS_HTTP_PORT=$port" "QUARKUS_MANAGEMENT_PORT=$((port + 1))" \
      DOORLICHTING_LAUNCHER_WATCH=false QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_SHUTDOWN_DELAY=4S "$@"; do
      [[ ! $variable =~ ^[A-Za-z_0-9]+= ]] || export "${variable?}" # A function of the shell is none for us.
    done
    cd "${DRILL_STAND:-$work}"
    exec setsid "${command[@]}" </dev/null >>"$service-$port.log" 2>&1
  ) &
  instance=$!
}
ready() { is "http://127.0.0.1:$(($1 + 1))/q/health/ready" 200; }
await_ready() { within 300 ready "$1"; }

# new_epoch DATABASE PORT NAME: the Job that runs after a restore.
new_epoch() {
  local owner=$1_owner
  local -a command=(java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
  # As the launcher does, with the classes that end-to-end tests keep.
  [ ! -e "$home/$1-service/target/classes.jsa" ] || command+=("-XX:SharedArchiveFile=$home/$1-service/target/classes.jsa")
  (
    export QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true DOORLICHTING_RESTORED_AS=$3
    export QUARKUS_FLYWAY_CONNECT_RETRIES=120 QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL=1S # It tries again, as on a cluster.
    export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$2/$1 QUARKUS_DATASOURCE_USERNAME=$owner
    QUARKUS_DATASOURCE_PASSWORD=$(password "$owner")
    export QUARKUS_DATASOURCE_PASSWORD
    cd "$work"
    "${command[@]}" -jar "$home/$1-service/target/quarkus-app/quarkus-run.jar" >"$work/job-$1.log" 2>&1
  ) || fail "the Job of $1 failed: $(tail -n 3 "$work/job-$1.log")"
}

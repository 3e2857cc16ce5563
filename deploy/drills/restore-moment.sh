#!/usr/bin/env bash
# restore-moment.sh
#
# The funding database as it was at a moment between two backups, from a base backup and the archived write-ahead log, while
# clients write at the gateway: every write that was acknowledged before the moment is there, and none that came after it. It
# prints how long the recovery took, and how much at most would have been lost with the machine. On the launcher's system only,
# whose database is restarted twice, because it archives nothing by itself; the restored one runs beside it. On a cluster
# follow "Restore" in docs/runbook.md.
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
no_arguments "$@"
launcher
# As archive_timeout of production, only shorter: a segment is archived after so many seconds, full or not.
every=5
folder=$(mktemp -d "$data/postgres-drill.XXXXXX")
archive=$folder/archive copy=$folder/copy
mkdir "$archive"
archiving=
trap '(leave) || true; clean_up' EXIT
leave() {
  if [ -e "$copy/postmaster.pid" ]; then
    kill -INT "$(head -n 1 "$copy/postmaster.pid")"
    within 10 [ ! -e "$copy/postmaster.pid" ]
  fi
  if [ -n "$archiving" ]; then
    for setting in archive_mode archive_command archive_timeout; do sql funding "alter system reset $setting"; done
    restart_database
  fi
  rm -rf "$folder"
}
restart_database() {
  stop_database
  start_database
  within 60 takes_connections
  within 60 is "$(run funding-service 2)/q/health/ready" 200
}
takes_connections() { [ "$(sql funding 'select 1' 2>/dev/null || true)" = 1 ]; }
is_promoted() { [ "$(sql funding 'select pg_is_in_recovery()' 2>/dev/null || true)" = f ]; }
is_archived() { [ -e "$archive/$1" ]; }
restored=
port_of() { if [ -n "$restored" ]; then say "$restored"; else database_port; fi; }
titles() { sql funding "select title from application where title like '$name-%'" | LC_ALL=C sort; }
acknowledged() { sed -n 's/^WRITE 201 [0-9]* //p' "$work/answers" | LC_ALL=C sort; }

archiving=yes
sql funding "alter system set archive_mode = on"
sql funding "alter system set archive_command = 'cp %p $archive/%f.new && mv $archive/%f.new $archive/%f'"
sql funding "alter system set archive_timeout = ${every}"
restart_database
stand
load_on
more_answers 150
backup "$copy"
more_answers 150
acknowledged >"$work/before"
moment=$(sql funding "select clock_timestamp()")
titles >"$work/until"
more_answers 150
titles >"$work/all"
# The segment of the moment is archived, and a later one.
for _ in 1 2; do
  segment=$(sql funding "select pg_walfile_name(pg_switch_wal())")
  more_answers 10
  within 60 is_archived "$segment"
done
load_off 503
# The longest time between two segments: what was written in it was on this machine only.
gap=$(find "$archive" -name '[0-9A-F]*' -not -name '*.*' -printf '%T@\n' | sort -n | awk 'NR > 1 && $1 - last > most {most = $1 - last} {last = $1} END {printf "%.1f", most}')

begin=$(date +%s%3N)
touch "$copy/recovery.signal"
cat >>"$copy/postgresql.auto.conf" <<CONF
archive_mode = off
restore_command = 'cp $archive/%f %p'
recovery_target_time = '$moment'
recovery_target_action = promote
CONF
port=$(free_port)
start_server_on "$copy" "$port"
restored=$port
within 120 is_promoted
taken=$(($(date +%s%3N) - begin))
titles >"$work/restored"
restored=
lost=$(LC_ALL=C comm -23 "$work/before" "$work/restored" | wc -l)
[ "$lost" = 0 ] || fail "$lost of $(wc -l <"$work/before") writes that were acknowledged before the moment are not there"
later=$(LC_ALL=C comm -13 "$work/until" "$work/restored" | wc -l)
[ "$later" = 0 ] || fail "$later writes of after the moment are there"
[ "$(wc -l <"$work/restored")" -lt "$(wc -l <"$work/all")" ] || fail "nothing was written after the moment, so this shows nothing"
say "restored to $moment: $(wc -l <"$work/restored") of $(wc -l <"$work/all") writes, all $(wc -l <"$work/before") that were acknowledged before it and none of after it"
say "the recovery took $taken ms: $(du -sm "$copy" | cut -f1) MiB and $(find "$archive" -type f | wc -l) segments"
say "at most $gap s of writes were in no archived segment, where one is archived every $every s"
say "PASSED: the log leads to any moment"

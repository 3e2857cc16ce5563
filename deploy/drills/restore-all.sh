#!/usr/bin/env bash
# restore-all.sh
#
# Everything is backed up while it works, destroyed, and restored: counts and sums of all tables are as before, epochs are new.
# No other client may write during the drill.
#   DRILL_BACKUP   makes a backup of the three databases
#   DRILL_RESTORE  destroys them and restores them as of now, and waits until all are ready
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
no_arguments "$@"
copy=
destroyed=
# After the destruction the copy holds the only data. It is deleted when everything is restored.
trap 'clean_up; if [ -n "$destroyed" ]; then say "the backup is kept in $copy" >&2; else rm -rf "$copy"; fi' EXIT
here_backup() {
  # Beside the data, so that it is on the same disk; it holds what the data holds.
  copy=$(mktemp -d "$data/postgres-drill.XXXXXX")
  backup "$copy"
  say "backed up: $(du -sm "$copy" | cut -f1) MiB"
}
here_restore() {
  local server begin database service
  local -a jobs=()
  server=$(database_port)
  stop_database
  destroyed=yes
  find "$data/postgres" -mindepth 1 -delete
  say "destroyed"
  begin=$(date +%s)
  cp -a "$copy/." "$data/postgres/"
  start_database
  for service in funding-service training-service reporting-service; do
    within 30 is "$(run "$service" 2)/q/health/ready" 200
  done
  say "restored and ready $(($(date +%s) - begin)) s later"
  for database in funding training reporting; do
    new_epoch "$database" "$server" "drill-$$" &
    jobs+=($!)
  done
  for database in "${jobs[@]}"; do wait "$database" || fail "a Job failed"; done
}
parts=('funding-service finances' 'training-service reach' 'reporting-service reach')
epochs() {
  local part
  # shellcheck disable=SC2086
  for part in "${parts[@]}"; do revision $part; done
}
# The audit trail is sealed, and sums are folded, every few seconds: until then a later count would differ.
all_is_sealed_and_folded() {
  local database
  for database in funding training reporting; do
    [ "$(sql "$database" 'select count(*) from audit_event where sealed_in is null')" = 0 ] || return
  done
  [ "$(sql reporting 'select count(*) from reach_entry e, sums_snapshot s where e.x >= s.until_x')" = 0 ]
}

within 60 all_is_sealed_and_folded
figures >"$work/before"
epochs >"$work/epochs"
act backup
act restore
figures >"$work/after"
diff "$work/before" "$work/after" >"$work/difference" || fail "counts or sums differ: $(cat "$work/difference")"
epochs >"$work/epochs.after"
! grep -Fxf "$work/epochs" "$work/epochs.after" >"$work/kept" || fail "an epoch is the same: $(cat "$work/kept")"
destroyed=
say "PASSED: counts and sums of $(wc -l <"$work/before") tables are as before, and each data set has a new epoch"

#!/usr/bin/env bash
# Everything is backed up while it works, destroyed, and restored: counts and sums are as before, epochs are new.
source "$(dirname "$0")/lib.sh"
# Beside the data, so that it is on the same disk; it holds what the data holds.
copy=$(mktemp -d "$data/postgres-drill.XXXXXX")
destroyed=
# Once the rest is destroyed the copy is all there is: it goes only when everything is back.
trap 'clean_up; if [ -n "$destroyed" ]; then say "the backup is kept in $copy" >&2; else rm -rf "$copy"; fi' EXIT
server=$(database_port)
figures "$server" >"$work/before"
epoch=$(revision funding-service finances)
backup "$copy"
say "backed up $(wc -l <"$work/before") tables: $(du -sm "$copy" | cut -f1) MiB"

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
figures "$server" >"$work/after"
for database in funding training reporting; do new_epoch "$database" "$server" "drill-$$"; done
diff "$work/before" "$work/after" || fail "counts or sums differ"
now=$(revision funding-service finances)
[ "$now" != "$epoch" ] || fail "the epoch is the same"
destroyed=
say "PASSED: counts and sums of all tables are as before, and each data set has a new epoch"

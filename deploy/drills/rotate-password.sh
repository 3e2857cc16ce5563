#!/usr/bin/env bash
# The database password is rotated under load, without a failed request: two login roles take turns (ADR 37).
source "$(dirname "$0")/lib.sh"
server=$(database_port)
secret() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
drop_roles() { sql "$server" postgres 'drop role if exists funding_drill_a; drop role if exists funding_drill_b'; }
role() { sql "$server" postgres "create role funding_drill_$1 login password '$2' in role funding_app"; }
instance_of() { start funding-service "$1" "QUARKUS_DATASOURCE_USERNAME=funding_drill_$2" "QUARKUS_DATASOURCE_PASSWORD=$3"; }

drop_roles
old=$(secret)
new=$(secret)
role a "$old"
one=$(free_port)
instance_of "$one" a "$old"
first=$instance
two=$(free_port)
instance_of "$two" a "$old"
second=$instance
await_ready "$one"
await_ready "$two"
before=$(programmes)
load_on "$one" "$two"
more_answers 50

role b "$new"
say "the second role has its new password; now instances that have it take over"
three=$(free_port)
instance_of "$three" b "$new"
four=$(free_port)
instance_of "$four" b "$new"
await_ready "$three"
await_ready "$four"
printf '%s\n' "$three" "$four" >>"$work/instances"
for leaving in "$first" "$second"; do
  kill -TERM "$leaving"
  wait "$leaving" || true
done
sql "$server" postgres 'alter role funding_drill_a nologin'
say "the first role may not log in any more"
more_answers 50
load_off "$before"
clean_up_roles=$(sql "$server" postgres "select count(*) from pg_stat_activity where usename = 'funding_drill_a'")
[ "$clean_up_roles" = 0 ] || fail "somebody still works with the old password"
for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
drop_roles
say "PASSED: no request failed while the password was rotated"

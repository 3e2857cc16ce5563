#!/usr/bin/env bash
# restore-one.sh
#
# The funding database alone goes back to an earlier moment: its epoch is new, every response about records
# whose project is lost is 200, and these dangling references are listed. On the launcher's system the restored database runs
# beside the running one.
#   DRILL_BACKUP   makes a backup, or notes the moment
#   DRILL_RESTORE  restores the funding database to that, and waits until the gateway works with it
source "$(dirname "$0")/lib.sh"
source "$drills/here.sh"
no_arguments "$@"
copy=
trap 'clean_up; end_earlier; [ -z "$copy" ] || rm -rf "$copy"' EXIT
end_earlier() {
  [ -e "$copy/postmaster.pid" ] || return 0
  kill -INT "$(head -n 1 "$copy/postmaster.pid")"
  within 10 [ ! -e "$copy/postmaster.pid" ]
}
here_backup() {
  copy=$(mktemp -d "$data/postgres-drill.XXXXXX")
  backup "$copy"
}
# A second server on the copy, with a funding service and a gateway of their own.
here_restore() {
  local funding door
  earlier=$(free_port)
  start_server_on "$copy" "$earlier"
  funding=$(free_port)
  door=$(free_port)
  start gateway "$door" "DOORLICHTING_FUNDING_URL=http://127.0.0.1:$funding"
  started+=("$instance")
  start funding-service "$funding" "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$earlier/funding"
  started+=("$instance")
  within 20 takes_connections
  new_epoch funding "$earlier" "drill-$$"
  await_ready "$funding"
  await_ready "$door"
  gateway=http://127.0.0.1:$door
}
earlier=
port_of() { if [ "$1" = funding ] && [ -n "$earlier" ]; then say "$earlier"; else database_port; fi; }
takes_connections() { [ "$(sql funding 'select 1' 2>/dev/null || true)" = 1 ]; }

post() { as "$1" --fail-with-body -H 'Content-Type: application/json' -H "Idempotency-Key: drill-$$-$RANDOM" -d "$3" "$gateway/v1/$2" || fail "POST $2"; }
id_of() { sed -n 's/^{"id":"\([^"]*\)".*/\1/p'; }
# All that the tables of a database name, but for the projects themselves.
project_ids() {
  sql "$1" "select distinct unnest(xpath('//project_id/text()', query_to_xml(format(
    'select distinct project_id from %I where project_id is not null', table_name), false, false, '')))::text
    from information_schema.columns where table_schema = 'public' and column_name = 'project_id' and data_type = 'uuid'"
}

act backup
say "backed up; after that, a project and a figure of it are recorded"
project=$(post GRANT_OFFICER projects "{\"programme\":\"APR-2007-2011\",\"code\":\"drill-$$\",\"name\":\"Drill $$\",\"place\":{\"scope\":\"NATIONAL\"},\"source\":\"drill\",\"period\":{\"from\":\"2009-01-01\",\"until\":\"2010-01-01\"}}" | id_of)
observation=$(post RESEARCHER reach-observations "{\"programme\":\"APR-2007-2011\",\"projectId\":\"$project\",\"period\":{\"from\":\"2009-01-01\",\"until\":\"2010-01-01\"},\"targetGroup\":\"OTHER\",\"reach\":{\"kind\":\"EXACT\",\"value\":1},\"includedIn\":\"NONE\",\"place\":{\"scope\":\"NATIONAL\"},\"source\":\"drill\"}" | id_of)
epoch=$(revision funding-service finances)

act restore
say "the funding database is restored to the moment before, and serves"

# The first call of a new process may take longer than a report waits.
answers_reports() { [ "$(as ANALYST -o /dev/null -w '%{http_code}' "$gateway/v1/reports/finances?programme=APR-2007-2011")" = 200 ]; }
within 20 answers_reports
[ "$(revision funding-service finances)" != "$epoch" ] || fail "the epoch is the same"
say "the funding data set has a new epoch"
reports='reports/finances?programme=APR-2007-2011 reports/reach?programme=APR-2007-2011 reports/training?programme=APR-2007-2011 reports/effects?programme=APR-2007-2011'
for path in $reports "reach-observations/$observation" "reach-observations?projectId=$project"; do
  code=$(as ANALYST -o "$work/answer" -w '%{http_code}' "$gateway/v1/$path")
  [ "$code" = 200 ] || fail "$path is answered $code: $(cat "$work/answer")"
done
say "reports, the figure and lists are answered 200"
sql funding 'select id from project' | LC_ALL=C sort >"$work/projects"
for database in reporting training; do
  project_ids "$database" | LC_ALL=C sort | LC_ALL=C comm -23 - "$work/projects" | sed "s/^/  $database refers to project /"
done >"$work/dangling"
say "dangling references:"
cat "$work/dangling"
grep -q "$project" "$work/dangling" || fail "the lost project is not among them"
say "PASSED: $(wc -l <"$work/dangling") dangling references, and no response fails because of them"

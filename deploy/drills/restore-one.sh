#!/usr/bin/env bash
# The funding database alone goes back to an earlier moment, beside a system that goes on: its epoch is new, every answer
# over references that now lead nowhere is 200, and they are listed.
source "$(dirname "$0")/lib.sh"
copy=$(mktemp -d "$data/postgres-drill.XXXXXX")
earlier=$(free_port)
trap 'clean_up; end_earlier; rm -rf "$copy"' EXIT
end_earlier() {
  [ -e "$copy/postmaster.pid" ] || return 0
  kill -INT "$(head -n 1 "$copy/postmaster.pid")"
  within 10 [ ! -e "$copy/postmaster.pid" ]
}
post() { as "$1" --fail-with-body -H 'Content-Type: application/json' -H "Idempotency-Key: drill-$$-$RANDOM" -d "$3" "$(run gateway)/v1/$2" || fail "POST $2"; }
project_ids() { # PORT DATABASE: all that its tables name, but for the projects themselves
  local table
  sql "$1" "$2" "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'project_id' and data_type = 'uuid'" |
    while read -r table; do sql "$1" "$2" "select distinct project_id from \"$table\" where project_id is not null"; done | sort -u
}
id_of() { sed -n 's/^{"id":"\([^"]*\)".*/\1/p'; }

backup "$copy"
say "backed up; a project is made after that, and a figure recorded of it"
project=$(post GRANT_OFFICER projects "{\"programme\":\"APR-2007-2011\",\"code\":\"drill-$$\",\"name\":\"Drill $$\",\"place\":{\"scope\":\"NATIONAL\"},\"source\":\"drill\",\"period\":{\"from\":\"2009-01-01\",\"until\":\"2010-01-01\"}}" | id_of)
post RESEARCHER reach-observations "{\"programme\":\"APR-2007-2011\",\"projectId\":\"$project\",\"period\":{\"from\":\"2009-01-01\",\"until\":\"2010-01-01\"},\"targetGroup\":\"OTHER\",\"reach\":{\"kind\":\"EXACT\",\"value\":1},\"place\":{\"scope\":\"NATIONAL\"},\"source\":\"drill\"}" >"$work/observation"
epoch=$(revision funding-service finances)

start_server_on "$copy" "$earlier"
within 20 restored "$earlier"
new_epoch funding "$earlier" "drill-$$"
funding=$(free_port)
start funding-service "$funding" "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$earlier/funding"
await_ready "$funding"
gateway=$(free_port)
start gateway "$gateway" "DOORLICHTING_FUNDING_URL=http://127.0.0.1:$funding"
await_ready "$gateway"
gateway=http://127.0.0.1:$gateway
say "the funding database is back before that, and serves"

# The first call of a new process may take longer than a report waits.
answers_reports() { [ "$(as ANALYST -o /dev/null -w '%{http_code}' "$gateway/v1/reports/finances?programme=APR-2007-2011")" = 200 ]; }
within 20 answers_reports
now=$(revision funding-service finances "$gateway")
[ "$now" != "$epoch" ] || fail "the epoch is the same"
say "the funding data set has a new epoch"
observation=$(id_of <"$work/observation")
reports='reports/finances?programme=APR-2007-2011 reports/reach?programme=APR-2007-2011 reports/training?programme=APR-2007-2011 reports/effects?programme=APR-2007-2011'
for path in $reports "reach-observations/$observation" "reach-observations?projectId=$project"; do
  code=$(as ANALYST -o "$work/answer" -w '%{http_code}' "$gateway/v1/$path")
  [ "$code" = 200 ] || fail "$path is answered $code: $(cat "$work/answer")"
done
say "reports, the figure and lists are answered 200"
sql "$earlier" funding 'select id from project' | sort >"$work/projects"
for database in reporting training; do
  project_ids "$(database_port)" "$database" | comm -23 - "$work/projects" | sed "s/^/  $database refers to project /"
done >"$work/dangling"
say "references that lead nowhere:"
cat "$work/dangling"
grep -q "$project" "$work/dangling" || fail "the project that was lost is not among them"
say "PASSED: $(wc -l <"$work/dangling") references lead nowhere, and no answer fails over them"

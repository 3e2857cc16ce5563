#!/usr/bin/env bash
# standbys-gone.sh
#
# No standby of the funding database confirms commits any more, while clients write and read at the gateway: reads are 200 and
# quick, writes are refused with 503 and the reason, invalid requests are 400, the service stays ready and says that writes
# wait. Once commits are confirmed again every write, sent again with its key, is stored once.
#   DRILL_LOSE, DRILL_REGAIN  take the standbys away; let one confirm commits again
#   DRILL_MANAGEMENT          the address of the management port of the funding service
source "$(dirname "$0")/lib.sh"
no_arguments "$@"
# A name that is not there. Waiting for it is the same as waiting for standbys that are lost.
here_lose() { standbys "'nowhere'"; }
here_regain() { standbys default; }
standbys() {
  sql funding "alter system set synchronous_standby_names = $1"
  sql funding "select pg_reload_conf()" >/dev/null
}
regained=yes
# The launcher's system is left as it was, also when the drill fails.
leave() {
  [ "$regained" = yes ] || act regain
  clean_up
}
trap leave EXIT
management=$(elsewhere && say "${DRILL_MANAGEMENT:?is the address of the management port of the funding service}" || run funding-service 2)
# Bounds in milliseconds. A read has two seconds at the gateway, and as in load_off one in a hundred may use them up on a machine
# that is too busy.
slowest_percentile=2000
slowest_refusal=10000

says() { curl -s -m 5 "$management/q/health/ready" | grep -q "\"$1\"" && is "$management/q/health/ready" 200; }
create() { as GRANTEE -H 'Content-Type: application/json' "$@" "$gateway/v1/applications"; }
recorded() { sql funding "select coalesce(sum(times), 0) from audit_event where id > $first and $1"; }
reads() { wc -l <"$work/reads"; }
has_reads() { [ "$(reads)" -ge "$1" ]; }
# Of the lines of $1, the value that $2 % of the last field are not above.
percentile() { sort -n "$1" | awk -v share="$2" '{ value[NR] = $1 } END { at = int((NR * share + 99) / 100); print value[at < 1 ? 1 : at] }'; }

first=$(sql funding "select coalesce(max(id), 0) from audit_event")
touch "$work/reads" "$work/unknown"
load_on
compile Readers
READERS_TOKEN=$(token_of GRANT_OFFICER) java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classes" Readers "$gateway/v1/applications?pageSize=5" "$work" &
started+=("$!")
within 60 has_reads 300
more_answers 150
before=$(reads)
written=$(answers)

regained=
act lose
within 10 says "writes wait for a standby"
say "no standby is there: ready, and the service says so $taken ms later"
for number in $(seq 20); do
  answer=$(create -o /dev/null -w '%{http_code} %{time_total}' -H "Idempotency-Key: $name-invalid-$number" -d '{"title":1}')
  [[ $answer == 400\ * ]] || fail "an invalid request got $answer"
  say "${answer#400 }" >>"$work/invalid"
done
say "20 invalid requests were answered 400, the slowest in $(sort -n "$work/invalid" | tail -n 1) s"
answer=$(create -i -w '\n%{time_total}' -d "{\"title\":\"$name-refused\"}" -H "Idempotency-Key: $name-refused" | tr -d '\r')
for part in '^HTTP/1.1 503' '^Retry-After: ' '"type":"/v1/problems/unavailable"' 'Writes wait for a standby'; do
  grep -qi -- "$part" <<<"$answer" || fail "no $part in: $answer"
done
say "a write was refused with the reason in $(tail -n 1 <<<"$answer") s"
within 120 has_reads $((before + 600))
[ "$(sql funding "select count(*) from pg_stat_activity where wait_event = 'SyncRep' and application_name <> 'commit-probe' and clock_timestamp() - query_start > interval '5 s'")" = 0 ] ||
  fail "commits still wait"
says "writes wait for a standby" || fail "it does not say any more that writes wait"
sed -n "$((before + 1)),\$p" "$work/reads" >"$work/reads.then"
sed -n "$((written + 1)),\$p" "$work/answers" | sed -n 's/^WRITE 503 \([0-9]*\) .*/\1/p' >"$work/refused.then"

act regain
regained=yes
within 10 says "writes are confirmed"
say "commits are confirmed again: the service says so $taken ms later"
more_answers 150
load_off 503

slow=$(grep -cE '^503 (1[7-9]|2[0-9])[0-9]{2}$' "$work/reads" || true)
[ $((slow * 100)) -le "$(reads)" ] || fail "$slow of $(reads) reads were given up after two seconds"
other=$(grep -vE '^(200 [0-9]+|503 (1[7-9]|2[0-9])[0-9]{2})$' "$work/reads" || true)
[ -z "$other" ] || fail "reads were answered: $(sort <<<"$other" | uniq -c | head -n 20)"
cut -d' ' -f2 "$work/reads.then" >"$work/millis"
head -n "$before" "$work/reads" | cut -d' ' -f2 >"$work/millis.before"
slowest=$(percentile "$work/millis" 99)
say "$(wc -l <"$work/millis") reads while writes waited: 200${slow:+ ($slow of all given up after two seconds)}, 99 % within $slowest ms ($(percentile "$work/millis.before" 99) ms before)"
[ "$slowest" -le $slowest_percentile ] || fail "that is over $slowest_percentile ms"
say "$(wc -l <"$work/refused.then") answers 503 to writes: half within $(percentile "$work/refused.then" 50) ms, the slowest in $(percentile "$work/refused.then" 100) ms"
[ "$(percentile "$work/refused.then" 100)" -le $slowest_refusal ] || fail "that is over $slowest_refusal ms"
# Those of a caller beyond 20 a minute are counted, and written at the end of the minute once writes go on.
invalid_are_recorded() { [ "$(recorded "status = 400 and operation = 'createApplication'")" -ge 20 ]; }
within 90 invalid_are_recorded
say "the invalid requests are in the audit trail"
unknown=$(sort -u "$work/unknown" | wc -l)
replayed=$(recorded "result = 'REPLAYED'")
[ "$unknown" -ge 1 ] || fail "no commit waited"
[ "$unknown" = "$replayed" ] || fail "$unknown writes had an unknown outcome, and $replayed were answered by what was stored"
say "$unknown writes had an unknown outcome; their repetitions were answered by what was stored"
say "PASSED: reads went on, and no write was lost or done twice"

#!/usr/bin/env bash
# One of two instances gets SIGTERM under load: no request is lost. It is not ready at once, serves until nobody sends it
# requests any more, closes kept connections with its answers, and ends by itself.
source "$(dirname "$0")/lib.sh"
one=$(free_port)
start funding-service "$one"
first=$instance
two=$(free_port)
start funding-service "$two"
await_ready "$one"
await_ready "$two"
before=$(programmes)
load_on "$one" "$two"
more_answers 100

kill -TERM "$first"
within 3 is "http://127.0.0.1:$((one + 1))/q/health/ready" 503
say "not ready ${taken} ms after SIGTERM"
leaving=$(as ANALYST -i "http://127.0.0.1:$one/v1/programmes" | tr -d '\r')
grep -q '^HTTP/1.1 200' <<<"$leaving" || fail "it does not serve while it is not ready: $leaving"
grep -qi '^connection: close' <<<"$leaving" || fail "it keeps connections open: $leaving"
has_ended() { ! kill -0 "$first" 2>/dev/null; }
within 20 has_ended
say "ended ${taken} ms later"
more_answers 100
load_off "$before"
say "PASSED: no request was lost"

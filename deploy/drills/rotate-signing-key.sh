#!/usr/bin/env bash
# The identity provider changes the key it signs tokens with, under load: no request is refused, and nobody restarts.
source "$(dirname "$0")/lib.sh"
provider=$(free_port)
java -XX:TieredStopAtLevel=1 "$drills/Issuer.java" "$provider" "$(run audience)" &
started+=($!)
provider=http://127.0.0.1:$provider
within 20 is "$provider/jwks" 200
port=$(free_port)
start funding-service "$port" QUARKUS_OIDC_PUBLIC_KEY= "DOORLICHTING_ISSUER=$provider"
await_ready "$port"
before=$(programmes)
new_token() {
  curl -s -f -m 30 "$provider/token/PROGRAMME_MANAGER" >"$work/token.new"
  mv "$work/token.new" "$work/token"
}
new_token
token_of() { cat "$work/token"; }

load_on "$port"
more_answers 50
curl -s -f -m 30 -o /dev/null "$provider/rotate"
more_answers 10
new_token
say "tokens are signed with a new key; the old one is still published"
more_answers 50
curl -s -f -m 30 -o /dev/null "$provider/withdraw"
say "the old key is withdrawn"
more_answers 50
token_of() { run "$1"; }
load_off "$before"
say "PASSED: no request was refused while the key changed"

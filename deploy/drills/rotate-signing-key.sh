#!/usr/bin/env bash
# rotate-signing-key.sh
#
# The identity provider changes the key it signs tokens with, while clients write and read at the gateway: no request is
# refused, no instance restarts, and once the old key is withdrawn its tokens are refused.
#   DRILL_ROTATE    has the provider sign with a new key and still publish the old one
#   DRILL_WITHDRAW  has it publish the old one no longer
source "$(dirname "$0")/lib.sh"
no_arguments "$@"
here_rotate() { curl -s -f -m 30 -o /dev/null "$issuer/rotate"; }
here_withdraw() { curl -s -f -m 30 -o /dev/null "$issuer/withdraw"; }
# Only one token from here on.
old_is() { [ "$(curl -s -m 10 -o /dev/null -w '%{http_code}' -H @<(printf 'Authorization: Bearer %s' "$(cat "$work/old")") "$gateway/v1/applications?pageSize=1")" = "$1" ]; }

stand
load_on
more_answers 150
cp "$work/token" "$work/old"
act rotate
more_answers 30
new_token
! cmp -s "$work/token" "$work/old" || fail "the new token is the old one"
say "tokens are signed with a new key; the old one is still published"
within 10 old_is 200
more_answers 150
act withdraw
within 90 old_is 401
say "the old key is withdrawn; its tokens are refused $taken ms later"
more_answers 150
load_off
say "PASSED: no request was refused while the key changed"

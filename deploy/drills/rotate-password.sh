#!/usr/bin/env bash
# rotate-password.sh
#
# The password of the funding database is rotated while clients write and read at the gateway, without a failed request: two
# login roles take turns (ADR 37).
#   DRILL_ROTATE  does that, and waits until every instance works with the new one
source "$(dirname "$0")/lib.sh"
no_arguments "$@"
here_rotate() { "$drills/stand.sh" rotate; }

stand
load_on
more_answers 150
act rotate
say "the other role has taken over"
more_answers 150
load_off
say "PASSED: no request failed while the password was rotated"

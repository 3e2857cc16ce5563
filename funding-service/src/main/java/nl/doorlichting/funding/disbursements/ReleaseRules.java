package nl.doorlichting.funding.disbursements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/**
 * What a caller may do to a payment. Only a payment that waits is released or cancelled, and it is released only with a
 * budget line, by another subject than those that decided about the award or made the payment. Source:
 * docs/design/rules.md#four-eyes.
 *
 * @param deciders subjects that decided about the award
 * @param maker subject that made the payment
 * @param payable whether there is a budget line to book it on, and a recipient to pay
 */
record ReleaseRules(DisbursementStatus status, Set<String> deciders, String maker, boolean payable) {
    private static final String RELEASE = "release";
    private static final String CANCELLATION = "cancellation";

    /** 403 for a subject that decided or made the payment, 409 for a payment that does not wait. */
    void refuseRelease(Caller caller) {
        if (caller.is(maker)) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("disbursement.made-by-you"));
        }
        if (hasDecided(caller)) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("disbursement.decided-by-you"));
        }
        refuseEnded();
    }

    /** 409 for a payment that does not wait. */
    void refuseEnded() {
        if (status != DisbursementStatus.RESERVED) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("disbursement.final-status", status),
                    Map.of("allowed", List.of()));
        }
    }

    List<String> allowedTo(Caller caller) {
        var allowed = new ArrayList<String>();
        if (status != DisbursementStatus.RESERVED || !caller.may(FundingAccess.DECIDE_AWARDS)) {
            return allowed;
        }
        allowed.add(CANCELLATION);
        if (payable && !hasDecided(caller) && !caller.is(maker)) {
            allowed.add(RELEASE);
        }
        return allowed;
    }

    private boolean hasDecided(Caller caller) {
        return deciders.stream().anyMatch(caller::is);
    }
}

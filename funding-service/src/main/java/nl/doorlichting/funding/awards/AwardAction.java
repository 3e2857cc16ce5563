package nl.doorlichting.funding.awards;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/**
 * What can be done to an award, and in which state of it. The name in small letters is the last segment of its path.
 * Source: docs/design/rules.md#awards; the articles of law are in docs/adr/0014.
 */
enum AwardAction {
    ACCOUNTABILITY(FundingAccess.ACCOUNT_FOR_AWARDS, "ask to account for it."),
    AMENDMENT(FundingAccess.DECIDE_AWARDS, "amend it."),
    DISBURSEMENTS(FundingAccess.WRITE_AWARDS, "pay it."),
    RECLAIMS(FundingAccess.DECIDE_AWARDS, "reclaim it."),
    REVOCATION(FundingAccess.DECIDE_AWARDS, "revoke it."),
    SETTLEMENT(FundingAccess.DECIDE_AWARDS, "settle it."),
    UPDATE(FundingAccess.WRITE_AWARDS, "describe it.");

    private static final String NOT_THE_STATES =
            "A decentralisation grant is part of the municipal fund: the municipality"
                    + " spends it freely and accounts to its own council. The state cannot ";

    private final String rule;
    private final String inWords;

    /** The words end a sentence that begins with "The state cannot". */
    AwardAction(String rule, String inWords) {
        this.rule = rule;
        this.inWords = inWords;
    }

    /** What the law and the state of the award allow any caller. */
    static Set<AwardAction> allowed(FundingInstrument instrument, AwardStatus status) {
        if (instrument == FundingInstrument.DECENTRALISATION_GRANT) {
            // Payments come in instalments and are not a state; the last one makes it PAID.
            return status == AwardStatus.GRANTED ? EnumSet.of(DISBURSEMENTS) : EnumSet.noneOf(AwardAction.class);
        }
        return switch (status) {
            case GRANTED, AMENDED -> EnumSet.of(ACCOUNTABILITY, AMENDMENT, DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case ACCOUNTED -> EnumSet.of(DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case SETTLED -> EnumSet.of(DISBURSEMENTS, RECLAIMS, REVOCATION);
            case REVOKED -> EnumSet.of(RECLAIMS);
            case PAID -> EnumSet.noneOf(AwardAction.class);
        };
    }

    /** Why the law or the state of the award does not allow this. */
    String notAllowed(FundingInstrument instrument, AwardStatus status) {
        return instrument == FundingInstrument.DECENTRALISATION_GRANT && this != DISBURSEMENTS
                ? NOT_THE_STATES + inWords
                : "An award that is " + status + " takes no " + path() + ".";
    }

    /** Whether it commits, pays or claims back, and so has to reach the budget. */
    boolean movesMoney() {
        return this == AMENDMENT || this == DISBURSEMENTS || this == RECLAIMS;
    }

    boolean isFor(Caller caller) {
        return caller.may(rule);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> paths(Set<AwardAction> actions) {
        return actions.stream().map(AwardAction::path).toList();
    }

    /** 409 with what is allowed. */
    static ProblemException refusal(String detail, Set<AwardAction> allowed) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", paths(allowed)));
    }
}

package nl.doorlichting.funding.awards;

import static nl.doorlichting.funding.awards.AwardAction.ACCOUNTABILITY;
import static nl.doorlichting.funding.awards.AwardAction.AMENDMENT;
import static nl.doorlichting.funding.awards.AwardAction.DISBURSEMENTS;
import static nl.doorlichting.funding.awards.AwardAction.RECLAIMS;
import static nl.doorlichting.funding.awards.AwardAction.REVOCATION;
import static nl.doorlichting.funding.awards.AwardAction.SETTLEMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/**
 * What may be done to an award in which state. Source: docs/design/rules.md#awards; the articles of law are in
 * docs/adr/0014.
 */
final class AwardRules {
    private static final String NOT_THE_STATES =
            "A decentralisation grant is part of the municipal fund: the municipality"
                    + " spends it freely and accounts to its own council. The state cannot ";

    // What promises, pays or claims back, and so has to reach the budget.
    private static final Set<AwardAction> MOVING_MONEY = EnumSet.of(AMENDMENT, DISBURSEMENTS, RECLAIMS);

    private AwardRules() {}

    /** What the law and the state of the award allow, whoever asks. */
    static Set<AwardAction> allowed(FundingInstrument instrument, AwardStatus status) {
        return instrument == FundingInstrument.DECENTRALISATION_GRANT ? ofGrant(status) : ofSubsidy(status);
    }

    /** What can be done to this award now: there must be a line, something left to pay, to claim, or nothing in between. */
    static Set<AwardAction> allowed(Award award) {
        var allowed = allowed(award.fundingInstrument, award.status);
        if (award.budgetLineId == null) {
            allowed.removeAll(MOVING_MONEY);
        }
        if (award.left().amount().signum() == 0) {
            allowed.remove(DISBURSEMENTS);
        }
        if (award.reclaimable().amount().signum() == 0) {
            allowed.remove(RECLAIMS);
        }
        if (award.reserved.signum() > 0) {
            allowed.remove(REVOCATION);
        }
        return allowed;
    }

    /** 409 naming what is allowed when this is not. */
    static void refuse(AwardAction action, Award award) {
        if (!allowed(award.fundingInstrument, award.status).contains(action)) {
            throw refusal(detail(action, award.fundingInstrument, award.status), allowed(award));
        }
        if (MOVING_MONEY.contains(action)) {
            refuseWithoutLine(award);
        }
    }

    /** 409 saying what to do where the award is charged to no budget line. */
    static void refuseWithoutLine(Award award) {
        if (award.budgetLineId == null) {
            throw ProblemException.of(
                    ProblemType.BUDGET_LINE_MISSING,
                    "Award " + award.number + " is charged to no budget line: change " + AwardResource.PATH + "/"
                            + award.id + " with a budgetLineId first.");
        }
    }

    /** Without the recipient's account only the state itself can settle (Awb 4:47). */
    static void refuseEarlySettlement(Award award, boolean exOfficio) {
        if (exOfficio || award.status == AwardStatus.ACCOUNTED) {
            return;
        }
        var allowed = allowed(award);
        allowed.remove(SETTLEMENT);
        throw refusal(
                "The recipient has not accounted for the award; without that it is settled exOfficio only (Awb 4:47).",
                allowed);
    }

    static ProblemException refusal(String detail, Set<AwardAction> allowed) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", names(allowed)));
    }

    static List<String> names(Set<AwardAction> actions) {
        return actions.stream().map(AwardAction::path).toList();
    }

    // Payments come in instalments and are not a state; the last one makes it PAID.
    private static Set<AwardAction> ofGrant(AwardStatus status) {
        return status == AwardStatus.GRANTED ? EnumSet.of(DISBURSEMENTS) : EnumSet.noneOf(AwardAction.class);
    }

    private static Set<AwardAction> ofSubsidy(AwardStatus status) {
        return switch (status) {
            case GRANTED, AMENDED -> EnumSet.of(ACCOUNTABILITY, AMENDMENT, DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case ACCOUNTED -> EnumSet.of(DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case SETTLED -> EnumSet.of(DISBURSEMENTS, RECLAIMS, REVOCATION);
            case REVOKED -> EnumSet.of(RECLAIMS);
            case PAID -> EnumSet.noneOf(AwardAction.class);
        };
    }

    private static String detail(AwardAction action, FundingInstrument instrument, AwardStatus status) {
        if (instrument == FundingInstrument.DECENTRALISATION_GRANT && action != DISBURSEMENTS) {
            return NOT_THE_STATES
                    + switch (action) {
                        case ACCOUNTABILITY -> "ask to account for it.";
                        case AMENDMENT -> "amend it.";
                        case RECLAIMS -> "reclaim it.";
                        case REVOCATION -> "revoke it.";
                        default -> "settle it.";
                    };
        }
        return "An award that is " + status + " takes no " + action.path() + ".";
    }
}

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
import nl.doorlichting.platform.texts.Text;

/**
 * What can be done to an award, and in which state of it. The name in small letters is the last segment of its path.
 * Source: docs/design/rules.md#awards; the articles of law are in docs/adr/0014.
 */
enum AwardAction {
    ACCOUNTABILITY(FundingAccess.ACCOUNT_FOR_AWARDS, "award.action.accountability"),
    AMENDMENT(FundingAccess.DECIDE_AWARDS, "award.action.amendment"),
    DISBURSEMENTS(FundingAccess.WRITE_AWARDS, "award.action.disbursements"),
    RECLAIMS(FundingAccess.DECIDE_AWARDS, "award.action.reclaims"),
    REPLACEMENT(FundingAccess.DECIDE_AWARDS, "award.action.replacement"),
    REVOCATION(FundingAccess.DECIDE_AWARDS, "award.action.revocation"),
    SETTLEMENT(FundingAccess.DECIDE_AWARDS, "award.action.settlement"),
    SUCCESSION(FundingAccess.DECIDE_AWARDS, "award.action.succession"),
    WITHDRAWAL(FundingAccess.DECIDE_AWARDS, "award.action.withdrawal"),
    CONDITIONS(FundingAccess.WRITE_AWARDS, "award.action.conditions"),
    DOCUMENTS(FundingAccess.ACCOUNT_FOR_AWARDS, "award.action.documents"),
    UPDATE(FundingAccess.WRITE_AWARDS, "award.action.update");

    /**
     * What the state can do with a decentralisation grant at all: REPLACEMENT and WITHDRAWAL before anything is paid,
     * SUCCESSION once the municipality was merged.
     */
    private static final Set<AwardAction> OF_GRANTS = EnumSet.of(DISBURSEMENTS, REPLACEMENT, SUCCESSION, WITHDRAWAL);

    private final String rule;
    private final Text inWords;

    /** The words end a sentence that begins with "The state cannot". */
    AwardAction(String rule, String inWords) {
        this.rule = rule;
        this.inWords = Text.of(inWords);
    }

    /** What the law and the state of the award allow. A revoked or withdrawn award gives nothing, so nothing is asked for it. */
    static Set<AwardAction> allowed(FundingInstrument instrument, AwardStatus status) {
        var allowed = instrument == FundingInstrument.DECENTRALISATION_GRANT ? ofGrant(status) : ofSubsidy(status);
        allowed.add(DOCUMENTS);
        allowed.add(UPDATE);
        if (status != AwardStatus.REVOKED && status != AwardStatus.WITHDRAWN) {
            allowed.add(CONDITIONS);
        }
        return allowed;
    }

    /** Payments come in instalments and are not a state; the last one makes it PAID. */
    private static Set<AwardAction> ofGrant(AwardStatus status) {
        return switch (status) {
            case GRANTED -> EnumSet.copyOf(OF_GRANTS);
            case PAID -> EnumSet.of(SUCCESSION);
            default -> EnumSet.noneOf(AwardAction.class);
        };
    }

    private static Set<AwardAction> ofSubsidy(AwardStatus status) {
        return switch (status) {
            case GRANTED, AMENDED -> EnumSet.of(ACCOUNTABILITY, AMENDMENT, DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case ACCOUNTED -> EnumSet.of(DISBURSEMENTS, REVOCATION, SETTLEMENT);
            case SETTLED -> EnumSet.of(DISBURSEMENTS, RECLAIMS, REVOCATION);
            case REVOKED -> EnumSet.of(RECLAIMS);
            case PAID, WITHDRAWN -> EnumSet.noneOf(AwardAction.class);
        };
    }

    /** Why the law or the state of the award does not allow this. */
    Text notAllowed(FundingInstrument instrument, AwardStatus status) {
        return instrument == FundingInstrument.DECENTRALISATION_GRANT && !OF_GRANTS.contains(this) && this != CONDITIONS
                ? Text.of("award.not-the-states", inWords)
                : Text.of("award.no-action-in-status", status, path());
    }

    /** Whether it commits, pays or claims back, and so has to reach the budget. */
    boolean movesMoney() {
        return this == AMENDMENT || this == REPLACEMENT || this == DISBURSEMENTS || this == RECLAIMS;
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
    static ProblemException refusal(Text detail, Set<AwardAction> allowed) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", paths(allowed)));
    }
}

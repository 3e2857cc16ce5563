package nl.doorlichting.funding.awards;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** What payments and claims do to the award they belong to, which must be held. */
final class AwardPayments {
    private AwardPayments() {}

    /** Holds room for a payment; 409 with what is left, or when the plan has no such part open. */
    static void reserve(Award award, Integer instalment, UUID disbursement, Money amount) {
        AwardRules.refuse(AwardAction.DISBURSEMENTS, award);
        if (instalment != null) {
            openPart(award, instalment, amount).disbursementId = disbursement;
        }
        var left = award.left();
        if (amount.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    "Of award " + award.number + " " + left.amount().toPlainString() + " EUR is left to pay.",
                    Map.of("left", left));
        }
        award.reserved = award.reserved.add(amount.amount());
    }

    /** Gives back what was held for a payment that will not be made. */
    static void free(Award award, UUID disbursement, Money amount) {
        award.reserved = award.reserved.subtract(amount.amount());
        award.instalments.stream()
                .filter(part -> disbursement.equals(part.disbursementId))
                .forEach(part -> part.disbursementId = null);
    }

    /** What was held is paid; a decentralisation grant is PAID with its last cent. 409 without a budget line. */
    static void pay(Award award, UUID disbursement, Money amount, LocalDate on) {
        AwardRules.refuseWithoutLine(award);
        award.reserved = award.reserved.subtract(amount.amount());
        award.disbursed = award.disbursed.add(amount.amount());
        award.instalments.stream()
                .filter(part -> disbursement.equals(part.disbursementId))
                .forEach(part -> part.paidOn = on);
        var whole = award.disbursed.compareTo(award.amount) == 0;
        if (whole && award.fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT) {
            award.status = AwardStatus.PAID;
        }
    }

    /** Claims back what was paid without right to it (Awb 4:57); 409 with what is left to claim. */
    static void claim(Award award, Money amount) {
        AwardRules.refuse(AwardAction.RECLAIMS, award);
        var left = award.reclaimable();
        if (amount.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "Of award " + award.number + " " + left.amount().toPlainString()
                            + " EUR was paid without right to it and is not claimed yet.",
                    Map.of("left", left, "allowed", AwardRules.names(AwardRules.allowed(award))));
        }
        award.reclaimed = award.reclaimed.add(amount.amount());
    }

    private static AwardInstalment openPart(Award award, int position, Money amount) {
        var part = award.instalments.stream()
                .filter(one -> one.position == position && !one.withdrawn)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN, "instalment names no part of the award's plan."));
        if (!part.isOpen()) {
            throw refused("Instalment " + position + " has a payment already.");
        }
        if (part.amount.compareTo(amount.amount()) != 0) {
            throw refused("Instalment " + position + " is " + part.amount.toPlainString() + " EUR.");
        }
        return part;
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail);
    }
}

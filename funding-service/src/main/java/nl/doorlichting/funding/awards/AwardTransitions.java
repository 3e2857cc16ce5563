package nl.doorlichting.funding.awards;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** What accounting, amending, settling and revoking do to an award, which must be held. Source: Awb 4:44-4:50. */
final class AwardTransitions {
    private AwardTransitions() {}

    static void account(Award award, AccountabilityRequest request, LocalDate handedInOn, String subject) {
        AwardRules.refuse(AwardAction.ACCOUNTABILITY, award);
        award.account = new AwardAccount(request.spent().amount(), request.report(), handedInOn, subject);
        award.status = AwardStatus.ACCOUNTED;
    }

    static AwardDecision amend(
            Award award, AmendmentRequest request, LocalDate decidedOn, String subject, Instant now) {
        AwardRules.refuse(AwardAction.AMENDMENT, award);
        var amount = request.amount() == null ? award.amount : request.amount().amount();
        var totalCost = request.totalCost() == null
                ? award.totalCost
                : request.totalCost().amount();
        refuseBelowPaid(award, amount);
        refuseAboveCost(amount, totalCost);
        replan(award, request.instalments(), amount, now);
        movePeriod(award, request);
        award.amount = amount;
        award.totalCost = totalCost;
        award.status = AwardStatus.AMENDED;
        return new AwardDecision(award, AwardDecisionKind.AMENDMENT, decidedOn, subject, amount)
                .because(null, request.reasons());
    }

    static AwardDecision settle(Award award, SettlementRequest request, LocalDate decidedOn, String subject) {
        AwardRules.refuse(AwardAction.SETTLEMENT, award);
        AwardRules.refuseEarlySettlement(award, request.isExOfficio());
        var amount = request.amount().amount();
        if (amount.compareTo(award.amount) > 0) {
            throw refused("A settlement is equal to or lower than the " + award.amount.toPlainString()
                    + " EUR granted (Awb 4:46).");
        }
        if (award.reserved.add(award.disbursed).compareTo(amount) > 0) {
            refuseReserved(award);
        }
        award.settledAmount = amount;
        award.status = AwardStatus.SETTLED;
        return new AwardDecision(award, AwardDecisionKind.SETTLEMENT, decidedOn, subject, amount)
                .exOfficio(request.isExOfficio())
                .because(null, request.reasons());
    }

    static AwardDecision revoke(Award award, RevocationRequest request, LocalDate decidedOn, String subject) {
        AwardRules.refuse(AwardAction.REVOCATION, award);
        refuseReserved(award);
        award.status = AwardStatus.REVOKED;
        return new AwardDecision(award, AwardDecisionKind.REVOCATION, decidedOn, subject, BigDecimal.ZERO)
                .because(request.ground(), request.reasons());
    }

    private static void refuseReserved(Award award) {
        if (award.reserved.signum() > 0) {
            throw refused(
                    award.reserved.toPlainString() + " EUR is reserved for payments: release or cancel them first.");
        }
    }

    private static void refuseBelowPaid(Award award, BigDecimal amount) {
        var taken = award.reserved.add(award.disbursed);
        if (amount.compareTo(taken) < 0) {
            throw refused(taken.toPlainString() + " EUR of the award is paid or reserved: settle it lower instead.");
        }
    }

    private static void refuseAboveCost(BigDecimal amount, BigDecimal totalCost) {
        if (totalCost != null && amount.compareTo(totalCost) > 0) {
            throw refused("The total cost of " + totalCost.toPlainString() + " EUR is less than the amount.");
        }
    }

    /** Parts with a payment stay; the others make place for the new ones, if any are given. */
    private static void replan(Award award, List<AwardInstalmentRequest> parts, BigDecimal amount, Instant now) {
        var open = award.instalments.stream().filter(AwardInstalment::isOpen).toList();
        if (parts == null && (open.isEmpty() || amount.compareTo(award.amount) == 0)) {
            return;
        }
        if (parts == null) {
            throw refused("The award has a plan of instalments: name those that are still to be paid.");
        }
        open.forEach(part -> part.withdrawn = true);
        award.plan(parts, now);
        var sum = award.instalments.stream()
                .filter(part -> !part.withdrawn)
                .map(part -> part.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() > 0 && sum.compareTo(amount) != 0) {
            throw refused("The instalments, those paid or reserved too, come to " + sum.toPlainString()
                    + " EUR and not to the amount.");
        }
    }

    private static void movePeriod(Award award, AmendmentRequest request) {
        if (request.period() != null) {
            award.periodFrom = request.period().from();
            award.periodUntil = request.period().until();
            award.accountabilityDue = award.defaultDue();
        }
        if (request.accountabilityDue() != null) {
            award.accountabilityDue = request.accountabilityDue();
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail);
    }
}

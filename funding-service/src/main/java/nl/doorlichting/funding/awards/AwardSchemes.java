package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What an award is held to by its scheme, and what it takes from it. One of the first release may have none: ADR 46. */
@ApplicationScoped
class AwardSchemes {
    private final Schemes schemes;
    private final Organisations organisations;
    private final AwardRepository awards;

    AwardSchemes(Schemes schemes, Organisations organisations, AwardRepository awards) {
        this.schemes = schemes;
        this.organisations = organisations;
        this.awards = awards;
    }

    /** The terms of a new award's scheme, held until the transaction ends; 409 for another programme or instrument. */
    SchemeTerms hold(AwardRequest request) {
        var terms = schemes.lock(request.scheme());
        refuseForeign(terms, request);
        return terms;
    }

    /** Notes where a new award does not fit its scheme: who receives it, the state's share, what it is charged to. */
    void check(AwardRequest request, SchemeTerms terms, List<Violation> violations) {
        checkKind(terms, request.organisationId(), violations);
        checkRecipient(request.organisationId(), request.decidedOn(), violations);
        AwardShare.of(request).check(terms, violations);
        checkLine(terms, request.budgetLineId(), violations);
    }

    /** Notes that the recipient was not there on the day of the decision, with who took over. */
    void checkRecipient(String organisationId, LocalDate decidedOn, List<Violation> violations) {
        organisations.checkThere("/organisationId", organisationId, decidedOn, violations);
    }

    /** Notes that neither the award nor its scheme names a line of the budget. */
    static void checkLine(SchemeTerms terms, UUID own, List<Violation> violations) {
        if (own == null && terms.budgetLineId() == null) {
            violations.add(Violation.body(
                    "/budgetLineId",
                    ViolationCode.REQUIRED,
                    "The scheme names no budget line, so the award names the one that it is charged to."));
        }
    }

    /** Whether the award as it was amended on this day fits, with what its amount changed by. */
    void refuseAmended(Award award, BigDecimal difference, LocalDate decidedOn) {
        var violations = new ArrayList<Violation>();
        checkRecipient(award.organisationId, decidedOn, violations);
        if (award.scheme == null) {
            refuse(violations);
            refuseRaised(difference);
            return;
        }
        var terms = schemes.lock(award.scheme);
        checkKind(terms, award.organisationId, violations);
        AwardShare.of(award).check(terms, violations);
        refuse(violations);
        refuseOverCeiling(terms, difference);
    }

    /** The line that a new award is charged to: its own or its scheme's. */
    UUID budgetLine(AwardRequest request) {
        return request.budgetLineId() == null
                ? schemes.require(request.scheme()).budgetLineId()
                : request.budgetLineId();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    private static void refuseRaised(BigDecimal difference) {
        if (difference.signum() > 0) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "The award was granted under no scheme: what comes on top is an award of its own, under a scheme.");
        }
    }

    private static void refuseForeign(SchemeTerms terms, AwardRequest request) {
        if (!terms.programme().equals(request.programme())) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "scheme names no scheme of programme " + request.programme() + ".");
        }
        if (terms.fundingInstrument() != request.fundingInstrument()) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "The scheme gives " + terms.fundingInstrument() + ".",
                    Map.of("allowed", List.of(terms.fundingInstrument().name())));
        }
    }

    // An organisation that is not recorded is refused as such later.
    private void checkKind(SchemeTerms terms, String receiver, List<Violation> violations) {
        var kind = organisations.kindOf(receiver);
        if (kind.isEmpty() || terms.applicantKinds().contains(kind.get())) {
            return;
        }
        var allowed = terms.applicantKinds().stream().sorted().toList();
        violations.add(Violation.body(
                "/organisationId",
                ViolationCode.NOT_ALLOWED,
                Map.of("applicant", kind.get(), "allowed", allowed),
                "This scheme is for other organisations than a " + kind.get() + "."));
    }

    /** 409 with what is left when the scheme's ceiling has no room for so much more. */
    void refuseOverCeiling(SchemeTerms terms, BigDecimal more) {
        if (terms.ceiling() == null || more.signum() <= 0) {
            return;
        }
        var left = terms.ceiling().subtract(awards.granted(terms.code())).max(BigDecimal.ZERO);
        if (more.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    "Of the scheme's ceiling " + left.toPlainString() + " EUR is left (Awb 4:25).",
                    Map.of("left", new Money(left, Money.EURO)));
        }
    }
}

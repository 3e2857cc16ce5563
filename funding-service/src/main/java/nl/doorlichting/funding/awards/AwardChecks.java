package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.Municipalities;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Whether an award fits what is stored: its programme and scheme, its recipient, the state's share of the cost, its
 * places, its number. An award of the first release may have no scheme (docs/adr/0046).
 */
@ApplicationScoped
class AwardChecks {
    private final AwardRepository awards;
    private final Programmes programmes;
    private final Schemes schemes;
    private final Organisations organisations;
    private final MunicipalityRegister register;

    AwardChecks(
            AwardRepository awards,
            Programmes programmes,
            Schemes schemes,
            Organisations organisations,
            MunicipalityRegister register) {
        this.awards = awards;
        this.programmes = programmes;
        this.schemes = schemes;
        this.organisations = organisations;
        this.register = register;
    }

    /** The terms of the scheme of a new award, locked until the transaction ends; refuses an award that does not fit. */
    SchemeTerms lockTerms(AwardRequest request) {
        programmes.refuseUnknown(request.programme());
        var terms = schemes.lock(request.scheme());
        refuseForeign(terms, request);
        var violations = new ArrayList<Violation>();
        Municipalities.check(request.place(), request.partners(), request.period(), register, violations);
        checkKind(terms, request.organisationId(), violations);
        checkRecipient(request.organisationId(), request.decidedOn(), violations);
        checkShare(terms, request.purpose(), request.decidedOn(), request.amount(), request.totalCost(), violations);
        checkLine(terms, request.budgetLineId(), violations);
        refuse(violations);
        refuseOverCeiling(terms, request.amount().amount());
        awards.findByNaturalId(request.programme(), request.number()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("award.number-taken"), AwardResource.PATH + "/" + existing.id());
        });
        organisations.refuseUnknown(request.organisationId());
        return terms;
    }

    /**
     * Refuses an award as it was amended on this day, where its amount changed by so much.
     *
     * @param allowed what could be done before the amendment
     */
    void refuseAmended(AwardSnapshot award, BigDecimal difference, LocalDate decidedOn, Set<AwardAction> allowed) {
        var violations = new ArrayList<Violation>();
        checkRecipient(award.organisationId(), decidedOn, violations);
        if (award.scheme() == null) {
            refuse(violations);
            if (difference.signum() > 0) {
                throw AwardState.refusal(Text.of("award.no-scheme-to-amend"), allowed);
            }
            return;
        }
        var terms = schemes.lock(award.scheme());
        checkKind(terms, award.organisationId(), violations);
        checkShare(terms, award.purpose(), award.decidedOn(), award.amount(), award.totalCost(), violations);
        refuse(violations);
        refuseOverCeiling(terms, difference);
    }

    /** Notes that the recipient was not there on the day of the decision, with its successor. */
    void checkRecipient(String organisationId, LocalDate decidedOn, List<Violation> violations) {
        organisations.checkThere("/organisationId", organisationId, decidedOn, violations);
    }

    /** Notes that neither the award nor its scheme names a line of the budget. */
    static void checkLine(SchemeTerms terms, UUID own, List<Violation> violations) {
        if (own == null && terms.budgetLineId() == null) {
            violations.add(
                    Violation.body("/budgetLineId", ViolationCode.REQUIRED, Text.of("award.budget-line-required")));
        }
    }

    private static void refuseForeign(SchemeTerms terms, AwardRequest request) {
        if (!terms.programme().equals(request.programme())) {
            throw ProblemException.unknownReference("/scheme", Text.of("award.scheme-unknown", request.programme()));
        }
        if (terms.fundingInstrument() != request.fundingInstrument()) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("award.other-instrument", terms.fundingInstrument()),
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
                Text.of("scheme.other-organisations", kind.get())));
    }

    /**
     * Notes that the state pays a share of the total cost outside the scheme's bounds on the day of the decision. The
     * total cost may be null. Source: docs/design/rules.md#co-financing.
     */
    private static void checkShare(
            SchemeTerms terms,
            FundingPurpose purpose,
            LocalDate decidedOn,
            Money amount,
            Money totalCost,
            List<Violation> violations) {
        if (!terms.isBounded()) {
            return;
        }
        var bound = terms.bound(purpose, decidedOn).orElse(null);
        if (bound == null) {
            violations.add(Violation.body(
                    "/purpose",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", terms.purposes(decidedOn)),
                    purpose == null
                            ? Text.of("award.purpose-required")
                            : Text.of("award.purpose-not-paid", purpose, decidedOn)));
            return;
        }
        var minimum = bound.minimumShare();
        var maximum = bound.maximumShare();
        var bounds = Map.<String, Object>of("minimumShare", minimum, "maximumShare", maximum);
        if (totalCost == null) {
            violations.add(
                    Violation.body("/totalCost", ViolationCode.REQUIRED, bounds, Text.of("award.total-cost-required")));
        } else if (!bound.admits(amount, totalCost)) {
            violations.add(Violation.body(
                    "/amount/amount",
                    ViolationCode.OUT_OF_RANGE,
                    bounds,
                    Text.of("award.share-of-total-cost", minimum, maximum)));
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    /** 409 with what is left when the scheme's ceiling has no room for so much more. */
    private void refuseOverCeiling(SchemeTerms terms, BigDecimal more) {
        if (terms.ceiling() == null || more.signum() <= 0) {
            return;
        }
        var left = terms.ceiling().subtract(awards.granted(terms.code())).max(BigDecimal.ZERO);
        if (more.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    Text.of("award.ceiling-left", left),
                    Map.of("left", new Money(left, Money.EURO)));
        }
    }
}

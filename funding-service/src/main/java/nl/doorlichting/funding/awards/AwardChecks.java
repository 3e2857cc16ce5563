package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.Municipalities;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/**
 * Whether an award fits what is stored: its programme and scheme, its recipient, the state's share of the cost, its
 * places, its number.
 */
@ApplicationScoped
class AwardChecks {
    private final AwardRepository awards;
    private final Programmes programmes;
    private final Schemes schemes;
    private final Organisations organisations;
    private final MunicipalityRegister register;
    private final DutchCalendar calendar;

    AwardChecks(
            AwardRepository awards,
            Programmes programmes,
            Schemes schemes,
            Organisations organisations,
            MunicipalityRegister register,
            DutchCalendar calendar) {
        this.awards = awards;
        this.programmes = programmes;
        this.schemes = schemes;
        this.organisations = organisations;
        this.register = register;
        this.calendar = calendar;
    }

    /**
     * The terms of the scheme of a new award, locked until the transaction ends; refuses an award that does not fit.
     *
     * @param line the award's own line of the budget; null for the scheme's
     */
    SchemeTerms lockTerms(AwardGrant grant, UUID line, AwardRequest.Terms stated) {
        var scheme = schemes.lock(grant.scheme());
        ProblemException.together(
                () -> calendar.refuseFuture(grant.decidedOn(), "/decidedOn"),
                () -> programmes.refuseUnknown(grant.programme()),
                () -> refuseForeign(scheme, grant),
                () -> refuse(violations(scheme, grant, line, stated)),
                () -> organisations.refuseUnknown(grant.organisationId()));
        var terms = scheme.orElseThrow();
        refuseOtherInstrument(terms, grant);
        refuseOverCeiling(terms, stated.amount().amount(), BigDecimal.ZERO);
        awards.findByNaturalId(grant.programme(), grant.number()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("award.number-taken"), AwardResource.PATH + "/" + existing.id());
        });
        return terms;
    }

    private List<Violation> violations(
            Optional<SchemeTerms> scheme, AwardGrant grant, UUID line, AwardRequest.Terms stated) {
        var violations = new ArrayList<Violation>();
        var place = grant.place() == null ? null : grant.place().toPlace();
        Municipalities.check(place, List.of(grant.partnerMunicipalities()), stated.period(), register, violations);
        checkRecipient(grant.organisationId(), grant.decidedOn(), violations);
        programmes.checkYear(grant.programme(), grant.year(), violations);
        programmes.checkPeriod(grant.programme(), stated.period(), violations);
        scheme.filter(terms -> isOwn(terms, grant)).ifPresent(terms -> {
            checkKind(terms, grant, violations);
            checkShare(terms, grant, stated.amount(), stated.totalCost(), violations);
            checkLine(terms, line, violations);
        });
        return violations;
    }

    /** Notes that the recipient was not there on the day of the decision, with its successor. */
    void checkRecipient(String organisationId, LocalDate decidedOn, List<Violation> violations) {
        organisations.checkThere("/organisationId", organisationId, decidedOn, violations);
    }

    /** Notes a period with days outside the programme. */
    void checkPeriod(String programme, Period period, List<Violation> violations) {
        programmes.checkPeriod(programme, period, violations);
    }

    /** Notes that neither the award nor its scheme names a line of the budget. */
    static void checkLine(SchemeTerms terms, UUID own, List<Violation> violations) {
        if (own == null && terms.budgetLineId() == null) {
            violations.add(
                    Violation.body("/budgetLineId", ViolationCode.REQUIRED, Text.of("award.budget-line-required")));
        }
    }

    private static boolean isOwn(SchemeTerms terms, AwardGrant grant) {
        return terms.programme().equals(grant.programme());
    }

    private static void refuseForeign(Optional<SchemeTerms> scheme, AwardGrant grant) {
        if (scheme.filter(terms -> isOwn(terms, grant)).isEmpty()) {
            throw ProblemException.unknownReference("/scheme", Text.of("award.scheme-unknown", grant.programme()));
        }
    }

    private static void refuseOtherInstrument(SchemeTerms terms, AwardGrant grant) {
        if (terms.fundingInstrument() != grant.fundingInstrument()) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("award.other-instrument", terms.fundingInstrument()),
                    Map.of("allowed", List.of(terms.fundingInstrument().name())));
        }
    }

    /** Notes a recipient of a kind that the scheme is not for. One that is not recorded is refused as such later. */
    void checkKind(SchemeTerms terms, AwardGrant grant, List<Violation> violations) {
        organisations
                .kindOf(grant.organisationId())
                .ifPresent(kind -> terms.checkApplicant("/organisationId", kind, violations));
    }

    /**
     * Notes that the state pays a share of the total cost outside the scheme's bounds on the day of the decision. The
     * total cost may be null. Source: docs/design/rules.md#co-financing.
     */
    static void checkShare(
            SchemeTerms terms, AwardGrant grant, Money amount, Money totalCost, List<Violation> violations) {
        var notPaid = Text.of("award.purpose-not-paid", grant.purpose(), grant.decidedOn());
        var bound = terms.checkPurpose(grant.purpose(), grant.decidedOn(), notPaid, violations)
                .orElse(null);
        if (bound == null) {
            return;
        }
        if (totalCost == null) {
            violations.add(Violation.body(
                    "/totalCost", ViolationCode.REQUIRED, bound.parameters(), Text.of("award.total-cost-required")));
        } else if (!bound.admits(amount, totalCost)) {
            violations.add(bound.violation("/amount"));
        }
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    /**
     * 409 with what is left when the scheme's ceiling has no room for so much more.
     *
     * @param counted how much of it the sum of the scheme's awards has already
     */
    void refuseOverCeiling(SchemeTerms terms, BigDecimal more, BigDecimal counted) {
        if (terms.ceiling() == null || more.signum() <= 0) {
            return;
        }
        var others = awards.granted(terms.code()).subtract(counted);
        var left = terms.ceiling().subtract(others).max(BigDecimal.ZERO);
        if (more.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    Text.of("award.ceiling-left", left),
                    Map.of("left", new Money(left, Money.EURO)));
        }
    }
}

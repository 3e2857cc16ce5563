package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.awardtallies.AwardCounts;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.officers.Officers;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.funding.schemes.AllocationOrder;
import nl.doorlichting.funding.schemes.Scheme;
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
    private static final Pattern CODE = Pattern.compile("GM[0-9]{4}");

    private final AwardRepository awards;
    private final Programmes programmes;
    private final Schemes schemes;
    private final Organisations organisations;
    private final Projects projects;
    private final BudgetLedger budget;
    private final AwardCounts tallies;
    private final Officers officers;
    private final MunicipalityRegister register;
    private final DutchCalendar calendar;

    AwardChecks(
            AwardRepository awards,
            Programmes programmes,
            Schemes schemes,
            Organisations organisations,
            Projects projects,
            BudgetLedger budget,
            AwardCounts tallies,
            Officers officers,
            MunicipalityRegister register,
            DutchCalendar calendar) {
        this.awards = awards;
        this.programmes = programmes;
        this.schemes = schemes;
        this.organisations = organisations;
        this.projects = projects;
        this.budget = budget;
        this.tallies = tallies;
        this.officers = officers;
        this.register = register;
        this.calendar = calendar;
    }

    /** The scheme of a new award, locked until the transaction ends; refuses an award that does not fit. */
    Scheme lockScheme(
            AwardBasis basis, AwardDescription description, AwardRequest.Terms stated, String outOfOrderReason) {
        var found = schemes.lock(basis.scheme());
        ProblemException.together(checks(found, basis, description, stated, outOfOrderReason));
        var scheme = found.orElseThrow();
        refuseOverCeiling(scheme, stated.amount().amount(), BigDecimal.ZERO);
        awards.findByNaturalId(basis.programme(), basis.number()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("award.number-taken"), AwardResource.PATH + "/" + existing.id());
        });
        return scheme;
    }

    /** What else is wrong with an award that is refused for its form: any field of it can be null. */
    List<Violation> violations(AwardRequest request) {
        if (request.programme() != null && request.programme().length() > AwardRequest.LONGEST_PROGRAMME) {
            // The refusals would repeat it.
            return List.of();
        }
        var basis = request.basis("");
        var found = Optional.ofNullable(basis.scheme()).flatMap(schemes::find);
        return ProblemException.noted(
                checks(found, basis, request.description(), request.terms(), request.outOfOrderReason()));
    }

    /**
     * What is not stated breaks no rule here: the form demands it.
     *
     * @param found the scheme of the code that is stated, whatever its programme
     */
    private Runnable[] checks(
            Optional<Scheme> found,
            AwardBasis basis,
            AwardDescription description,
            AwardRequest.Terms stated,
            String outOfOrderReason) {
        var scheme = found.filter(one -> one.programme().equals(basis.programme()));
        return new Runnable[] {
            () -> calendar.refuseFuture(basis.decidedOn(), "/decidedOn"),
            () -> programmes.refuseUnknown(basis.programme()),
            () -> {
                if (basis.programme() != null) {
                    refuseUnknown(basis, description);
                }
            },
            () -> {
                if (basis.programme() != null && basis.scheme() != null) {
                    scheme.orElseThrow(() -> ProblemException.unknownCode(
                            "/scheme",
                            basis.scheme(),
                            schemes.inAnotherCase(basis.scheme()),
                            Text.of("award.scheme-unknown", basis.programme())));
                }
            },
            () -> refuseOutOfOrder(scheme, basis, outOfOrderReason),
            () -> ProblemException.refuse(violations(scheme, basis, description.budgetLineId(), stated)),
            () -> organisations.refuseUnknown(basis.organisationId()),
            () -> {
                // That of an application was checked when it was assigned.
                if (basis.applicationId() == null) {
                    officers.refuseUnknown(description.officer());
                }
            }
        };
    }

    /** An award by hand has no score, so it comes after every application that was refused by its own. */
    private void refuseOutOfOrder(Optional<Scheme> scheme, AwardBasis basis, String reason) {
        if (basis.applicationId() != null) {
            return;
        }
        var passedOver = scheme.filter(one -> one.allocationOrder() == AllocationOrder.RANKING)
                .map(one -> awards.refusedByRank(one.code()))
                .orElse(List.of());
        AllocationOrder.refuseOutOfOrder(AllocationOrder.RANKING, passedOver, reason);
    }

    /** 409 with all that the award names and its programme does not have. */
    private void refuseUnknown(AwardBasis basis, AwardDescription stated) {
        ProblemException.together(
                () -> projects.refuseUnknown(basis.programme(), stated.projectId()),
                () -> budget.refuseUnknown(basis.programme(), stated.budgetLineId()),
                () -> {
                    if (basis.fundingInstrument() != null) {
                        tallies.refuseUnknown(basis.programme(), basis.fundingInstrument(), stated.includedIn());
                    }
                });
    }

    /** Refuses a new description for what it names anew and is not there. */
    void refuseChange(AwardBasis basis, AwardDescription before, AwardDescription changed) {
        var anew = new AwardDescription(
                changed.title(),
                anew(before.projectId(), changed.projectId()),
                anew(before.officer(), changed.officer()),
                changed.track(),
                changed.actionLine(),
                anew(before.budgetLineId(), changed.budgetLineId()),
                changed.note(),
                anew(before.includedIn(), changed.includedIn()));
        ProblemException.together(() -> officers.refuseUnknown(anew.officer()), () -> refuseUnknown(basis, anew));
    }

    private static <T> T anew(T before, T changed) {
        return Objects.equals(before, changed) ? null : changed;
    }

    private List<Violation> violations(
            Optional<Scheme> scheme, AwardBasis basis, UUID line, AwardRequest.Terms stated) {
        var violations = new ArrayList<Violation>();
        var place = basis.place() == null ? null : basis.place().toPlace();
        var partners = List.of(basis.partnerMunicipalities());
        var areCodes = partners.stream().allMatch(CODE.asMatchPredicate());
        violations.addAll(PlaceViolations.of("/place", place, stated.period(), register));
        if (areCodes) {
            violations.addAll(PlaceViolations.of("/partnerMunicipalities", partners, stated.period(), register));
        }
        stated.checkDays(basis.decidedOn(), stated.period(), violations);
        programmes.checkYear(basis.programme(), basis.year(), violations);
        programmes.checkPeriod(basis.programme(), stated.period(), violations);
        if (basis.organisationId() != null && basis.decidedOn() != null) {
            checkRecipient(basis.organisationId(), basis.decidedOn(), violations);
        }
        scheme.ifPresent(own -> {
            checkInstrument(own, basis, violations);
            if (basis.organisationId() != null) {
                checkKind(own, basis, violations);
            }
            if (basis.decidedOn() != null) {
                checkShare(own, basis, stated.amount(), stated.totalCost(), violations);
            }
            checkLine(own, line, violations);
        });
        return violations;
    }

    /** Notes that the recipient was not there on the day of the decision, with its successor. */
    void checkRecipient(String organisationId, LocalDate decidedOn, List<Violation> violations) {
        organisations.checkThere("/organisationId", organisationId, decidedOn, violations);
    }

    /** Notes that neither the award nor its scheme names a line of the budget. */
    static void checkLine(Scheme scheme, UUID own, List<Violation> violations) {
        if (own == null && scheme.budgetLineId() == null) {
            violations.add(
                    Violation.body("/budgetLineId", ViolationCode.REQUIRED, Text.of("award.budget-line-required")));
        }
    }

    /** Notes another instrument than the scheme's; null passes. */
    private static void checkInstrument(Scheme scheme, AwardBasis basis, List<Violation> violations) {
        var wanted = scheme.fundingInstrument();
        if (basis.fundingInstrument() != null && basis.fundingInstrument() != wanted) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(wanted)),
                    Text.of("award.other-instrument", wanted)));
        }
    }

    /** Notes a recipient of a kind that the scheme is not for. One that is not recorded is refused as such later. */
    void checkKind(Scheme scheme, AwardBasis basis, List<Violation> violations) {
        organisations
                .kindOf(basis.organisationId())
                .ifPresent(kind -> scheme.checkApplicant("/organisationId", kind, violations));
    }

    /**
     * Notes that the state pays a share of the total cost outside the scheme's bounds on the day of the decision. The
     * amount and the total cost may be null. Source: docs/design/rules.md#co-financing.
     */
    static void checkShare(Scheme scheme, AwardBasis basis, Money amount, Money totalCost, List<Violation> violations) {
        var notPaid = Text.of("award.purpose-not-paid", basis.purpose(), basis.decidedOn());
        var bound = scheme.checkPurpose(basis.purpose(), basis.decidedOn(), notPaid, violations)
                .orElse(null);
        if (bound == null) {
            return;
        }
        if (totalCost == null) {
            violations.add(Violation.body(
                    "/totalCost", ViolationCode.REQUIRED, bound.parameters(), Text.of("award.total-cost-required")));
        } else if (amount != null && totalCost.amount().signum() > 0 && !bound.admits(amount, totalCost)) {
            violations.add(bound.violation("/amount"));
        }
    }

    /**
     * 409 with what is left when the scheme's ceiling has no room for so much more.
     *
     * @param counted how much of it the sum of the scheme's awards has already
     */
    void refuseOverCeiling(Scheme scheme, BigDecimal more, BigDecimal counted) {
        if (scheme.ceiling() == null || more.signum() <= 0) {
            return;
        }
        var others = awards.granted(scheme.code()).subtract(counted);
        var left = scheme.ceiling().amount().subtract(others).max(BigDecimal.ZERO);
        if (more.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    Text.of("award.ceiling-left", left),
                    Map.of("left", Money.euros(left)));
        }
    }
}

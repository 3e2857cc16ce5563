package nl.doorlichting.funding.disbursements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.funding.awards.AwardPayments;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.budget.BudgetCell;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.budget.DisbursementCancellationRequest;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.texts.Text;

/** Payments of awards. Each change locks the award first and then the ceilings, so that two changes never deadlock. */
@ApplicationScoped
class DisbursementService implements AwardPayments, BodyRules {
    private final DisbursementRepository disbursements;
    private final Awards awards;
    private final BudgetLedger budget;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    DisbursementService(
            DisbursementRepository disbursements,
            Awards awards,
            BudgetLedger budget,
            Programmes programmes,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.disbursements = disbursements;
        this.awards = awards;
        this.budget = budget;
        this.programmes = programmes;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    DisbursementResponse create(UUID awardId, DisbursementRequest request) {
        var award = awards.hold(awardId);
        // All that is wrong with it; 409 where it only names a part that the plan does not have.
        ProblemException.together(() -> ProblemException.refuse(violations(awardId, award, request)));
        disbursements
                .findByReference(award.programme(), request.reference())
                .ifPresent(DisbursementService::refuseSecond);
        var line = awards.budgetLine(awardId);
        var made = new Disbursement(awardId, award, line, request, clock.instant(), subject());
        made.fallDue(awards.reserve(awardId, request.instalment(), made.id(), made.amount()));
        budget.reserve(made.cell(), made.amount());
        disbursements.persist(made);
        return response(made);
    }

    // The award of the first release may have such a year itself: then its payments have it too.
    private List<Violation> violations(UUID id, AwardBasis award, DisbursementRequest request) {
        var violations = new ArrayList<Violation>();
        programmes.checkYear(award.programme(), request.year(), violations);
        RangeChecks.notBefore("/dueOn", request.dueOn(), award.decidedOn(), violations);
        awards.checkPayment(id, request.instalment(), request.amount(), violations);
        return violations;
    }

    /** What else is wrong with a payment that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof DisbursementRequest request
                ? BodyRules.id(path)
                        .flatMap(id -> awards.find(id).map(award -> violations(id, award, request)))
                        .orElse(List.of())
                : List.of();
    }

    @Transactional
    DisbursementResponse release(UUID id) {
        var disbursement = held(id);
        rules(disbursement).refuseRelease(caller.get());
        awards.pay(disbursement.awardId(), id, disbursement.amount());
        disbursement.release(paid(disbursement, disbursement.cell()), clock.instant(), subject());
        return stored(disbursement);
    }

    @Override
    public void charge(UUID awardId, UUID budgetLineId) {
        for (var disbursement : disbursements.uncharged(awardId)) {
            var cell = disbursement.cell(budgetLineId);
            budget.reserve(cell, disbursement.amount());
            disbursement.charge(budgetLineId, disbursement.isReleased() ? paid(disbursement, cell) : null);
        }
    }

    @Transactional
    DisbursementResponse cancel(UUID id, DisbursementCancellationRequest request) {
        var disbursement = held(id);
        rules(disbursement).refuseEnded();
        awards.free(disbursement.awardId(), id, disbursement.amount());
        if (disbursement.isCharged()) {
            budget.free(disbursement.cell(), disbursement.amount());
        }
        disbursement.cancel(request.reason(), clock.instant(), subject());
        return stored(disbursement);
    }

    @Transactional
    Page<DisbursementResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        var page = disbursements.page(awards.narrow(filter, "organisationId"), request);
        var deciders = awards.deciders(
                page.items().stream().map(Disbursement::awardId).distinct().toList());
        var gone = awards.gone(
                page.items().stream().map(Disbursement::organisationId).collect(Collectors.toSet()));
        return page.map(disbursement -> disbursement.toResponse(allowed(rules(disbursement, deciders, gone))));
    }

    /** As {@link #page}, of one award; 404 when that is not visible. */
    @Transactional
    Page<DisbursementResponse> pageOf(UUID awardId, Instant asOf, PageRequest request) {
        past.read(asOf);
        awards.get(awardId);
        return page(new Filter().equal("awardId", awardId), asOf, request);
    }

    @Transactional
    DisbursementResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return disbursements
                .findByIdOptional(id)
                .filter(disbursement -> awards.shows(disbursement.organisationId()))
                .map(this::response)
                .orElseThrow(ProblemException::notFound);
    }

    /** The id of the entry that takes the place of the room held. */
    private UUID paid(Disbursement disbursement, BudgetCell cell) {
        return budget.pay(cell, disbursement.awardId(), disbursement.amount(), "disbursement " + disbursement.id());
    }

    private Disbursement held(UUID id) {
        awards.hold(disbursements.awardOf(id).orElseThrow(ProblemException::notFound));
        return disbursements.findById(id);
    }

    private DisbursementResponse stored(Disbursement disbursement) {
        disbursements.flush();
        return response(disbursement);
    }

    private DisbursementResponse response(Disbursement disbursement) {
        return disbursement.toResponse(allowed(rules(disbursement)));
    }

    /** With a payment of the past nothing can be done. */
    private List<String> allowed(ReleaseRules rules) {
        return past.isRead() ? List.of() : rules.allowedTo(caller.get());
    }

    private ReleaseRules rules(Disbursement disbursement) {
        return rules(
                disbursement,
                awards.deciders(List.of(disbursement.awardId())),
                awards.gone(List.of(disbursement.organisationId())));
    }

    private static ReleaseRules rules(Disbursement disbursement, Map<UUID, Set<String>> deciders, Set<String> gone) {
        return disbursement.rules(
                deciders.getOrDefault(disbursement.awardId(), Set.of()), gone.contains(disbursement.organisationId()));
    }

    private String subject() {
        return caller.get().subject();
    }

    private static void refuseSecond(Disbursement existing) {
        throw ProblemException.alreadyExists(
                Text.of("disbursement.reference-taken"), DisbursementResource.PATH + "/" + existing.id());
    }
}

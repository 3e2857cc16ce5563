package nl.doorlichting.funding.conditions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.funding.awards.AwardConditions;
import nl.doorlichting.funding.awards.Awards;
import nl.doorlichting.funding.schemes.SchemeCondition;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.time.DutchCalendar;

@ApplicationScoped
class ConditionService implements AwardConditions, BodyRules {
    private final ConditionRepository conditions;
    private final Awards awards;
    private final Schemes schemes;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final DutchCalendar calendar;

    ConditionService(
            ConditionRepository conditions,
            Awards awards,
            Schemes schemes,
            CurrentCaller caller,
            RecordedPast past,
            DutchCalendar calendar) {
        this.conditions = conditions;
        this.awards = awards;
        this.schemes = schemes;
        this.caller = caller;
        this.past = past;
        this.calendar = calendar;
    }

    /** Copies those of the scheme, so that a later change of the scheme leaves the award as it was. */
    @Override
    public void attachAll(UUID awardId, AwardBasis award, List<SchemeCondition> stated) {
        schemes.require(award.scheme())
                .conditions()
                .forEach(condition -> attach(awardId, award, condition, "scheme " + award.scheme()));
        stated.forEach(condition -> attach(awardId, award, condition, null));
    }

    private void attach(UUID awardId, AwardBasis award, SchemeCondition condition, String source) {
        var enforceable =
                condition.enforceable() && award.fundingInstrument() != FundingInstrument.DECENTRALISATION_GRANT;
        var request = new ConditionRequest(
                condition.text(), enforceable, condition.dueFor(award.decidedOn()), null, null, source);
        conditions.persist(new AwardCondition(
                awardId, award, request, calendar.now(), caller.get().subject()));
    }

    @Transactional
    ConditionResponse create(UUID awardId, ConditionRequest request) {
        // Not read only, because the award may go to another organisation meanwhile.
        var award = awards.hold(awardId);
        awards.refuseConditions(awardId);
        ProblemException.refuse(violations(award, request, null));
        var condition = new AwardCondition(
                awardId, award, request, calendar.now(), caller.get().subject());
        conditions.persist(condition);
        return response(condition);
    }

    @Transactional
    ConditionResponse change(UUID awardId, UUID id, String ifMatch, MergePatch patch) {
        var award = awards.get(awardId);
        var condition = conditions.findOf(awardId, id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, condition.etag());
        var stored = condition.toRequest();
        var changed = patch.applyTo(stored, ConditionRequest.class, refused -> violations(award, refused, stored));
        ProblemException.refuse(violations(award, changed, stored));
        condition.change(changed);
        conditions.flush();
        return response(condition);
    }

    @Transactional
    Page<ConditionResponse> page(UUID awardId, Instant asOf, PageRequest request) {
        past.read(asOf);
        awards.get(awardId);
        var day = dayOf(asOf);
        return conditions
                .page(new Filter().equal("awardId", awardId), request)
                .map(condition -> response(condition, day));
    }

    /** Of the awards that the caller sees; without a status those of all. */
    @Transactional
    Page<ConditionResponse> page(Filter filter, List<ConditionStatus> statuses, Instant asOf, PageRequest request) {
        past.read(asOf);
        var day = dayOf(asOf);
        var visible = ConditionStatus.narrow(awards.narrow(filter, "organisationId"), statuses, day);
        return conditions.page(visible, request).map(condition -> response(condition, day));
    }

    @Transactional
    ConditionResponse get(UUID awardId, UUID id, Instant asOf) {
        past.read(asOf);
        awards.get(awardId);
        return conditions
                .findOf(awardId, id)
                .map(condition -> response(condition, dayOf(asOf)))
                .orElseThrow(ProblemException::notFound);
    }

    /** Of the awards that the caller sees. */
    @Transactional
    ConditionCoverageResponse coverage(Filter filter, Instant asOf) {
        past.read(asOf);
        return ConditionCoverageResponse.of(conditions.counts(awards.narrow(filter, "organisationId"), dayOf(asOf)));
    }

    /** What else is wrong with a condition that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof ConditionRequest request
                ? BodyRules.id(path)
                        .flatMap(awards::find)
                        .map(award -> violations(award, request, null))
                        .orElse(List.of())
                : List.of();
    }

    /** @param stored what stays as it was is not checked again; null for a new one */
    private List<Violation> violations(AwardBasis award, ConditionRequest request, ConditionRequest stored) {
        var violations = new ArrayList<Violation>();
        if (request.isEnforceable() && award.fundingInstrument() == FundingInstrument.DECENTRALISATION_GRANT) {
            violations.add(SchemeCondition.notEnforceable("/enforceable"));
        }
        ProblemException.note(violations, () -> calendar.refuseFuture(request.fulfilledOn(), "/fulfilledOn"));
        if (stored == null || !Objects.equals(stored.dueOn(), request.dueOn())) {
            RangeChecks.notBefore("/dueOn", request.dueOn(), award.decidedOn(), violations);
        }
        if (stored == null || !Objects.equals(stored.fulfilledOn(), request.fulfilledOn())) {
            RangeChecks.notBefore("/fulfilledOn", request.fulfilledOn(), award.decidedOn(), violations);
        }
        return violations;
    }

    private ConditionResponse response(AwardCondition condition) {
        return response(condition, calendar.today());
    }

    private ConditionResponse response(AwardCondition condition, LocalDate day) {
        var changeable = caller.get().may(FundingAccess.WRITE_AWARDS) && !past.isRead();
        return condition.toResponse(day, changeable ? List.of("update") : List.of());
    }

    /** On which a condition has its status; today for null. */
    private LocalDate dayOf(Instant asOf) {
        return asOf == null ? calendar.today() : DutchCalendar.dayOf(asOf);
    }
}

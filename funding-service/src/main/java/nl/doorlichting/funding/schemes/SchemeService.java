package nl.doorlichting.funding.schemes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.funding.budget.BudgetLedger;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

@ApplicationScoped
class SchemeService implements BodyRules {
    private static final int LONGEST_PROGRAMME = 40;

    private final SchemeRepository schemes;
    private final Programmes programmes;
    private final BudgetLedger budget;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final DutchCalendar calendar;

    SchemeService(
            SchemeRepository schemes,
            Programmes programmes,
            BudgetLedger budget,
            CurrentCaller caller,
            RecordedPast past,
            DutchCalendar calendar) {
        this.schemes = schemes;
        this.programmes = programmes;
        this.budget = budget;
        this.caller = caller;
        this.past = past;
        this.calendar = calendar;
    }

    @Transactional
    SchemeResponse create(SchemeRequest request) {
        ProblemException.together(checks(request));
        schemes.findByNaturalId(request.code()).ifPresent(SchemeService::refuseSecond);
        var now = calendar.now();
        var scheme = new Scheme(Ids.next(now), request, now, caller.get().subject());
        schemes.persistAndFlush(scheme);
        return shown(scheme);
    }

    private Runnable[] checks(SchemeRequest request) {
        return new Runnable[] {
            () -> refuseNoPercent(request),
            () -> programmes.refuseUnknown(request.programme()),
            () -> budget.refuseUnknown(request.programme(), request.budgetLineId()),
            () -> refuseNeverOpen(request)
        };
    }

    /** What else is wrong with a new scheme that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof SchemeRequest request) || !path.endsWith(SchemeResource.PATH)) {
            return List.of();
        }
        // The refusals would repeat a longer programme.
        var isNamed = request.programme() != null && request.programme().length() <= LONGEST_PROGRAMME;
        return ProblemException.noted(isNamed ? checks(request) : new Runnable[] {() -> refuseNoPercent(request)});
    }

    private void refuseNeverOpen(SchemeRequest request) {
        var violations = new ArrayList<Violation>();
        programmes.periodOf(request.programme()).ifPresent(period -> request.checkOpens(period, violations));
        ProblemException.refuse(violations);
    }

    private static void refuseNoPercent(SchemeRequest request) {
        var violations = new ArrayList<Violation>();
        request.checkPercent(List.of(), violations);
        ProblemException.refuse(violations);
    }

    private static void refuseSecond(Scheme existing) {
        throw ProblemException.alreadyExists(Text.of("scheme.code-taken"), SchemeResource.PATH + "/" + existing.id());
    }

    @Transactional
    SchemeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var scheme = schemes.lock(id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, scheme.etag());
        var changed = patch.applyTo(scheme.toRequest(), SchemeRequest.class, refused -> violations(scheme, refused));
        ProblemException.together(
                () -> ImmutableFields.refuseChange("/programme", scheme.programme(), changed.programme()),
                () -> ImmutableFields.refuseChange("/code", scheme.code(), changed.code()),
                () -> {
                    if (!Objects.equals(scheme.budgetLineId(), changed.budgetLineId())) {
                        budget.refuseUnknown(changed.programme(), changed.budgetLineId());
                    }
                },
                () -> {
                    var before = scheme.toRequest();
                    if (!Objects.equals(before.openFrom(), changed.openFrom())
                            || !Objects.equals(before.openUntil(), changed.openUntil())) {
                        refuseNeverOpen(changed);
                    }
                },
                () -> refuseUnfit(scheme, changed));
        if (!StrictJson.isUnchanged(scheme.toRequest(), changed)) {
            scheme.change(changed);
            schemes.flush();
        }
        return shown(scheme);
    }

    /** What else is wrong with changes that are refused for their form. */
    private List<Violation> violations(Scheme scheme, SchemeRequest changed) {
        var violations = new ArrayList<Violation>();
        var line = changed.budgetLineId();
        if (line != null && !line.equals(scheme.budgetLineId())) {
            ProblemException.note(violations, () -> budget.refuseUnknown(scheme.programme(), line));
        }
        if (changed.programme() != null) {
            ProblemException.note(
                    violations,
                    () -> ImmutableFields.refuseChange("/programme", scheme.programme(), changed.programme()));
        }
        if (changed.code() != null) {
            ProblemException.note(
                    violations, () -> ImmutableFields.refuseChange("/code", scheme.code(), changed.code()));
        }
        ProblemException.note(violations, () -> refuseUnfit(scheme, changed));
        return violations;
    }

    /**
     * Refuses what would make earlier decisions wrong: the lock of the scheme holds up new ones meanwhile. Any field can be
     * null.
     */
    private void refuseUnfit(Scheme scheme, SchemeRequest changed) {
        var violations = new ArrayList<Violation>();
        var granted = schemes.granted(Set.of(scheme.code())).get(scheme.code());
        if (changed.ceiling() != null && changed.ceiling().amount().compareTo(granted) < 0) {
            violations.add(Violation.body(
                    "/ceiling/amount",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", granted.toPlainString()),
                    Text.of("scheme.ceiling-below-granted", granted)));
        }
        changed.checkPercent(scheme.bounds(), violations);
        if (schemes.isUsed(scheme.code())) {
            scheme.checkUsed(changed, calendar.today(), violations);
        }
        if (schemes.hasDecisions(scheme.code())) {
            scheme.checkOrderStays(changed, violations);
        }
        ProblemException.refuse(violations);
    }

    @Transactional
    Page<SchemeResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return schemes.page(filter, request).map(this::shown);
    }

    @Transactional
    SchemeResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return schemes.findByIdOptional(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    /** What is open, was open or will be, for the public: the scheme without what is the state's own. */
    @Transactional
    Page<OpportunityResponse> opportunities(Filter filter, List<OpportunityStatus> statuses, PageRequest request) {
        var today = calendar.today();
        var page = schemes.page(OpportunityStatus.narrow(filter, statuses, today), request);
        var granted = schemes.granted(page.items().stream().map(Scheme::code).collect(Collectors.toSet()));
        return page.map(scheme -> scheme.toOpportunity(today, granted.get(scheme.code())));
    }

    @Transactional
    OpportunityResponse opportunity(String code) {
        var scheme = schemes.findByNaturalId(code).orElseThrow(ProblemException::notFound);
        var granted = schemes.granted(Set.of(scheme.code()));
        return scheme.toOpportunity(calendar.today(), granted.get(scheme.code()));
    }

    private SchemeResponse shown(Scheme scheme) {
        return scheme.toResponse(
                caller.get().may(FundingAccess.WRITE_BUDGET) && !past.isRead() ? List.of("update") : List.of());
    }
}

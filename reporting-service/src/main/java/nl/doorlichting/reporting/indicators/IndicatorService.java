package nl.doorlichting.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

/** Records indicators and what is measured of them. */
@ApplicationScoped
class IndicatorService {
    private final IndicatorRepository indicators;
    private final IndicatorChecks checks;
    private final CurrentCaller caller;
    private final Clock clock;

    IndicatorService(IndicatorRepository indicators, IndicatorChecks checks, CurrentCaller caller, Clock clock) {
        this.indicators = indicators;
        this.checks = checks;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID create(IndicatorRequest request) {
        checks.refuseNew(request);
        var now = clock.instant();
        var indicator = new Indicator(Ids.next(now), request, now, caller.get().subject());
        indicators.persist(indicator);
        indicators.changed();
        return indicator.id;
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var indicator = find(id);
        var actuals = indicators.actuals(Set.of(id));
        IfMatch.refuseStale(ifMatch, indicator.etag(actuals));
        IndicatorRules.refuseChange(!actuals.isEmpty());
        var changed = patch.applyTo(indicator.toRequest(), IndicatorRequest.class);
        checks.refuseChange(indicator, changed);
        indicator.change(changed);
        indicators.flush();
        indicators.changed();
    }

    @Transactional
    void measure(UUID id, IndicatorActualRequest request) {
        find(id);
        var now = clock.instant();
        IndicatorRules.refuseFuture(request.measuredOn(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        var versions = indicators.versions(id, request.measuredOn());
        refuseUnexplained(id, versions, request);
        indicators.add(
                new IndicatorActual(id, versions + 1, request, now, caller.get().subject()));
    }

    private static void refuseUnexplained(UUID id, int versions, IndicatorActualRequest request) {
        if (versions > 0 && request.reason() == null) {
            throw ProblemException.alreadyExists(
                    "That day was measured already; what replaces it has a reason.", IndicatorResource.PATH + "/" + id);
        }
        if (versions == 0 && request.reason() != null) {
            throw ProblemException.violation(IndicatorRules.nothingToReplace());
        }
    }

    private Indicator find(UUID id) {
        // Two who measure the same day at once: the second waits here and then sees the first.
        return indicators.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }
}

package nl.doorlichting.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/** Records indicators and what is measured of them. */
@ApplicationScoped
class IndicatorService {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final IndicatorRepository indicators;
    private final InventoryReports reports;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final Clock clock;

    IndicatorService(
            IndicatorRepository indicators,
            InventoryReports reports,
            MunicipalityRegister register,
            CurrentCaller caller,
            Clock clock) {
        this.indicators = indicators;
        this.reports = reports;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID create(IndicatorRequest request) {
        refuseUnfit(null, request);
        var now = clock.instant();
        var indicator = new Indicator(Ids.next(now), request, now, caller.get().subject());
        indicators.persist(indicator);
        indicators.changed();
        return indicator.id();
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var indicator = find(id);
        var actuals = indicators.actuals(Set.of(id));
        IfMatch.refuseStale(ifMatch, indicator.etag(actuals));
        Indicator.refuseChange(actuals);
        var changed = patch.applyTo(indicator.toRequest(), IndicatorRequest.class);
        refuseMoved(indicator, changed);
        refuseUnfit(id, changed);
        indicator.change(changed);
        indicators.flush();
        indicators.changed();
    }

    @Transactional
    void measure(UUID id, IndicatorActualRequest request) {
        find(id);
        var now = clock.instant();
        refuseFuture(request.measuredOn(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        var versions = indicators.versions(id, request.measuredOn());
        refuseUnexplained(id, versions, request);
        indicators.add(
                new IndicatorActual(id, versions + 1, request, now, caller.get().subject()));
    }

    private static void refuseMoved(Indicator indicator, IndicatorRequest request) {
        if (!indicator.programme().equals(request.programme())) {
            throw ProblemException.violation(Violation.body(
                    "/programme", ViolationCode.NOT_ALLOWED, Map.of(), "An indicator stays in its programme."));
        }
    }

    /** Refuses what does not fit the register, the reports and the other indicators; {@code self} is null for a new one. */
    private void refuseUnfit(UUID self, IndicatorRequest request) {
        PlaceViolations.refuse(request.place(), ANY_DAY, register);
        reports.refuseUnknown(request.reportId());
        indicators
                .findByReference(request.programme(), request.reference())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw ProblemException.alreadyExists(
                            "The programme has an indicator with this reference.",
                            IndicatorResource.PATH + "/" + other.id());
                });
    }

    private static void refuseFuture(LocalDate measuredOn, LocalDate today) {
        if (measuredOn.isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    "/measuredOn",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    "Nothing was measured on a day to come."));
        }
    }

    private static void refuseUnexplained(UUID id, int versions, IndicatorActualRequest request) {
        if (versions > 0 && request.reason() == null) {
            throw ProblemException.alreadyExists(
                    "That day was measured already; what replaces it has a reason.", IndicatorResource.PATH + "/" + id);
        }
        if (versions == 0 && request.reason() != null) {
            throw ProblemException.violation(Violation.body(
                    "/reason",
                    ViolationCode.NOT_ALLOWED,
                    Map.of(),
                    "That day has nothing yet that this could replace."));
        }
    }

    private Indicator find(UUID id) {
        // Of two measurements of a day at once, the second waits here and then sees the first.
        return indicators.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }
}

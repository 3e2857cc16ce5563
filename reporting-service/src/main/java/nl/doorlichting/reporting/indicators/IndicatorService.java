package nl.doorlichting.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import nl.doorlichting.reporting.activity.RecordWithdrawalRequest;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryreports.RecordsOfReport;

/** Records indicators and what is measured of them. Staff see all of them, a grantee those of its own organisation. */
@ApplicationScoped
public class IndicatorService implements RecordsOfReport {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final IndicatorRepository indicators;
    private final InventoryReports reports;
    private final MunicipalityRegister register;
    private final OwnRecords own;

    IndicatorService(
            IndicatorRepository indicators, InventoryReports reports, MunicipalityRegister register, OwnRecords own) {
        this.indicators = indicators;
        this.reports = reports;
        this.register = register;
        this.own = own;
    }

    @Transactional
    UUID create(IndicatorRequest request) {
        reports.hold(request.reportId());
        refuseUnfit(null, request);
        var now = own.now();
        var indicator = new Indicator(Ids.next(now), request, entry(request), now, own.subject());
        indicators.persist(indicator);
        indicators.changed();
        return indicator.id();
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var indicator = find(id);
        var actuals = indicators.actuals(Set.of(id));
        IfMatch.refuseStale(ifMatch, indicator.etag(actuals));
        RecordWithdrawal.refuse(indicator.withdrawal());
        Indicator.refuseChange(IndicatorActual.standing(actuals));
        var changed = patch.applyTo(indicator.toRequest(), IndicatorRequest.class);
        refuseMoved(indicator, changed);
        holdOther(indicator, changed);
        refuseUnfit(id, changed);
        indicator.change(changed, entry(changed));
        indicators.flush();
        indicators.changed();
    }

    @Transactional
    void measure(UUID id, IndicatorActualRequest request) {
        RecordWithdrawal.refuse(find(id).withdrawal());
        var now = own.now();
        refuseFuture(request, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var versions = indicators.versions(id, request.day());
        refuseUnexplained(id, versions, request);
        indicators.add(new IndicatorActual(id, versions + 1, request, now, own.subject()));
    }

    /** Makes a new version of what was measured on the day; 404 when nothing was. */
    @Transactional
    void correct(UUID id, LocalDate measuredOn, MergePatch changes) {
        var measured = measured(id, measuredOn);
        var correction = changes.applyTo(measured.correction(), IndicatorActualCorrectionRequest.class);
        var period = correction.period();
        if (period != null && !IndicatorActualRequest.lastDay(period).equals(measuredOn)) {
            throw ProblemException.violation(Violation.body(
                    "/period",
                    ViolationCode.NOT_ALLOWED,
                    Map.of(),
                    Text.of("indicator.period-of-other-day", measuredOn)));
        }
        indicators.add(measured.corrected(correction, own.now(), own.subject()));
    }

    private IndicatorActual measured(UUID id, LocalDate measuredOn) {
        RecordWithdrawal.refuse(find(id).withdrawal());
        return IndicatorActual.standing(indicators.actuals(Set.of(id))).stream()
                .filter(actual -> actual.measuredOn().equals(measuredOn))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    @Transactional
    void correct(UUID id, MergePatch changes) {
        var indicator = find(id);
        RecordWithdrawal.refuse(indicator.withdrawal());
        var correction = changes.correct(indicator.toRequest(), IndicatorRequest.class);
        refuseMoved(indicator, correction.record());
        holdOther(indicator, correction.record());
        refuseUnfit(id, correction.record());
        indicator.correct(correction.record(), entry(correction.record()), own.correction(correction.reason()));
        indicators.flush();
        indicators.changed();
    }

    /** From now on the indicator counts nowhere, and nothing more is measured of it. */
    @Transactional
    void withdraw(UUID id, RecordWithdrawalRequest request) {
        find(id).withdraw(own.withdrawal(request));
        indicators.flush();
        indicators.changed();
    }

    @Override
    public void withdrawWith(UUID report, RecordWithdrawal why) {
        indicators.standingOf(report).forEach(indicator -> indicator.withdraw(why));
        indicators.flush();
        indicators.changed();
    }

    /** From now on nothing is known to be measured on the day; 404 when nothing was. */
    @Transactional
    void withdraw(UUID id, LocalDate measuredOn, RecordWithdrawalRequest request) {
        indicators.add(measured(id, measuredOn).withdrawn(own.withdrawal(request)));
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<IndicatorResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = indicators.page(own.narrow(filter, "e.organisationId = :own"), request);
        return page.map(responses(page.items()));
    }

    @Transactional
    IndicatorResponse get(UUID id) {
        return indicators
                .findByIdOptional(id)
                .filter(indicator -> own.shows(indicator.organisationId()))
                .map(indicator -> responses(List.of(indicator)).apply(indicator))
                .orElseThrow(ProblemException::notFound);
    }

    private void holdOther(Indicator indicator, IndicatorRequest request) {
        if (!Objects.equals(indicator.reportId(), request.reportId())) {
            reports.hold(request.reportId());
        }
    }

    private static void refuseMoved(Indicator indicator, IndicatorRequest request) {
        if (!indicator.programme().equals(request.programme())) {
            throw ProblemException.violation(Violation.body(
                    "/programme", ViolationCode.NOT_ALLOWED, Map.of(), Text.of("indicator.programme-immutable")));
        }
    }

    /** Refuses what does not fit the register, the reports and the other indicators; {@code self} is null for a new one. */
    private void refuseUnfit(UUID self, IndicatorRequest request) {
        ProblemException.together(
                () -> PlaceViolations.refuse(request.place(), ANY_DAY, register),
                () -> ProblemException.refuse(
                        own.future("/baseline/measuredOn", request.baseline().measuredOn())),
                () -> refuseUnfitReport(request));
        indicators
                .findByReference(request.programme(), request.reference())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw ProblemException.alreadyExists(
                            Text.of("indicator.reference-taken"), IndicatorResource.PATH + "/" + other.id());
                });
    }

    private void refuseUnfitReport(IndicatorRequest request) {
        reports.refuseUnknown(request.reportId());
        ProblemException.refuse(
                reports.unfit(request.projectId(), request.reportId(), request.programme(), "/reportId"));
    }

    private ActivityFields entry(IndicatorRequest request) {
        return reports.entryOf(request.projectId(), request.reportId());
    }

    private static void refuseFuture(IndicatorActualRequest request, LocalDate today) {
        if (request.day().isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    request.period() == null ? "/measuredOn" : "/period",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    Text.of("indicator.day-in-future")));
        }
    }

    private static void refuseUnexplained(UUID id, int versions, IndicatorActualRequest request) {
        if (versions > 0 && request.reason() == null) {
            throw ProblemException.alreadyExists(
                    Text.of("indicator.measured-already"), IndicatorResource.PATH + "/" + id);
        }
        if (versions == 0 && request.reason() != null) {
            throw ProblemException.violation(Violation.body(
                    "/reason", ViolationCode.NOT_ALLOWED, Map.of(), Text.of("indicator.nothing-to-replace")));
        }
    }

    private Function<Indicator, IndicatorResponse> responses(List<Indicator> shown) {
        var ids = shown.stream().map(Indicator::id).toList();
        Map<UUID, List<IndicatorActual>> actuals = ids.isEmpty()
                ? Map.of()
                : indicators.actuals(ids).stream().collect(Collectors.groupingBy(IndicatorActual::indicatorId));
        return indicator -> {
            var measured = actuals.getOrDefault(indicator.id(), List.of());
            return IndicatorResponse.from(
                    indicator, measured, indicator.allowedActions(own, IndicatorActual.standing(measured)));
        };
    }

    private Indicator find(UUID id) {
        // Of two measurements of a day at once, the second waits here and then sees the first.
        return indicators.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }
}

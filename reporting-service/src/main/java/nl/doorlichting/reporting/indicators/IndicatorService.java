package nl.doorlichting.reporting.indicators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.activity.ResultProposal;
import nl.doorlichting.reporting.activity.ResultProposals;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryreports.RecordsOfReport;

/** Records indicators and what is measured of them. Staff see all of them, a grantee those of its own organisation. */
@ApplicationScoped
public class IndicatorService implements RecordsOfReport, BodyRules {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private static final String AWAITS_REVIEW =
            "e.review.awaitsReview = true or exists (select 1 from IndicatorActual a where a.indicatorId = e.id"
                    + " and a.awaitsReview = true and not exists (select 1 from IndicatorActual later"
                    + " where later.indicatorId = a.indicatorId and later.measuredOn = a.measuredOn"
                    + " and later.version > a.version))";

    private final IndicatorRepository indicators;
    private final InventoryReports reports;
    private final ResultProposals proposals;
    private final MunicipalityRegister register;
    private final OwnRecords own;

    IndicatorService(
            IndicatorRepository indicators,
            InventoryReports reports,
            ResultProposals proposals,
            MunicipalityRegister register,
            OwnRecords own) {
        this.indicators = indicators;
        this.reports = reports;
        this.proposals = proposals;
        this.register = register;
        this.own = own;
    }

    /** Of an approved report the indicator waits for a reviewer, as the report did. */
    @Transactional
    UUID create(IndicatorRequest request) {
        reports.hold(request.reportId());
        refuseUnfit(null, request);
        reports.refuseUnderReview(request.reportId());
        var now = own.now();
        var indicator = new Indicator(Ids.next(now), request, entry(request), now, own.subject());
        indicators.persist(reports.isApproved(request.reportId()) ? indicator.awaitingReview() : indicator);
        indicators.changed();
        return indicator.id();
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var indicator = find(id);
        var actuals = indicators.actuals(Set.of(id));
        IfMatch.refuseStale(ifMatch, indicator.etag(actuals));
        RecordWithdrawal.refuse(indicator.withdrawal());
        Indicator.refuseChange(IndicatorActual.standing(actuals), reports.isApproved(indicator.reportId()));
        var stated = indicator.toRequest();
        var changed = patch.applyTo(stated, IndicatorRequest.class);
        refuseMoved(indicator, changed);
        holdOther(indicator, changed);
        refuseUnfit(id, changed);
        reports.refuseUnderReview(indicator.reportId());
        reports.refuseUnderReview(changed.reportId());
        Indicator.refuseChange(List.of(), reports.isApproved(changed.reportId()));
        if (StrictJson.isUnchanged(stated, changed) && inheritsTheSame(indicator, changed)) {
            return;
        }
        indicator.change(changed, entry(changed));
        indicators.flush();
        indicators.changed();
    }

    /** Of an approved report the value waits for a reviewer, or its replacement of another one does. */
    @Transactional
    void measure(UUID id, IndicatorActualRequest request) {
        var indicator = standing(id);
        var now = own.now();
        refuseFuture(request, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var day = request.day();
        var former = indicators.actuals(Set.of(id)).stream()
                .filter(actual -> actual.measuredOn().equals(day))
                .findFirst();
        refuseUnexplained(id, former, request);
        if (former.filter(latest ->
                        !latest.isWithdrawn() && StrictJson.isUnchanged(latest.correction(), request.correction()))
                .isPresent()) {
            return;
        }
        proposals.refuseSecond(id, day);
        var isReviewed = isReviewed(indicator, null);
        if (isReviewed && former.filter(IndicatorService::isCounted).isPresent()) {
            proposals.propose(id, day, replacement(request), request.reason());
            return;
        }
        var actual = new IndicatorActual(
                id, former.map(IndicatorActual::version).orElse(0) + 1, request, now, own.subject());
        indicators.add(isReviewed ? actual.awaitingReview() : actual);
    }

    /** Whether it stands and does not wait for its first review. */
    private static boolean isCounted(IndicatorActual latest) {
        return !latest.isWithdrawn() && !latest.awaitsReview();
    }

    /** The correction that leaves nothing of the former value. */
    private static String replacement(IndicatorActualRequest request) {
        var changes = JsonNodeFactory.instance.objectNode();
        changes.put("reason", request.reason());
        changes.put("value", request.value());
        changes.put("source", request.source());
        changes.put("note", request.note());
        changes.putNull("period");
        if (request.period() != null) {
            changes.putObject("period")
                    .put("from", request.period().from().toString())
                    .put("until", request.period().until().toString());
        }
        return changes.toString();
    }

    /** Makes a new version of what was measured on the day; 404 when nothing was. Of an approved report it waits for a reviewer. */
    @Transactional
    void correct(UUID id, LocalDate measuredOn, MergePatch changes) {
        var indicator = standing(id);
        var measured = measured(id, measuredOn);
        proposals.refuseSecond(id, measuredOn);
        var correction = corrected(measured, changes);
        StrictJson.refuseUnchanged(measured.correction(), correction, "reason");
        if (isReviewed(indicator, null) && !measured.awaitsReview()) {
            proposals.propose(id, measuredOn, changes, correction.reason());
            return;
        }
        indicators.add(measured.corrected(correction, own.now(), own.subject()));
    }

    private static IndicatorActualCorrectionRequest corrected(IndicatorActual measured, MergePatch changes) {
        var correction = changes.applyTo(measured.correction(), IndicatorActualCorrectionRequest.class);
        var period = correction.period();
        if (period != null && !IndicatorActualRequest.lastDay(period).equals(measured.measuredOn())) {
            throw ProblemException.violation(Violation.body(
                    "/period",
                    ViolationCode.NOT_ALLOWED,
                    Map.of(),
                    Text.of("indicator.period-of-other-day", measured.measuredOn())));
        }
        return correction;
    }

    private IndicatorActual measured(UUID id, LocalDate measuredOn) {
        return IndicatorActual.standing(indicators.actuals(Set.of(id))).stream()
                .filter(actual -> actual.measuredOn().equals(measuredOn))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Of an approved report the correction waits for a reviewer, also when it would move the indicator to such a report. */
    @Transactional
    void correct(UUID id, MergePatch changes) {
        var indicator = standing(id);
        proposals.refuseSecond(id, null);
        var correction = corrected(indicator, changes);
        if (isReviewed(indicator, correction.record().reportId())) {
            proposals.propose(id, null, changes, correction.reason());
            return;
        }
        correct(indicator, correction.record(), own.correction(correction.reason()));
    }

    private MergePatch.Correction<IndicatorRequest> corrected(Indicator indicator, MergePatch changes) {
        var correction = changes.correct(
                indicator.toRequest(), IndicatorRequest.class, changed -> !inheritsTheSame(indicator, changed));
        refuseMoved(indicator, correction.record());
        holdOther(indicator, correction.record());
        refuseUnfit(indicator.id(), correction.record());
        return correction;
    }

    private boolean inheritsTheSame(Indicator indicator, IndicatorRequest changed) {
        var inheriting = InheritedActivity.of(changed, entry(changed), place -> true);
        return InheritedActivity.isSame(indicator.activity(), ActivityColumns.of(inheriting));
    }

    private void correct(Indicator indicator, IndicatorRequest corrected, RecordCorrection why) {
        indicator.correct(corrected, entry(corrected), why);
        indicators.flush();
        indicators.changed();
    }

    /** Whether a change waits for a reviewer, because the report that the indicator has or gets is approved; 409 under review. */
    private boolean isReviewed(Indicator indicator, UUID nextReport) {
        reports.refuseUnderReview(indicator.reportId());
        reports.refuseUnderReview(nextReport);
        return !indicator.awaitsReview()
                && (reports.isApproved(indicator.reportId()) || reports.isApproved(nextReport));
    }

    /** From now on the indicator counts nowhere, and nothing more is measured of it. Of an approved report this waits for a reviewer. */
    @Transactional
    void withdraw(UUID id, RecordWithdrawalRequest request) {
        var indicator = standing(id);
        proposals.refuseSecond(id, null);
        if (isReviewed(indicator, null)) {
            proposals.propose(id, null, (MergePatch) null, request.reason());
            return;
        }
        withdraw(List.of(indicator), own.withdrawal(request), null);
    }

    @Override
    public void withdrawWith(UUID report, RecordWithdrawal why) {
        withdraw(indicators.standingOf(report), why, null);
    }

    private void withdraw(List<Indicator> standing, RecordWithdrawal why, String approvedBy) {
        proposals.endAllOf(standing.stream().map(Indicator::id).toList(), why);
        for (var indicator : standing) {
            indicator.withdraw(why);
            if (approvedBy != null) {
                indicator.approve(why.withdrawnAt(), approvedBy);
            }
        }
        indicators.flush();
        indicators.changed();
    }

    /** From now on nothing is known to be measured on the day; 404 when nothing was. Of an approved report this waits for a reviewer. */
    @Transactional
    void withdraw(UUID id, LocalDate measuredOn, RecordWithdrawalRequest request) {
        var indicator = standing(id);
        var measured = measured(id, measuredOn);
        proposals.refuseSecond(id, measuredOn);
        if (isReviewed(indicator, null) && !measured.awaitsReview()) {
            proposals.propose(id, measuredOn, (MergePatch) null, request.reason());
            return;
        }
        indicators.add(measured.withdrawn(own.withdrawal(request)));
    }

    /** Approves what waits: the indicator itself, its correction or its withdrawal; 403 for a caller that wrote it. */
    @Transactional
    void approveCorrection(UUID id) {
        var indicator = standing(id);
        if (indicator.awaitsReview()) {
            proposals.refuseWriter(isWriter(indicator)
                    || proposals.isCorrectedByCaller(id)
                    || indicators.isMeasuredBy(id, own::isCaller));
            indicator.approve(own.now(), own.subject());
            indicators.flush();
            indicators.changed();
            return;
        }
        var proposal = proposals.approve(id, null);
        var now = own.now();
        if (proposal.isWithdrawal()) {
            withdraw(
                    List.of(indicator),
                    new RecordWithdrawal(now, proposal.proposedBy(), proposal.reason()),
                    own.subject());
            return;
        }
        var correction = corrected(indicator, proposals.changes(proposal));
        indicator.approve(now, own.subject());
        correct(indicator, correction.record(), new RecordCorrection(now, proposal.proposedBy(), correction.reason()));
    }

    /** Leaves the indicator as it is; one that waits for its first review is withdrawn, for the reason that the reviewer gives. */
    @Transactional
    void rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        var indicator = standing(id);
        if (indicator.awaitsReview()) {
            withdraw(List.of(indicator), new RecordWithdrawal(own.now(), own.subject(), request.reason()), null);
            return;
        }
        proposals.reject(id, null, request);
    }

    /** The same of what waits of the value of a day. */
    @Transactional
    void approveCorrection(UUID id, LocalDate measuredOn) {
        standing(id);
        var measured = measured(id, measuredOn);
        if (measured.awaitsReview()) {
            proposals.refuseWriter(own.isCaller(measured.recordedBy()));
            indicators.add(measured.approved(own.now(), own.subject()));
            return;
        }
        var proposal = proposals.approve(id, measuredOn);
        indicators.add(next(proposal, measured, own.now()).approvedBy(own.subject()));
    }

    /** The same. */
    @Transactional
    void rejectCorrection(UUID id, LocalDate measuredOn, CorrectionRejectionRequest request) {
        standing(id);
        var measured = measured(id, measuredOn);
        if (measured.awaitsReview()) {
            indicators.add(measured.withdrawn(new RecordWithdrawal(own.now(), own.subject(), request.reason())));
            return;
        }
        proposals.reject(id, measuredOn, request);
    }

    /** The version that the value gets when the proposal is approved. */
    private IndicatorActual next(ResultProposal proposal, IndicatorActual measured, Instant at) {
        return proposal.isWithdrawal()
                ? measured.withdrawn(new RecordWithdrawal(at, proposal.proposedBy(), proposal.reason()))
                : measured.corrected(corrected(measured, proposals.changes(proposal)), at, proposal.proposedBy());
    }

    /** The indicator as it is when what waits is approved; 404 when nothing does. */
    @Transactional
    IndicatorResponse pendingCorrection(UUID id) {
        var indicator = indicators.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        if (indicator.awaitsReview() && indicator.withdrawal() == null) {
            return responses(List.of(indicator), null).apply(indicator);
        }
        var proposal = proposals.waiting(id, null).orElseThrow(ProblemException::notFound);
        var actuals = indicators.actuals(Set.of(id));
        // What is not approved is never stored.
        indicators.getEntityManager().detach(indicator);
        if (proposal.isWithdrawal()) {
            indicator.withdraw(new RecordWithdrawal(proposal.proposedAt(), proposal.proposedBy(), proposal.reason()));
        } else {
            var changed = proposals
                    .changes(proposal)
                    .correct(indicator.toRequest(), IndicatorRequest.class, checkedWhenProposed -> true);
            indicator.correct(
                    changed.record(),
                    entry(changed.record()),
                    new RecordCorrection(proposal.proposedAt(), proposal.proposedBy(), changed.reason()));
        }
        return IndicatorResponse.from(
                indicator,
                actuals,
                indicators.withdrawnActuals(Set.of(id)),
                new IndicatorResponse.Review(null, true, Set.of(), null, Map.of()),
                proposals.actions(proposal));
    }

    /** The value of the day as it is when what waits is approved; 404 when nothing does. */
    @Transactional
    IndicatorResponse.Actual pendingCorrection(UUID id, LocalDate measuredOn) {
        var measured = measured(id, measuredOn);
        if (measured.awaitsReview()) {
            return IndicatorResponse.Actual.from(measured, null, false, null);
        }
        var proposal = proposals.waiting(id, measuredOn).orElseThrow(ProblemException::notFound);
        return IndicatorResponse.Actual.from(next(proposal, measured, proposal.proposedAt()), null, true, null);
    }

    /** The filter, and only indicators of which, or of whose values, something waits for a reviewer. */
    Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "id", AWAITS_REVIEW);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<IndicatorResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = indicators.page(own.narrow(filter), request);
        return page.map(responses(page.items(), asOf));
    }

    @Transactional
    IndicatorResponse get(UUID id) {
        return get(id, null);
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    IndicatorResponse get(UUID id, Instant asOf) {
        own.readPast(asOf);
        return indicators
                .findByIdOptional(id)
                .filter(indicator -> own.shows(indicator.organisationId()))
                .map(indicator -> responses(List.of(indicator), asOf).apply(indicator))
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
        refuseMisfits(request);
        indicators
                .findByReference(request.programme(), request.reference())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw ProblemException.alreadyExists(
                            Text.of("indicator.reference-taken"), IndicatorResource.PATH + "/" + other.id());
                });
    }

    // Of one that is refused for its form too: any field can be null.
    private void refuseMisfits(IndicatorRequest request) {
        var baseline = request.baseline();
        ProblemException.together(
                () -> PlaceViolations.refuse(request.place(), ANY_DAY, register),
                () -> ProblemException.refuse(
                        own.future("/baseline/measuredOn", baseline == null ? null : baseline.measuredOn())),
                () -> reports.refuseUnfit(request.projectId(), request.reportId(), request.programme()));
    }

    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof IndicatorRequest indicator
                ? ProblemException.noted(() -> refuseMisfits(indicator))
                : List.of();
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

    // A day whose value is withdrawn is recorded anew, with a reason or without one.
    private static void refuseUnexplained(UUID id, Optional<IndicatorActual> former, IndicatorActualRequest request) {
        if (former.filter(latest -> !latest.isWithdrawn()).isPresent() && request.reason() == null) {
            throw ProblemException.alreadyExists(
                    Text.of("indicator.measured-already"), IndicatorResource.PATH + "/" + id);
        }
        if (former.isEmpty() && request.reason() != null) {
            throw ProblemException.violation(Violation.body(
                    "/reason", ViolationCode.NOT_ALLOWED, Map.of(), Text.of("indicator.nothing-to-replace")));
        }
    }

    private Function<Indicator, IndicatorResponse> responses(List<Indicator> shown, Instant asOf) {
        var ids = shown.stream().map(Indicator::id).toList();
        Map<UUID, List<IndicatorActual>> actuals = ids.isEmpty()
                ? Map.of()
                : indicators.actuals(ids).stream().collect(Collectors.groupingBy(IndicatorActual::indicatorId));
        Map<UUID, List<IndicatorActual>> withdrawn = ids.isEmpty()
                ? Map.of()
                : indicators.withdrawnActuals(ids).stream()
                        .collect(Collectors.groupingBy(IndicatorActual::indicatorId));
        var reportIds = shown.stream()
                .map(Indicator::reportId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var approvals = reports.approvals(reportIds, asOf);
        var underReview = reports.underReview(reportIds);
        var waiting = proposals.shownOf(ids).stream().collect(Collectors.groupingBy(ResultProposal::resultId));
        var values = actuals.values().stream()
                .flatMap(List::stream)
                .map(actual -> ResultProposal.recordId(actual.indicatorId(), actual.measuredOn()));
        var rejected =
                proposals.shownRejectedOf(Stream.concat(ids.stream(), values).toList());
        return indicator -> {
            var measured = actuals.getOrDefault(indicator.id(), List.of());
            var approval = approvals.get(indicator.reportId());
            var proposed = waiting.getOrDefault(indicator.id(), List.of());
            var ofItself =
                    proposed.stream().filter(one -> one.measuredOn() == null).findFirst();
            var ofValues = proposed.stream()
                    .map(ResultProposal::measuredOn)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var isChangeable = IndicatorActual.standing(measured).isEmpty() && approval == null;
            var isFixed = indicator.reportId() != null && underReview.contains(indicator.reportId());
            var allowed = new ArrayList<>(
                    isFixed ? List.of() : indicator.allowedActions(own, isChangeable, ofItself.isPresent()));
            ofItself.ifPresent(proposal -> allowed.addAll(proposals.actions(proposal)));
            if (indicator.awaitsReview() && indicator.withdrawal() == null) {
                allowed.addAll(proposals.firstReview(isWriter(indicator)));
            }
            return IndicatorResponse.from(
                    indicator,
                    measured,
                    withdrawn.getOrDefault(indicator.id(), List.of()),
                    new IndicatorResponse.Review(
                            approval,
                            ofItself.isPresent(),
                            ofValues,
                            rejected.get(indicator.id()),
                            rejectedOfDays(measured, rejected)),
                    allowed);
        };
    }

    private static Map<LocalDate, RejectedCorrection> rejectedOfDays(
            List<IndicatorActual> measured, Map<UUID, RejectedCorrection> rejected) {
        var ofDays = new HashMap<LocalDate, RejectedCorrection>();
        for (var actual : measured) {
            ofDays.put(
                    actual.measuredOn(),
                    rejected.get(ResultProposal.recordId(actual.indicatorId(), actual.measuredOn())));
        }
        return ofDays;
    }

    private boolean isWriter(Indicator indicator) {
        return own.isCaller(indicator.createdBy())
                || indicator.correction() != null
                        && own.isCaller(indicator.correction().correctedBy());
    }

    private Indicator standing(UUID id) {
        var indicator = find(id);
        RecordWithdrawal.refuse(indicator.withdrawal());
        return indicator;
    }

    private Indicator find(UUID id) {
        // The report first, as its withdrawal does, so that the two never wait for each other.
        indicators.reportOf(id).ifPresent(reports::hold);
        // Of two measurements of a day at once, the second waits here and then sees the first.
        return indicators.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }
}

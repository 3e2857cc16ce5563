package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.responses.IfMatch;

/** Writes reports and takes them from draft to publication. Every step is stored as a version. */
@ApplicationScoped
class InventoryReportService {
    private final InventoryReportRepository reports;
    private final InventoryReportChecks checks;
    private final InventoryReportContents contents;
    private final PublishedProjects published;
    private final CurrentCaller caller;
    private final Clock clock;

    InventoryReportService(
            InventoryReportRepository reports,
            InventoryReportChecks checks,
            InventoryReportContents contents,
            PublishedProjects published,
            CurrentCaller caller,
            Clock clock) {
        this.reports = reports;
        this.checks = checks;
        this.contents = contents;
        this.published = published;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID create(InventoryReportRequest request, boolean addToRound) {
        checks.refuseNew(request);
        var now = clock.instant();
        var report = new InventoryReport(
                Ids.next(now),
                request,
                contents.write(request),
                now,
                caller.get().subject());
        checks.refuseSecondReport(report.id(), request);
        checks.visit(request, addToRound);
        reports.persistAndFlush(report);
        reports.replaceProjects(report, request.statedProjects());
        record(report, InventoryReportAction.CREATION, null);
        return report.id();
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch, boolean addToRound) {
        var report = find(id);
        IfMatch.refuseStale(ifMatch, report.etag());
        report.refuseUnlessAllowed(InventoryReportAction.UPDATE);
        var changed = patch.applyTo(contents.read(report.content()), InventoryReportRequest.class);
        checks.visit(changed, addToRound);
        change(report, InventoryReportAction.UPDATE, changed, null);
    }

    @Transactional
    void submit(UUID id) {
        var report = take(id, InventoryReportAction.SUBMISSION);
        refuseIncomplete(contents.read(report.content()));
        record(report, InventoryReportAction.SUBMISSION, null);
    }

    /** What a submission would be refused for, without one. */
    @Transactional
    InventoryReportCheckResponse check(UUID id) {
        var report = reports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        report.refuseUnlessAllowed(InventoryReportAction.SUBMISSION);
        return new InventoryReportCheckResponse(contents.read(report.content()).missing().stream()
                .sorted(Violation.ORDER)
                .toList());
    }

    @Transactional
    void giveBack(UUID id, InventoryReportReturnRequest request) {
        var report = take(id, InventoryReportAction.RETURN);
        reports.storeRemarks(record(report, InventoryReportAction.RETURN, null), request.remarks());
    }

    /** From now on the figures of the report count. 403 for a caller that wrote a part of it. */
    @Transactional
    void approve(UUID id) {
        var report = take(id, InventoryReportAction.APPROVAL);
        InventoryReportAction.APPROVAL.refuseWriter(
                reports.writtenBy(caller.get(), Set.of(id)).contains(id));
        record(report, InventoryReportAction.APPROVAL, null);
    }

    @Transactional
    void publish(UUID id) {
        record(take(id, InventoryReportAction.PUBLICATION), InventoryReportAction.PUBLICATION, null);
    }

    @Transactional
    void correct(UUID id, MergePatch changes, boolean addToRound) {
        var report = find(id);
        report.refuseUnlessAllowed(InventoryReportAction.CORRECTION);
        var stated = contents.read(report.content());
        var request =
                changes.applyTo(InventoryReportCorrectionRequest.of(stated), InventoryReportCorrectionRequest.class);
        var corrected = request.corrected(stated.programme(), stated.reference());
        refuseIncomplete(corrected);
        checks.visit(corrected, addToRound);
        change(report, InventoryReportAction.CORRECTION, corrected, request.reason());
    }

    private InventoryReport take(UUID id, InventoryReportAction action) {
        var report = find(id);
        report.take(action, clock.instant());
        return report;
    }

    private InventoryReport find(UUID id) {
        // Of two decisions at once the second waits here and then sees the result of the first.
        return reports.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private void change(
            InventoryReport report, InventoryReportAction action, InventoryReportRequest changed, String reason) {
        checks.refuseChange(report, changed);
        checks.refuseSecondReport(report.id(), changed);
        // No query follows before the next flush, so that one step is one version.
        report.take(action, clock.instant());
        report.change(changed, contents.write(changed));
        reports.replaceProjects(report, changed.statedProjects());
        record(report, action, reason);
    }

    private InventoryReportVersion record(InventoryReport report, InventoryReportAction step, String reason) {
        // The flush gives the row its new number, which is the version's.
        reports.flush();
        var version =
                new InventoryReportVersion(report, step, reason, caller.get().subject());
        reports.getEntityManager().persist(version);
        published.show(report);
        reports.markChanged(step == InventoryReportAction.APPROVAL);
        return version;
    }

    private static void refuseIncomplete(InventoryReportRequest content) {
        var missing = content.missing();
        if (!missing.isEmpty()) {
            throw ProblemException.violations(missing);
        }
    }
}

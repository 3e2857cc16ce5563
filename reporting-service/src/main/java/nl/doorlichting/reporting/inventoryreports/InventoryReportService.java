package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.vocabulary.InventoryReportStep;
import nl.doorlichting.kernel.web.IfMatch;
import nl.doorlichting.kernel.web.MergePatch;

/** Writes reports and takes them from draft to publication; every step is kept. */
@ApplicationScoped
class InventoryReportService {
    private final InventoryReportRepository reports;
    private final InventoryReportChecks checks;
    private final InventoryReportContents contents;
    private final InventoryReportHistory history;
    private final Clock clock;

    InventoryReportService(
            InventoryReportRepository reports,
            InventoryReportChecks checks,
            InventoryReportContents contents,
            InventoryReportHistory history,
            Clock clock) {
        this.reports = reports;
        this.checks = checks;
        this.contents = contents;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    UUID create(InventoryReportRequest request) {
        checks.refuseNew(request);
        var report = history.begin(request, contents.write(request));
        checks.refuseSecondReport(report, projects(request));
        reports.persistAndFlush(report);
        reports.keepProjects(report, projects(request));
        history.keep(report, InventoryReportStep.CREATION, null, report.createdAt);
        reports.changed(false);
        return report.id;
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var report = find(id);
        IfMatch.refuseStale(ifMatch, report.etag());
        var now = clock.instant();
        report.take(ReportAction.UPDATE, now);
        var changed = patch.applyTo(contents.read(report.content), InventoryReportRequest.class);
        say(report, changed);
        history.keep(report, InventoryReportStep.UPDATE, null, now);
        reports.changed(false);
    }

    @Transactional
    void submit(UUID id) {
        var now = clock.instant();
        var report = take(id, ReportAction.SUBMISSION, now);
        refuseIncomplete(contents.read(report.content));
        history.keep(report, InventoryReportStep.SUBMISSION, null, now);
        reports.changed(false);
    }

    @Transactional
    void giveBack(UUID id, InventoryReportReturnRequest request) {
        var now = clock.instant();
        var report = take(id, ReportAction.RETURN, now);
        history.keepRemarks(history.keep(report, InventoryReportStep.RETURN, null, now), request.remarks());
        reports.changed(false);
    }

    /** From now on its figures count. */
    @Transactional
    void approve(UUID id) {
        var now = clock.instant();
        var report = take(id, ReportAction.APPROVAL, now);
        ReportWorkflow.refuseOwn(
                ReportAction.APPROVAL, history.writtenByCaller(Set.of(id)).contains(id));
        history.keep(report, InventoryReportStep.APPROVAL, null, now);
        reports.changed(true);
    }

    @Transactional
    void publish(UUID id) {
        var now = clock.instant();
        var report = take(id, ReportAction.PUBLICATION, now);
        history.keep(report, InventoryReportStep.PUBLICATION, null, now);
        reports.changed(false);
    }

    @Transactional
    void correct(UUID id, InventoryReportCorrectionRequest request) {
        var now = clock.instant();
        var report = take(id, ReportAction.CORRECTION, now);
        refuseIncomplete(request.report());
        say(report, request.report());
        history.keep(report, InventoryReportStep.CORRECTION, request.reason(), now);
        reports.changed(false);
    }

    private InventoryReport take(UUID id, ReportAction action, Instant now) {
        var report = find(id);
        report.take(action, now);
        return report;
    }

    private InventoryReport find(UUID id) {
        // Two who judge at once: the second waits here and then sees what the first has done.
        return reports.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private void say(InventoryReport report, InventoryReportRequest changed) {
        checks.refuseChange(report, changed);
        checks.refuseSecondReport(report, projects(changed));
        report.change(changed, contents.write(changed));
        reports.keepProjects(report, projects(changed));
    }

    private static void refuseIncomplete(InventoryReportRequest content) {
        var missing = ReportCompleteness.missing(content);
        if (!missing.isEmpty()) {
            throw ProblemException.violations(missing);
        }
    }

    static List<InventoryReportProjectRequest> projects(InventoryReportRequest request) {
        return request.projects() == null ? List.of() : request.projects();
    }
}

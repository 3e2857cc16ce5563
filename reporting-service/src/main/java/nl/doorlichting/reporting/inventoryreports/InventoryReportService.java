package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

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
        checks.refuseSecondReport(report.id, request);
        reports.persistAndFlush(report);
        reports.keepProjects(report, projects(request));
        history.keep(report, InventoryReportStep.CREATION, null);
        reports.changed(false);
        return report.id;
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch) {
        var report = find(id);
        IfMatch.refuseStale(ifMatch, report.etag());
        ReportWorkflow.refuseUnlessAllowed(ReportAction.UPDATE, report.state);
        say(report, ReportAction.UPDATE, patch.applyTo(contents.read(report.content), InventoryReportRequest.class));
        history.keep(report, InventoryReportStep.UPDATE, null);
        reports.changed(false);
    }

    @Transactional
    void submit(UUID id) {
        var report = take(id, ReportAction.SUBMISSION);
        refuseIncomplete(contents.read(report.content));
        history.keep(report, InventoryReportStep.SUBMISSION, null);
        reports.changed(false);
    }

    @Transactional
    void giveBack(UUID id, InventoryReportReturnRequest request) {
        var report = take(id, ReportAction.RETURN);
        history.keepRemarks(history.keep(report, InventoryReportStep.RETURN, null), request.remarks());
        reports.changed(false);
    }

    /** From now on its figures count. */
    @Transactional
    void approve(UUID id) {
        var report = take(id, ReportAction.APPROVAL);
        ReportWorkflow.refuseOwn(
                ReportAction.APPROVAL, history.writtenByCaller(Set.of(id)).contains(id));
        history.keep(report, InventoryReportStep.APPROVAL, null);
        reports.changed(true);
    }

    @Transactional
    void publish(UUID id) {
        var report = take(id, ReportAction.PUBLICATION);
        history.keep(report, InventoryReportStep.PUBLICATION, null);
        reports.changed(false);
    }

    @Transactional
    void correct(UUID id, InventoryReportCorrectionRequest request) {
        var report = find(id);
        ReportWorkflow.refuseUnlessAllowed(ReportAction.CORRECTION, report.state);
        refuseIncomplete(request.report());
        say(report, ReportAction.CORRECTION, request.report());
        history.keep(report, InventoryReportStep.CORRECTION, request.reason());
        reports.changed(false);
    }

    private InventoryReport take(UUID id, ReportAction action) {
        var report = find(id);
        report.take(action, clock.instant());
        return report;
    }

    private InventoryReport find(UUID id) {
        // Two who judge at once: the second waits here and then sees what the first has done.
        return reports.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private void say(InventoryReport report, ReportAction action, InventoryReportRequest changed) {
        checks.refuseChange(report, changed);
        checks.refuseSecondReport(report.id, changed);
        // Nothing is asked of the database from here on, so that one step is one version.
        report.take(action, clock.instant());
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

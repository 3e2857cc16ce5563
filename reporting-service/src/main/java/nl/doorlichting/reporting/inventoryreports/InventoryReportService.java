package nl.doorlichting.reporting.inventoryreports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;

/** Writes reports and takes them from draft to publication. Every step is stored as a version. */
@ApplicationScoped
class InventoryReportService implements BodyRules {
    private final InventoryReportRepository reports;
    private final InventoryReportChecks checks;
    private final InventoryReportContents contents;
    private final PublishedProjects published;
    private final InventoryReportProposals proposals;
    private final List<RecordsOfReport> features;
    private final OwnRecords own;
    private final CurrentCaller caller;

    InventoryReportService(
            InventoryReportRepository reports,
            InventoryReportChecks checks,
            InventoryReportContents contents,
            PublishedProjects published,
            InventoryReportProposals proposals,
            @All List<RecordsOfReport> features,
            OwnRecords own,
            CurrentCaller caller) {
        this.reports = reports;
        this.checks = checks;
        this.contents = contents;
        this.published = published;
        this.proposals = proposals;
        this.features = features;
        this.own = own;
        this.caller = caller;
    }

    @Transactional
    UUID create(InventoryReportRequest request, boolean addToRound) {
        checks.refuseNew(request);
        var now = own.now();
        var report = new InventoryReport(Ids.next(now), request, contents.write(request), now, own.subject());
        checks.refuseSecondReport(report.id(), request);
        checks.visit(request, addToRound);
        reports.persistAndFlush(report);
        reports.replaceProjects(report, request.statedProjects());
        record(report, InventoryReportAction.CREATION);
        return report.id();
    }

    @Transactional
    void update(UUID id, String ifMatch, MergePatch patch, boolean addToRound) {
        var report = find(id);
        IfMatch.refuseStale(ifMatch, report.etag());
        report.refuseUnlessAllowed(InventoryReportAction.UPDATE);
        var stated = contents.read(report.content());
        var changed = patch.applyTo(stated, InventoryReportRequest.class);
        checks.visit(changed, addToRound);
        if (!StrictJson.isUnchanged(stated, changed)) {
            change(report, InventoryReportAction.UPDATE, changed, ownStep());
        }
    }

    @Transactional
    void submit(UUID id) {
        var report = take(id, InventoryReportAction.SUBMISSION);
        refuseIncomplete(contents.read(report.content()));
        record(report, InventoryReportAction.SUBMISSION);
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
        reports.storeRemarks(record(report, InventoryReportAction.RETURN), request.remarks());
    }

    /** From now on the figures of the report count. 403 for a caller that wrote a part of it. */
    @Transactional
    void approve(UUID id) {
        var report = take(id, InventoryReportAction.APPROVAL);
        InventoryReportAction.APPROVAL.refuseWriter(isWriter(id));
        record(report, InventoryReportAction.APPROVAL);
    }

    @Transactional
    void publish(UUID id) {
        record(take(id, InventoryReportAction.PUBLICATION), InventoryReportAction.PUBLICATION);
    }

    /** Proposes a correction, because the report is approved: it waits for another reviewer, as the report did. */
    @Transactional
    void correct(UUID id, MergePatch changes, boolean addToRound) {
        var report = find(id);
        report.refuseUnlessAllowed(InventoryReportAction.CORRECTION);
        proposals.refuseSecond(id);
        var stated = contents.read(report.content());
        var request = InventoryReportCorrectionRequest.of(stated, changes, checks::refuseMisfits);
        var corrected = request.corrected(stated.programme(), stated.reference());
        refuseIncomplete(corrected);
        if (!addToRound) {
            checks.visit(corrected, false);
        }
        refuseUnfit(report, corrected);
        proposals.propose(id, changes, addToRound, request.reason());
    }

    /**
     * From now on the report and all its records count nowhere. Of an approved report the withdrawal waits for another
     * reviewer, unless the caller is one who wrote no part of it.
     */
    @Transactional
    void withdraw(UUID id, RecordWithdrawalRequest request) {
        var report = find(id);
        report.refuseUnlessAllowed(InventoryReportAction.WITHDRAWAL);
        proposals.refuseSecond(id);
        if (report.isApproved() && !(own.reviews() && !isWriter(id))) {
            proposals.proposeWithdrawal(id, request.reason());
            return;
        }
        withdraw(report, own.withdrawal(request), null);
    }

    /** Makes the version that waits for the decision; 403 for the caller that proposed it. */
    @Transactional
    void approveCorrection(UUID id) {
        var report = find(id);
        report.refuseUnlessAllowed(InventoryReportAction.CORRECTION);
        var proposal = proposals.approve(id);
        if (proposal.isWithdrawal()) {
            var why = new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason());
            withdraw(report, why, own.subject());
            return;
        }
        var corrected = proposals.corrected(proposal, contents.read(report.content()));
        refuseIncomplete(corrected);
        checks.visit(corrected, proposal.addsToRound());
        var step = new InventoryReportVersion.Step(proposal.proposedBy(), own.subject(), proposal.reason());
        change(report, InventoryReportAction.CORRECTION, corrected, step);
    }

    /** Leaves the report as it is. */
    @Transactional
    void rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        find(id).refuseUnlessAllowed(InventoryReportAction.CORRECTION);
        proposals.reject(id, request);
    }

    private void withdraw(InventoryReport report, RecordWithdrawal why, String approvedBy) {
        report.withdraw(why);
        reports.withdrawProjects(report.id());
        var step = new InventoryReportVersion.Step(why.withdrawnBy(), approvedBy, why.reason());
        record(report, InventoryReportAction.WITHDRAWAL, step);
        features.forEach(feature -> feature.withdrawWith(report.id(), why));
        published.withdraw(report);
    }

    private boolean isWriter(UUID id) {
        return reports.writtenBy(caller.get(), Set.of(id)).contains(id);
    }

    private InventoryReport take(UUID id, InventoryReportAction action) {
        var report = find(id);
        report.take(action, own.now());
        return report;
    }

    private InventoryReport find(UUID id) {
        // Of two decisions at once the second waits here and then sees the result of the first.
        return reports.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private void refuseUnfit(InventoryReport report, InventoryReportRequest changed) {
        checks.refuseChange(report, changed);
        checks.refuseSecondReport(report.id(), changed);
    }

    private void change(
            InventoryReport report,
            InventoryReportAction action,
            InventoryReportRequest changed,
            InventoryReportVersion.Step step) {
        refuseUnfit(report, changed);
        // No query follows before the next flush, so that one step is one version.
        report.take(action, own.now());
        report.change(changed, contents.write(changed));
        reports.replaceProjects(report, changed.statedProjects());
        record(report, action, step);
    }

    private InventoryReportVersion.Step ownStep() {
        return new InventoryReportVersion.Step(own.subject(), null, null);
    }

    private InventoryReportVersion record(InventoryReport report, InventoryReportAction action) {
        return record(report, action, ownStep());
    }

    private InventoryReportVersion record(
            InventoryReport report, InventoryReportAction action, InventoryReportVersion.Step step) {
        // The flush gives the row its new number, which is the version's.
        reports.flush();
        var version = new InventoryReportVersion(report, action, step);
        reports.getEntityManager().persist(version);
        published.show(report);
        reports.markChanged(action == InventoryReportAction.APPROVAL);
        return version;
    }

    /** What else is wrong with a report that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof InventoryReportRequest request
                ? ProblemException.noted(() -> checks.refuseMisfits(request))
                : List.of();
    }

    private static void refuseIncomplete(InventoryReportRequest content) {
        var missing = content.missing();
        ProblemException.refuse(missing);
    }
}

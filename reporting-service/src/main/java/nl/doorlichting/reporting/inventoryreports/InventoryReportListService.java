package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;

/** Shows reports, now and as of a moment. */
@ApplicationScoped
public class InventoryReportListService {
    /**
     * What reviewers did with a version of a report.
     *
     * @param approvedBy null when it is not approved
     * @param rejected what was rejected last, where the caller may know of it; else null
     * @param withdrawal null while the report stands
     */
    record Review(
            List<InventoryReportRemark> remarks,
            String approvedBy,
            boolean correctionPending,
            RejectedCorrection rejected,
            RecordWithdrawal withdrawal) {}

    private final InventoryReportRepository reports;
    private final InventoryReports visible;
    private final InventoryReportContents contents;
    private final InventoryReportProposals proposals;
    private final OwnRecords own;
    private final CurrentCaller caller;

    InventoryReportListService(
            InventoryReportRepository reports,
            InventoryReports visible,
            InventoryReportContents contents,
            InventoryReportProposals proposals,
            OwnRecords own,
            CurrentCaller caller) {
        this.reports = reports;
        this.visible = visible;
        this.contents = contents;
        this.proposals = proposals;
        this.own = own;
        this.caller = caller;
    }

    /** The filter, and only reports of which a correction or a withdrawal waits for a reviewer. */
    Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "id", own.readsProposals());
    }

    /** Those that pass the filter and that the caller may see, of a moment as they were then. */
    @Transactional
    public Page<InventoryReportResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = reports.page(visible.narrow(filter), request);
        return page.map(present(page.items()));
    }

    @Transactional
    InventoryReportResponse get(UUID id) {
        var report = visible.find(id);
        return present(List.of(report)).apply(report);
    }

    /** The version of that moment, with which nothing can be done; 404 when there was none yet. */
    @Transactional
    InventoryReportResponse asOf(UUID id, Instant moment) {
        var report = visible.find(id);
        var version = reports.versionAt(id, moment).orElseThrow(ProblemException::notFound);
        return response(report, version, review(version, false, version.ifReached(report.withdrawal())), List.of());
    }

    /** The version that the report gets when the correction or withdrawal that waits is approved; 404 when none does. */
    @Transactional
    InventoryReportResponse pendingCorrection(UUID id) {
        var report = visible.find(id);
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var content = proposal.isWithdrawal()
                ? report.content()
                : contents.write(proposals.corrected(proposal, contents.read(report.content())));
        var next = InventoryReportVersion.proposed(report, proposal, content);
        var withdrawal = proposal.isWithdrawal()
                ? new RecordWithdrawal(proposal.proposedAt(), proposal.proposedBy(), proposal.reason())
                : null;
        return response(report, next, review(next, true, withdrawal), proposals.actions(proposal));
    }

    private Review review(InventoryReportVersion version, boolean correctionPending, RecordWithdrawal withdrawal) {
        var id = version.reportId();
        return new Review(
                reports.remarks(Set.of(id)).stream()
                        .filter(remark -> remark.version() <= version.version())
                        .toList(),
                approver(version, reports.approvals(Set.of(id)).getOrDefault(id, List.of())),
                correctionPending,
                null,
                withdrawal);
    }

    /** Who approved the version: the report, or the last correction that was approved until it. */
    private static String approver(InventoryReportVersion version, List<InventoryReportVersion> approvals) {
        return approvals.stream()
                .filter(approval -> approval.version() <= version.version())
                .reduce((earlier, later) -> later)
                .map(InventoryReportVersion::approver)
                .orElse(null);
    }

    /** The answer for each report of a list, with one query for what all of them need. */
    private Function<InventoryReport, InventoryReportResponse> present(List<InventoryReport> listed) {
        var ids = listed.stream().map(InventoryReport::id).toList();
        if (ids.isEmpty()) {
            return report -> null;
        }
        var versions = reports.latestVersions(ids).stream()
                .collect(Collectors.toMap(InventoryReportVersion::reportId, Function.identity()));
        var remarks = reports.remarks(ids).stream().collect(Collectors.groupingBy(InventoryReportRemark::reportId));
        var written = reports.writtenBy(caller.get(), ids);
        var proposed = own.readsProposals() ? ids : List.<UUID>of();
        var waiting = proposals.waiting(proposed);
        var rejected = proposals.rejected(proposed);
        var approvals = reports.approvals(listed.stream()
                .filter(InventoryReport::isApproved)
                .map(InventoryReport::id)
                .toList());
        return report -> {
            var proposal = waiting.get(report.id());
            var actions = own.readsPast()
                    ? List.<String>of()
                    : report.allowedActions(caller.get(), written.contains(report.id()), proposal != null);
            var version = versions.get(report.id());
            return response(
                    report,
                    version,
                    new Review(
                            remarks.getOrDefault(report.id(), List.of()),
                            approver(version, approvals.getOrDefault(report.id(), List.of())),
                            proposal != null,
                            rejected.get(report.id()),
                            report.withdrawal()),
                    proposal == null
                            ? actions
                            : Stream.concat(actions.stream(), proposals.actions(proposal).stream())
                                    .toList());
        };
    }

    private InventoryReportResponse response(
            InventoryReport report, InventoryReportVersion version, Review review, List<String> allowedActions) {
        var content = contents.read(version.content());
        var projects = content.statedProjects().stream().filter(visible::shows).toList();
        return InventoryReportResponse.from(report, version, content, projects, review, allowedActions);
    }
}

package nl.doorlichting.reporting.effectjudgements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.activity.ResultProposal;
import nl.doorlichting.reporting.activity.ResultProposals;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryreports.RecordsOfReport;

/** Records verdicts, corrects them by new versions, and makes a version public. */
@ApplicationScoped
public class EffectJudgementService implements RecordsOfReport, BodyRules {
    private static final String CORRECTION = "corrections";
    private static final String PUBLICATION = "publication";
    private static final String WITHDRAWAL = "withdrawal";

    private final EffectJudgementRepository judgements;
    private final OwnRecords own;
    private final PlaceValidator places;
    private final InventoryReports reports;
    private final Catalogue catalogue;
    private final ResultProposals proposals;

    EffectJudgementService(
            EffectJudgementRepository judgements,
            OwnRecords own,
            PlaceValidator places,
            InventoryReports reports,
            Catalogue catalogue,
            ResultProposals proposals) {
        this.judgements = judgements;
        this.own = own;
        this.places = places;
        this.reports = reports;
        this.catalogue = catalogue;
        this.proposals = proposals;
    }

    /** Of an approved report the verdict waits for a reviewer, as the report did. */
    @Transactional
    EffectJudgementResponse create(EffectJudgementRequest request) {
        reports.hold(request.reportId());
        refuseUnfit(request);
        judgements.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("verdict.reference-taken"), EffectJudgementResource.PATH + "/" + existing.judgementId());
        });
        var judgement = recorded(EffectJudgement.first(Ids.next(own.now()), request, entry(request)));
        reports.refuseUnderReview(request.reportId());
        return store(reports.isApproved(request.reportId()) ? judgement.awaitingReview() : judgement);
    }

    /** Of an approved report the correction waits for a reviewer, also when it would move the verdict to such a report. */
    @Transactional
    EffectJudgementResponse correct(UUID id, MergePatch changes) {
        var latest = standing(id);
        proposals.refuseSecond(id);
        var correction = changes.applyTo(
                latest.correction(),
                EffectJudgementCorrectionRequest.class,
                refused -> ProblemException.noted(
                        () -> refuseUnfit(refused.corrected(latest.programme(), latest.reference()))));
        var corrected = corrected(latest, correction);
        if (InheritedActivity.isSame(latest.activity(), corrected.activity())) {
            StrictJson.refuseUnchanged(latest.correction(), corrected.correction(), "reason");
        }
        if (isReviewed(latest, correction.reportId())) {
            proposals.propose(id, null, changes, correction.reason());
            return response(latest);
        }
        return store(recorded(corrected));
    }

    private EffectJudgement corrected(EffectJudgement latest, EffectJudgementCorrectionRequest correction) {
        var request = correction.corrected(latest.programme(), latest.reference());
        if (!Objects.equals(request.reportId(), latest.reportId())) {
            reports.hold(request.reportId());
        }
        refuseUnfit(request);
        return latest.corrected(request, correction.reason(), entry(request));
    }

    /** Whether a change waits for a reviewer, because the report that the verdict has or gets is approved; 409 under review. */
    private boolean isReviewed(EffectJudgement latest, UUID nextReport) {
        reports.refuseUnderReview(latest.reportId());
        reports.refuseUnderReview(nextReport);
        return !latest.awaitsReview() && (reports.isApproved(latest.reportId()) || reports.isApproved(nextReport));
    }

    /** Approves what waits: the verdict itself, its correction or its withdrawal; 403 for a caller that wrote it. */
    @Transactional
    EffectJudgementResponse approveCorrection(UUID id) {
        var latest = standing(id);
        if (latest.awaitsReview()) {
            proposals.refuseWriter(judgements.versions(id).stream()
                    .map(EffectJudgement::recordedBy)
                    .anyMatch(own::isCaller));
            return store(latest.approved(own.subject()).recorded(own.now(), latest.recordedBy()));
        }
        var proposal = proposals.approve(id);
        if (proposal.isWithdrawal()) {
            var why = new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason());
            return withdraw(latest, why, own.subject());
        }
        var correction =
                proposals.changes(proposal).applyTo(latest.correction(), EffectJudgementCorrectionRequest.class);
        return store(
                corrected(latest, correction).approvedBy(own.subject()).recorded(own.now(), proposal.proposedBy()));
    }

    /** Leaves the verdict as it is; one that waits for its first review is withdrawn, for the reason that the reviewer gives. */
    @Transactional
    EffectJudgementResponse rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        var latest = standing(id);
        if (latest.awaitsReview()) {
            return withdraw(latest, new RecordWithdrawal(own.now(), own.subject(), request.reason()), null);
        }
        proposals.reject(id, request);
        return response(latest);
    }

    /** The version that the verdict gets when what waits is approved; 404 when nothing does. */
    @Transactional
    EffectJudgementResponse pendingCorrection(UUID id) {
        var latest = latest(id);
        if (latest.awaitsReview()) {
            return response(latest);
        }
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var next = next(proposal, latest).recorded(proposal.proposedAt(), proposal.proposedBy());
        return next.response(new EffectJudgement.Review(false, null, true, null), proposals.actions(proposal));
    }

    private EffectJudgement next(ResultProposal proposal, EffectJudgement latest) {
        if (proposal.isWithdrawal()) {
            return latest.withdrawn(proposal.reason());
        }
        var request = proposals
                .changes(proposal)
                .applyTo(latest.correction(), EffectJudgementCorrectionRequest.class)
                .corrected(latest.programme(), latest.reference());
        return latest.corrected(request, proposal.reason(), entry(request));
    }

    private void refuseUnfit(EffectJudgementRequest judgement) {
        ProblemException.together(
                () -> ProblemException.refuse(violations(judgement.place(), judgement.assessedOn())),
                () -> reports.refuseUnfit(judgement.projectId(), judgement.reportId(), judgement.programme()));
    }

    private List<Violation> violations(Place place, LocalDate assessedOn) {
        var violations = new ArrayList<>(places.violations(place, "/place"));
        violations.addAll(own.future("/assessedOn", assessedOn));
        return violations;
    }

    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof EffectJudgementRequest judgement
                ? ProblemException.noted(() -> refuseUnfit(judgement))
                : List.of();
    }

    private ActivityFields entry(EffectJudgementRequest judgement) {
        return reports.entryOf(judgement.projectId(), judgement.reportId());
    }

    @Transactional
    EffectJudgementResponse publish(UUID id) {
        var latest = standing(id);
        if (latest.awaitsReview()) {
            throw ResultProposals.awaitsReview();
        }
        reports.refuseUnderReview(latest.reportId());
        if (latest.reportId() != null && !reports.isApproved(latest.reportId())) {
            throw ProblemException.invalidState(
                    Text.of("verdict.report-not-approved"), List.of(CORRECTION, WITHDRAWAL));
        }
        if (isPublished(latest)) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("verdict.public-already"),
                    Map.of("allowed", List.of(CORRECTION)));
        }
        judgements.publish(new EffectJudgementPublication(latest, own.now(), own.subject()));
        if (latest.activity().projectId() != null) {
            catalogue.judge(
                    latest.activity().projectId(),
                    judgements.publicVerdicts(latest.activity().projectId()));
        }
        return response(latest);
    }

    /**
     * From now on the verdict counts nowhere, and what was public of it is not. Of an approved report the withdrawal waits for
     * a reviewer.
     */
    @Transactional
    EffectJudgementResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var latest = standing(id);
        proposals.refuseSecond(id);
        if (isReviewed(latest, null)) {
            proposals.propose(id, null, (MergePatch) null, request.reason());
            return response(latest);
        }
        return withdraw(latest, own.withdrawal(request), null);
    }

    @Override
    public void withdrawWith(UUID report, RecordWithdrawal why) {
        var standing = judgements.standingOf(report);
        proposals.endAllOf(standing.stream().map(EffectJudgement::judgementId).toList(), why);
        var approval = reports.approvals(List.of(report), null).get(report);
        standing.forEach(latest -> withdraw(latest, why, latest.approver(approval)));
    }

    private EffectJudgementResponse withdraw(EffectJudgement latest, RecordWithdrawal why, String approvedBy) {
        var versions = judgements.versions(latest.judgementId());
        var published = judgements.published(versions);
        own.refuseWithdrawalOfPublic(!published.isEmpty());
        var withdrawn = store(
                latest.withdrawn(why.reason()).approvedBy(approvedBy).recorded(why.withdrawnAt(), why.withdrawnBy()));
        versions.stream()
                .filter(version -> published.contains(version.key()))
                .map(version -> version.activity().projectId())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(project -> catalogue.judge(project, judgements.publicVerdicts(project)));
        return withdrawn;
    }

    /** The filter, and only verdicts of which something waits for a reviewer. */
    Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "judgementId", "e.awaitsReview = true");
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<EffectJudgementResponse> page(Filter filter, Instant asOf, PageRequest request) {
        var page = judgements.page(own.narrow(filter), asOf, request);
        return page.map(responses(page.items(), asOf));
    }

    /** The version of a moment; whether the caller may see it depends on the latest one. */
    @Transactional
    EffectJudgementResponse asOf(UUID id, Instant asOf) {
        latest(id);
        var then = judgements.findAsOf(id, asOf).orElseThrow(ProblemException::notFound);
        return responses(List.of(then), asOf).apply(then);
    }

    @Transactional
    EffectJudgementResponse get(UUID id) {
        return response(latest(id));
    }

    @Transactional
    EffectJudgementResponse.History history(UUID id) {
        latest(id);
        var versions = judgements.versions(id);
        var published = judgements.published(versions);
        var items = new ArrayList<EffectJudgementResponse>();
        for (int i = 0; i < versions.size(); i++) {
            var one = versions.get(i);
            var end = i + 1 == versions.size() ? null : versions.get(i + 1).recordedAt();
            // Who approved the report while this version was the latest.
            var approval = approvals(List.of(one), end).get(one.reportId());
            items.add(one.response(
                    new EffectJudgement.Review(published.contains(one.key()), approval, false, null), List.of()));
        }
        return new EffectJudgementResponse.History(items);
    }

    private EffectJudgementResponse response(EffectJudgement latest) {
        return responses(List.of(latest), null).apply(latest);
    }

    /** The answers for these versions, with one query for what all of them need; of a moment, nothing can be done. */
    private Function<EffectJudgement, EffectJudgementResponse> responses(List<EffectJudgement> shown, Instant asOf) {
        var ids = shown.stream().map(EffectJudgement::judgementId).toList();
        var published = judgements.published(shown, asOf);
        var everPublic =
                published.stream().map(EffectJudgement.Key::judgementId).collect(Collectors.toSet());
        var approvals = approvals(shown, asOf);
        var underReview = reports.underReview(reportsOf(shown));
        var waiting = (asOf == null ? proposals.shownOf(ids) : List.<ResultProposal>of())
                .stream().collect(Collectors.toMap(ResultProposal::resultId, Function.identity()));
        var rejected = asOf == null ? proposals.shownRejectedOf(ids) : Map.<UUID, RejectedCorrection>of();
        return one -> {
            var isPublic = published.contains(one.key());
            var approval = approvals.get(one.reportId());
            var proposal = waiting.get(one.judgementId());
            var allowed = new ArrayList<String>();
            var isFixed = one.reportId() != null && underReview.contains(one.reportId());
            if (asOf == null && one.withdrawal() == null && !isFixed) {
                var becomesPublic = !isPublic && (one.reportId() == null || approval != null);
                allowed.addAll(actions(
                        one, becomesPublic, everPublic.contains(one.judgementId()) && approval == null, proposal));
            }
            return one.response(
                    new EffectJudgement.Review(isPublic, approval, proposal != null, rejected.get(one.judgementId())),
                    allowed);
        };
    }

    private Map<UUID, InventoryReports.Approval> approvals(List<EffectJudgement> shown, Instant asOf) {
        return reports.approvals(reportsOf(shown), asOf);
    }

    private static List<UUID> reportsOf(List<EffectJudgement> shown) {
        return shown.stream()
                .map(EffectJudgement::reportId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private EffectJudgement recorded(EffectJudgement judgement) {
        return judgement.recorded(own.now(), own.subject());
    }

    private EffectJudgementResponse store(EffectJudgement judgement) {
        judgements.persist(judgement);
        judgements.changed();
        return response(judgement);
    }

    private EffectJudgement standing(UUID id) {
        // The report first, as its withdrawal does, so that the two never wait for each other.
        reports.hold(latest(id).reportId());
        judgements.waitForOthersOf(id);
        var latest = latest(id);
        RecordWithdrawal.refuse(latest.withdrawal());
        return latest;
    }

    private EffectJudgement latest(UUID id) {
        var latest = judgements.findLatest(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(latest.activity());
        return latest;
    }

    private boolean isPublished(EffectJudgement judgement) {
        return judgements.published(List.of(judgement)).contains(judgement.key());
    }

    private List<String> actions(
            EffectJudgement judgement, boolean becomesPublic, boolean withdrawnByReviewer, ResultProposal proposal) {
        if (proposal != null) {
            return proposals.actions(proposal);
        }
        var actions = new ArrayList<>(own.actions(ReportingAccess.WRITE_INVENTORIES, CORRECTION));
        if (judgement.awaitsReview()) {
            actions.addAll(proposals.firstReview(own.isCaller(judgement.recordedBy())));
        } else if (becomesPublic) {
            actions.addAll(own.actions(ReportingAccess.PUBLISH_RESULTS, PUBLICATION));
        }
        actions.addAll(own.withdrawalAction(withdrawnByReviewer));
        return actions;
    }
}

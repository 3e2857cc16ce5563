package nl.doorlichting.reporting.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectableRecord;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.activity.ReviewState;

/** Corrects and withdraws records that change in place: at once, or once a reviewer approves, where they are of something public. */
@ApplicationScoped
public class ReviewedChanges {
    private final PublicationProposals proposals;
    private final OwnRecords own;

    ReviewedChanges(PublicationProposals proposals, OwnRecords own) {
        this.proposals = proposals;
        this.own = own;
    }

    /**
     * Corrects a record that stands, or proposes the correction to a reviewer.
     *
     * @param isPublic whether what a record states this of is public; one that would become so waits too
     * @param refuseUnfit refuses what cannot be stored
     */
    public <Q extends Record> void correct(
            CorrectableRecord<Q> record, MergePatch changes, Predicate<Q> isPublic, Consumer<Q> refuseUnfit) {
        refuseSecond(record);
        var correction = corrected(record, changes, refuseUnfit);
        if (isReviewed(record, isPublic.or(nowStated -> isPublic.test(correction.record())))) {
            proposals.propose(record.id(), changes, correction.reason());
            return;
        }
        record.correct(correction.record(), own.correction(correction.reason()));
    }

    /** Withdraws a record that stands, or proposes the withdrawal to a reviewer. */
    public <Q extends Record> void withdraw(
            CorrectableRecord<Q> record, RecordWithdrawalRequest request, Predicate<Q> isPublic) {
        refuseSecond(record);
        if (isReviewed(record, isPublic)) {
            proposals.proposeWithdrawal(record.id(), request.reason());
            return;
        }
        record.withdraw(own.withdrawal(request));
    }

    private void refuseSecond(CorrectableRecord<?> record) {
        RecordWithdrawal.refuse(record.withdrawal());
        proposals.refuseSecond(record.id());
    }

    /** What no reviewer has seen is mended at once. */
    private static <Q extends Record> boolean isReviewed(CorrectableRecord<Q> record, Predicate<Q> isPublic) {
        return !record.awaitsReview() && isPublic.test(record.content());
    }

    /** Approves what waits: the record itself, its correction or its withdrawal; 403 for a caller that wrote it. */
    public <Q extends Record> void approve(CorrectableRecord<Q> record, Consumer<Q> refuseUnfit) {
        RecordWithdrawal.refuse(record.withdrawal());
        if (record.awaitsReview()) {
            proposals.refuseWriter(isWriter(record) || proposals.isCorrectedByCaller(record.id()));
        } else {
            make(proposals.approve(record.id()), record, own.now(), refuseUnfit);
        }
        record.review(new ReviewState(false, own.now(), own.subject()));
    }

    /** Leaves the record as it is; one that waits for its first review is withdrawn, for the reason that the reviewer gives. */
    public void reject(CorrectableRecord<?> record, CorrectionRejectionRequest request) {
        RecordWithdrawal.refuse(record.withdrawal());
        if (record.awaitsReview()) {
            record.withdraw(new RecordWithdrawal(own.now(), own.subject(), request.reason()));
            return;
        }
        proposals.reject(record.id(), request);
    }

    /** Makes what waits of a record that is not stored from here on, because no reviewer approved; 404 when nothing waits. */
    public <Q extends Record> void show(CorrectableRecord<Q> record) {
        if (!record.awaitsReview()) {
            var proposal = proposals.waiting(record.id()).orElseThrow(ProblemException::notFound);
            make(proposal, record, proposal.proposedAt(), fits -> {});
        }
    }

    private <Q extends Record> void make(
            PublicationProposal proposal, CorrectableRecord<Q> record, Instant at, Consumer<Q> refuseUnfit) {
        if (proposal.isWithdrawal()) {
            record.withdraw(new RecordWithdrawal(at, proposal.proposedBy(), proposal.reason()));
            return;
        }
        var correction = corrected(record, proposals.changes(proposal), refuseUnfit);
        record.correct(correction.record(), new RecordCorrection(at, proposal.proposedBy(), correction.reason()));
    }

    @SuppressWarnings("unchecked")
    private static <Q extends Record> MergePatch.Correction<Q> corrected(
            CorrectableRecord<Q> record, MergePatch changes, Consumer<Q> refuseUnfit) {
        var content = record.content();
        var correction = changes.correct(content, (Class<Q>) content.getClass());
        refuseUnfit.accept(correction.record());
        return correction;
    }

    /** What waits of these records, by their ids, where the caller may know of it. */
    public Map<UUID, PublicationProposal> waiting(List<? extends CorrectableRecord<?>> records) {
        return own.readsProposals()
                ? proposals.waiting(records.stream().map(CorrectableRecord::id).toList())
                : Map.of();
    }

    /** What was rejected last of these records, by their ids, where the caller may know of it. */
    public Map<UUID, RejectedCorrection> rejected(List<? extends CorrectableRecord<?>> records) {
        return own.readsProposals()
                ? proposals.rejected(records.stream().map(CorrectableRecord::id).toList())
                : Map.of();
    }

    /**
     * What the caller may do with a record.
     *
     * @param proposal what waits of it; null where nothing does that the caller may know of
     */
    public List<String> actions(CorrectableRecord<?> record, PublicationProposal proposal) {
        if (proposal != null) {
            return proposals.actions(proposal);
        }
        var actions = new ArrayList<String>();
        if (record.withdrawal() == null) {
            actions.addAll(own.actions(ReportingAccess.WRITE_INVENTORIES, "corrections", "withdrawal"));
        }
        if (record.awaitsReview()) {
            actions.addAll(proposals.firstReview(isWriter(record)));
        }
        return actions;
    }

    private boolean isWriter(CorrectableRecord<?> record) {
        return own.isCaller(record.createdBy())
                || record.correction() != null
                        && own.isCaller(record.correction().correctedBy());
    }
}

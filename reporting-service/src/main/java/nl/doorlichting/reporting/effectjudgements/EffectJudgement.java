package nl.doorlichting.reporting.effectjudgements;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.EvidenceRule;
import nl.doorlichting.reporting.activity.InheritedActivity;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/** One version of one verdict (doeltreffend, veelbelovend, …). Versions are added and never changed. */
@Entity
@Table(name = "effect_judgement")
@IdClass(EffectJudgement.Key.class)
class EffectJudgement {
    /** The verdict and the number of the version. */
    record Key(UUID judgementId, Integer version) implements Serializable {}

    @Id
    @Column(name = "judgement_id")
    private UUID judgementId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;

    /** Whether this version, the last one, ends the verdict. */
    private boolean withdrawn;

    /** Whether this version counts nowhere, because its report was approved before its verdict was recorded. */
    @Column(name = "awaits_review")
    private boolean awaitsReview;

    /** Who approved the verdict, correction or withdrawal that this version is; null where none waited. */
    @Column(name = "approved_by")
    private String approvedBy;

    private String reference;
    private String programme;

    @Column(name = "report_id")
    private UUID reportId;

    @Embedded
    private ActivityColumns activity;

    /** Names of the fields of the activity that are not stated and come from the report's entry of the project. */
    private String[] inherited;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private JudgementConcern concerns;

    @Column(name = "assessed_by")
    private String assessedBy;

    @Column(name = "assessed_on")
    private LocalDate assessedOn;

    @Column(name = "evidence_level")
    private Integer evidenceLevel;

    @Column(name = "theory_of_change")
    private String theoryOfChange;

    @Column(name = "emmie_effect")
    private String emmieEffect;

    @Column(name = "emmie_mechanism")
    private String emmieMechanism;

    @Column(name = "emmie_moderators")
    private String emmieModerators;

    @Column(name = "emmie_implementation")
    private String emmieImplementation;

    @Column(name = "emmie_economic_cost")
    private String emmieEconomicCost;

    @Column(name = "side_effects_positive")
    private String[] sideEffectsPositive;

    @Column(name = "side_effects_negative")
    private String[] sideEffectsNegative;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected EffectJudgement() {}

    private EffectJudgement(UUID judgementId, int version, EffectJudgementRequest request, ActivityFields entry) {
        this.judgementId = judgementId;
        this.version = version;
        this.reference = request.reference();
        this.programme = request.programme();
        this.reportId = request.reportId();
        var stated = InheritedActivity.of(request, entry, place -> true);
        this.activity = ActivityColumns.of(stated);
        this.inherited = stated.inherited().toArray(String[]::new);
        this.verdict = request.verdict();
        this.concerns = request.concerns();
        this.assessedBy = request.assessedBy();
        this.assessedOn = request.assessedOn();
        this.evidenceLevel = request.evidenceLevel();
        this.theoryOfChange = request.theoryOfChange();
        this.source = request.source();
        this.note = request.note();
        answer(request.emmie() == null ? EffectJudgementRequest.Emmie.NONE : request.emmie());
        happened(request.sideEffects() == null ? EffectJudgementRequest.SideEffects.NONE : request.sideEffects());
    }

    /** The first version; {@code entry} is what its report states of its project, and may be null. */
    static EffectJudgement first(UUID id, EffectJudgementRequest request, ActivityFields entry) {
        return new EffectJudgement(id, 1, request, entry);
    }

    /** The version that replaces this one; programme and natural id stay. */
    EffectJudgement corrected(EffectJudgementRequest request, String why, ActivityFields entry) {
        var next = new EffectJudgement(judgementId, version + 1, request, entry);
        next.reason = why;
        next.awaitsReview = awaitsReview;
        return next;
    }

    /** The version with which the verdict, which waited for its first review, counts. */
    EffectJudgement approved(String by) {
        var next = same(null).approvedBy(by);
        next.awaitsReview = false;
        return next;
    }

    /** What is inherited stays so. */
    private EffectJudgement same(String why) {
        return corrected(correction().corrected(programme, reference), why, activity);
    }

    EffectJudgement approvedBy(String by) {
        approvedBy = by;
        return this;
    }

    EffectJudgement awaitingReview() {
        awaitsReview = true;
        return this;
    }

    boolean awaitsReview() {
        return awaitsReview;
    }

    /** The last version, with which the verdict counts nowhere any more. */
    EffectJudgement withdrawn(String why) {
        var last = same(why);
        last.withdrawn = true;
        last.awaitsReview = false;
        return last;
    }

    RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    /** What a correction would state to change nothing, without its reason; what is inherited is not stated. */
    EffectJudgementCorrectionRequest correction() {
        var stated = InheritedActivity.stated(activity, List.of(inherited));
        return new EffectJudgementCorrectionRequest(
                null,
                stated.projectId(),
                reportId,
                stated.organisationId(),
                stated.track(),
                stated.actionLine(),
                stated.fundingInstrument(),
                stated.interventionTypes(),
                stated.phenomena(),
                stated.place(),
                verdict,
                concerns,
                assessedBy,
                assessedOn,
                evidenceLevel,
                theoryOfChange,
                new EffectJudgementRequest.Emmie(
                        emmieEffect, emmieMechanism, emmieModerators, emmieImplementation, emmieEconomicCost),
                new EffectJudgementRequest.SideEffects(List.of(sideEffectsPositive), List.of(sideEffectsNegative)),
                source,
                note);
    }

    UUID reportId() {
        return reportId;
    }

    EffectJudgement recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    private void answer(EffectJudgementRequest.Emmie emmie) {
        emmieEffect = emmie.effect();
        emmieMechanism = emmie.mechanism();
        emmieModerators = emmie.moderators();
        emmieImplementation = emmie.implementation();
        emmieEconomicCost = emmie.economicCost();
    }

    private void happened(EffectJudgementRequest.SideEffects sideEffects) {
        sideEffectsPositive = texts(sideEffects.positive());
        sideEffectsNegative = texts(sideEffects.negative());
    }

    private static String[] texts(List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    Key key() {
        return new Key(judgementId, version);
    }

    String programme() {
        return programme;
    }

    String reference() {
        return reference;
    }

    UUID judgementId() {
        return judgementId;
    }

    ActivityFields activity() {
        return activity;
    }

    /**
     * What reviewers did with a version.
     *
     * @param approval of the report of the verdict; null without a report, and before its approval
     * @param correctionPending whether a correction or a withdrawal waits, where the caller may know of it
     * @param rejected what was rejected last, where the caller may know of it; else null
     */
    record Review(
            boolean published,
            InventoryReports.Approval approval,
            boolean correctionPending,
            RejectedCorrection rejected) {}

    /** Who approved this version by itself, or else with its report. */
    String approver(InventoryReports.Approval approval) {
        return approvedBy != null || approval == null ? approvedBy : approval.of(recordedAt, withdrawn);
    }

    EffectJudgementResponse response(Review review, List<String> allowedActions) {
        var published = review.published();
        return new EffectJudgementResponse(
                judgementId,
                programme,
                activity.projectId(),
                reportId,
                activity.organisationId(),
                activity.track(),
                activity.actionLine(),
                activity.fundingInstrument(),
                activity.interventionTypes(),
                activity.phenomena(),
                activity.place(),
                List.of(inherited),
                verdict,
                concerns,
                assessedBy,
                assessedOn,
                evidenceLevel,
                theoryOfChange,
                new EffectJudgementResponse.Emmie(
                        emmieEffect, emmieMechanism, emmieModerators, emmieImplementation, emmieEconomicCost),
                new EffectJudgementResponse.SideEffects(List.of(sideEffectsPositive), List.of(sideEffectsNegative)),
                source,
                reference,
                note,
                EvidenceRule.findings(verdict, evidenceLevel),
                published,
                version,
                reason,
                recordedAt,
                recordedBy,
                !withdrawn && !awaitsReview && (reportId == null || review.approval() != null),
                approver(review.approval()),
                awaitsReview,
                review.correctionPending(),
                review.rejected(),
                withdrawal(),
                "\"" + version + (published ? "p" : "") + "\"",
                allowedActions);
    }
}

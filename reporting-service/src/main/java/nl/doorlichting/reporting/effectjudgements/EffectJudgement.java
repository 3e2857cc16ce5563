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
import nl.doorlichting.reporting.activity.ActivityColumns;

/** One version of one verdict (doeltreffend, veelbelovend, …). Versions are only ever added. */
@Entity
@Table(name = "effect_judgement")
@IdClass(EffectJudgement.Key.class)
class EffectJudgement {
    /** The verdict, and which version of it. */
    record Key(UUID judgementId, Integer version) implements Serializable {}

    @Id
    @Column(name = "judgement_id")
    UUID judgementId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;
    String reference;
    String programme;

    @Embedded
    ActivityColumns activity;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    @Enumerated(EnumType.STRING)
    JudgementConcern concerns;

    @Column(name = "assessed_by")
    String assessedBy;

    @Column(name = "assessed_on")
    LocalDate assessedOn;

    @Column(name = "evidence_level")
    Integer evidenceLevel;

    @Column(name = "theory_of_change")
    String theoryOfChange;

    @Column(name = "emmie_effect")
    String emmieEffect;

    @Column(name = "emmie_mechanism")
    String emmieMechanism;

    @Column(name = "emmie_moderators")
    String emmieModerators;

    @Column(name = "emmie_implementation")
    String emmieImplementation;

    @Column(name = "emmie_economic_cost")
    String emmieEconomicCost;

    @Column(name = "side_effects_positive")
    String[] sideEffectsPositive;

    @Column(name = "side_effects_negative")
    String[] sideEffectsNegative;

    String source;
    String note;

    /** For the persistence provider. */
    protected EffectJudgement() {}

    private EffectJudgement(UUID judgementId, int version, EffectJudgementRequest request) {
        this.judgementId = judgementId;
        this.version = version;
        this.reference = request.reference();
        this.programme = request.programme();
        this.activity = ActivityColumns.of(request);
        this.verdict = request.verdict();
        this.concerns = request.concerns();
        this.assessedBy = request.assessedBy();
        this.assessedOn = request.assessedOn();
        this.evidenceLevel = request.evidenceLevel();
        this.theoryOfChange = request.theoryOfChange();
        this.source = request.source();
        this.note = request.note();
        answer(request.emmie() == null ? EffectEmmieRequest.NONE : request.emmie());
        happened(request.sideEffects() == null ? EffectSideEffectsRequest.NONE : request.sideEffects());
    }

    /** The first version. */
    static EffectJudgement first(UUID id, EffectJudgementRequest request) {
        return new EffectJudgement(id, 1, request);
    }

    /** The version that takes this one's place; programme and natural id stay. */
    EffectJudgement corrected(EffectJudgementCorrectionRequest correction) {
        var next = new EffectJudgement(judgementId, version + 1, correction.judgement());
        next.reason = correction.reason();
        next.programme = programme;
        next.reference = reference;
        return next;
    }

    EffectJudgement recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    boolean isAboveEvidence() {
        return EvidenceRule.isAboveEvidence(verdict, evidenceLevel);
    }

    private void answer(EffectEmmieRequest emmie) {
        emmieEffect = emmie.effect();
        emmieMechanism = emmie.mechanism();
        emmieModerators = emmie.moderators();
        emmieImplementation = emmie.implementation();
        emmieEconomicCost = emmie.economicCost();
    }

    private void happened(EffectSideEffectsRequest sideEffects) {
        sideEffectsPositive = texts(sideEffects.positive());
        sideEffectsNegative = texts(sideEffects.negative());
    }

    private static String[] texts(List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }
}

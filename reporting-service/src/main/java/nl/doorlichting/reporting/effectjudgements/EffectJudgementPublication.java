package nl.doorlichting.reporting.effectjudgements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The publication of one version of a verdict. */
@Entity
@Table(name = "effect_judgement_publication")
@IdClass(EffectJudgement.Key.class)
class EffectJudgementPublication {
    @Id
    @Column(name = "judgement_id")
    private UUID judgementId;

    @Id
    private Integer version;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** For the persistence provider. */
    protected EffectJudgementPublication() {}

    EffectJudgementPublication(EffectJudgement judgement, Instant at, String by) {
        this.judgementId = judgement.judgementId();
        this.version = judgement.key().version();
        this.publishedAt = at;
        this.publishedBy = by;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    EffectJudgement.Key key() {
        return new EffectJudgement.Key(judgementId, version);
    }
}

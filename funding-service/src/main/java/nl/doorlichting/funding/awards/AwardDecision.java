package nl.doorlichting.funding.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was decided about an award, and by whom: whoever did does not release its payments. */
@Entity
@Immutable
@Table(name = "award_decision")
class AwardDecision {
    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "award_id")
    Award award;

    @Enumerated(EnumType.STRING)
    AwardDecisionKind kind;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decided_by")
    String decidedBy;

    /** What the award comes to by this decision. */
    BigDecimal amount;

    @Column(name = "ex_officio")
    boolean exOfficio;

    @Enumerated(EnumType.STRING)
    RevocationGround ground;

    String reasons;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** For the persistence provider. */
    protected AwardDecision() {}

    AwardDecision(Award award, AwardDecisionKind kind, LocalDate decidedOn, String decidedBy, BigDecimal amount) {
        this.award = award;
        this.kind = kind;
        this.decidedOn = decidedOn;
        this.decidedBy = decidedBy;
        this.amount = amount;
    }

    AwardDecision because(RevocationGround statedGround, String statedReasons) {
        ground = statedGround;
        reasons = statedReasons;
        return this;
    }

    AwardDecision exOfficio(boolean stated) {
        exOfficio = stated;
        return this;
    }

    AwardDecision recorded(UUID newId, Instant now, String subject) {
        id = newId;
        createdAt = now;
        createdBy = subject;
        return this;
    }
}

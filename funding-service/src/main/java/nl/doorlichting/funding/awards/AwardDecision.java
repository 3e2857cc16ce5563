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
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.Immutable;

/** A decision about an award. The subject that took it does not release the award's payments. */
@Entity
@Immutable
@Table(name = "award_decision")
class AwardDecision {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "award_id")
    private Award award;

    @Enumerated(EnumType.STRING)
    private AwardDecisionKind kind;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "decided_by")
    private String decidedBy;

    /** What the award comes to by this decision. */
    private BigDecimal amount;

    @Column(name = "ex_officio")
    private boolean exOfficio;

    @Enumerated(EnumType.STRING)
    private RevocationRequest.Ground ground;

    private String reasons;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    /** For the persistence provider. */
    protected AwardDecision() {}

    AwardDecision(
            Award award,
            AwardDecisionKind kind,
            LocalDate decidedOn,
            String decidedBy,
            BigDecimal amount,
            PerformedBy recorded) {
        this.id = Ids.next(recorded.at());
        this.award = award;
        this.kind = kind;
        this.decidedOn = decidedOn;
        this.decidedBy = decidedBy;
        this.amount = amount;
        this.createdAt = recorded.at();
        this.createdBy = recorded.subject();
    }

    AwardDecision because(RevocationRequest.Ground statedGround, String statedReasons) {
        ground = statedGround;
        reasons = statedReasons;
        return this;
    }

    AwardDecision exOfficio(boolean stated) {
        exOfficio = stated;
        return this;
    }

    AwardResponse.Decision toResponse() {
        return new AwardResponse.Decision(kind, decidedOn, decidedBy, AwardState.euros(amount), exOfficio, ground, reasons);
    }
}

package nl.doorlichting.funding.awards;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.Immutable;

/** A decision about an award. The subject that took it does not release the award's payments. */
@Entity
@Immutable
class AwardDecision {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Award award;

    /** As stored, for the last release to read: a grant's withdrawal is a REVOCATION, others are AMENDMENTs. */
    @Enumerated(EnumType.STRING)
    private AwardResponse.Decision.Kind kind;

    private LocalDate decidedOn;
    private String decidedBy;

    /** What the award comes to by this decision. */
    private BigDecimal amount;

    private boolean exOfficio;

    @Enumerated(EnumType.STRING)
    private RevocationRequest.Ground ground;

    private String reasons;

    /** The organisation that a grant left for its successor; null for other decisions. */
    private String movedFrom;

    private Instant createdAt;
    private String createdBy;

    /** For the persistence provider. */
    protected AwardDecision() {}

    AwardDecision(
            Award award,
            AwardResponse.Decision.Kind kind,
            LocalDate decidedOn,
            String decidedBy,
            PerformedBy recorded) {
        this.award = award;
        this.kind = kind;
        this.decidedOn = decidedOn;
        this.decidedBy = decidedBy;
        id = Ids.next(recorded.at());
        amount = award.entitled();
        createdAt = recorded.at();
        createdBy = recorded.subject();
    }

    AwardDecision because(RevocationRequest.Ground statedGround, String statedReasons) {
        ground = statedGround;
        reasons = statedReasons;
        return this;
    }

    AwardDecision movingFrom(String organisation) {
        movedFrom = organisation;
        return this;
    }

    AwardDecision exOfficio(boolean stated) {
        exOfficio = stated;
        return this;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    AwardResponse.Decision toResponse() {
        return new AwardResponse.Decision(
                kind(), decidedOn, decidedBy, Money.euros(amount), exOfficio, ground, reasons, movedFrom, createdBy);
    }

    private AwardResponse.Decision.Kind kind() {
        if (!award.isDecentralisationGrant()) {
            return kind;
        }
        return switch (kind) {
            case REVOCATION -> AwardResponse.Decision.Kind.WITHDRAWAL;
            case AMENDMENT ->
                movedFrom == null ? AwardResponse.Decision.Kind.REPLACEMENT : AwardResponse.Decision.Kind.SUCCESSION;
            default -> kind;
        };
    }
}

package nl.doorlichting.funding.reclaims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.awards.AwardGrant;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A claim for what was paid of an award without right to it (terugvordering, Awb 4:57). */
@Entity
class Reclaim {
    @Id
    private UUID id;

    private UUID awardId;
    private String organisationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private BigDecimal amount;
    private LocalDate dueOn;
    private String reasons;
    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Reclaim() {}

    Reclaim(UUID awardId, AwardGrant award, ReclaimRequest request, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.awardId = awardId;
        this.organisationId = award.organisationId();
        this.currency = request.amount().currency().getCurrencyCode();
        this.amount = request.amount().amount();
        this.dueOn = request.dueOn();
        this.reasons = request.reasons();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    Money amount() {
        return new Money(amount, Money.EURO);
    }

    ReclaimResponse toResponse() {
        return new ReclaimResponse(
                id,
                awardId,
                organisationId,
                amount(),
                dueOn,
                reasons,
                createdAt,
                createdBy,
                "\"" + version + "\"",
                List.of());
    }
}

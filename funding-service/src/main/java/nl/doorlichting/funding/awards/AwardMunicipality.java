package nl.doorlichting.funding.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A municipality that an award serves, with what awards are ordered by, so that the list of one municipality's awards
 * is read from one index in its order.
 */
@Entity
@Immutable
@IdClass(AwardMunicipality.Key.class)
@Table(name = "award_municipality")
class AwardMunicipality {
    record Key(UUID awardId, String municipality) implements Serializable {}

    @Id
    @Column(name = "award_id")
    UUID awardId;

    @Id
    String municipality;

    String number;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "award_id", insertable = false, updatable = false)
    Award award;

    /** For the persistence provider. */
    protected AwardMunicipality() {}

    AwardMunicipality(Award award, String municipality) {
        this.awardId = award.id;
        this.municipality = municipality;
        this.number = award.number;
        this.createdAt = award.createdAt;
        this.decidedOn = award.decidedOn;
    }
}

package nl.doorlichting.funding.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
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
class AwardMunicipality {
    record Key(UUID awardId, String municipality) implements Serializable {}

    @Id
    @Column(name = "award_id")
    private UUID awardId;

    @Id
    private String municipality;

    private String number;
    private Instant createdAt;
    private LocalDate decidedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(insertable = false, updatable = false)
    private Award award;

    /** For the persistence provider. */
    protected AwardMunicipality() {}

    AwardMunicipality(Award award, String municipality) {
        awardId = award.id();
        this.municipality = municipality;
        number = award.grant().number();
        createdAt = award.createdAt();
        decidedOn = award.grant().decidedOn();
    }

    UUID awardId() {
        return awardId;
    }
}

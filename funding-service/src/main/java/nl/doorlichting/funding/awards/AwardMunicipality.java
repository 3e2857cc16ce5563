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
 * is read from one index in its order. That of its recipient is added by triggers: tr_award_municipality_of_organisation for a
 * new award, tr_award_moved for a successor, tr_organisation_municipality for one that the recipient gets later.
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
        number = award.basis().number();
        createdAt = award.createdAt();
        decidedOn = award.basis().decidedOn();
    }

    UUID awardId() {
        return awardId;
    }
}

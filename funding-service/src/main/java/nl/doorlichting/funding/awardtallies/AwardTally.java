package nl.doorlichting.funding.awardtallies;

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
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.FundingInstrument;

/** One version of a number of awards that its source gives only as a total. Versions are only ever added. */
@Entity
@Table(name = "award_tally")
@IdClass(AwardTally.Key.class)
class AwardTally {
    /** The tally, and which version of it. */
    record Key(UUID tallyId, Integer version) implements Serializable {}

    @Id
    @Column(name = "tally_id")
    UUID tallyId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;
    String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Embedded
    QuantityColumns count;

    String source;
    String reference;
    String note;

    /** For the persistence provider. */
    protected AwardTally() {}

    /** The first version. */
    AwardTally(UUID tallyId, AwardTallyRequest request, Instant recordedAt, String recordedBy) {
        this.tallyId = tallyId;
        this.version = 1;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
        this.programme = request.programme();
        this.fundingInstrument = request.fundingInstrument();
        this.periodFrom = request.period().from();
        this.periodUntil = request.period().until();
        this.count = QuantityColumns.of(request.count());
        this.source = request.source();
        this.reference = request.reference();
        this.note = request.note();
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }
}

package nl.doorlichting.funding.awardtallies;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.FundingInstrument;

/** One version of a number of awards that its source gives only as a total. Versions are only ever added. */
@Entity
@IdClass(AwardTally.Key.class)
class AwardTally {
    /** The tally, and which version of it. */
    record Key(UUID tallyId, Integer version) implements Serializable {}

    @Id
    private UUID tallyId;

    @Id
    private Integer version;

    private Instant recordedAt;
    private String recordedBy;
    private String reason;
    private String programme;

    @Enumerated(EnumType.STRING)
    private FundingInstrument fundingInstrument;

    private LocalDate periodFrom;
    private LocalDate periodUntil;

    @Embedded
    private QuantityColumns count;

    private String source;
    private String reference;
    private String note;

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

    /** The version after this one. */
    AwardTally corrected(AwardTallyCorrectionRequest request, Instant at, String by) {
        var next = new AwardTally();
        next.tallyId = tallyId;
        next.version = version + 1;
        next.recordedAt = at;
        next.recordedBy = by;
        next.reason = request.reason();
        next.programme = programme;
        next.fundingInstrument = fundingInstrument;
        var stated = request.period() == null ? period() : request.period();
        next.periodFrom = stated.from();
        next.periodUntil = stated.until();
        next.count = request.count() == null ? count : QuantityColumns.of(request.count());
        next.source = request.source() == null ? source : request.source();
        next.reference = reference;
        next.note = request.note() == null ? note : request.note();
        return next;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    UUID tallyId() {
        return tallyId;
    }

    AwardTallyResponse toResponse(List<String> allowedActions) {
        return new AwardTallyResponse(
                tallyId,
                programme,
                fundingInstrument,
                period(),
                count.toQuantity(),
                source,
                reference,
                note,
                version,
                reason,
                recordedAt,
                "\"" + version + "\"",
                allowedActions);
    }
}

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
import nl.doorlichting.domain.sources.SourceText;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;

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
    private boolean withdrawn;

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
        var next = next(request.reason(), at, by);
        next.periodFrom = request.period().from();
        next.periodUntil = request.period().until();
        next.count = QuantityColumns.of(request.count());
        next.source = request.source();
        next.note = request.note();
        return next;
    }

    /** The last version, from which on it counts nowhere. */
    AwardTally withdrawn(String why, Instant at, String by) {
        var last = next(why, at, by);
        last.withdrawn = true;
        return last;
    }

    private AwardTally next(String why, Instant at, String by) {
        var next = new AwardTally();
        next.tallyId = tallyId;
        next.version = version + 1;
        next.recordedAt = at;
        next.recordedBy = by;
        next.reason = why;
        next.programme = programme;
        next.fundingInstrument = fundingInstrument;
        next.periodFrom = periodFrom;
        next.periodUntil = periodUntil;
        next.count = count;
        next.source = source;
        next.reference = reference;
        next.note = note;
        return next;
    }

    /** What a correction starts from. */
    AwardTallyCorrectionRequest toCorrection() {
        return new AwardTallyCorrectionRequest(period(), count.toQuantity(), source, note, null);
    }

    /** 409 once it is withdrawn. */
    void refuseWithdrawn() {
        if (withdrawn) {
            throw ProblemException.invalidState(Text.of("record.withdrawn-already"), List.of());
        }
    }

    boolean isCounted() {
        return !withdrawn;
    }

    /** Whether it counts the same awards by the same source; what it is called and remarked does not matter. */
    boolean statesTheSame(AwardTally other) {
        return count.toQuantity().equals(other.count.toQuantity())
                && SourceText.comparable(source).equals(SourceText.comparable(other.source));
    }

    String programme() {
        return programme;
    }

    FundingInstrument fundingInstrument() {
        return fundingInstrument;
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
                recordedBy,
                withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null,
                "\"" + version + "\"",
                withdrawn ? List.of() : allowedActions);
    }
}

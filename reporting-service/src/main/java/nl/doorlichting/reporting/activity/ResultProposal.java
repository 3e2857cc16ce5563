package nl.doorlichting.reporting.activity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A correction or a withdrawal of a verdict, an indicator or a measured value whose report is approved. */
@Entity
@Table(name = "result_proposal")
@AttributeOverride(name = "recordId", column = @Column(name = "record_id"))
public class ResultProposal extends CorrectionProposal {
    /** The verdict or the indicator; of a measured value, its indicator. */
    @Column(name = "result_id")
    private UUID resultId;

    /** The day of the measured value; null where it is of the verdict or the indicator itself. */
    @Column(name = "measured_on")
    private LocalDate measuredOn;

    /** For the persistence provider. */
    protected ResultProposal() {}

    ResultProposal(UUID id, UUID resultId, LocalDate measuredOn, String stated, String reason, Instant at, String by) {
        super(id, recordId(resultId, measuredOn), stated, reason, at, by);
        this.resultId = resultId;
        this.measuredOn = measuredOn;
    }

    /** A measured value has no id: this one is always that of the day. */
    public static UUID recordId(UUID resultId, LocalDate measuredOn) {
        return measuredOn == null
                ? resultId
                : UUID.nameUUIDFromBytes((resultId + " " + measuredOn).getBytes(StandardCharsets.UTF_8));
    }

    public UUID resultId() {
        return resultId;
    }

    public LocalDate measuredOn() {
        return measuredOn;
    }
}

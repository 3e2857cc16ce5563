package nl.doorlichting.reporting.activity;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.records.RecordWithdrawal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which records a list has whose corrections may wait for a reviewer: those that stand or are withdrawn, now or at a moment. */
public class ReviewedListParameter {
    @QueryParam("withdrawn")
    Boolean withdrawn;

    @Parameter(
            description = "true: only records that wait for a reviewer, or of which a part, a correction or a withdrawal does;"
                    + " none for a caller that may not read those.")
    @QueryParam("correctionPending")
    Boolean correctionPending;

    @Parameter(
            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is recorded now when"
                    + " absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam("asOf")
    Instant asOf;

    /** The filter, and only withdrawn records or only others; over entities with a field withdrawal. */
    public Filter narrow(Filter filter) {
        return RecordWithdrawal.narrow(filter, withdrawn);
    }

    /** Whether only those are asked for of which something waits. */
    public Boolean correctionPending() {
        return correctionPending;
    }

    /** Null for now. */
    public Instant asOf() {
        return asOf;
    }
}

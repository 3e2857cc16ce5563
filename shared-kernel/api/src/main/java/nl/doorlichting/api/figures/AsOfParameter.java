package nl.doorlichting.api.figures;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter of an answer that can be of an earlier moment. One that is to come is 400 by {@link RecordedTimeRules}. */
public class AsOfParameter {
    @Parameter(
            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam("asOf")
    Instant asOf;

    /** Recorded time; null for now. */
    public Instant moment() {
        return asOf;
    }
}

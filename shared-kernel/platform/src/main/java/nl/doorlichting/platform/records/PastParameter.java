package nl.doorlichting.platform.records;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter of records that can be read as they were at a moment. */
public class PastParameter {
    @Parameter(
            description =
                    "Moment, UTC: what was recorded then, with which nothing can be done; what is recorded now when"
                            + " absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam("asOf")
    Instant asOf;

    /** Recorded time; null for now. */
    public Instant moment() {
        return asOf;
    }
}

package nl.doorlichting.platform.records;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter of one record that is kept in versions, of which one of a moment can be read. */
public class PastVersionParameter {
    @Parameter(
            description =
                    "Moment, UTC: the version that was the latest then, 404 before the first; the latest when absent.",
            example = "2011-06-30T12:00:00Z")
    @QueryParam("asOf")
    Instant asOf;

    /** Null for the latest. */
    public Instant moment() {
        return asOf;
    }
}

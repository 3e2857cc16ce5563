package nl.doorlichting.gateway.reports;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter of an answer that has parts from several services. */
public class CompleteParameter {
    @Parameter(
            description =
                    "What to answer while a service does not respond: required, as without this parameter, is 503;"
                            + " partial is 200 without the part of that service.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"partial", "required"}))
    @QueryParam("complete")
    Completeness complete;

    /** What the caller wants; null where it does not state it. */
    public Completeness wanted() {
        return complete;
    }
}

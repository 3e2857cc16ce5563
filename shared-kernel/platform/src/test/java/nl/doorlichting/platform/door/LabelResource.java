package nl.doorlichting.platform.door;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.responses.IfMatch;

/** A resource of the tests' own that changes one record. */
@Path("/v1/labels")
@Produces(MediaType.APPLICATION_JSON)
public class LabelResource {
    public record LabelRequest(String name, Integer size, List<String> tags) {}

    @PATCH
    @Path("/1")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(AccessRule.READ_BUDGET)
    public LabelRequest changeLabel(@HeaderParam(IfMatch.HEADER) String ifMatch, MergePatch patch) {
        IfMatch.refuseStale(ifMatch, "\"1\"");
        return patch.applyTo(new LabelRequest("a", 1, List.of()), LabelRequest.class);
    }
}

package nl.doorlichting.platform.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.responses.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.Separator;

/** A test resource for what all services share. */
@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ThingResource {
    public enum Colour {
        RED,
        BLUE
    }

    public record PartRequest(@NotNull LocalDate day, Colour colour) {}

    public record ThingRequest(
            @NotBlank String name,
            @NotNull @Min(0) @Max(10) Integer size,
            Long count,
            Instant moment,
            UUID id,
            Boolean flag,
            @jakarta.validation.Valid PartRequest part,
            @Size(max = 3) List<String> tags) {}

    public static class ThingQuery {
        @QueryParam("day")
        LocalDate day;

        @QueryParam("pageSize")
        @Min(1)
        @Max(200)
        Integer pageSize;

        @QueryParam("colour")
        @Separator(",")
        List<Colour> colours;
    }

    private final CurrentCaller caller;

    ThingResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Allowed(AccessRule.READ_AUDIT)
    public List<String> list(@BeanParam ThingQuery query) {
        return query.colours == null
                ? List.of()
                : query.colours.stream().map(Colour::name).toList();
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.READ_AUDIT)
    public String get(@PathParam("id") UUID id) {
        if (id.getLeastSignificantBits() == 0) {
            throw new IllegalStateException("secret of the database");
        }
        return "\"" + caller.get().subject() + "/" + caller.get().organisation() + "\"";
    }

    @POST
    @Allowed(AccessRule.READ_AUDIT)
    public Response create(ThingRequest thing) {
        return Response.created(URI.create("/v1/things/1")).entity(thing).build();
    }

    @PATCH
    @Path("/patched")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(AccessRule.READ_AUDIT)
    public ThingRequest patch(
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = ThingRequest.class)))
                    MergePatch changes) {
        IfMatch.refuseStale(ifMatch, "\"1\"");
        return changes.applyTo(new ThingRequest("a", 1, null, null, null, null, null, null), ThingRequest.class);
    }

    @GET
    @Path("/public")
    @Allowed(AccessRule.PUBLIC)
    public List<String> open() {
        return List.of();
    }

    @GET
    @Path("/forgotten")
    @Operation(hidden = true)
    public List<String> forgotten() {
        return List.of();
    }
}

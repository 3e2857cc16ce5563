package nl.doorlichting.training.networks;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(NetworkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Networks", description = "Networks (netwerken) of professionals and organisations, and their meetings.")
class NetworkResource {
    static final String PATH = "/v1/networks";

    private final NetworkService networks;

    NetworkResource(NetworkService networks) {
        this.networks = networks;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a network",
            description = "Records a network. A network with the same reference is 409.")
    public RestResponse<NetworkResponse> createNetwork(@QueryParam("strict") Boolean strict, NetworkRequest request) {
        var created = networks.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @PATCH
    @Idempotent
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(summary = "Change a network", description = "All but its programme and reference.")
    public RestResponse<NetworkResponse> updateNetwork(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(NetworkRequest.class) MergePatch patch) {
        return Responses.found(networks.change(id, ifMatch, patch));
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "List networks",
            description =
                    "Networks with their members, as far as they are known; with asOf as they were at a moment, without"
                            + " members.")
    public Page<NetworkResponse> listNetworks(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("kind") @Separator(",") List<NetworkKind> kind,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(NetworkRepository.class) PageParameters page) {
        return page.list(request ->
                networks.page(new Filter().equal("programme", programme).equal("kind", kind), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(summary = "Get one network", description = "With its members, as far as they are known by name.")
    public RestResponse<NetworkResponse> getNetwork(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 404 before the record was made.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(networks.get(id, asOf));
    }
}

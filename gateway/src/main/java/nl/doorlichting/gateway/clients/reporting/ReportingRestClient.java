package nl.doorlichting.gateway.clients.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.gateway.clients.HeadersOfRestClient;
import nl.doorlichting.platform.responses.IfNoneMatch;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because UpstreamResultReader reads all bodies, also unreadable ones. */
@RegisterClientHeaders(HeadersOfRestClient.class)
@RegisterRestClient(configKey = "reporting-service")
interface ReportingRestClient {
    @GET
    @Path("/v1/reach-statistics/csv")
    Uni<RestResponse<byte[]>> reachTable(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/reach-statistics")
    Uni<RestResponse<byte[]>> reach(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/effect-statistics")
    Uni<RestResponse<byte[]>> effects(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/inventory-rounds/{id}")
    Uni<RestResponse<byte[]>> round(@RestPath String id);

    @GET
    @Path("/v1/project-records/{id}")
    Uni<RestResponse<byte[]>> records(@RestPath UUID id, @RestQuery String asOf);

    @GET
    @Path("/v1/project-records/{id}/reach-sums")
    Uni<RestResponse<byte[]>> reachSums(@RestPath UUID id, @RestQuery String asOf);

    @GET
    @Path("/v1/claims/{id}")
    Uni<RestResponse<byte[]>> claim(@RestPath UUID id, @RestQuery String asOf);

    @GET
    @Path("/v1/claims")
    Uni<RestResponse<byte[]>> claims(
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery String asOf,
            @RestQuery int pageSize,
            @RestQuery String cursor);

    @GET
    @Path("/v1/embeddings")
    Uni<RestResponse<byte[]>> embeddings(
            @RestQuery String programme, @RestQuery boolean withdrawn, @RestQuery String sort, @RestQuery int pageSize);

    @GET
    @Path("/v1/published-tables")
    Uni<RestResponse<byte[]>> tablesWithNotation(
            @RestQuery String programme, @RestQuery String code, @RestQuery boolean withdrawn, @RestQuery String asOf);

    @GET
    @Path("/v1/releases")
    Uni<RestResponse<byte[]>> releases(@RestQuery String programme, @RestQuery int pageSize);

    @GET
    @Path("/v1/releases/latest")
    Uni<RestResponse<byte[]>> latestRelease(@RestQuery String programme);

    @GET
    @Path("/v1/released-reports/{report}")
    Uni<RestResponse<byte[]>> released(
            @RestHeader(IfNoneMatch.HEADER) String ifNoneMatch,
            @RestPath String report,
            @RestQuery Map<String, String> parameters);

    @GET
    @Path("/v1/reach-statistics/projects")
    Uni<RestResponse<byte[]>> projectReach(
            @RestQuery String programme, @RestQuery String from, @RestQuery String until, @RestQuery String asOf);

    @GET
    @Path("/v1/lessons")
    Uni<RestResponse<byte[]>> lessons(
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery boolean translation,
            @RestQuery String asOf,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/published-tables")
    Uni<RestResponse<byte[]>> publishedTables(
            @RestQuery String programme, @RestQuery boolean withdrawn, @RestQuery int pageSize);

    @GET
    @Path("/v1/catalogue")
    Uni<RestResponse<byte[]>> catalogue(@RestQuery String programme, @RestQuery String kind, @RestQuery int pageSize);

    @GET
    @Path("/v1/reporting-quality")
    Uni<RestResponse<byte[]>> quality(@RestQuery String programme);
}

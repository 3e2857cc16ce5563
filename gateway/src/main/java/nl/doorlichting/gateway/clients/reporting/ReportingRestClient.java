package nl.doorlichting.gateway.clients.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.gateway.clients.TimeLimitOfRestClient;
import nl.doorlichting.platform.responses.IfNoneMatch;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because UpstreamResultReader reads all bodies, also unreadable ones. */
@RegisterClientHeaders(TimeLimitOfRestClient.class)
@RegisterRestClient(configKey = "reporting-service")
interface ReportingRestClient {
    @GET
    @Path("/v1/reach-statistics/csv")
    Uni<RestResponse<byte[]>> reachTable(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/reach-statistics")
    Uni<RestResponse<byte[]>> reach(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/effect-statistics")
    Uni<RestResponse<byte[]>> effects(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/inventory-rounds/{id}")
    Uni<RestResponse<byte[]>> round(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestPath String id);

    @GET
    @Path("/v1/project-records/{id}")
    Uni<RestResponse<byte[]>> records(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestPath UUID id,
            @RestQuery String asOf);

    @GET
    @Path("/v1/project-records/{id}/reach-sums")
    Uni<RestResponse<byte[]>> reachSums(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestPath UUID id,
            @RestQuery String asOf);

    @GET
    @Path("/v1/claims/{id}")
    Uni<RestResponse<byte[]>> claim(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestPath UUID id,
            @RestQuery String asOf);

    @GET
    @Path("/v1/claims")
    Uni<RestResponse<byte[]>> claims(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery String asOf,
            @RestQuery int pageSize,
            @RestQuery String cursor);

    @GET
    @Path("/v1/embeddings")
    Uni<RestResponse<byte[]>> embeddings(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery String sort,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/published-tables")
    Uni<RestResponse<byte[]>> printedTables(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery String code,
            @RestQuery boolean withdrawn,
            @RestQuery String asOf);

    @GET
    @Path("/v1/releases")
    Uni<RestResponse<byte[]>> releases(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/releases/latest")
    Uni<RestResponse<byte[]>> latestRelease(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme);

    @GET
    @Path("/v1/released-reports/{report}")
    Uni<RestResponse<byte[]>> released(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestHeader(IfNoneMatch.HEADER) String ifNoneMatch,
            @RestPath String report,
            @RestQuery Map<String, String> parameters);

    @GET
    @Path("/v1/reach-statistics/projects")
    Uni<RestResponse<byte[]>> projectReach(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery String from,
            @RestQuery String until,
            @RestQuery String asOf);

    @GET
    @Path("/v1/lessons")
    Uni<RestResponse<byte[]>> lessons(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery boolean translation,
            @RestQuery String asOf,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/published-tables")
    Uni<RestResponse<byte[]>> publishedTables(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery boolean withdrawn,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/catalogue")
    Uni<RestResponse<byte[]>> catalogue(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme,
            @RestQuery String kind,
            @RestQuery int pageSize);

    @GET
    @Path("/v1/reporting-quality")
    Uni<RestResponse<byte[]>> quality(
            @RestHeader("Authorization") String authorization,
            @RestHeader(CallerHeaders.FORWARDED_FOR) String address,
            @RestQuery String programme);
}

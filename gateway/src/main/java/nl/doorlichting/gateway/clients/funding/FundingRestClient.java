package nl.doorlichting.gateway.clients.funding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import nl.doorlichting.gateway.clients.HeadersOfRestClient;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because UpstreamResultReader reads all bodies, also unreadable ones. */
@RegisterClientHeaders(HeadersOfRestClient.class)
@RegisterRestClient(configKey = "funding-service")
interface FundingRestClient {
    @GET
    @Path("/v1/budget-statistics")
    Uni<RestResponse<byte[]>> budget(@RestQuery String programme, @RestQuery String asOf);

    @GET
    @Path("/v1/budget-statistics/projects")
    Uni<RestResponse<byte[]>> projectMoney(@RestQuery String programme, @RestQuery String asOf);

    @GET
    @Path("/v1/project-finances/{id}")
    Uni<RestResponse<byte[]>> finances(@RestPath UUID id, @RestQuery String asOf);

    @GET
    @Path("/v1/projects")
    Uni<RestResponse<byte[]>> parts(@RestQuery UUID parentId, @RestQuery String asOf, @RestQuery int pageSize);

    @GET
    @Path("/v1/programmes")
    Uni<RestResponse<byte[]>> programmes(@RestQuery String code);

    @GET
    @Path("/v1/projects/{id}")
    Uni<RestResponse<byte[]>> project(@RestPath String id, @RestQuery String asOf);

    @GET
    @Path("/v1/organisations")
    Uni<RestResponse<byte[]>> organisations(@RestQuery String id, @RestQuery int pageSize);

    @GET
    @Path("/v1/organisations/{id}")
    Uni<RestResponse<byte[]>> organisation(@RestPath String id);

    @GET
    @Path("/v1/funding-quality")
    Uni<RestResponse<byte[]>> quality(@RestQuery String programme);
}

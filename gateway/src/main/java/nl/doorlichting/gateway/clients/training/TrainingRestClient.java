package nl.doorlichting.gateway.clients.training;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import nl.doorlichting.gateway.clients.HeadersOfRestClient;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because UpstreamResultReader reads all bodies, also unreadable ones. */
@RegisterClientHeaders(HeadersOfRestClient.class)
@RegisterRestClient(configKey = "training-service")
interface TrainingRestClient {
    @GET
    @Path("/v1/codelists/training-types")
    Uni<RestResponse<byte[]>> trainingTypes();

    @GET
    @Path("/v1/training-statistics/reach/csv")
    Uni<RestResponse<byte[]>> reachTable(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/training-statistics/reach")
    Uni<RestResponse<byte[]>> reach(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/training-statistics")
    Uni<RestResponse<byte[]>> trainings(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/training-statistics/ratings")
    Uni<RestResponse<byte[]>> ratings(@RestQuery Map<String, String> filters);

    @GET
    @Path("/v1/training-quality")
    Uni<RestResponse<byte[]>> quality(@RestQuery String programme);
}

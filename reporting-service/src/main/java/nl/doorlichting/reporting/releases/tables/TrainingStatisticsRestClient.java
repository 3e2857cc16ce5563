package nl.doorlichting.reporting.releases.tables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because TrainingFigures reads all bodies, also unreadable ones. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "training-service")
interface TrainingStatisticsRestClient {
    @GET
    @Path("/v1/training-statistics/reach")
    RestResponse<byte[]> reach(@RestHeader("Accept-Language") String language, @RestQuery Map<String, String> question);

    /** The question is a programme and an instant. */
    @GET
    @Path("/v1/training-statistics/groups")
    RestResponse<byte[]> groups(
            @RestHeader("Accept-Language") String language, @RestQuery Map<String, String> question);

    /** The question is a programme and two instants. */
    @GET
    @Path("/v1/training-statistics/changes")
    RestResponse<byte[]> changes(
            @RestHeader("Accept-Language") String language, @RestQuery Map<String, String> question);

    @GET
    @Path("/v1/training-statistics")
    RestResponse<byte[]> trainings(
            @RestHeader("Accept-Language") String language, @RestQuery Map<String, String> question);

    @GET
    @Path("/v1/training-statistics/ratings")
    RestResponse<byte[]> ratings(
            @RestHeader("Accept-Language") String language, @RestQuery Map<String, String> question);
}

package nl.doorlichting.reporting.releases.tables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Returns bytes, because FundingFigures reads all bodies, also unreadable ones. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "funding-service")
interface BudgetStatisticsRestClient {
    @GET
    @Path("/v1/budget-statistics")
    RestResponse<byte[]> budget(@RestQuery String programme, @RestQuery String asOf);
}

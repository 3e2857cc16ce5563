package nl.doorlichting.gateway.clients.funding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls funding-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class FundingClient {
    private final FundingRestClient service;
    private final UpstreamResultReader responses;
    private final CallerHeaders caller;

    FundingClient(@RestClient FundingRestClient service, UpstreamResultReader responses, CallerHeaders caller) {
        this.service = service;
        this.responses = responses;
        this.caller = caller;
    }

    /** The money of one programme. */
    public Uni<UpstreamResult<BudgetStatistics>> budget(String programme) {
        var call = service.budget(caller.authorization(), caller.address(), programme);
        return responses.read(Service.FUNDING, BudgetStatistics.class, call);
    }

    /** The money of one project; fails when there is no such project that the caller sees. */
    public Uni<UpstreamResult<ProjectFinances>> finances(UUID project) {
        var call = service.finances(caller.authorization(), caller.address(), project);
        return responses.read(Service.FUNDING, ProjectFinances.class, call);
    }
}

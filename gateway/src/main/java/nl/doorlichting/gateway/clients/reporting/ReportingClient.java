package nl.doorlichting.gateway.clients.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.gateway.clients.CallerHeaders;
import nl.doorlichting.gateway.clients.Part;
import nl.doorlichting.gateway.clients.ReachFilters;
import nl.doorlichting.gateway.clients.ReachStatistics;
import nl.doorlichting.gateway.clients.ServiceAnswers;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.kernel.reach.ReachQuery;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks reporting-service for its parts of reports, on behalf of the caller. */
@ApplicationScoped
public class ReportingClient {
    private final ReportingRestClient service;
    private final ServiceAnswers answers;
    private final CallerHeaders caller;

    ReportingClient(@RestClient ReportingRestClient service, ServiceAnswers answers, CallerHeaders caller) {
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    public Uni<Part<ReachStatistics>> reach(ReachQuery query) {
        var call = service.reach(caller.authorization(), caller.traceparent(), ReachFilters.of(query));
        return answers.part(Service.REPORTING, ReachStatistics.class, call);
    }
}

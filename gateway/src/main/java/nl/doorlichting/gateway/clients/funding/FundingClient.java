package nl.doorlichting.gateway.clients.funding;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls funding-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class FundingClient {
    private static final int LARGEST_PAGE = 200;

    private final FundingRestClient service;
    private final UpstreamResultReader responses;
    private final SharedAnswers shared;

    FundingClient(@RestClient FundingRestClient service, UpstreamResultReader responses, SharedAnswers shared) {
        this.service = service;
        this.responses = responses;
        this.shared = shared;
    }

    /** The money of one programme; the recorded time may be null. */
    public Uni<UpstreamResult<BudgetStatistics>> budget(String programme, String asOf) {
        return shared.once(Arrays.asList("budget", programme, asOf), () -> {
            var call = service.budget(programme, asOf);
            return responses.read(Service.FUNDING, BudgetStatistics.class, call);
        });
    }

    /** The projects of a programme with their money, which is not there for a caller who may not read the budget. */
    public Uni<UpstreamResult<ProjectMoney>> projectMoney(String programme, String asOf) {
        return shared.once(Arrays.asList("projectMoney", programme, asOf), () -> {
            var call = service.projectMoney(programme, asOf);
            return responses.read(Service.FUNDING, ProjectMoney.class, call);
        });
    }

    /** Whether it has no programme with this code, as far as the caller may know. */
    public Uni<Boolean> lacksProgramme(String code) {
        var call = service.programmes(code);
        return responses
                .read(Service.FUNDING, JsonNode.class, call)
                .map(list ->
                        list.body().filter(body -> body.path("items").isEmpty()).isPresent())
                .onFailure()
                .recoverWithItem(false);
    }

    /** The programmes that the caller sees: as many as one page has. */
    public Uni<UpstreamResult<Programmes>> programmes() {
        var call = service.programmes(null);
        return responses.read(Service.FUNDING, Programmes.class, call);
    }

    /** Whether it has no such project, as far as the caller may know. */
    public Uni<Boolean> lacksProject(String id) {
        return responses.isNotFound(
                ServiceCall.of(Service.FUNDING, "projects", id, null), () -> service.project(id, null));
    }

    /** Whether it has no such organisation, as far as the caller may know. */
    public Uni<Boolean> lacksOrganisation(String number) {
        return responses.isNotFound(
                ServiceCall.of(Service.FUNDING, "organisations", number, null), () -> service.organisation(number));
    }

    /**
     * Those of these organisations that it does not have, as far as the caller may know: asked together, as many as one page
     * has. None where it does not say.
     */
    public Uni<Set<String>> lackedOrganisations(Collection<String> numbers) {
        var call = service.organisations(String.join(",", numbers), LARGEST_PAGE);
        return responses
                .read(Service.FUNDING, JsonNode.class, call)
                .map(list -> list.body()
                        .map(body -> {
                            Set<String> lacked = new LinkedHashSet<>(numbers);
                            body.path("items")
                                    .forEach(one -> lacked.remove(one.path("id").asText()));
                            return lacked;
                        })
                        .orElseGet(Set::of))
                .onFailure()
                .recoverWithItem(Set.of());
    }

    /** The money of one project; fails when there is no such project that the caller sees. The recorded time may be null. */
    public Uni<UpstreamResult<ProjectFinances>> finances(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, "finances", project, asOf),
                ProjectFinances.class,
                () -> service.finances(project, asOf == null ? null : asOf.toString()));
    }

    /**
     * One project, for a caller who may not read its money; fails when there is none that the caller sees. The recorded time
     * may be null.
     */
    public Uni<UpstreamResult<ProjectFinances.Project>> project(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, "projects", project, asOf),
                ProjectFinances.Project.class,
                () -> service.project(project.toString(), asOf == null ? null : asOf.toString()));
    }

    /** The parts of a project by code, for the same caller: as many as one page has. */
    public Uni<UpstreamResult<ProjectParts>> partsOf(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, "parts-of", project, asOf),
                ProjectParts.class,
                () -> service.parts(project, asOf == null ? null : asOf.toString(), LARGEST_PAGE));
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<FundingQuality>> quality(String programme) {
        var call = service.quality(programme);
        return responses.read(Service.FUNDING, FundingQuality.class, call);
    }
}

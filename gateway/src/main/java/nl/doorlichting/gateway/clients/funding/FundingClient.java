package nl.doorlichting.gateway.clients.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.problems.Violation;

/** Calls funding-service for its parts of reports, with the token of the caller. */
@ApplicationScoped
public class FundingClient {
    private static final String PROGRAMMES = "/v1/programmes";
    private static final String PROJECTS = "/v1/projects";
    private static final String ORGANISATIONS = "/v1/organisations";
    private static final String PAGE_SIZE = "pageSize";
    private static final int LARGEST_PAGE = 200;

    private final UpstreamResultReader responses;
    private final SharedAnswers shared;

    FundingClient(UpstreamResultReader responses, SharedAnswers shared) {
        this.responses = responses;
        this.shared = shared;
    }

    /** The money of one programme; the recorded time may be null. */
    public Uni<UpstreamResult<BudgetStatistics>> budget(String programme, String asOf) {
        var call = ServiceCall.of(Service.FUNDING, "/v1/budget-statistics")
                .with("programme", programme)
                .with("asOf", asOf);
        return shared.once(call, () -> responses.read(call, BudgetStatistics.class));
    }

    /** The projects of a programme with their money, which is not there for a caller who may not read the budget. */
    public Uni<UpstreamResult<ProjectMoney>> projectMoney(String programme, String asOf) {
        var call = ServiceCall.of(Service.FUNDING, "/v1/budget-statistics/projects")
                .with("programme", programme)
                .with("asOf", asOf);
        return shared.once(call, () -> responses.read(call, ProjectMoney.class));
    }

    /** Whether it has no programme with this code, as far as the caller may know. */
    public Uni<UpstreamResult<Boolean>> lacksProgramme(String code) {
        return responses
                .read(ServiceCall.of(Service.FUNDING, PROGRAMMES).with("code", code), JsonNode.class)
                .map(list -> list.map(body -> body.path("items").isEmpty()))
                .onFailure()
                .recoverWithItem(new UpstreamResult.Answered<>(false));
    }

    /** What is wrong with this code of a programme that it does not have. */
    public Uni<Violation> unknownProgramme(String code) {
        return responses
                .read(ServiceCall.of(Service.FUNDING, PROGRAMMES).with(PAGE_SIZE, LARGEST_PAGE), JsonNode.class)
                .map(list -> list.body().orElseGet(MissingNode::getInstance))
                .onFailure()
                .recoverWithItem(MissingNode.getInstance())
                .map(known -> Programmes.unknown(code, known));
    }

    /** The programmes that the caller sees: as many as one page has. */
    public Uni<UpstreamResult<Programmes>> programmes() {
        return responses.read(ServiceCall.of(Service.FUNDING, PROGRAMMES), Programmes.class);
    }

    /** Whether it has no such project, as far as the caller may know. */
    public Uni<UpstreamResult<Boolean>> lacksProject(String id) {
        return responses.isNotFound(ServiceCall.of(Service.FUNDING, PROJECTS, id));
    }

    /** Whether it has no such organisation, as far as the caller may know. */
    public Uni<UpstreamResult<Boolean>> lacksOrganisation(String number) {
        return responses.isNotFound(ServiceCall.of(Service.FUNDING, ORGANISATIONS, number));
    }

    /**
     * Those of these organisations that it does not have, as far as the caller may know: asked together, as many as one page
     * has. None where it does not say.
     */
    public Uni<Set<String>> lackedOrganisations(Collection<String> numbers) {
        var call = ServiceCall.of(Service.FUNDING, ORGANISATIONS)
                .with("id", String.join(",", numbers))
                .with(PAGE_SIZE, LARGEST_PAGE);
        return responses
                .read(call, JsonNode.class)
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
                ServiceCall.of(Service.FUNDING, "/v1/project-finances", project).with("asOf", asOf),
                ProjectFinances.class);
    }

    /**
     * One project, for a caller who may not read its money; fails when there is none that the caller sees. The recorded time
     * may be null.
     */
    public Uni<UpstreamResult<ProjectFinances.Project>> project(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, PROJECTS, project).with("asOf", asOf), ProjectFinances.Project.class);
    }

    /** The parts of a project by code, for the same caller: as many as one page has. */
    public Uni<UpstreamResult<ProjectParts>> partsOf(UUID project, Instant asOf) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, PROJECTS)
                        .with("parentId", project)
                        .with("asOf", asOf)
                        .with(PAGE_SIZE, LARGEST_PAGE),
                ProjectParts.class);
    }

    /** What it has to show about the quality of the data of a programme. */
    public Uni<UpstreamResult<FundingQuality>> quality(String programme) {
        return responses.read(
                ServiceCall.of(Service.FUNDING, "/v1/funding-quality").with("programme", programme),
                FundingQuality.class);
    }
}

package nl.doorlichting.local.clients;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.client.ApiClient;
import nl.doorlichting.client.ApiException;
import nl.doorlichting.client.DoorlichtingClient;
import nl.doorlichting.client.api.AdviceQuestionsApi;
import nl.doorlichting.client.api.AdviceQuestionsApi.APIListAdviceQuestionTalliesRequest;
import nl.doorlichting.client.api.ApplicationsApi;
import nl.doorlichting.client.api.ApplicationsApi.APICheckApplicationRequest;
import nl.doorlichting.client.api.ApplicationsApi.APICreateApplicationRequest;
import nl.doorlichting.client.api.ApplicationsApi.APIGetApplicationRequest;
import nl.doorlichting.client.api.ApplicationsApi.APISubmitApplicationRequest;
import nl.doorlichting.client.api.ApplicationsApi.APIUpdateApplicationRequest;
import nl.doorlichting.client.api.DocumentsApi;
import nl.doorlichting.client.api.DocumentsApi.APICreateApplicationDocumentRequest;
import nl.doorlichting.client.api.NetworksApi;
import nl.doorlichting.client.api.NetworksApi.APIListNetworksRequest;
import nl.doorlichting.client.api.ProgrammesApi;
import nl.doorlichting.client.api.ProgrammesApi.APICreateProgrammeRequest;
import nl.doorlichting.client.api.ProjectsApi;
import nl.doorlichting.client.api.ProjectsApi.APIListProjectsRequest;
import nl.doorlichting.client.api.ReachObservationsApi;
import nl.doorlichting.client.api.ReachObservationsApi.APIListReachObservationsRequest;
import nl.doorlichting.client.api.ReachTalliesApi;
import nl.doorlichting.client.api.ReachTalliesApi.APIListReachTalliesRequest;
import nl.doorlichting.client.api.ReportsApi;
import nl.doorlichting.client.api.ReportsApi.APIGetReachReportRequest;
import nl.doorlichting.client.api.SchemesApi;
import nl.doorlichting.client.api.SchemesApi.APICreateSchemeRequest;
import nl.doorlichting.client.model.AdviceQuestionTallyResponse;
import nl.doorlichting.client.model.ApplicationCostLineRequest;
import nl.doorlichting.client.model.ApplicationPatch;
import nl.doorlichting.client.model.ApplicationRequest;
import nl.doorlichting.client.model.ApplicationResponse;
import nl.doorlichting.client.model.ApplicationStatus;
import nl.doorlichting.client.model.ApproximateQuantity;
import nl.doorlichting.client.model.AtLeastQuantity;
import nl.doorlichting.client.model.CostCategory;
import nl.doorlichting.client.model.DocumentCategory;
import nl.doorlichting.client.model.ExactQuantity;
import nl.doorlichting.client.model.FundingInstrument;
import nl.doorlichting.client.model.FundingPurpose;
import nl.doorlichting.client.model.Money;
import nl.doorlichting.client.model.NetworkResponse;
import nl.doorlichting.client.model.NotMeasuredQuantity;
import nl.doorlichting.client.model.OrganisationKind;
import nl.doorlichting.client.model.PageProjectResponse;
import nl.doorlichting.client.model.PeriodRequest;
import nl.doorlichting.client.model.PlaceRequest;
import nl.doorlichting.client.model.PlaceScope;
import nl.doorlichting.client.model.Problem;
import nl.doorlichting.client.model.ProgrammeRequest;
import nl.doorlichting.client.model.Quantity;
import nl.doorlichting.client.model.RangeQuantity;
import nl.doorlichting.client.model.ReachObservationResponse;
import nl.doorlichting.client.model.ReachReport;
import nl.doorlichting.client.model.ReachReportRow;
import nl.doorlichting.client.model.ReachSource;
import nl.doorlichting.client.model.ReachTallyResponse;
import nl.doorlichting.client.model.SchemeBoundRequest;
import nl.doorlichting.client.model.SchemeRequest;
import nl.doorlichting.client.model.TargetGroup;
import nl.doorlichting.client.model.Track;
import nl.doorlichting.client.model.VagueQuantity;
import nl.doorlichting.client.model.Violation;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.SharedSystem;
import nl.doorlichting.local.dataset.DataSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a frontend does, with the generated clients, in the whole system. Both clients make the same journey. */
@Tag("acceptance")
class ClientsIT {
    private static final int PAGE = 4;
    private static final Duration UP = Duration.ofMinutes(1);
    private static final String ANALYST = "ANALYST";
    private static final String COORDINATOR = "TRAINING_COORDINATOR";
    private static final Map<String, String> LISTS = Map.of(
            "/v1/projects",
            ANALYST,
            "/v1/reach-observations",
            ANALYST,
            "/v1/reach-tallies",
            ANALYST,
            "/v1/reports/reach?programme=" + DataSet.PROGRAMME,
            ANALYST,
            "/v1/networks",
            COORDINATOR,
            "/v1/advice-question-tallies",
            COORDINATOR);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final SharedSystem SYSTEM = new SharedSystem();

    private static ApiClient analyst;
    private static ApiClient coordinator;
    private static ApiClient grantee;

    @BeforeAll
    static void start() throws Exception {
        analyst = as(ANALYST);
        coordinator = as(COORDINATOR);
        grantee = as("GRANTEE:GM0988");
        awaitFirstAnswers();
    }

    /** A service that has just started can take more than the two seconds of an everyday read. */
    private static void awaitFirstAnswers() {
        Http http = new Http();
        LISTS.forEach((list, role) -> await().atMost(UP).until(() -> {
            String token = SYSTEM.run().at("/tokens/" + role).asText();
            return http.get(SYSTEM.run().get("gateway").asText() + list, token).status() == 200;
        }));
    }

    @Test
    @EnabledIf("nl.doorlichting.local.clients.TypeScriptClient#isTried")
    void makesJourneyInTypeScript() throws Exception {
        TypeScriptClient client = new TypeScriptClient(folder.resolve("typescript.log"), SYSTEM.runFile());

        client.npm("ci");
        client.npm("run", "build");
        client.npm("test");
    }

    @Test
    void pagesThroughAllProjects() throws Exception {
        ProjectsApi projects = new ProjectsApi(analyst);
        Set<UUID> ids = new HashSet<>();
        long total;
        String cursor = null;
        do {
            PageProjectResponse page = projects.listProjects(APIListProjectsRequest.newBuilder()
                    .pageSize(PAGE)
                    .cursor(cursor)
                    .build());
            page.getItems().forEach(project -> ids.add(project.getId()));
            total = page.getTotal().getValue();
            cursor = page.getNextCursor();
        } while (cursor != null);

        assertTrue(total > 2 * PAGE);
        assertEquals(total, ids.size());
    }

    @Test
    void narrowsQuantitiesOfEveryKind() throws Exception {
        List<Quantity> quantities = new ArrayList<>();
        new ReachObservationsApi(analyst)
                        .listReachObservations(APIListReachObservationsRequest.newBuilder()
                                .programme(DataSet.PROGRAMME)
                                .pageSize(200)
                                .build())
                        .getItems()
                        .stream()
                        .map(ReachObservationResponse::getReach)
                        .forEach(quantities::add);
        new ReachTalliesApi(analyst)
                        .listReachTallies(APIListReachTalliesRequest.newBuilder()
                                .programme(DataSet.PROGRAMME)
                                .pageSize(200)
                                .build())
                        .getItems()
                        .stream()
                        .map(ReachTallyResponse::getReach)
                        .forEach(quantities::add);
        new NetworksApi(coordinator)
                        .listNetworks(APIListNetworksRequest.newBuilder()
                                .programme(List.of(DataSet.PROGRAMME))
                                .pageSize(200)
                                .build())
                        .getItems()
                        .stream()
                        .map(NetworkResponse::getMemberCount)
                        .forEach(quantities::add);
        new AdviceQuestionsApi(coordinator)
                        .listAdviceQuestionTallies(APIListAdviceQuestionTalliesRequest.newBuilder()
                                .programme(List.of(DataSet.PROGRAMME))
                                .pageSize(200)
                                .build())
                        .getItems()
                        .stream()
                        .map(AdviceQuestionTallyResponse::getAnswered)
                        .forEach(quantities::add);
        quantities.removeIf(Objects::isNull);

        assertEquals(
                Set.copyOf(Quantity.schemas.values()),
                quantities.stream()
                        .map(quantity -> quantity.getActualInstance().getClass())
                        .collect(toSet()));
        quantities.forEach(quantity -> assertFalse(inWords(quantity).isBlank()));
    }

    @Test
    void checksCorrectsChangesAndSubmitsApplication() throws Exception {
        String scheme = openScheme();
        ApplicationsApi applications = new ApplicationsApi(grantee);
        ApplicationResponse draft = applications.createApplication(APICreateApplicationRequest.newBuilder()
                .idempotencyKey(UUID.randomUUID().toString())
                .applicationRequest(new ApplicationRequest()
                        .scheme(scheme)
                        .title("Weerbare wijk")
                        .purpose(FundingPurpose.PROJECT)
                        .track(Track.LOCAL)
                        .period(new PeriodRequest()
                                .from(LocalDate.of(2010, 1, 1))
                                .until(LocalDate.of(2011, 1, 1)))
                        .addCostsItem(new ApplicationCostLineRequest()
                                .category(CostCategory.PERSONNEL)
                                .amount(euros("1000.00")))
                        .ownContribution(euros("100.00"))
                        .requestedAmount(euros("900.00")))
                .build());
        UUID id = draft.getId();

        Map<String, String> wrong = byField(check(applications, id));
        assertEquals(Set.of("description", "place", "requestedAmount"), wrong.keySet());
        ApiException refused = assertThrows(ApiException.class, () -> submit(applications, id));
        assertEquals(400, refused.getCode());
        assertEquals(wrong, byField(problem(refused).getViolations()));

        // Two editors read the same version, and the first one saves.
        ApplicationResponse corrected = change(
                applications,
                draft,
                new ApplicationPatch()
                        .description("A neighbourhood that stands firm.")
                        .place(new PlaceRequest().scope(PlaceScope.MUNICIPAL).addMunicipalitiesItem("GM0988"))
                        .ownContribution(euros("400.00"))
                        .requestedAmount(euros("600.00")));
        assertEquals("600.00", corrected.getRequestedAmount().getAmount());

        ApplicationPatch edit =
                new ApplicationPatch().title("Weerbare wijk Zuid").track(null);
        ApiException late = assertThrows(ApiException.class, () -> change(applications, draft, edit));
        assertEquals(412, late.getCode());
        assertEquals("/v1/problems/precondition-failed", problem(late).getType());

        ApplicationResponse reloaded = applications.getApplication(
                APIGetApplicationRequest.newBuilder().id(id).build());
        ApplicationResponse retried = change(applications, reloaded, edit);
        assertEquals("Weerbare wijk Zuid", retried.getTitle());
        assertEquals(null, retried.getTrack());
        assertEquals("A neighbourhood that stands firm.", retried.getDescription());

        Path plan = Files.writeString(folder.resolve("plan.pdf"), "%PDF-1.7\n%%EOF\n");
        var document = new DocumentsApi(grantee)
                .createApplicationDocument(APICreateApplicationDocumentRequest.newBuilder()
                        .id(id)
                        ._file(plan.toFile())
                        .category(DocumentCategory.APPLICATION)
                        .build());
        assertEquals("plan.pdf", document.getFileName());
        assertEquals("application/pdf", document.getMediaType());

        assertEquals(List.of(), check(applications, id));
        assertEquals(ApplicationStatus.SUBMITTED, submit(applications, id).getStatus());
    }

    @Test
    void readsReach() throws Exception {
        ReachReport report = new ReportsApi(analyst)
                .getReachReport(APIGetReachReportRequest.newBuilder()
                        .programme(DataSet.PROGRAMME)
                        .build());

        assertTrue(report.getComplete());
        ReachReportRow pupils = report.getRows().stream()
                .filter(row -> row.getSource() == ReachSource.INVENTORY
                        && row.getPeriod().getCode().equals("2010")
                        && row.getTargetGroup() == TargetGroup.YOUTH_AND_PUPILS)
                .findFirst()
                .orElseThrow();
        assertEquals(32392, pupils.getReach().getBest());
    }

    /** Code of a scheme of a programme that is not over, for municipalities, with bounds. */
    private static String openScheme() throws Exception {
        ApiClient manager = as("PROGRAMME_MANAGER");
        String code = "CLIENT-JAVA";
        LocalDate begin = LocalDate.of(2010, 1, 1);
        new ProgrammesApi(manager)
                .createProgramme(APICreateProgrammeRequest.newBuilder()
                        .programmeRequest(new ProgrammeRequest()
                                .code(code)
                                .name("Programme of the client")
                                .period(new PeriodRequest().from(begin).until(LocalDate.of(2199, 1, 1))))
                        .build());
        return new SchemesApi(manager)
                .createScheme(APICreateSchemeRequest.newBuilder()
                        .schemeRequest(new SchemeRequest()
                                .programme(code)
                                .code(code)
                                .name("Scheme of the client")
                                .fundingInstrument(FundingInstrument.DECENTRALISATION_GRANT)
                                .addApplicantKindsItem(OrganisationKind.MUNICIPALITY)
                                .addBoundsItem(new SchemeBoundRequest()
                                        .purpose(FundingPurpose.PROJECT)
                                        .minimumShare(BigDecimal.valueOf(50))
                                        .maximumShare(BigDecimal.valueOf(80))
                                        .validFrom(begin))
                                .source("test"))
                        .build())
                .getCode();
    }

    private static ApiClient as(String caller) {
        String token = SYSTEM.run().at("/tokens").get(caller).asText();
        return new DoorlichtingClient(SYSTEM.run().get("gateway").asText() + "/v1", () -> token);
    }

    private static List<Violation> check(ApplicationsApi applications, UUID id) throws ApiException {
        return applications
                .checkApplication(APICheckApplicationRequest.newBuilder().id(id).build())
                .getViolations();
    }

    private static ApplicationResponse submit(ApplicationsApi applications, UUID id) throws ApiException {
        return applications.submitApplication(
                APISubmitApplicationRequest.newBuilder().id(id).build());
    }

    private static ApplicationResponse change(
            ApplicationsApi applications, ApplicationResponse seen, ApplicationPatch patch) throws ApiException {
        return applications.updateApplication(APIUpdateApplicationRequest.newBuilder()
                .id(seen.getId())
                .ifMatch(seen.getEtag())
                .applicationPatch(patch)
                .build());
    }

    private static Problem problem(ApiException failure) throws JsonProcessingException {
        return grantee.getObjectMapper().readValue(failure.getResponseBody(), Problem.class);
    }

    /** The texts of violations by the field of a form that shows them. */
    private static Map<String, String> byField(List<Violation> violations) {
        return violations.stream()
                .collect(toMap(violation -> violation.getPointer().split("/")[1], Violation::getDetail));
    }

    private static Money euros(String amount) {
        return new Money().amount(amount).currency(Money.CurrencyEnum.EUR);
    }

    private static String inWords(Quantity quantity) {
        Object number = quantity.getActualInstance();
        if (number instanceof ExactQuantity exact) {
            return exact.getValue().toString();
        }
        if (number instanceof ApproximateQuantity approximate) {
            return "about " + approximate.getValue();
        }
        if (number instanceof RangeQuantity range) {
            return range.getMinimum() + " to " + range.getMaximum();
        }
        if (number instanceof AtLeastQuantity least) {
            return least.getValue() + " or more";
        }
        if (number instanceof VagueQuantity vague) {
            return vague.getText();
        }
        return "not measured: " + ((NotMeasuredQuantity) number).getReason();
    }
}

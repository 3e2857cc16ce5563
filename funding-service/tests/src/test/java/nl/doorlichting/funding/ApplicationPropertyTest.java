package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.decline;
import static nl.doorlichting.funding.ApplicationRequests.draft;
import static nl.doorlichting.funding.ApplicationRequests.grant;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.step;
import static nl.doorlichting.funding.ApplicationRequests.submit;
import static nl.doorlichting.funding.ApplicationRequests.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is tried, in whatever order: what was offered is done, what was not is refused, and nothing is half done. */
@FundingServiceTest
class ApplicationPropertyTest {
    private static final Map<String, Set<String>> OFFERED = Map.of(
            "DRAFT", Set.of("update", "submission", "withdrawal"),
            "SUBMITTED", Set.of("withdrawal", "assignment", "completion-request", "assessment"),
            "INCOMPLETE", Set.of("update", "submission", "withdrawal", "assignment"),
            "ASSESSED", Set.of("withdrawal", "assignment", "assessment", "decision"),
            "GRANTED", Set.of(),
            "REFUSED", Set.of(),
            "NOT_CONSIDERED", Set.of(),
            "WITHDRAWN", Set.of());
    // Those that end it come up less often, or no sequence would be long.
    private static final List<String> TRIED = List.of(
            "update",
            "submission",
            "submission",
            "submission",
            "assignment",
            "completion-request",
            "completion-request",
            "completion-request",
            "assessment",
            "decision",
            "withdrawal");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void statusFollowsLifecycleOverRandomSteps(long seed) {
        var random = new Random(seed);
        var applicant = organisation(OrganisationKind.NON_PROFIT);
        var id = draft(applicant, whole(scheme(programme(), "")));
        var status = "DRAFT";
        var asked = false;
        var steps = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var offered = offered(status, asked);
            assertEquals(offered, shown(applicant, id), status);
            var tried = TRIED.get(random.nextInt(TRIED.size()));
            var outcome = List.of("GRANTED", "REFUSED", "NOT_CONSIDERED").get(random.nextInt(3));
            var expected = offered.contains(tried) && possible(tried, outcome, status, asked) ? 200 : 409;
            var sequence = steps + " then " + tried + " " + outcome + " on " + status;
            assertEquals(expected, attempt(tried, outcome, applicant, id).statusCode(), sequence);
            if (expected == 200) {
                steps.add(tried);
                status = next(tried, outcome, status);
                asked = asked || tried.equals("completion-request");
            }
            check(applicant, id, status, steps);
        }
    }

    /** After a request for completion that was answered, it may be left unconsidered as well. */
    private static Set<String> offered(String status, boolean asked) {
        var offered = new TreeSet<>(OFFERED.get(status));
        if (!offered.isEmpty()) {
            offered.add("documents");
        }
        if (asked && status.equals("SUBMITTED")) {
            offered.add("decision");
        }
        return offered;
    }

    private static boolean possible(String tried, String outcome, String status, boolean asked) {
        if (!tried.equals("decision")) {
            return true;
        }
        return outcome.equals("NOT_CONSIDERED") ? asked : status.equals("ASSESSED");
    }

    private static String next(String tried, String outcome, String status) {
        return switch (tried) {
            case "submission" -> "SUBMITTED";
            case "completion-request" -> "INCOMPLETE";
            case "assessment" -> "ASSESSED";
            case "decision" -> outcome;
            case "withdrawal" -> "WITHDRAWN";
            default -> status;
        };
    }

    private static Response attempt(String tried, String outcome, String applicant, String id) {
        return switch (tried) {
            case "update" -> ApplicationRequests.change(applicant, id, "{\"title\":\"t" + System.nanoTime() + "\"}");
            case "submission" -> submit(applicant, id);
            case "withdrawal" -> grantee(applicant).body("{}").post("/v1/applications/" + id + "/withdrawal");
            case "assignment" -> step(id, tried, "{\"officer\":\"" + ApplicationRequests.officerNamed("o") + "\"}");
            case "completion-request" ->
                step(
                        id,
                        tried,
                        "{\"deadline\":\"%s\",\"missing\":\"m\"}"
                                .formatted(LocalDate.now().plusDays(30)));
            case "assessment" -> step(id, tried, assessment(id));
            default -> step(id, tried, outcome.equals("GRANTED") ? grant("600.00") : decline(outcome));
        };
    }

    private static String assessment(String id) {
        return officer().get("/v1/applications/" + id).path("assessment") == null
                ? ApplicationRequests.ASSESSMENT
                : ApplicationRequests.corrected(ApplicationRequests.ASSESSMENT);
    }

    private static Set<String> shown(String applicant, String id) {
        var shown = new TreeSet<String>();
        shown.addAll(grantee(applicant)
                .get("/v1/applications/" + id)
                .then()
                .extract()
                .path("allowedActions"));
        shown.addAll(officer().get("/v1/applications/" + id).then().extract().path("allowedActions"));
        return shown;
    }

    private static void check(String applicant, String id, String status, List<String> steps) {
        var now = grantee(applicant)
                .get("/v1/applications/" + id)
                .then()
                .statusCode(200)
                .extract();
        assertEquals(status, now.path("status"));
        var inHistory = steps.stream().filter(step -> !step.equals("update")).toList();
        assertEquals(inHistory, now.path("history.transition"));
        assertEquals(status.equals("GRANTED") ? "600.00" : null, now.path("decision.awardedAmount.amount"));
    }
}

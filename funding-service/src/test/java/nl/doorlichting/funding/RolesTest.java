package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.doorlichting.kernel.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, as DESIGN section 8 says; everybody else gets 403, and a stranger 401. */
@FundingServiceTest
class RolesTest {
    private static final List<String> ROLES = List.of(
            Role.PROGRAMME_MANAGER,
            Role.GRANT_OFFICER,
            Role.CONTROLLER,
            Role.GRANTEE,
            Role.TRAINING_COORDINATOR,
            Role.TRAINER,
            Role.PROFESSIONAL,
            Role.RESEARCHER,
            Role.REVIEWER,
            Role.ANALYST,
            Role.STATISTICS_CLIENT,
            Role.AUDITOR);
    private static final Set<String> MONEY =
            Set.of(Role.PROGRAMME_MANAGER, Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST);
    private static final Set<String> STAFF_AND_GRANTEE = Set.of(
            Role.PROGRAMME_MANAGER,
            Role.GRANT_OFFICER,
            Role.CONTROLLER,
            Role.ANALYST,
            Role.RESEARCHER,
            Role.REVIEWER,
            Role.TRAINING_COORDINATOR,
            Role.GRANTEE);
    private static final Set<String> GRANTS = Set.of(Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST, Role.GRANTEE);
    private static final Map<String, Set<String>> READERS = Map.of(
            "/v1/deadlines", GRANTS,
            "/v1/prizes", GRANTS,
            "/v1/procurements", GRANTS,
            "/v1/programmes", MONEY,
            "/v1/budget-lines", MONEY,
            "/v1/budget-entries", MONEY,
            "/v1/budget-statistics?programme=none", MONEY,
            "/v1/award-tallies", Set.of(Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST),
            "/v1/organisations", STAFF_AND_GRANTEE,
            "/v1/projects", STAFF_AND_GRANTEE);
    private static final Map<String, Set<String>> WRITERS = Map.of(
            "/v1/prizes", Set.of(Role.GRANT_OFFICER),
            "/v1/procurements", Set.of(Role.GRANT_OFFICER),
            "/v1/programmes", Set.of(Role.PROGRAMME_MANAGER),
            "/v1/budget-lines", Set.of(Role.PROGRAMME_MANAGER),
            "/v1/budget-entries", Set.of(Role.PROGRAMME_MANAGER),
            "/v1/award-tallies", Set.of(Role.GRANT_OFFICER),
            "/v1/organisations", Set.of(Role.GRANT_OFFICER),
            "/v1/projects", Set.of(Role.GRANT_OFFICER));

    @Test
    void listsAreReadByThoseOfTheTable() {
        READERS.forEach((path, readers) -> assertEquals(statuses(readers, 200), getAsEachRole(path), path));
    }

    @Test
    void schemesAndApplicationsAreThoseOfTheTable() {
        var unknown = "/018f4fe4-0000-7000-8000-000000000000";
        var applications = Set.of(Role.GRANTEE, Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST);
        assertEquals(statuses(MONEY, 200), getAsEachRole("/v1/schemes"));
        assertEquals(statuses(MONEY, 404), getAsEachRole("/v1/schemes" + unknown));
        assertEquals(statuses(Set.of(Role.PROGRAMME_MANAGER), 400), postAsEachRole("/v1/schemes"));
        assertEquals(statuses(applications, 200), getAsEachRole("/v1/applications"));
        assertEquals(statuses(applications, 404), getAsEachRole("/v1/applications" + unknown));
        assertEquals(statuses(Set.of(Role.GRANTEE), 400), postAsEachRole("/v1/applications"));
        for (var step : new String[] {"completion-request", "assessment", "assignment", "decision"}) {
            assertEquals(
                    statuses(Set.of(Role.GRANT_OFFICER, Role.CONTROLLER), 400),
                    postAsEachRole("/v1/applications" + unknown + "/" + step),
                    step);
        }
        for (var step : new String[] {"submission", "withdrawal"}) {
            assertEquals(
                    statuses(Set.of(Role.GRANTEE), 404),
                    postAsEachRole("/v1/applications" + unknown + "/" + step),
                    step);
        }
    }

    @Test
    void singleRecordsAreReadByThoseOfTheTable() {
        WRITERS.keySet().forEach(path -> {
            var id = path.endsWith("organisations") ? "NOBODY" : "018f4fe4-0000-7000-8000-000000000000";
            assertEquals(statuses(READERS.get(path), 404), getAsEachRole(path + "/" + id), path);
        });
    }

    @Test
    void recordsAreMadeByThoseOfTheTable() {
        WRITERS.forEach((path, writers) -> assertEquals(statuses(writers, 400), postAsEachRole(path), path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/programmes",
                "/v1/budget-lines",
                "/v1/budget-entries",
                "/v1/budget-statistics",
                "/v1/award-tallies",
                "/v1/organisations",
                "/v1/deadlines",
                "/v1/prizes",
                "/v1/procurements",
                "/v1/projects"
            })
    void strangerIsTurnedAway(String path) {
        Api.anonymous().get(path).then().statusCode(401);
    }

    private static Map<String, Integer> statuses(Set<String> allowed, int status) {
        var statuses = new TreeMap<String, Integer>();
        new TreeSet<>(ROLES).forEach(role -> statuses.put(role, allowed.contains(role) ? status : 403));
        return statuses;
    }

    private static Map<String, Integer> getAsEachRole(String path) {
        var statuses = new TreeMap<String, Integer>();
        ROLES.forEach(role -> statuses.put(role, Api.as(role).get(path).statusCode()));
        return statuses;
    }

    private static Map<String, Integer> postAsEachRole(String path) {
        var statuses = new TreeMap<String, Integer>();
        ROLES.forEach(
                role -> statuses.put(role, Api.as(role).body("{}").post(path).statusCode()));
        return statuses;
    }
}

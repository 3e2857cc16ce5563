package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation on awards and payments is for the roles of docs/design/roles.md#table; other roles get 403. */
@FundingServiceTest
class AwardRolesTest {
    private static final String NOWHERE = "018f4fe4-0000-7000-8000-000000000000";
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
    private static final Set<String> READERS =
            Set.of(Role.GRANT_OFFICER, Role.CONTROLLER, Role.ANALYST, Role.PROGRAMME_MANAGER, Role.GRANTEE);

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/awards", "/v1/disbursements", "/v1/condition-coverage", "/v1/conditions", "/v1/reclaims"})
    void readsListsByAccessTable(String path) {
        assertAllowed(READERS, 200, role -> Api.as(role).get(path));
        Api.anonymous().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/awards/" + NOWHERE,
                "/v1/disbursements/" + NOWHERE,
                "/v1/awards/" + NOWHERE + "/conditions",
                "/v1/awards/" + NOWHERE + "/conditions/" + NOWHERE,
                "/v1/awards/" + NOWHERE + "/disbursements",
                "/v1/awards/" + NOWHERE + "/reclaims",
                "/v1/awards/" + NOWHERE + "/reclaims/" + NOWHERE
            })
    void readsRecordsByAccessTable(String path) {
        assertAllowed(READERS, 404, role -> Api.as(role).get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/awards, GRANT_OFFICER",
        "/v1/awards/" + NOWHERE + "/conditions, GRANT_OFFICER",
        "/v1/awards/" + NOWHERE + "/disbursements, GRANT_OFFICER",
        "/v1/awards/" + NOWHERE + "/accountability, GRANT_OFFICER GRANTEE",
        "/v1/awards/" + NOWHERE + "/amendment, GRANT_OFFICER CONTROLLER",
        "/v1/awards/" + NOWHERE + "/settlement, GRANT_OFFICER CONTROLLER",
        "/v1/awards/" + NOWHERE + "/revocation, GRANT_OFFICER CONTROLLER",
        "/v1/awards/" + NOWHERE + "/reclaims, GRANT_OFFICER CONTROLLER",
        "/v1/disbursements/" + NOWHERE + "/cancellation, GRANT_OFFICER CONTROLLER"
    })
    void writesByAccessTable(String path, String writers) {
        assertAllowed(
                Set.of(writers.split(" ")), 400, role -> keyed(role).body("{}").post(path));
    }

    @Test
    void allowsReleaseOnlyToDeciders() {
        var path = "/v1/disbursements/" + NOWHERE + "/release";
        assertAllowed(
                Set.of(Role.GRANT_OFFICER, Role.CONTROLLER),
                404,
                role -> keyed(role).post(path));
    }

    private static RequestSpecification keyed(String role) {
        return Grants.keyed(Api.as(role));
    }

    private static void assertAllowed(Set<String> allowed, int status, Function<String, Response> ask) {
        for (var role : ROLES) {
            assertEquals(allowed.contains(role) ? status : 403, ask.apply(role).statusCode(), role);
        }
    }
}

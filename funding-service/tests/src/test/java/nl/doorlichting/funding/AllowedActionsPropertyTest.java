package nl.doorlichting.funding;

import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.keyed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an award offers is accepted, what it does not offer is refused, and the refusal names what the award offers. */
@FundingServiceTest
class AllowedActionsPropertyTest {
    private static final int STEPS = 40;
    private static final List<String> STEPS_OF_AWARD = List.of(
            "accountability",
            "amendment",
            "disbursements",
            "disbursements",
            "disbursements",
            "reclaims",
            "replacement",
            "revocation",
            "settlement",
            "withdrawal",
            "conditions");

    @ParameterizedTest(name = "{1}, seed {0}")
    @CsvSource({
        "1, SUBSIDY",
        "2, SUBSIDY",
        "3, SUBSIDY",
        "4, SUBSIDY",
        "5, DECENTRALISATION_GRANT",
        "6, DECENTRALISATION_GRANT"
    })
    void offeredActionsAreAcceptedAndNoOthers(long seed, String instrument) {
        Grants.organisations();
        var random = new Random(seed);
        var programme = Api.programme();
        String award = null;
        var waiting = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            if (award == null || random.nextInt(12) == 0) {
                award = Grants.award(programme, "n" + step, instrument, "10.00", "");
                waiting.clear();
            }
            if (!waiting.isEmpty() && random.nextInt(3) > 0) {
                var payment = waiting.remove(0);
                var ended = random.nextBoolean() ? Grants.release(payment) : Grants.cancel(payment);
                ended.then().statusCode(200);
                continue;
            }
            var action = STEPS_OF_AWARD.get(random.nextInt(STEPS_OF_AWARD.size()));
            var before = caller().get("/v1/awards/" + award);
            var offered = before.<List<String>>path("allowedActions");
            var answer = send(award, action, before, random);
            var what = "seed " + seed + ", step " + step + ": " + action + " of " + before.path("status") + " "
                    + answer.asString();
            if (offered.contains(action)) {
                assertTrue(answer.statusCode() < 300, what);
            } else {
                assertEquals(409, answer.statusCode(), what);
                // A payment without room names what is left.
                if (!answer.path("type").equals("/v1/problems/budget-exceeded")) {
                    assertEquals(offered, answer.path("allowed"), what);
                }
            }
            if (action.equals("disbursements") && answer.statusCode() == 201) {
                waiting.add(answer.path("id"));
            }
        }
    }

    /** The request is right in itself: only the state of the award can refuse it. */
    private static Response send(String award, String action, Response before, Random random) {
        var waits = !before.path("reserved.amount").equals("0.00");
        var body = switch (action) {
            case "accountability" -> "{\"spent\":" + euro("1.00") + ",\"report\":\"done\"}";
            case "amendment", "replacement" ->
                "{\"reasons\":\"r\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2011-02-01\"}}";
            case "disbursements" -> "{\"amount\":" + euro(random.nextInt(3) == 0 ? "1.00" : left(before)) + "}";
            case "reclaims" -> "{\"amount\":" + euro("1.00") + ",\"reasons\":\"r\"}";
            case "revocation" -> "{\"ground\":\"NOT_CARRIED_OUT\",\"reasons\":\"r\"}";
            case "settlement" ->
                "{\"amount\":%s,\"exOfficio\":true,\"reasons\":\"r\"}"
                        .formatted(euro(waits ? "10.00" : random.nextInt(11) + ".00"));
            case "withdrawal" -> "{\"reasons\":\"r\"}";
            default -> "{\"text\":\"t\",\"enforceable\":false}";
        };
        return keyed(caller()).body(body).post("/v1/awards/" + award + "/" + action);
    }

    /** All that is left, or one euro where nothing is. */
    private static String left(Response award) {
        return award.path("left.amount").equals("0.00") ? "1.00" : award.path("left.amount");
    }

    private static RequestSpecification caller() {
        return Grants.person("both", Role.GRANT_OFFICER, Role.CONTROLLER);
    }
}

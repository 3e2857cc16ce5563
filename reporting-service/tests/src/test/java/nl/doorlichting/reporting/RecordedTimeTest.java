package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A moment in the future has no answer yet, in any list. */
@ReportingServiceTest
class RecordedTimeTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "claims",
                "effect-judgements",
                "embeddings",
                "finding-acceptances",
                "indicators",
                "inventory-reports",
                "inventory-report-tallies",
                "inventory-rounds",
                "lessons",
                "products",
                "published-tables",
                "reach-observations",
                "reach-tallies",
            })
    void rejectsMomentOfFuture(String list) {
        rejects("/v1/" + list);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "claims",
                "effect-judgements",
                "embeddings",
                "indicators",
                "inventory-reports",
                "inventory-report-tallies",
                "inventory-rounds",
                "lessons",
                "products",
                "published-tables",
                "reach-observations",
            })
    void rejectsMomentOfFutureOfOneRecord(String list) {
        rejects("/v1/" + list + "/" + UUID.randomUUID());
    }

    private static void rejects(String path) {
        Api.reviewer()
                .get(path + "?asOf=2199-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations.name", contains("asOf"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.maximum", notNullValue());
    }
}

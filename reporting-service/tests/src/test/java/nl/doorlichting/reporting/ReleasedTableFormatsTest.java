package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class ReleasedTableFormatsTest {
    private static final String BY_TARGET_GROUP = "reach-by-period-and-target-group";
    private static final String BY_PLACE = "reach-by-period-and-municipality";

    TrainingStub training;

    @BeforeEach
    void noTrainings() {
        training.answerNothing();
    }

    @Test
    void csvHasRowsAndTotalsWithFixedColumns() {
        Api.record(Observation.of("TF1").reach(123));
        var lines = Api.anonymous()
                .get(published("TF1") + "/tables/" + BY_TARGET_GROUP + "/csv")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", containsString(BY_TARGET_GROUP + ".csv"))
                .extract()
                .asString()
                .split("\r\n");
        assertEquals("dimensions,disclosure,source,period,targetGroup,best,lowest,highest", lines[0]);
        assertEquals("\"source,period,targetGroup\",,INVENTORY,2011,YOUTH_AND_PUPILS,123,123,123", lines[1]);
        assertEquals(3, lines.length);
        assertTrue(lines[2].endsWith(",123,123,123"), lines[2]);
    }

    @Test
    void csvShowsHowCountsAreProtected() {
        Api.record(Observation.of("TF2").reach(3).in("GM0363"));
        var csv = machine()
                .get(published("TF2") + "/tables/" + BY_PLACE + "/csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(csv.contains(",SMALL,INVENTORY,2011,GM0363,,1,4\r\n"), csv);
    }

    @Test
    void jsonStatHasLabelsInBothLanguages() {
        Api.record(Observation.of("TF3").reach(1234).in("GM0363"));
        var table = published("TF3") + "/tables/" + BY_PLACE + "/json-stat";
        machine()
                .get(table)
                .then()
                .statusCode(200)
                .body("version", equalTo("2.0"))
                .body("class", equalTo("dataset"))
                .body("label", equalTo("Bereik naar periode en gemeente"))
                .body("extension.programme", equalTo("TF3"))
                .body("id", contains("source", "period", "municipality", "measure"))
                .body("role.geo", contains("municipality"))
                .body("dimension.municipality.category.label.GM0363", equalTo("Amsterdam"))
                .body("dimension.source.category.label.INVENTORY", equalTo("inventarisatie"))
                .body("dimension.measure.category.index", contains("best", "lowest", "highest"))
                .body("dimension.measure.category.unit.best.label", equalTo("deelnames"))
                .body("value.values()", hasItem(oneOf(1230, 1235)))
                .body("status.values()", hasItem("ROUNDED_5"));
        machine()
                .get(table + "?language=EN")
                .then()
                .statusCode(200)
                .body("label", equalTo("Reach by period and municipality"));
    }

    @Test
    void refusesTableByPlaceWithoutToken() {
        Api.record(Observation.of("TF4").reach(10).in("GM0363"));
        var release = published("TF4");
        for (var format : new String[] {"csv", "json-stat"}) {
            Api.anonymous()
                    .get(release + "/tables/" + BY_PLACE + "/" + format)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void namesWhatThereIsInPlaceOfUnknownTableOrFormat() {
        Api.record(Observation.of("TF5").reach(10));
        var release = published("TF5");
        Api.anonymous()
                .get(release + "/tables/reach-by-weather/csv")
                .then()
                .statusCode(404)
                .body("allowed", hasItems(BY_TARGET_GROUP, "training-by-year"));
        Api.anonymous()
                .get(release + "/tables/effects-by-track/json-stat")
                .then()
                .statusCode(406)
                .body("detail", containsString("application/json"));
    }

    @Test
    void releaseStatesDimensionsAndMeasuresOfItsTables() {
        Api.record(Observation.of("TF6").reach(10));
        var table = "tables.find { it.name == '" + BY_TARGET_GROUP + "' }.";
        Api.anonymous()
                .get(published("TF6"))
                .then()
                .body(table + "dimensions.name", contains("source", "period", "targetGroup"))
                .body(table + "dimensions[2].codelist", equalTo("target-groups"))
                .body(table + "measures.name", contains("best", "lowest", "highest"))
                .body(table + "measures[0].unitEnglish", startsWith("participations"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tables/" + BY_PLACE,
                "/tables/" + BY_PLACE + "?pageSize=1",
                "/tables/" + BY_PLACE + "/csv",
                "/tables/" + BY_PLACE + "/json-stat",
                "/tables/" + BY_PLACE + "/json-stat?language=EN",
                "/file",
                "/changes?since="
            })
    void isUnchangedForEver(String path) {
        var programme = "TF7-" + Integer.toHexString(path.hashCode());
        Api.record(Observation.of(programme).reach(10).in("GM0363"));
        var release = published(programme);
        var since = path.endsWith("=") ? machine().get(release).jsonPath().getString("name") : "";
        var etag = machine()
                .get(release + path + since)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\""))
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");
        machine()
                .header("If-None-Match", "\"other\", W/" + etag)
                .get(release + path + since)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", nullValue());
        Api.anonymous()
                .header("If-None-Match", etag)
                .get(release + path + since)
                .then()
                .statusCode(401);
    }

    @Test
    void otherLanguageIsAnotherRepresentation() {
        Api.record(Observation.of("TF8").reach(10).in("GM0363"));
        var table = published("TF8") + "/tables/" + BY_TARGET_GROUP + "/json-stat?language=";
        var dutch = Api.anonymous().get(table + "NL").header("ETag");
        Api.anonymous().header("If-None-Match", dutch).get(table + "EN").then().statusCode(200);
    }

    @Test
    void readsNoCellsForClientThatHasThem() throws SQLException {
        Api.record(Observation.of("TF9").reach(10).in("GM0363"));
        var release = published("TF9");
        var paths = List.of(
                release + "/tables/" + BY_TARGET_GROUP,
                release + "/tables/" + BY_TARGET_GROUP + "/csv",
                release + "/tables/" + BY_TARGET_GROUP + "/json-stat",
                release + "/file",
                "/v1/released-reports/reach?programme=TF9&by=year");
        var etags =
                paths.stream().map(path -> machine().get(path).header("ETag")).toList();
        // A query that reads cells now fails.
        RowPolicies.asOwner("alter table release_cell rename to release_cell_away");
        try {
            for (var i = 0; i < paths.size(); i++) {
                machine()
                        .header("If-None-Match", etags.get(i))
                        .get(paths.get(i))
                        .then()
                        .statusCode(304);
            }
        } finally {
            RowPolicies.asOwner("alter table release_cell_away rename to release_cell");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tables/reach-by-weather, 404",
        "/tables/" + BY_TARGET_GROUP + "?cursor=x, 400",
        "/changes?since=2000-1, 404",
        "/changes?since=x, 400"
    })
    void refusesWrongQuestionAlsoOfClientThatHasAnything(String path, int status) {
        var programme = "TF10-" + Integer.toHexString(path.hashCode());
        Api.record(Observation.of(programme).reach(10));
        machine()
                .header("If-None-Match", "*")
                .get(published(programme) + path)
                .then()
                .statusCode(status);
    }

    private static RequestSpecification machine() {
        return Api.named("warehouse", Role.STATISTICS_CLIENT);
    }

    private static String published(String programme) {
        var release =
                ReleaseTest.prepare(programme, "").statusCode(201).extract().header("Location");
        ReleaseTest.publish(release).statusCode(200);
        return release;
    }
}

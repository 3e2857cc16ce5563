package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is recorded, changed or withdrawn, lists asOf a moment are what was answered then. */
@FundingServiceTest
class RecordHistoryPropertyTest {
    private static final int STEPS = 30;

    /** A kind of record: its path, the field that changes, and what a new one states. */
    private enum Kind {
        PROJECT("projects", "name", "'code':'%1$s','name':'%1$s'"),
        PRIZE("prizes", "name", "'year':2010,'name':'%1$s'"),
        PROCUREMENT("procurements", "tender", "'tender':'%1$s'"),
        TALLY(
                "award-tallies",
                "source",
                "'fundingInstrument':'SUBSIDY','period':{'from':'2010-01-01','until':'2011-01-01'},"
                        + "'count':{'kind':'EXACT','value':5}");

        private final String path;
        private final String field;
        private final String stated;

        Kind(String path, String field, String stated) {
            this.path = path;
            this.field = field;
            this.stated = stated;
        }

        String create(String programme, String text, String more) {
            var fields =
                    "{'programme':'" + programme + "','source':'" + text + "'," + stated.formatted(text) + more + "}";
            return officer()
                    .body(fields.replace('\'', '"'))
                    .post("/v1/" + path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
        }

        void change(String record, String text) {
            if (this == TALLY) {
                step(record, "corrections", "{\"reason\":\"r\",\"source\":\"" + text + "\"}", 201);
                return;
            }
            RecordHistoryPropertyTest.change(record, "{\"" + field + "\":\"" + text + "\"}");
        }

        ValidatableResponse list(String programme, String more) {
            return officer()
                    .get("/v1/" + path + "?pageSize=200&programme=" + programme + more)
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void listsOfEarlierMomentsAreWhatWasAnsweredThen(long seed) {
        var random = new Random(seed);
        var programme = programme();
        var records = new LinkedHashMap<String, Kind>();
        var answers = new LinkedHashMap<Instant, Map<Kind, Object>>();
        for (int step = 0; step < STEPS; step++) {
            var text = seed + "-" + step;
            if (records.isEmpty() || random.nextInt(3) == 0) {
                var kind = Kind.values()[random.nextInt(Kind.values().length)];
                records.put(kind.create(programme, text, ""), kind);
            } else {
                var record = new ArrayList<>(records.keySet()).get(random.nextInt(records.size()));
                if (records.get(record) != Kind.PROJECT && random.nextBoolean()) {
                    step(record, "withdrawal", "{\"reason\":\"r\"}", 200);
                    records.remove(record);
                } else {
                    records.get(record).change(record, text);
                }
            }
            answers.put(Instant.now(), lists(programme, ""));
        }
        answers.forEach((moment, lists) ->
                assertEquals(lists, lists(programme, "&asOf=" + moment), "seed " + seed + " at " + moment));
    }

    private static Map<Kind, Object> lists(String programme, String more) {
        var lists = new LinkedHashMap<Kind, Object>();
        for (var kind : Kind.values()) {
            List<Map<String, Object>> items =
                    kind.list(programme, more).extract().path("items");
            // With a record of the past nothing can be done.
            items.forEach(item -> item.keySet().removeAll(List.of("allowedActions", "etag")));
            lists.put(kind, items);
        }
        return lists;
    }

    @ParameterizedTest
    @EnumSource(names = "TALLY", mode = EnumSource.Mode.EXCLUDE)
    void granteeSeesPastOfWhatIsItsOwnNow(Kind kind) {
        var owner = Api.organisation(OrganisationKind.NON_PROFIT);
        var stranger = Api.organisation(OrganisationKind.NON_PROFIT);
        var programme = programme();
        var record = kind.create(programme, "first", ",'organisationId':'" + owner + "'");
        var first = Instant.now();
        kind.change(record, "second");
        var past = "/v1/" + kind.path + "?programme=" + programme + "&asOf=" + first;
        grantee(owner)
                .get(past)
                .then()
                .body("items." + kind.field, contains("first"))
                .body("items[0].allowedActions", empty());
        grantee(stranger).get(past).then().statusCode(200).body("items", empty());
        change(record, "{\"organisationId\":\"" + stranger + "\"}");
        grantee(owner).get(past).then().statusCode(200).body("items", empty());
        kind.list(programme, "&asOf=2011-01-01T00:00:00Z").body("items", empty());
    }

    /** Filters are about what a record stated then. */
    @Test
    void filtersProjectsByWhatTheyStatedThen() {
        var programme = programme();
        var record = Kind.PROJECT.create(
                programme, "wijk", ",'track':'LOCAL','place':{'scope':'MUNICIPAL','municipalities':['GM0988']}");
        var first = Instant.now();
        change(record, "{\"name\":\"stad\",\"track\":\"NATIONAL\",\"place\":{\"scope\":\"NATIONAL\"}}");
        for (var filter : List.of("&q=wijk&track=LOCAL", "&municipality=GM0988", "&province=PV31")) {
            Kind.PROJECT
                    .list(programme, filter + "&asOf=" + first)
                    .body("items.name", contains("wijk"))
                    .body("items.track", contains("LOCAL"));
        }
        Kind.PROJECT.list(programme, "&track=NATIONAL&asOf=" + first).body("items", empty());
        Kind.PROJECT.list(programme, "&municipality=GM0988").body("items", empty());
    }

    /** A migration that adds a column makes its view anew. */
    @Test
    void viewsOfThePastHaveTheColumnsOfTheirTables() throws Exception {
        assertEquals(List.of(), RowPolicies.asOwner("""
                    select t.table_name || '.' || t.column_name
                    from information_schema.tables v
                    join information_schema.columns t on t.table_schema = 'public' and t.table_name = v.table_name
                    where v.table_schema = 'as_of'
                        and not exists (select from information_schema.columns c where c.table_schema = 'as_of'
                            and c.table_name = t.table_name and c.column_name = t.column_name
                            and c.data_type = t.data_type)
                    order by 1
                    """));
    }

    private static void change(String record, String json) {
        var etag = officer().get(record).header("ETag");
        changing(officer(), etag).body(json).patch(record).then().statusCode(200);
    }

    private static void step(String record, String step, String json, int status) {
        officer().body(json).post(record + "/" + step).then().statusCode(status);
    }
}

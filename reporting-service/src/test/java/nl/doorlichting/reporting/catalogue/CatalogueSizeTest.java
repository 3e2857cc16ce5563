package nl.doorlichting.reporting.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import nl.doorlichting.platform.testing.TestDatabase;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finds, counts and ranks more items than a total is exact for, in more than one part of the index. */
@ReportingServiceTest
class CatalogueSizeTest {
    private static final String SHOWN = """
        insert into catalogue_item (id, kind, programme, title, text, tags, language, source, intervention_types,
            phenomena, place_scope, municipalities, verdicts, published_at)
        select gen_random_uuid(), case when n % 4 = 0 then 'PRODUCT' else 'LESSON' end, 'SIZE',
            case when n <= 40 then 'Zeldzaam ' when n > 11500 then 'Talrijk ' else '' end || 'overal ' || n,
            case when n = 11001 then 'overal overal overal' end, '{}', 'nl', 's', '{}', '{}', 'MUNICIPAL',
            '{GM0363}', '{}', timestamp with time zone '2011-01-01 00:00Z' + n * interval '1 minute'
        from generate_series(1, 12000) n order by n
        """;
    private static final String FOUND = """
        insert into catalogue_document (id, number, published_at, facets, document)
        select id, number, published_at, array['kind:' || kind, 'programme:SIZE'],
            to_catalogue_document(title, '', text) from catalogue_item where programme = 'SIZE'
        """;

    private static boolean filled;

    @BeforeEach
    void fill() throws Exception {
        if (filled) {
            return;
        }
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = new TestDatabase(url, "reporting_owner", "reporting_app").asOwner();
                var statement = connection.createStatement()) {
            statement.execute(SHOWN);
            statement.execute(FOUND);
        }
        filled = true;
    }

    @Test
    void ranksNewestThousandOfFrequentWord() {
        search("&q=overal&pageSize=1")
                .body("total.value", equalTo(10_000))
                .body("total.exact", equalTo(false))
                .body("items[0].title", equalTo("overal 11001"))
                .body("facets.kind.code", contains("LESSON", "PRODUCT"))
                .body("facets.kind.count", contains(750, 250));
    }

    @Test
    void pagesThroughRankedThousand() {
        var ids = new HashSet<String>();
        var link = "/v1/catalogue?programme=SIZE&q=overal&pageSize=200";
        while (link != null) {
            var page = RestAssured.get(link).then().statusCode(200).extract();
            ids.addAll(page.<List<String>>path("items.id"));
            link = page.path("links.next");
        }
        assertEquals(1000, ids.size());
    }

    @Test
    void findsWordOfOldestItems() {
        search("&q=zeldzaam")
                .body("total.value", equalTo(40))
                .body("total.exact", equalTo(true))
                .body("items", hasSize(40))
                .body("items[0].title", equalTo("Zeldzaam overal 40"))
                .body("facets.kind.count", contains(30, 10));
    }

    @Test
    void totalIsExactAcrossPartsOfIndex() {
        search("&q=talrijk").body("total.value", equalTo(500)).body("total.exact", equalTo(true));
        search("&q=overal&kind=PRODUCT").body("total.value", equalTo(3000)).body("total.exact", equalTo(true));
        search("&kind=LESSON").body("total.value", equalTo(9000)).body("total.exact", equalTo(true));
        search("&q=zeldzaam&kind=PRODUCT").body("total.value", equalTo(10));
        search("&q=zeldzaam%20talrijk").body("total.value", equalTo(0));
    }

    @Test
    void ordersNewestFirstWithoutWords() {
        search("&pageSize=2")
                .body("total.exact", equalTo(false))
                .body("items.title", contains("Talrijk overal 12000", "Talrijk overal 11999"));
    }

    private static ValidatableResponse search(String more) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/v1/catalogue?programme=SIZE" + more)
                .then()
                .statusCode(200);
    }
}

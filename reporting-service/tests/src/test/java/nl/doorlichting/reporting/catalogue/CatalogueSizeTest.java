package nl.doorlichting.reporting.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.http.Requests;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        select id, number, published_at, array['kind:' || kind, 'programme:SIZE']
                || case when number % 8 = 0 then array['municipality:GM0363'] else '{}' end
                || case when title like 'Zeldzaam%' then array['municipality:GM0518', 'province:PV20'] else '{}' end,
            to_catalogue_document(title, '', text) from catalogue_item where programme = 'SIZE'
        """;
    /** How often a question read the keys of documents, and how often their index of words. */
    private static final String SCANS = """
        select coalesce(sum(pg_stat_get_xact_numscans(oid)) filter (where relname ~ '_pkey$'), 0),
            coalesce(sum(pg_stat_get_xact_numscans(oid)) filter (where relname ~ '_document_facets_idx$'), 0)
        from pg_class where relname ~ '^catalogue_document_[0-9]+_'
        """;

    private static boolean filled;

    @Inject
    CatalogueSearch catalogue;

    @BeforeEach
    void fill() throws Exception {
        if (filled) {
            return;
        }
        try (var connection = database().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(SHOWN);
            statement.execute(FOUND);
            statement.execute("analyze catalogue_document");
        }
        filled = true;
    }

    private static TestDatabase database() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app");
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
            var page = Requests.given().get(link).then().statusCode(200).extract();
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

    /** By the keys every document would be read, to look for words in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"'overal' & 'talrijk'", "'overal' | 'zeldzaam' | %s", "('overal':* | %s) & ('over':* | %1$s)"})
    void questionOfManyWordsReadsIndexOfWordsOnly(String question) throws Exception {
        var absent = IntStream.range(0, 60).mapToObj(i -> "'absent" + i + "'").collect(Collectors.joining(" | "));
        try (var connection = database().asOwner();
                var statement = connection.createStatement();
                var find = connection.prepareStatement(
                        "select count(*) from find_in_catalogue(cast(? as tsquery), '{programme:SIZE}', 1000, 10001)")) {
            connection.setAutoCommit(false);
            find.setString(1, question.formatted(absent));
            find.executeQuery();
            var scans = statement.executeQuery(SCANS);
            assertTrue(scans.next());
            assertEquals(0, scans.getLong(1), "reads of keys");
            assertTrue(scans.getLong(2) > 0, "reads of the index of words");
        }
    }

    @ParameterizedTest
    @CsvSource({"overal, talrijk, false", "zeld, zaam, true"})
    void asksForWordsAsOneWhereTextsHaveThat(String one, String other, boolean isWritten) {
        var question = catalogue.question(List.of(one, other)).found();
        assertEquals(isWritten, question.contains("'" + one + other), question);
    }

    @ParameterizedTest
    @CsvSource({"&municipality=GM0363, 1500", "&municipality=GM0518, 40", "&province=PV20, 40", "&kind=PRODUCT, 3000"})
    void pagesThroughWhatIsFoundWithoutWords(String filter, int expected) {
        for (var order : List.of("", "&sort=publishedAt")) {
            var ids = new HashSet<String>();
            var titles = new ArrayList<Integer>();
            var link = "/v1/catalogue?programme=SIZE&pageSize=" + (expected > 1000 ? 200 : 15) + filter + order;
            while (link != null) {
                var page = Requests.given().get(link).then().statusCode(200).extract();
                ids.addAll(page.<List<String>>path("items.id"));
                page.<List<String>>path("items.title")
                        .forEach(title -> titles.add(Integer.valueOf(title.replaceAll("\\D", ""))));
                link = page.path("links.next");
            }
            assertEquals(expected, ids.size());
            var sorted = new ArrayList<>(titles);
            sorted.sort(order.isEmpty() ? Comparator.reverseOrder() : Comparator.naturalOrder());
            assertEquals(sorted, titles);
        }
    }

    private static ValidatableResponse search(String more) {
        return Requests.given()
                .urlEncodingEnabled(false)
                .get("/v1/catalogue?programme=SIZE" + more)
                .then()
                .statusCode(200);
    }
}

package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class PagingTest {
    @Test
    void keepsPagesStableWhileRowsAreAdded() {
        var programme = programme();
        var root = line(programme, "b", null, false);
        for (var code : new String[] {"d", "f", "h", "j"}) {
            line(programme, code, root, false);
        }
        var first = page("/v1/budget-lines?pageSize=2&programme=" + programme)
                .body("items.code", contains("b", "d"))
                .body("total.value", equalTo(5))
                .body("links.prev", nullValue());
        line(programme, "a", root, false);
        var second = page(first.extract().path("links.next")).body("items.code", contains("f", "h"));
        line(programme, "i", root, false);
        var cursor = second.extract().<String>path("nextCursor");
        for (var third : List.of(
                second.extract().<String>path("links.next"),
                "/v1/budget-lines?pageSize=2&programme=" + programme + "&cursor=" + cursor)) {
            page(third)
                    .body("items.code", contains("i", "j"))
                    .body("links.next", nullValue())
                    .body("nextCursor", nullValue());
        }
        page(second.extract().path("links.prev")).body("items.code", contains("b", "d"));
        page(second.extract().path("links.first")).body("items.code", contains("a", "b"));
    }

    @Test
    void reportsEverythingThatIsWrongWithParametersOfListTogether() {
        manager()
                .get("/v1/budget-lines?pageSize=0&sort=colour&cursor=x&parentId=y")
                .then()
                .statusCode(400)
                .body("violations.name", contains("cursor", "pageSize", "parentId", "sort"));
        manager()
                .get("/v1/budget-lines?pageSize=0&cursor=x")
                .then()
                .statusCode(400)
                .body("violations.name", contains("cursor", "pageSize"));
    }

    @Test
    void sortsByRequestedField() {
        var programme = programme();
        var root = line(programme, "b", null, false);
        line(programme, "c", root, false);
        page("/v1/budget-lines?sort=-code&programme=" + programme).body("items.code", contains("c", "b"));
        page("/v1/budget-lines?parentId=" + root + "&programme=" + programme).body("items.code", contains("c"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/budget-lines?sort=colour,sort,UNKNOWN_VALUE",
        "/v1/budget-lines?pageSize=0,pageSize,OUT_OF_RANGE",
        "/v1/budget-lines?cursor=x,cursor,INVALID_CURSOR",
        "/v1/budget-lines?parentId=x,parentId,WRONG_TYPE",
        "/v1/budget-lines?colour=red,colour,UNKNOWN_PARAMETER",
        "/v1/budget-entries?year=x,year,NOT_AN_INTEGER",
        "/v1/budget-entries?year=3000,year,OUT_OF_RANGE",
        "/v1/budget-entries?kind=x,kind,UNKNOWN_VALUE",
        "/v1/budget-statistics,programme,REQUIRED",
        "/v1/budget-statistics?programme=,programme,REQUIRED",
        "/v1/programmes/x,id,WRONG_TYPE"
    })
    void rejectsInvalidParameters(String path, String name, String code) {
        manager()
                .get(path)
                .then()
                .statusCode(400)
                .body("violations.name", contains(name))
                .body("violations.code", contains(code));
    }

    private static ValidatableResponse page(String path) {
        return manager().get(path).then().statusCode(200);
    }
}

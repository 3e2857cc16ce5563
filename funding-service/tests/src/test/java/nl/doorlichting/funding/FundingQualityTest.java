package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class FundingQualityTest {
    private static final String QUALITY = "/v1/funding-quality";

    @Test
    void statesProjectsAndYearsOfProgramme() {
        var programme = programme();
        book(Entry.budgeted(programme, line(programme, "root", null, true), 2008, "10.00"));
        officer()
                .body("{\"programme\":\"%s\",\"code\":\"p\",\"name\":\"P\",\"track\":\"LOCAL\",\"source\":\"a test\"}"
                        .formatted(programme))
                .post("/v1/projects")
                .then()
                .statusCode(201);

        Api.as(Role.PROGRAMME_MANAGER)
                .get(QUALITY + "?programme=" + programme)
                .then()
                .statusCode(200)
                .body("period.from", equalTo("2007-01-01"))
                .body("yearsBooked", contains(2008))
                .body("projects.code", contains("p"))
                .body("projects[0].track", equalTo("LOCAL"))
                .body("projects[0].actionLine", nullValue())
                .body("awardsWithoutLine", empty());
    }

    @Test
    void isRefusedWithoutProgramme() {
        Api.as(Role.ANALYST).get(QUALITY).then().statusCode(400);
        Api.as(Role.CONTROLLER).get(QUALITY + "?programme=NONE").then().statusCode(403);
    }
}

package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A version is always a change: one that changes nothing is answered with the record as it is. */
@FundingServiceTest
class UnchangedRecordTest {
    @Test
    void changeOfNothingMakesNoVersion() {
        var records = new OrganisationWithAllRecords();
        var ids = records.ids;
        var shared = records.holdings().shared();
        var award = "/v1/awards/" + ids.get("awards");
        assertAll(
                staysAsItIs(Api::manager, "/v1/programmes/" + shared.get("programmes")),
                staysAsItIs(Api::manager, "/v1/schemes/" + shared.get("schemes")),
                staysAsItIs(Api::officer, "/v1/organisations/" + ids.get("organisations")),
                staysAsItIs(Api::officer, "/v1/projects/" + ids.get("projects")),
                staysAsItIs(Api::officer, "/v1/prizes/" + ids.get("prizes")),
                staysAsItIs(Api::officer, "/v1/procurements/" + ids.get("procurements")),
                staysAsItIs(Api::officer, award),
                staysAsItIs(Api::officer, award + "/conditions/" + ids.get("awards/conditions")),
                staysAsItIs(Api::officer, award + "/reclaims/" + ids.get("awards/reclaims")));
    }

    /** A code counts once. */
    @Test
    void codeNamedTwiceMakesNoVersion() {
        var records = new OrganisationWithAllRecords();
        var project = "/v1/projects/" + records.ids.get("projects");
        var twice =
                "{\"interventionTypes\":[\"AWARENESS\",\"AWARENESS\"],\"phenomena\":[\"POLARISATION\",\"POLARISATION\"],"
                        + "\"targetGroups\":[\"STUDENTS\",\"STUDENTS\"],\"partnerMunicipalities\":[\"GM0363\",\"GM0363\"]}";
        String etag = Api.officer().get(project).path("etag");
        changing(Api.officer(), etag)
                .body(twice)
                .patch(project)
                .then()
                .statusCode(200)
                .body("etag", not(equalTo(etag)))
                .body("phenomena", contains("POLARISATION"));
        String next = Api.officer().get(project).path("etag");
        changing(Api.officer(), next)
                .body(twice)
                .patch(project)
                .then()
                .statusCode(200)
                .body("etag", equalTo(next));
    }

    private static Executable staysAsItIs(Supplier<RequestSpecification> caller, String path) {
        return () -> {
            String etag = caller.get().get(path).path("etag");
            changing(caller.get(), etag).body("{}").patch(path).then().statusCode(200);
            assertEquals(etag, caller.get().get(path).path("etag"), path);
        };
    }
}

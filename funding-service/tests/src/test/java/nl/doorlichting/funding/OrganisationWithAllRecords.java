package nl.doorlichting.funding;

import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.keyed;
import static nl.doorlichting.funding.Grants.officer;

import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.files.TestDocuments;

/** An organisation that has one of everything. */
final class OrganisationWithAllRecords {
    /** Stands in the name of all that it has. */
    private static final String WORD = "Zeldzaamheid";

    final String organisation = "ESTATE-" + UUID.randomUUID().toString().substring(0, 8);
    final Map<String, String> ids = new HashMap<>();

    private final String programme = Api.programme();
    private final String line = Api.line(programme, "root", null, true);
    private final String scheme = "S-" + programme;

    OrganisationWithAllRecords() {
        ids.put("organisations", organisation);
        Api.officer()
                .body("{\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"NON_PROFIT\"}".formatted(organisation, WORD))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        Api.book(Entry.budgeted(programme, line, LocalDate.now().getYear(), "9000.00"));
        Api.book(Entry.budgeted(programme, line, 2010, "9000.00"));
        var ofOrganisation = ",\"organisationId\":\"" + organisation + "\"";
        made("projects", Api.officer(), "/v1/projects", """
                {"programme":"%s","code":"c","name":"%s","source":"s"%s}""".formatted(programme, WORD, ofOrganisation));
        for (var kind : PrizesAndProcurementsTest.Kind.values()) {
            var path = kind.path;
            made(path.substring("/v1/".length()), Api.officer(), path, kind.json(programme, WORD, ofOrganisation));
        }
        grantedApplication();
        reclaimedAward();
    }

    private void grantedApplication() {
        Api.manager()
                .body("""
                        {"programme":"%s","code":"%s","name":"n","fundingInstrument":"SUBSIDY","source":"test",\
                        "budgetLineId":"%s","applicantKinds":["NON_PROFIT"],"bounds":[\
                        {"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01"}]}""".formatted(programme, scheme, line))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
        var application = ApplicationRequests.draft(organisation, application());
        ids.put("applications", application);
        document("applications", "APPLICATION", Api.grantee(organisation));
        ApplicationRequests.submit(organisation, application).then().statusCode(200);
        ApplicationRequests.step(application, "assessment", ApplicationRequests.ASSESSMENT)
                .then()
                .statusCode(200);
        keyed(officer(Grants.DECIDER))
                .body(ApplicationRequests.grant("600.00"))
                .post("/v1/applications/" + application + "/decision")
                .then()
                .statusCode(200);
        ids.put(
                "granted",
                Api.officer().get("/v1/awards?applicationId=" + application).path("items[0].id"));
    }

    private String application() {
        return ApplicationRequests.whole(scheme).replace("Weerbare wijk", WORD);
    }

    private void reclaimedAward() {
        var json = Grants.json(programme, "R-" + programme, "SUBSIDY", "90.00", Grants.charged(line));
        made("awards", officer(Grants.DECIDER), "/v1/awards", json.replace(Grants.FORUM, organisation));
        var award = ids.get("awards");
        made("awards/conditions", officer(Grants.DECIDER), "/v1/awards/" + award + "/conditions", """
                {"text":"%s","enforceable":true,"dueOn":"2030-01-01"}""".formatted(WORD));
        document("awards", "AWARD", officer(Grants.DECIDER));
        ids.put("disbursements", Grants.paid(award, "90.00"));
        Grants.account(award).then().statusCode(200);
        Grants.settle(award, "50.00", false).then().statusCode(200);
        var path =
                Grants.reclaim(award, "20.00").then().statusCode(201).extract().header("Location");
        ids.put("awards/reclaims", path.substring(path.lastIndexOf('/') + 1));
    }

    private void document(String under, String category, RequestSpecification uploader) {
        var id = uploader.contentType("multipart/form-data")
                .multiPart("file", WORD + ".pdf", TestDocuments.of(DocumentFormat.PDF), "application/pdf")
                .multiPart("category", category)
                .post("/v1/" + under + "/" + ids.get(under) + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        ids.put(under + "/documents", id);
    }

    private void made(String kind, RequestSpecification request, String path, String json) {
        ids.put(
                kind,
                keyed(request)
                        .body(json)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    OrganisationRecords holdings() {
        ids.put("project-finances", ids.get("projects"));
        Set<String> secrets = new TreeSet<>(ids.values());
        secrets.add(WORD);
        return new OrganisationRecords(
                organisation,
                ids,
                Map.of(
                        "programmes",
                                Api.manager()
                                        .get("/v1/programmes?code=" + programme)
                                        .path("items[0].id"),
                        "schemes",
                                Api.manager().get("/v1/schemes?code=" + scheme).path("items[0].id"),
                        "opportunities", scheme),
                Map.ofEntries(
                        Map.entry("organisationId", organisation),
                        Map.entry("parent", organisation),
                        Map.entry("projectId", ids.get("projects")),
                        Map.entry("parentId", ids.get("projects")),
                        Map.entry("applicationId", ids.get("applications")),
                        Map.entry("awardId", ids.get("awards")),
                        Map.entry("q", WORD),
                        Map.entry("programme", programme),
                        Map.entry("scheme", scheme),
                        Map.entry("municipality", "GM0988")),
                Map.of(
                        "POST /v1/applications", "{}",
                        "PATCH /v1/applications/{id}", "{\"title\":\"mine\"}",
                        "POST /v1/applications/{id}/withdrawal", "{\"reason\":\"mine\"}",
                        "POST /v1/applications/{id}/documents", "category=APPLICATION",
                        "POST /v1/awards/{id}/documents", "category=ACCOUNTABILITY",
                        "POST /v1/awards/{id}/accountability", "{\"spent\":" + euro("1.00") + ",\"report\":\"mine\"}"),
                secrets);
    }
}

package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/** An organisation with one record of every kind, and with a question. */
final class OrganisationWithAllRecords {
    /** Part of the name of every record. */
    private static final String WORD = "Zeldzaamheid";

    final String organisation = "ESTATE-" + UUID.randomUUID().toString().substring(0, 8);
    final Map<String, String> ids = new HashMap<>();

    private final String session;
    private final String about =
            ",'programme':'%s','organisationId':'%s','source':'%s'}".formatted(organisation, organisation, WORD);

    OrganisationWithAllRecords() {
        TrainingApi.type("ESTATE", "OTHER");
        var question =
                "{'programme':'%s','askedBy':'MUNICIPALITY','theme':'SIGNALS','organisationId':'%s','question':'%s'}";
        var asked = given().auth()
                .oauth2(asker())
                .contentType(ContentType.JSON)
                .body(question.formatted(organisation, organisation, WORD).replace('\'', '"'))
                .post("/v1/advice-questions");
        ids.put("advice-questions", id(asked.then()));
        session = created("training-sessions", """
                {'trainingType':'ESTATE','title':'%s','date':'2010-05-01'""".formatted(WORD));
        create("training-tallies", """
                {'period':{'from':'2010-01-01','until':'2011-01-01'},'sessions':{'held':1}""");
        create("network-meetings", """
                {'title':'%s','period':{'from':'2010-01-01','until':'2011-01-01'},'meetings':{'kind':'EXACT','value':1}""".formatted(WORD));
        create("learning-modules", """
                {'title':'%s'""".formatted(WORD));
    }

    String asker() {
        return TestIssuer.token()
                .subject("asker of " + organisation)
                .roles(Role.GRANTEE)
                .organisation(organisation)
                .sign();
    }

    private void create(String kind, String json) {
        ids.put(kind, created(kind, json));
    }

    private String created(String kind, String json) {
        return id(TrainingApi.post("/v1/" + kind, json + about));
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    OrganisationRecords holdings() {
        Set<String> secrets = new TreeSet<>(ids.values());
        secrets.add(session);
        secrets.add(WORD);
        secrets.add(organisation);
        return new OrganisationRecords(
                organisation,
                ids,
                // A code is enough for an evaluation, and a key for a calendar, independent of an organisation.
                Map.of("training-sessions", session, "calendars", "no-key"),
                Map.of("organisationId", organisation, "programme", organisation, "q", WORD),
                Map.of(
                        "POST /v1/advice-questions",
                        "{\"programme\":\"P\",\"askedBy\":\"MUNICIPALITY\",\"theme\":\"SIGNALS\",\"question\":\"mine\"}",
                        "POST /v1/advice-questions/search",
                        "{\"text\":\"" + WORD + "\"}",
                        "POST /v1/advice-questions/{id}/withdrawal",
                        "{\"reason\":\"mine\"}",
                        "POST /v1/personal-data/export",
                        "{}",
                        "POST /v1/personal-data/erasure",
                        "{}",
                        "POST /v1/training-sessions/{id}/evaluations",
                        "{\"code\":\"none\",\"rating\":7}"),
                secrets);
    }
}

package nl.doorlichting.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.files.TestDocuments;

/** An organisation with one record of every kind for its project, none of them public. */
final class OrganisationWithAllRecords {
    /** A part of the name of every record. */
    private static final String WORD = "Zeldzaamheid";

    final String organisation = "ESTATE-" + UUID.randomUUID().toString().substring(0, 8);
    final Map<String, String> ids = new HashMap<>();

    private final UUID project = UUID.randomUUID();
    private final String programme = organisation;
    private final String about =
            ",\"source\":\"s\",\"programme\":\"%s\",\"projectId\":\"%s\",\"organisationId\":\"%s\"}"
                    .formatted(programme, project, organisation);

    OrganisationWithAllRecords() {
        var round = Api.round(programme, "r");
        var report = Api.begin(Report.of(programme, round).with("title", WORD).about(project, organisation));
        keep("inventory-reports", report);
        var document = Api.researcher()
                .contentType("multipart/form-data")
                .multiPart("file", WORD + ".pdf", TestDocuments.of(DocumentFormat.PDF), "application/pdf")
                .post(report + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        keep("inventory-reports/documents", document);
        keep("reach-observations", Api.record(observation()));
        create("indicators", """
            {"name":"%s","unit":"u","direction":"UP","baseline":{"kind":"NONE_TAKEN"}\
            """);
        create("effect-judgements", """
            {"verdict":"EFFECTIVE","concerns":"INTERVENTION_GOAL","assessedBy":"%s\"\
            """);
        create("lessons", """
            {"kind":"DO","title":"%s\"\
            """);
        create("products", """
            {"kind":"GUIDE","name":"%s\"\
            """);
        create("embeddings", """
            {"subject":"%s","statedOn":"2012-01-01","status":"SECURED\"\
            """);
    }

    private Observation observation() {
        return Observation.of(programme)
                .with("note", "\"" + WORD + "\"")
                .with("projectId", "\"" + project + "\"")
                .with("organisationId", "\"" + organisation + "\"");
    }

    private void create(String kind, String json) {
        keep(kind, Api.create("/v1/" + kind, json.formatted(WORD) + about));
    }

    private void keep(String kind, String path) {
        ids.put(kind, path.substring(path.lastIndexOf('/') + 1));
    }

    OrganisationRecords holdings() {
        Set<String> secrets = new TreeSet<>(ids.values());
        secrets.add(WORD);
        secrets.add(organisation);
        secrets.add(project.toString());
        return new OrganisationRecords(
                organisation,
                ids,
                // A project without records is no error.
                Map.of(
                        "project-records",
                        project.toString(),
                        "catalogue",
                        UUID.randomUUID().toString(),
                        "releases",
                        UUID.randomUUID().toString(),
                        "tables",
                        "reach-by-year",
                        "released-reports",
                        "reach"),
                Map.of(
                        "organisationId", organisation,
                        "projectId", project.toString(),
                        "reportId", ids.get("inventory-reports"),
                        "programme", programme,
                        "q", WORD),
                Map.of(),
                secrets);
    }
}

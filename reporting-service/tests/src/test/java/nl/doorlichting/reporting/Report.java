package nl.doorlichting.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request body for an inventory report: complete, and changed where a test needs it. */
final class Report {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> projects = new ArrayList<>();

    private Report() {}

    /** A complete report of the round about the projects. */
    static Report of(String programme, String roundId, UUID... projects) {
        var report = new Report()
                .with("programme", programme)
                .with("roundId", roundId)
                .with("title", "A report")
                .with("introduction", "what it is")
                .with("setUp", Map.of("targetGroup", "pupils", "approach", "lessons"))
                .with("goalAttainment", "not measured")
                .with("reach", "two schools")
                .with("sources", Map.of("documents", 3, "interviews", 1))
                .with("source", "a test");
        for (var project : projects) {
            report.about(project, null);
        }
        return report;
    }

    Report about(UUID project, String organisation) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("projectId", project);
        facts.put("selfEvaluation", "YES");
        facts.put("independentEvaluation", "NO");
        if (organisation != null) {
            facts.put("organisationId", organisation);
        }
        projects.add(facts);
        return this;
    }

    /** Adds a field to the last project. */
    Report saying(String field, Object value) {
        projects.get(projects.size() - 1).put(field, value);
        return this;
    }

    Report with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Report without(String field) {
        fields.remove(field);
        return this;
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<>(fields);
        body.put("projects", projects);
        return body;
    }
}

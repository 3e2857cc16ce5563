package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.reporting.EffectOracle.Answer;
import nl.doorlichting.reporting.EffectOracle.Asked;
import nl.doorlichting.reporting.EffectOracle.Days;
import nl.doorlichting.reporting.RecordedEffect.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers about random records, corrections and moments are those of the oracle. */
@ReportingServiceTest
class EffectStatisticsOracleTest {
    private static final int DATA_SETS = 12;
    private static final int QUESTIONS = 100;
    private static final List<String> DIMENSIONS =
            Structure.EFFECTS.rows().stream().map(Dimension::jsonName).toList();
    private static final String FIGURES = "figures";
    private static final Instant BEFORE = Instant.parse("2011-01-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, DATA_SETS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAsOracle(long seed) throws SQLException {
        var random = new RandomEffects(seed);
        var programme = "effects-" + seed;
        store(programme, random);
        var found = 0;
        for (var number = 1; number <= QUESTIONS; number++) {
            var asked = random.question(DIMENSIONS);
            var query = query(programme, asked);
            var expected = EffectOracle.answer(asked, random.records(), random.rounds(), LocalDate.now());
            assertEquals(text(expected), text(answer(query)), query);
            found += expected.rows().isEmpty() ? 0 : 1;
        }
        // Random questions that find nothing would prove nothing.
        assertTrue(found > QUESTIONS / 5, found + " questions with rows");
    }

    private static String text(Answer answer) {
        return String.join(
                "\n",
                "rows "
                        + String.join(
                                "\n",
                                answer.rows().entrySet().stream()
                                        .map(row -> row.getKey() + ": " + row.getValue())
                                        .toList()),
                "total " + answer.total(),
                "tallies " + answer.tallies(),
                "notes " + answer.notes());
    }

    // ---- The service's answer

    private static String query(String programme, Asked asked) {
        var query = new StringJoiner("&");
        query.add("programme=" + programme);
        query.add("by=" + String.join(",", asked.by()));
        asked.only().forEach((dimension, wanted) -> query.add(dimension + "=" + String.join(",", wanted)));
        add(query, "from", asked.from());
        add(query, "until", asked.until());
        add(query, "boundaries", asked.boundaries());
        add(query, "asOf", asked.asOf());
        return query.toString();
    }

    private static void add(StringJoiner query, String name, Object value) {
        if (value != null) {
            query.add(name + "=" + value);
        }
    }

    private static Answer answer(String query) {
        var answer = Api.unchecked("/v1/effect-statistics?" + query);
        SortedMap<String, String> rows = new TreeMap<>();
        for (Map<String, Object> row : Api.list(answer, "rows")) {
            rows.merge(key(row), figures(row.get(FIGURES)), (one, other) -> one + " and, in a second row, " + other);
        }
        assertEquals(List.of(), Api.list(answer, "unallocated"), query);
        assertEquals(1, Api.list(answer, "totals").size(), query);
        var notes = new TreeMap<String, Long>();
        for (Map<String, Object> note : Api.list(answer, "notes")) {
            notes.put((String) note.get("code"), ((Number) note.get("count")).longValue());
        }
        return new Answer(
                rows,
                figures(Api.list(answer, "totals").get(0)),
                Api.list(answer, "tallies").stream()
                        .map(tally -> tally.get("reports").toString())
                        .toList(),
                notes);
    }

    private static String key(Map<String, Object> row) {
        var key = new TreeMap<String, String>();
        row.forEach((name, value) -> {
            if (!name.equals(FIGURES) && !name.equals("links")) {
                key.put(name, value instanceof Map<?, ?> period ? "" + period.get("code") : text(value));
            }
        });
        return key.toString();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String figures(Object of) {
        var figures = (Map<?, ?>) of;
        var projects = (Map<?, ?>) figures.get("projects");
        var change = (Map<?, ?>) figures.get("change");
        var embedding = (Map<?, ?>) figures.get("embedding");
        var verdicts = new TreeMap<String, Long>();
        for (Object verdict : (List<?>) figures.get("verdicts")) {
            var alike = (Map<?, ?>) verdict;
            verdicts.merge((String) alike.get("verdict"), ((Number) alike.get("count")).longValue(), Long::sum);
        }
        return String.join(
                " ",
                "projects=" + projects.get("count"),
                "reports=" + projects.get("reports"),
                "withReport=" + ((Map<?, ?>) projects.get("withReport")).get("count"),
                "baseline=" + share(projects.get("withBaseline")),
                "self=" + share(projects.get("withSelfEvaluation")),
                "independent=" + share(projects.get("withIndependentEvaluation")),
                "verdicts=" + verdicts,
                "indicators=" + change.get("indicators"),
                "withBaseline=" + change.get("withBaseline"),
                "n=" + change.get("n") + courses(change),
                "positive=" + ((Map<?, ?>) figures.get("sideEffects")).get("positive"),
                "embedding="
                        + Stream.of("secured", "partlySecured", "notSecured", "unknown")
                                .map(embedding::get)
                                .toList(),
                "stale=" + embedding.get("stale"));
    }

    private static String share(Object of) {
        var share = (Map<?, ?>) of;
        return share.get("count") + "/" + share.get("unknown");
    }

    private static String courses(Map<?, ?> change) {
        return change.get("improved") == null
                ? ""
                : " improved=" + change.get("improved") + " unchanged=" + change.get("unchanged") + " worsened="
                        + change.get("worsened") + " reached=" + change.get("targetReached");
    }

    // ---- The service's tables

    private static void store(String programme, RandomEffects random) throws SQLException {
        var script = new StringJoiner(";\n");
        random.rounds().forEach((round, days) -> script.add(round(programme, round, days)));
        random.reports().forEach(report -> script.add(report(programme, report)));
        random.records().stream()
                .filter(record -> record.kind() == Kind.ENTRY)
                .collect(Collectors.groupingBy(record -> List.of(record.report(), record.version())))
                .values()
                .forEach(entries -> script.add(version(entries)));
        random.records().stream()
                .filter(record -> record.kind() != Kind.ENTRY)
                .forEach(record -> script.add(record(programme, record)));
        RowPolicies.asOwner(script.toString());
    }

    private static String round(String programme, String round, Days days) {
        var row = created(programme, round, BEFORE);
        row.put("code", round);
        row.put("name", "a round");
        row.put("period_from", days.from());
        row.put("period_until", days.until());
        row.put("source", "a test");
        return insert("inventory_round", row);
    }

    private static String report(String programme, String report) {
        var row = created(programme, report, BEFORE);
        row.put("title", "a report");
        row.put("state", "DRAFT");
        row.put("content", "{}");
        row.put("recorded_at", BEFORE);
        row.put("version", 1);
        return insert("inventory_report", row) + ";\n" + version(report, 1, BEFORE, "CREATION", "DRAFT", "{}");
    }

    private static String version(List<RecordedEffect> entries) {
        var first = entries.get(0);
        var projects =
                entries.stream().map(EffectStatisticsOracleTest::entry).collect(Collectors.joining(",", "[", "]"));
        var round = first.round() == null ? "null" : quoted(first.round());
        return version(
                first.report(),
                first.version(),
                first.recordedAt(),
                first.version() == 2 ? "APPROVAL" : "CORRECTION",
                "APPROVED",
                "{\"roundId\":" + round + ",\"projects\":" + projects + "}");
    }

    private static String version(
            String report, int version, Instant recordedAt, String step, String state, String content) {
        var row = new TreeMap<String, Object>();
        row.put("report_id", report);
        row.put("version", version);
        row.put("recorded_at", recordedAt);
        row.put("recorded_by", "a test");
        row.put("step", step);
        row.put("state", state);
        row.put("reason", step.equals("CORRECTION") ? "seen again" : null);
        row.put("content", content);
        return insert("inventory_report_version", row);
    }

    private static String entry(RecordedEffect entry) {
        var fields = new StringJoiner(",", "{", "}");
        for (var name : List.of("projectId", "organisationId", "track", "actionLine", "fundingInstrument")) {
            entry.of(name).forEach(value -> fields.add(quoted(name) + ":" + quoted(value)));
        }
        fields.add("\"interventionTypes\":" + list(entry.of("interventionType")));
        // What is not stated is absent or null.
        fields.add("\"phenomena\":" + (entry.of("phenomenon").isEmpty() ? "null" : list(entry.of("phenomenon"))));
        if (!entry.of("municipality").isEmpty()) {
            fields.add("\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":" + list(entry.of("municipality")) + "}");
        }
        fields.add("\"selfEvaluation\":" + quoted(entry.figure("self")));
        fields.add("\"independentEvaluation\":" + quoted(entry.figure("independent")));
        return fields.toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String list(Collection<String> values) {
        return values.stream().map(EffectStatisticsOracleTest::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String record(String programme, RecordedEffect record) {
        return switch (record.kind()) {
            case VERDICT -> verdict(programme, record);
            case INDICATOR -> indicator(programme, record);
            case MEASUREMENT -> measurement(record);
            case EMBEDDING -> embedding(programme, record);
            case TALLY -> tally(programme, record);
            default ->
                insert(
                        "inventory_round_project",
                        Map.of("round_id", record.round(), "project_id", record.project(), "position", 0));
        };
    }

    private static String verdict(String programme, RecordedEffect record) {
        var row = activity(record);
        row.put("programme", programme);
        row.put("judgement_id", record.id());
        row.put("version", record.version());
        row.put("recorded_at", record.recordedAt());
        row.put("recorded_by", "a test");
        row.put("reason", record.version() > 1 ? "seen again" : null);
        row.put("report_id", record.report());
        row.put("verdict", record.figure("verdict"));
        row.put("concerns", "INTERVENTION_GOAL");
        row.put("assessed_by", "a test");
        row.put("assessed_on", record.day());
        row.put("evidence_level", record.figure("level"));
        row.put(
                "side_effects_positive",
                array(Collections.nCopies(Integer.parseInt(record.figure("positive")), "trust")));
        row.put("side_effects_negative", "{}");
        return insert("effect_judgement", row);
    }

    private static String indicator(String programme, RecordedEffect record) {
        var row = activity(record);
        row.putAll(created(programme, record.id(), record.recordedAt()));
        row.put("report_id", record.report());
        row.put("name", "an indicator");
        row.put("unit", "pupils");
        row.put("direction", record.figure("direction"));
        row.put("baseline_kind", record.day() == null ? "NONE_TAKEN" : "TAKEN");
        row.put("baseline_value", record.figure("value"));
        row.put("baseline_measured_on", record.day());
        row.put("target_value", record.figure("target"));
        return insert("indicator", row);
    }

    private static String measurement(RecordedEffect record) {
        var row = new TreeMap<String, Object>();
        row.put("indicator_id", record.id());
        row.put("measured_on", record.day());
        row.put("version", record.version());
        row.put("recorded_at", record.recordedAt());
        row.put("recorded_by", "a test");
        row.put("reason", record.version() > 1 ? "seen again" : null);
        row.put("value", record.figure("value"));
        row.put("source", "a test");
        return insert("indicator_actual", row);
    }

    private static String embedding(String programme, RecordedEffect record) {
        var row = activity(record);
        row.putAll(created(programme, record.id(), record.recordedAt()));
        row.put("subject", record.figure("subject"));
        row.put("stated_on", record.day());
        row.put("status", record.figure("status"));
        return insert("embedding", row);
    }

    private static String tally(String programme, RecordedEffect record) {
        var row = created(programme, record.id(), record.recordedAt());
        row.put("round_id", record.round());
        row.put("reports", record.figure("reports"));
        row.put("projects", record.figure("reports"));
        row.put("source", "a test");
        return insert("inventory_report_tally", row);
    }

    private static Map<String, Object> created(String programme, String id, Instant at) {
        var row = new TreeMap<String, Object>();
        row.put("id", id);
        row.put("programme", programme);
        row.put("created_at", at);
        row.put("created_by", "a test");
        row.put("version", 0);
        return row;
    }

    private static Map<String, Object> activity(RecordedEffect record) {
        var row = new TreeMap<String, Object>();
        row.put("project_id", record.project());
        row.put("organisation_id", one(record, "organisationId"));
        row.put("track", one(record, "track"));
        row.put("action_line", one(record, "actionLine"));
        row.put("funding_instrument", one(record, "fundingInstrument"));
        row.put("intervention_types", array(record.of("interventionType")));
        row.put("phenomena", array(record.of("phenomenon")));
        row.put("place_scope", record.of("municipality").isEmpty() ? "UNSPECIFIED" : "MUNICIPAL");
        row.put("place_municipalities", array(record.of("municipality")));
        row.put("source", "a test");
        return row;
    }

    private static String one(RecordedEffect record, String dimension) {
        return record.of(dimension).stream().findFirst().orElse(null);
    }

    private static String array(Collection<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    private static String insert(String table, Map<String, Object> row) {
        return "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.values().stream()
                        .map(value -> value == null ? "null" : "'" + value + "'")
                        .collect(Collectors.joining(", "))
                + ")";
    }
}

package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is corrected, withdrawn, approved, rejected or published, lists and statistics asOf a moment are what was answered
 * then, and what waits for a reviewer changes nothing.
 */
@ReportingServiceTest
class RecordHistoryPropertyTest {
    private static final int STEPS = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void listsOfEarlierMomentsAreWhatWasAnsweredThen(long seed) {
        var story = new Story(seed);
        var answers = new LinkedHashMap<Instant, Map<String, Object>>();
        for (int step = 0; step < STEPS; step++) {
            var taken = story.next();
            var moment = Instant.now();
            var lists = story.lists("");
            assertEquals(story.expected(), Story.stated(lists), "seed " + seed + ", step " + step + ": " + taken);
            answers.put(moment, lists);
        }
        answers.forEach((moment, lists) ->
                assertEquals(lists, story.lists("&asOf=" + moment), "seed " + seed + " at " + moment));
    }

    @Test
    void granteeSeesPastOfWhatIsItsOwnNow() {
        var owner = "PAST-" + UUID.randomUUID().toString().substring(0, 8);
        var lesson = Api.create("/v1/lessons", """
                {"programme":"%s","kind":"DO","title":"First","organisationId":"%s","source":"s"}""".formatted(owner, owner));
        var first = Instant.now();
        change(lesson, Map.of("title", "Second"));
        titles(owner, owner, "").body("items.title", contains("Second"));
        titles(owner, owner, "&asOf=" + first)
                .body("items.title", contains("First"))
                .body("items[0].allowedActions", empty());
        titles("STRANGER", owner, "&asOf=" + first).body("items", empty());
        change(lesson, Map.of("organisationId", "HEIR"));
        titles(owner, owner, "&asOf=" + first).body("items", empty());
        Api.analyst()
                .get("/v1/lessons?programme=" + owner + "&asOf=2011-01-01T00:00:00Z")
                .then()
                .body("items", empty());
    }

    private static ValidatableResponse titles(String organisation, String programme, String more) {
        return Api.grantee(organisation)
                .get("/v1/lessons?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static void change(String record, Map<String, ?> fields) {
        Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .body(fields)
                .patch(record)
                .then()
                .statusCode(200);
    }

    /** A migration that adds a column makes its view anew. */
    @Test
    void viewsOfThePastHaveTheColumnsOfTheirTables() throws Exception {
        // Of projects of reports, filters need some columns only.
        assertEquals(List.of(), RowPolicies.asOwner("""
                    select t.table_name || '.' || t.column_name
                    from information_schema.tables v
                    join information_schema.columns t on t.table_schema = 'public' and t.table_name = v.table_name
                    where v.table_schema = 'as_of' and v.table_name <> 'inventory_report_project'
                        and not exists (select from information_schema.columns c where c.table_schema = 'as_of'
                            and c.table_name = t.table_name and c.column_name = t.column_name
                            and c.data_type = t.data_type)
                    order by 1
                    """));
    }

    /** A kind of record: its path, the field that changes, and what a new one states beside it. */
    private enum Kind {
        LESSON("lessons", "title", "'kind':'DO'"),
        PRODUCT("products", "name", "'kind':'GUIDE'"),
        REPORT("inventory-reports", "title", null),
        INDICATOR(
                "indicators",
                "unit",
                "'name':'n','direction':'UP','baseline':{'kind':'TAKEN','value':1,'measuredOn':'2009-01-01'}"),
        VERDICT(
                "effect-judgements",
                "assessedBy",
                "'verdict':'EFFECTIVE','concerns':'PROGRAMME_GOAL','evidenceLevel':3"),
        EMBEDDING("embeddings", "responsible", "'status':'SECURED'"),
        ROUND("inventory-rounds", "name", "'period':{'from':'2010-01-01','until':'2011-01-01'}"),
        TALLY("inventory-report-tallies", "note", "'reports':1");

        private final String path;
        private final String field;
        private final String stated;

        Kind(String path, String field, String stated) {
            this.path = path;
            this.field = field;
            this.stated = stated;
        }

        boolean isReviewed() {
            return this == LESSON || this == PRODUCT || this == REPORT;
        }

        boolean isOfReport() {
            return this == INDICATOR || this == VERDICT;
        }
    }

    /** The steps, with a model of what each record that stands states, and of what was measured. */
    private static final class Story {
        private final Random random;
        private final String programme;
        private final Map<String, Kind> kinds = new LinkedHashMap<>();
        private final Map<String, String> texts = new TreeMap<>();
        private final Map<String, Boolean> reviewed = new HashMap<>();
        private final Map<String, Map<String, Integer>> values = new HashMap<>();
        /** The reports of verdicts and indicators. */
        private final Map<String, String> reports = new HashMap<>();
        /** Verdicts, indicators and values that wait for their first review. */
        private final Set<String> awaiting = new TreeSet<>();
        /** Corrections and withdrawals that wait, by what they are of: what their approval changes. */
        private final Map<String, Runnable> pending = new TreeMap<>();

        private int made;

        Story(long seed) {
            random = new Random(seed);
            programme = "records-" + seed;
        }

        /** Takes a random step and returns what it was. */
        String next() {
            var standing = new ArrayList<>(texts.keySet());
            var waiting = new ArrayList<>(awaiting);
            waiting.addAll(pending.keySet());
            if (!waiting.isEmpty() && random.nextInt(4) == 0) {
                return decide(waiting.get(random.nextInt(waiting.size())));
            }
            if (standing.size() < 4 || random.nextInt(4) == 0) {
                return make(Kind.values()[random.nextInt(Kind.values().length)]);
            }
            var record = standing.get(random.nextInt(standing.size()));
            var kind = kinds.get(record);
            var what = random.nextInt(6);
            if (pending.containsKey(record)) {
                return decide(record);
            }
            if (what == 0) {
                return withdraw(record);
            }
            if (kind.isReviewed() && !reviewed.get(record) && what < 3) {
                return review(record, kind);
            }
            if (kind == Kind.INDICATOR && what < 4) {
                return measure(record);
            }
            return change(record, kind);
        }

        private String make(Kind kind) {
            made++;
            var text = "text " + made;
            var report = kind.isOfReport() ? someReport() : null;
            var ofReport = report == null ? "" : ",'reportId':'" + report.substring(report.lastIndexOf('/') + 1) + "'";
            var path = kind == Kind.REPORT
                    ? Api.begin(Report.of(programme, null, UUID.randomUUID())
                            .without("roundId")
                            .with("title", text))
                    : Api.create(
                            "/v1/" + kind.path,
                            json("{'programme':'" + programme + "','source':'s','" + kind.field + "':'" + text + "',"
                                    + kind.stated + more(kind) + ofReport + "}"));
            kinds.put(path, kind);
            texts.put(path, text);
            reviewed.put(path, false);
            values.put(path, new TreeMap<>());
            if (report != null) {
                reports.put(path, report);
                if (reviewed.get(report)) {
                    awaiting.add(path);
                }
            }
            return "made " + path;
        }

        private String someReport() {
            var standing = texts.keySet().stream()
                    .filter(record -> kinds.get(record) == Kind.REPORT)
                    .toList();
            return standing.isEmpty() || random.nextInt(4) == 0 ? null : standing.get(random.nextInt(standing.size()));
        }

        /** Whether a change of a verdict or an indicator waits, because its report is approved. */
        private boolean waits(String record) {
            return !awaiting.contains(record) && reports.containsKey(record) && reviewed.get(reports.get(record));
        }

        private String decide(String path) {
            var approves = random.nextBoolean();
            Api.named("third reviewer", Role.REVIEWER)
                    .body(approves ? Map.of() : Map.of("reason", "not so"))
                    .post(path + (approves ? "/correction-approval" : "/correction-rejection"))
                    .then()
                    .statusCode(200);
            var change = pending.remove(path);
            if (approves && change != null) {
                change.run();
            }
            if (awaiting.remove(path) && !approves) {
                remove(path);
            }
            return (approves ? "approved " : "rejected ") + path;
        }

        /** What is withdrawn, a value or a record with all that is of it. */
        private void remove(String path) {
            var ofValue = path.indexOf("/actuals/");
            if (ofValue > 0) {
                values.get(path.substring(0, ofValue)).remove(path.substring(path.lastIndexOf('/') + 1));
            }
            texts.remove(path);
            awaiting.removeIf(other -> other.equals(path) || other.startsWith(path + "/"));
            pending.keySet().removeIf(other -> other.equals(path) || other.startsWith(path + "/"));
            reports.forEach((record, report) -> {
                if (report.equals(path) && texts.containsKey(record)) {
                    remove(record);
                }
            });
        }

        private String more(Kind kind) {
            return switch (kind) {
                case EMBEDDING -> ",'subject':'s" + made + "','statedOn':'2012-01-01'";
                case ROUND -> ",'code':'r" + made + "','projects':['" + UUID.randomUUID() + "']";
                case TALLY -> ",'projects':" + made;
                default -> "";
            };
        }

        private String review(String record, Kind kind) {
            if (kind == Kind.REPORT) {
                Api.take(record, "submission", "approval");
            } else {
                Api.take(record, "publication");
            }
            reviewed.put(record, true);
            return "reviewed " + record;
        }

        private String change(String record, Kind kind) {
            made++;
            var text = "text " + made;
            if (waits(record)) {
                pending.put(record, () -> texts.put(record, text));
            } else {
                texts.put(record, text);
            }
            var body = Map.of(kind.field, text, "reason", "seen again");
            if (kind.isReviewed() && !reviewed.get(record)) {
                RecordHistoryPropertyTest.change(record, Map.of(kind.field, text));
            } else if (kind.isReviewed()) {
                Api.correct(record, body);
            } else {
                Api.researcher().body(body).post(record + "/corrections").then().statusCode(201);
            }
            return "changed " + record;
        }

        private String withdraw(String record) {
            if (waits(record)) {
                pending.put(record, () -> remove(record));
            } else {
                remove(record);
            }
            Api.named("another reviewer", Role.RESEARCHER, Role.REVIEWER)
                    .body(Map.of("reason", "recorded twice"))
                    .post(record + "/withdrawal")
                    .then()
                    .statusCode(200);
            return "withdrew " + record;
        }

        private String measure(String record) {
            var measured = values.get(record);
            // Another one each time, because a correction to the same is refused; half of them below the baseline.
            var value = ++made * (random.nextBoolean() ? 1 : -1);
            if (measured.isEmpty() || random.nextBoolean()) {
                var day = LocalDate.of(2010, 1, 1).plusDays(++made).toString();
                measured.put(day, value);
                if (waits(record)) {
                    awaiting.add(record + "/actuals/" + day);
                }
                Api.researcher()
                        .body(Map.of("measuredOn", day, "value", value, "source", "s"))
                        .post(record + "/actuals")
                        .then()
                        .statusCode(201);
                return "measured " + record;
            }
            var day = List.copyOf(measured.keySet()).get(random.nextInt(measured.size()));
            var path = record + "/actuals/" + day;
            if (pending.containsKey(path)) {
                return decide(path);
            }
            var waits = waits(record) && !awaiting.contains(path);
            if (random.nextInt(3) == 0) {
                if (waits) {
                    pending.put(path, () -> remove(path));
                } else {
                    remove(path);
                }
                Api.researcher()
                        .body(Map.of("reason", "of another school"))
                        .post(path + "/withdrawal")
                        .then()
                        .statusCode(200);
                return "withdrew a value of " + record;
            }
            if (waits) {
                pending.put(path, () -> measured.put(day, value));
            } else {
                measured.put(day, value);
            }
            Api.researcher()
                    .body(Map.of("reason", "seen again", "value", value))
                    .post(path + "/corrections")
                    .then()
                    .statusCode(201);
            return "corrected a value of " + record;
        }

        /** Whether statistics count the record. */
        private boolean counts(String record) {
            return !awaiting.contains(record) && (!reports.containsKey(record) || reviewed.get(reports.get(record)));
        }

        private Stream<String> counted(Kind kind) {
            return texts.keySet().stream().filter(record -> kinds.get(record) == kind && counts(record));
        }

        /** How the last values that count compare with their baselines, which are 1. */
        private String changes() {
            var last = counted(Kind.INDICATOR)
                    .flatMap(record -> values.get(record).entrySet().stream()
                            .filter(value -> !awaiting.contains(record + "/actuals/" + value.getKey()))
                            .reduce((earlier, later) -> later)
                            .stream())
                    .map(Map.Entry::getValue)
                    .toList();
            var improved = last.stream().filter(value -> value > 1).count();
            return "%d changes, %d improved, %d worsened".formatted(last.size(), improved, last.size() - improved);
        }

        /** What each record states, and what was measured of it. */
        Map<String, String> expected() {
            var expected = new TreeMap<String, String>();
            texts.forEach((record, text) -> expected.put(record, text + " " + values.get(record)));
            expected.put("statistics", counted(Kind.VERDICT).count() + " verdicts, " + changes());
            return expected;
        }

        /** The same as these lists have it. */
        static Map<String, String> stated(Map<String, Object> lists) {
            var stated = new TreeMap<String, String>();
            for (var kind : Kind.values()) {
                ((Map<?, ?>) lists.get(kind.path)).forEach((id, item) -> {
                    var fields = (Map<?, ?>) item;
                    var measured = new TreeMap<String, Integer>();
                    if (kind == Kind.INDICATOR) {
                        Api.list(fields, "actuals")
                                .forEach(actual -> measured.put(
                                        (String) actual.get("measuredOn"), ((Number) actual.get("value")).intValue()));
                    }
                    stated.put("/v1/" + kind.path + "/" + id, fields.get(kind.field) + " " + measured);
                });
            }
            var total = (Map<?, ?>) ((List<?>) lists.get("totals")).get(0);
            var change = (Map<?, ?>) total.get("change");
            var isNone = change.get("n").equals(0);
            stated.put(
                    "statistics",
                    Api.list(total, "verdicts").stream()
                                    .mapToInt(verdict -> ((Number) verdict.get("count")).intValue())
                                    .sum()
                            + " verdicts, "
                            + "%d changes, %d improved, %d worsened"
                                    .formatted(
                                            change.get("n"),
                                            isNone ? 0 : change.get("improved"),
                                            isNone ? 0 : change.get("worsened")));
            return stated;
        }

        /** All lists, also of what is withdrawn, without what can be done now. */
        Map<String, Object> lists(String more) {
            var lists = new TreeMap<String, Object>();
            for (var kind : Kind.values()) {
                for (var withdrawn : List.of("", "&withdrawn=true")) {
                    lists.put(
                            kind.path + withdrawn,
                            items(kind, withdrawn + more).stream()
                                    .peek(item -> item.keySet().removeAll(List.of("allowedActions", "etag")))
                                    .collect(Collectors.toMap(item -> (String) item.get("id"), item -> item)));
                }
            }
            lists.put(
                    "totals",
                    Api.analyst()
                            .get("/v1/effect-statistics?programme=" + programme + more)
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("totals"));
            return lists;
        }

        private List<Map<String, Object>> items(Kind kind, String more) {
            return Api.list(Api.unchecked("/v1/" + kind.path + "?pageSize=200&programme=" + programme + more), "items");
        }

        private static String json(String quoted) {
            return quoted.replace('\'', '"');
        }
    }
}

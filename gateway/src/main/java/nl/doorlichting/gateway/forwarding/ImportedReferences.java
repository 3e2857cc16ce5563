package nl.doorlichting.gateway.forwarding;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.clients.funding.Programmes;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The programmes, projects and periods that a file of observations names, each with the line that names it first. */
final class ImportedReferences {
    private static final String PROGRAMME = "programme";
    private static final String PROJECT = "projectId";
    private static final String FROM = "period.from";
    private static final String UNTIL = "period.until";
    // Some megabytes of memory for each import that arrives.
    private static final int MOST = 50_000;
    private static final int LISTED = 100;

    private final Map<String, Long> programmes = new LinkedHashMap<>();
    private final Map<OfProgramme, Long> projects = new LinkedHashMap<>();
    private final Map<Days, Long> periods = new LinkedHashMap<>();
    private final Map<String, String> row = new HashMap<>();
    private final ReferenceScanner scanner;
    private long rowLine;
    private boolean tooMany;

    /** A project of a row, as written, and the programme of that row; null where it names none. */
    private record OfProgramme(String programme, String project) {}

    /** The days of a figure, as written. */
    private record Days(String programme, String from, String until) {}

    ImportedReferences(boolean csv) {
        var wanted = Set.of(PROGRAMME, PROJECT, FROM, UNTIL);
        scanner = csv ? new CsvColumnScanner(wanted, this::add) : new NdjsonFieldScanner(wanted, this::add);
    }

    void read(Buffer part) {
        if (!tooMany) {
            scanner.read(part.getBytes());
        }
    }

    void end() {
        scanner.end();
        endRow();
    }

    private void add(String field, String value, long line) {
        if (line != rowLine) {
            endRow();
            rowLine = line;
        }
        row.put(field, value);
        if (field.equals(PROGRAMME)) {
            programmes.putIfAbsent(value, line);
        }
        tooMany = programmes.size() > MOST || projects.size() > MOST || periods.size() > MOST;
    }

    private void endRow() {
        if (row.containsKey(PROJECT)) {
            projects.putIfAbsent(new OfProgramme(row.get(PROGRAMME), row.get(PROJECT)), rowLine);
        }
        if (row.keySet().containsAll(Set.of(PROGRAMME, FROM, UNTIL))) {
            periods.putIfAbsent(new Days(row.get(PROGRAMME), row.get(FROM), row.get(UNTIL)), rowLine);
        }
        row.clear();
    }

    boolean isEmpty() {
        return programmes.isEmpty() && projects.isEmpty();
    }

    boolean namesProjects() {
        return !projects.isEmpty();
    }

    /** The violation of a file that names more than can be looked up; none for another one. */
    List<Violation> tooMany() {
        return tooMany
                ? List.of(Violation.body(
                        "",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", MOST),
                        Text.of("import.many-references", MOST)))
                : List.of();
    }

    Set<String> programmes() {
        return programmes.keySet();
    }

    /** The violations of the programmes that are not among these, by line. */
    Stream<Violation> unknownProgrammes(Set<String> codes) {
        var named = new LinkedHashMap<>(programmes);
        named.keySet().removeAll(codes);
        return listed(named).map(one -> ofLine(one.getValue(), Programmes.unknownInBody(one.getKey(), codes)));
    }

    /** The same of projects that their programmes do not have. */
    Stream<Violation> unknownProjects(ProgrammesOfProjects known) {
        var named = new LinkedHashMap<OfProgramme, Long>();
        projects.forEach((one, line) -> {
            if (known.lacks(one.project(), one.programme())) {
                var id = UUID.fromString(one.project()).toString();
                named.putIfAbsent(new OfProgramme(known.has(id) ? one.programme() : null, id), line);
            }
        });
        return listed(named)
                .map(one -> ofLine(
                        one.getValue(),
                        Violation.unknownReference(
                                "/" + PROJECT,
                                one.getKey().project(),
                                known.refusal(
                                        one.getKey().project(), one.getKey().programme()))));
    }

    /** The violations of the periods that are not within the days of their programme, by line. */
    Stream<Violation> outside(Map<String, Period> daysOfProgrammes) {
        return periods.entrySet().stream()
                .flatMap(one -> Stream.ofNullable(
                                daysOfProgrammes.get(one.getKey().programme()))
                        .filter(days -> isOutside(one.getKey(), days))
                        .map(days -> outside(one.getValue(), days)))
                .limit(LISTED);
    }

    private static boolean isOutside(Days stated, Period days) {
        try {
            return LocalDate.parse(stated.from()).isBefore(days.from())
                    || LocalDate.parse(stated.until()).isAfter(days.until());
        } catch (DateTimeParseException refusedByTheService) {
            return false;
        }
    }

    private static Violation outside(long line, Period days) {
        return ofLine(
                line,
                Violation.body(
                        "/period",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of(
                                "minimum", days.from().toString(),
                                "maximum", days.until().toString()),
                        Text.of("strict.period-outside-programme", days.from(), days.until())));
    }

    private static <T> Stream<Map.Entry<T, Long>> listed(Map<T, Long> named) {
        return named.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(LISTED);
    }

    private static Violation ofLine(long line, Violation violation) {
        var parameters = new HashMap<>(violation.parameters());
        parameters.put("line", line);
        return Violation.body(
                violation.pointer(), violation.code(), parameters, Text.of("import.of-line", line, violation.detail()));
    }
}

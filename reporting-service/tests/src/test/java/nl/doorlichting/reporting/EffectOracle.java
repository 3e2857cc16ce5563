package nl.doorlichting.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.reporting.RecordedEffect.Kind;

/**
 * What a question about effects should be answered, from the rows as they were recorded: docs/design/figures.md#effects
 * once more, written to be compared with the text and not to be fast. Records name one municipality or none; how figures
 * of several are placed is put to the test with reach.
 */
final class EffectOracle {
    static final String NOT_STATED = "NOT_STATED";

    private static final Set<String> TIMES = Set.of("period", "year", "roundId");
    private static final LocalDate MERGER = LocalDate.of(2010, 1, 1);
    private static final Map<String, String> MERGED = Map.of("GM0052", "GM1895");
    private static final Map<String, String> PROVINCES =
            Map.of("GM0988", "PV31", "GM0599", "PV28", "GM0052", "PV20", "GM1895", "PV20");

    /** A question in the words of query parameters. Null is open or not asked. */
    record Asked(
            LocalDate from,
            LocalDate until,
            Set<String> by,
            Map<String, Set<String>> only,
            LocalDate boundaries,
            Instant asOf) {}

    /** Days from one to before another, with their code. */
    record Days(LocalDate from, LocalDate until, String code) {}

    /** The answer: figures of rows by their key, of the total, of tallies, and the counts of notes. */
    record Answer(SortedMap<String, String> rows, String total, List<String> tallies, SortedMap<String, Long> notes) {}

    /** What counts of a record at the moment asked for, with its days. */
    private record Counted(RecordedEffect record, Days days, String round, RecordedEffect last) {}

    private final Asked asked;
    private final List<RecordedEffect> known;
    private final Map<String, Days> rounds;
    private final LocalDate today;

    private EffectOracle(Asked asked, List<RecordedEffect> recorded, Map<String, Days> rounds, LocalDate today) {
        this.asked = asked;
        this.known = recorded.stream()
                .filter(record -> asked.asOf() == null || !record.recordedAt().isAfter(asked.asOf()))
                .toList();
        this.rounds = rounds;
        this.today = asked.asOf() == null ? today : LocalDate.ofInstant(asked.asOf(), ZoneOffset.UTC);
    }

    static Answer answer(Asked asked, List<RecordedEffect> recorded, Map<String, Days> rounds, LocalDate today) {
        return new EffectOracle(asked, recorded, rounds, today).answer();
    }

    private Answer answer() {
        List<Counted> all = counted();
        List<Counted> within = all.stream().filter(this::isWithin).toList();
        List<Counted> inAnswer = within.stream().filter(this::passes).toList();
        SortedMap<String, List<Counted>> rows = new TreeMap<>();
        inAnswer.stream()
                .filter(one -> one.record().kind() != Kind.TALLY)
                .forEach(one -> keys(one)
                        .forEach(key -> rows.computeIfAbsent(key.toString(), first -> new ArrayList<>())
                                .add(one)));
        SortedMap<String, String> figures = new TreeMap<>();
        rows.forEach((key, content) -> figures.put(key, figures(content, within)));
        return new Answer(
                figures,
                figures(inAnswer, within),
                inAnswer.stream()
                        .filter(one -> one.record().kind() == Kind.TALLY)
                        .map(one -> one.record().figure("reports"))
                        .toList(),
                notes(all, inAnswer));
    }

    // ---- What counts

    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        known.forEach(record -> {
            switch (record.kind()) {
                case ENTRY -> {
                    if (isApproved(record.report()) && record.version() == latestVersionOf(record.report())) {
                        counted.add(new Counted(record, rounds.get(record.round()), record.round(), null));
                    }
                }
                case VERDICT -> {
                    if (isLatest(record) && isApproved(record.report())) {
                        counted.add(new Counted(record, day(record.day()), roundOf(record.report()), null));
                    }
                }
                case INDICATOR -> {
                    if (isApproved(record.report())) {
                        counted.add(indicator(record));
                    }
                }
                case EMBEDDING -> {
                    if (contains(day(record.day())) && isLastWord(record)) {
                        counted.add(new Counted(record, day(record.day()), null, null));
                    }
                }
                case TALLY -> counted.add(new Counted(record, rounds.get(record.round()), record.round(), null));
                default -> {}
            }
        });
        Set<List<Object>> spots = counted.stream()
                .filter(one -> one.record().kind() != Kind.TALLY)
                .map(this::spot)
                .collect(Collectors.toSet());
        known.stream()
                .filter(record -> record.kind() == Kind.VISIT)
                .map(record -> new Counted(record, rounds.get(record.round()), record.round(), null))
                .filter(visit -> !spots.contains(spot(visit)))
                .forEach(counted::add);
        return counted;
    }

    /** A project at the time that the question looks at, within its days or not. */
    private List<Object> spot(Counted one) {
        List<Object> spot = new ArrayList<>();
        spot.add(one.record().project());
        spot.add(isWithin(one));
        TIMES.stream()
                .filter(time -> asked.by().contains(time) || asked.only().containsKey(time))
                .sorted()
                .forEach(time -> spot.add(values(one, time)));
        return spot;
    }

    private boolean isLatest(RecordedEffect record) {
        return known.stream()
                .noneMatch(other -> other.kind() == record.kind()
                        && other.id().equals(record.id())
                        && other.version() > record.version());
    }

    /** A record without a report needs no approval. */
    private boolean isApproved(String report) {
        return report == null
                || known.stream().anyMatch(record -> record.kind() == Kind.ENTRY && report.equals(record.report()));
    }

    private int latestVersionOf(String report) {
        return known.stream()
                .filter(record -> record.kind() == Kind.ENTRY && report.equals(record.report()))
                .mapToInt(RecordedEffect::version)
                .max()
                .orElse(0);
    }

    private String roundOf(String report) {
        return known.stream()
                .filter(record -> record.kind() == Kind.ENTRY && record.report().equals(report))
                .map(RecordedEffect::round)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Counted indicator(RecordedEffect record) {
        List<RecordedEffect> measured = known.stream()
                .filter(other -> other.kind() == Kind.MEASUREMENT && other.id().equals(record.id()))
                .filter(other -> known.stream()
                        .noneMatch(later -> later.kind() == Kind.MEASUREMENT
                                && later.id().equals(other.id())
                                && later.day().equals(other.day())
                                && later.version() > other.version()))
                .sorted(Comparator.comparing(RecordedEffect::day))
                .toList();
        List<RecordedEffect> inDays =
                measured.stream().filter(other -> contains(day(other.day()))).toList();
        RecordedEffect last = inDays.isEmpty() ? null : inDays.get(inDays.size() - 1);
        LocalDate anyDay =
                measured.isEmpty() ? null : measured.get(measured.size() - 1).day();
        LocalDate day = record.day() == null ? anyDay : record.day();
        return new Counted(record, day(last == null ? day : last.day()), roundOf(record.report()), last);
    }

    private boolean isLastWord(RecordedEffect record) {
        return known.stream()
                .noneMatch(other -> other.kind() == Kind.EMBEDDING
                        && Objects.equals(other.project(), record.project())
                        && other.figure("subject").equals(record.figure("subject"))
                        && contains(day(other.day()))
                        && other.day().isAfter(record.day()));
    }

    // ---- Days

    private static Days day(LocalDate day) {
        return day == null ? null : new Days(day, day.plusDays(1), day + "/" + day.plusDays(1));
    }

    private boolean contains(Days days) {
        return (asked.from() == null || !days.from().isBefore(asked.from()))
                && (asked.until() == null || !days.until().isAfter(asked.until()));
    }

    private boolean isAboutDays() {
        return asked.from() != null || asked.until() != null;
    }

    private boolean isWithin(Counted one) {
        return one.days() == null ? !isAboutDays() : contains(one.days());
    }

    private boolean sticksOut(Counted one) {
        return one.days() != null
                && !contains(one.days())
                && (asked.from() == null || one.days().until().isAfter(asked.from()))
                && (asked.until() == null || one.days().from().isBefore(asked.until()));
    }

    // ---- What is stated, and asked for

    private Set<String> values(Counted one, String dimension) {
        Days days = one.days();
        return switch (dimension) {
            case "period" -> days == null ? Set.of() : Set.of(days.code());
            case "year" ->
                days != null
                                && days.from().getYear()
                                        == days.until().minusDays(1).getYear()
                        ? Set.of("" + days.from().getYear())
                        : Set.of();
            case "roundId" -> one.round() == null ? Set.of() : Set.of(one.round());
            case "municipality" -> municipalities(one);
            case "province" -> municipalities(one).stream().map(PROVINCES::get).collect(Collectors.toSet());
            default -> one.record().of(dimension);
        };
    }

    private Set<String> municipalities(Counted one) {
        return one.record().of("municipality").stream()
                .map(code -> asked.boundaries() == null || asked.boundaries().isBefore(MERGER)
                        ? code
                        : MERGED.getOrDefault(code, code))
                .collect(Collectors.toSet());
    }

    private Set<String> failed(Counted one) {
        Set<String> failed = new HashSet<>(asked.only().keySet());
        failed.removeIf(dimension -> {
            Set<String> wanted = asked.only().get(dimension);
            Set<String> stated = values(one, dimension);
            return stated.isEmpty() ? wanted.contains(NOT_STATED) : !Collections.disjoint(stated, wanted);
        });
        return failed;
    }

    private boolean passes(Counted one) {
        return failed(one).isEmpty();
    }

    private boolean failsOnlyByNotStating(Counted one) {
        return !passes(one)
                && failed(one).stream()
                        .allMatch(dimension -> values(one, dimension).isEmpty());
    }

    private List<Map<String, String>> keys(Counted one) {
        List<Map<String, String>> keys = new ArrayList<>(List.of(new TreeMap<>()));
        for (String dimension : asked.by()) {
            List<Map<String, String>> crossed = new ArrayList<>();
            Set<String> stated = values(one, dimension);
            Collection<String> columns = stated.isEmpty() ? Collections.singletonList(null) : stated;
            keys.forEach(key -> columns.forEach(value -> {
                Map<String, String> more = new TreeMap<>(key);
                more.put(dimension, value);
                crossed.add(more);
            }));
            keys = crossed;
        }
        return keys;
    }

    // ---- Figures

    /** The figures of a row, whose projects are known from every record within the days. */
    private String figures(List<Counted> content, List<Counted> within) {
        Set<String> projects = content.stream()
                .map(one -> one.record().project())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reports = new HashSet<>();
        projects.forEach(project -> reports.addAll(reports(project, within)));
        SortedMap<String, Long> verdicts = new TreeMap<>();
        of(content, Kind.VERDICT).forEach(one -> verdicts.merge(one.record().figure("verdict"), 1L, Long::sum));
        return String.join(
                " ",
                "projects=" + projects.size(),
                "reports=" + reports.size(),
                "withReport="
                        + (projects.isEmpty()
                                ? "null"
                                : projects.stream()
                                        .filter(project ->
                                                !reports(project, within).isEmpty())
                                        .count()),
                "baseline=" + share(projects, within, Kind.INDICATOR, "baseline"),
                "self=" + share(projects, within, Kind.ENTRY, "self"),
                "independent=" + share(projects, within, Kind.ENTRY, "independent"),
                "verdicts=" + verdicts,
                change(of(content, Kind.INDICATOR).toList()),
                "positive="
                        + of(content, Kind.VERDICT)
                                .mapToInt(one -> Integer.parseInt(one.record().figure("positive")))
                                .sum(),
                "embedding="
                        + Stream.of("SECURED", "PARTLY_SECURED", "NOT_SECURED", "UNKNOWN")
                                .map(status -> of(content, Kind.EMBEDDING)
                                        .filter(one ->
                                                status.equals(one.record().figure("status")))
                                        .count())
                                .toList(),
                "stale="
                        + of(content, Kind.EMBEDDING)
                                .filter(one -> one.record().day().isBefore(today.minusYears(1)))
                                .count());
    }

    private static Stream<Counted> of(List<Counted> content, Kind kind) {
        return content.stream().filter(one -> one.record().kind() == kind);
    }

    private static Set<String> reports(String project, List<Counted> within) {
        return of(within, Kind.ENTRY)
                .filter(one -> project.equals(one.record().project()))
                .map(one -> one.record().report())
                .collect(Collectors.toSet());
    }

    /** Projects of which it is the case, and those of which it is known; null when nothing is known. */
    private static String share(Set<String> projects, List<Counted> within, Kind kind, String name) {
        long yes = projects.stream()
                .filter(project -> statements(project, within, kind, name).contains("YES"))
                .count();
        long known = projects.stream()
                .filter(project -> !statements(project, within, kind, name).isEmpty())
                .count();
        return (known == 0 ? "null" : "" + yes) + "/" + (projects.size() - known);
    }

    private static Set<String> statements(String project, List<Counted> within, Kind kind, String name) {
        return of(within, kind)
                .filter(one -> project.equals(one.record().project()))
                .map(one -> one.record().figure(name))
                .filter(word -> "YES".equals(word) || "NO".equals(word))
                .collect(Collectors.toSet());
    }

    private static String change(List<Counted> indicators) {
        Map<String, Integer> courses = new HashMap<>();
        int reached = 0;
        for (Counted one : indicators) {
            RecordedEffect baseline = one.record();
            if (one.last() == null
                    || baseline.day() == null
                    || !one.last().day().isAfter(baseline.day())) {
                continue;
            }
            int way = baseline.figure("direction").equals("UP") ? 1 : -1;
            BigDecimal value = new BigDecimal(one.last().figure("value"));
            int course = way * value.compareTo(new BigDecimal(baseline.figure("value")));
            courses.merge(course > 0 ? "improved" : course < 0 ? "worsened" : "unchanged", 1, Integer::sum);
            String target = baseline.figure("target");
            reached += target != null && way * value.compareTo(new BigDecimal(target)) >= 0 ? 1 : 0;
        }
        int n = courses.values().stream().mapToInt(Integer::intValue).sum();
        return "indicators=" + indicators.size() + " withBaseline="
                + indicators.stream()
                        .filter(one -> "YES".equals(one.record().figure("baseline")))
                        .count()
                + " n=" + n
                + (n == 0
                        ? ""
                        : Stream.of("improved", "unchanged", "worsened")
                                        .map(course -> " " + course + "=" + courses.getOrDefault(course, 0))
                                        .collect(Collectors.joining())
                                + " reached=" + reached);
    }

    // ---- Notes

    private SortedMap<String, Long> notes(List<Counted> all, List<Counted> inAnswer) {
        SortedMap<String, Long> notes = new TreeMap<>();
        note(notes, "PARTIAL_OVERLAP", all, one -> sticksOut(one) && passes(one));
        note(
                notes,
                "NOT_STATED",
                all,
                one -> isWithin(one) && failsOnlyByNotStating(one)
                        || one.days() == null && isAboutDays() && (passes(one) || failsOnlyByNotStating(one)));
        note(
                notes,
                "IN_SEVERAL_ROWS",
                inAnswer,
                one -> one.record().kind() != Kind.TALLY && keys(one).size() > 1);
        long projects = projectsInSeveralRows(inAnswer);
        if (projects > 0) {
            notes.merge("IN_SEVERAL_ROWS", projects, Long::sum);
        }
        note(
                notes,
                "VERDICT_ABOVE_EVIDENCE",
                inAnswer,
                one -> "true".equals(one.record().figure("above")));
        note(
                notes,
                "WITHOUT_PROJECT",
                inAnswer,
                one -> one.record().kind() != Kind.TALLY && one.record().project() == null);
        var explained = notes.keySet().equals(Set.of("NOT_STATED")) ? namedIds() == 0 : !notes.isEmpty();
        if (inAnswer.isEmpty() && !explained) {
            notes.put("NOTHING_RECORDED", 1 + namedIds());
        }
        return notes;
    }

    private long projectsInSeveralRows(List<Counted> inAnswer) {
        Map<String, Set<Map<String, String>>> rows = new HashMap<>();
        inAnswer.stream()
                .filter(one -> one.record().kind() != Kind.TALLY && one.record().project() != null)
                .forEach(one -> rows.computeIfAbsent(one.record().project(), first -> new HashSet<>())
                        .addAll(keys(one)));
        return rows.values().stream().filter(keys -> keys.size() > 1).count();
    }

    /** The ids asked for, which may be unknown; besides the programme. */
    private long namedIds() {
        return Stream.of("roundId", "projectId", "organisationId")
                .flatMap(dimension -> asked.only().getOrDefault(dimension, Set.of()).stream())
                .filter(id -> !id.equals(NOT_STATED))
                .count();
    }

    private static void note(
            Map<String, Long> notes, String code, List<Counted> records, Predicate<Counted> condition) {
        long count = records.stream().filter(condition).count();
        if (count > 0) {
            notes.put(code, count);
        }
    }
}

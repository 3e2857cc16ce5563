package nl.doorlichting.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.doorlichting.reporting.EffectOracle.Asked;
import nl.doorlichting.reporting.EffectOracle.Days;
import nl.doorlichting.reporting.RecordedEffect.Kind;

/** Random records about effects, and random questions about them. The same seed gives the same. */
final class RandomEffects {
    private static final Instant BEGIN = Instant.parse("2011-01-01T00:00:00Z");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2008, 12, 31),
            LocalDate.of(2009, 1, 1),
            LocalDate.of(2009, 12, 31),
            LocalDate.of(2010, 3, 1),
            LocalDate.of(2010, 7, 1));
    private static final List<LocalDate> CUTS =
            List.of(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 7, 1), LocalDate.of(2010, 1, 1));
    private static final List<LocalDate> ENDS =
            List.of(LocalDate.of(2010, 2, 1), LocalDate.of(2010, 7, 1), LocalDate.of(2011, 1, 1));
    private static final LocalDate MAP_BEFORE = LocalDate.of(2008, 1, 1);
    private static final LocalDate MAP_AFTER = LocalDate.of(2011, 1, 1);
    private static final String PERIOD = "period";
    private static final String YEAR = "year";
    private static final String MUNICIPALITY = "municipality";

    private final Random random;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<RecordedEffect> records = new ArrayList<>();
    private final Map<String, Days> rounds = new LinkedHashMap<>();
    private final Map<String, List<String>> projectsOfReports = new LinkedHashMap<>();
    private int moment;

    RandomEffects(long seed) {
        random = new Random(seed);
        values.put("actionLine", List.of("PREVENTION", "PROACTION"));
        values.put("track", List.of("LOCAL", "NATIONAL"));
        values.put("fundingInstrument", List.of("SUBSIDY", "PRIZE"));
        values.put("interventionType", List.of("AWARENESS", "NETWORK_BUILDING", "INDIVIDUAL_INTERVENTION"));
        values.put("phenomenon", List.of("POLARISATION", "ISLAMIST_EXTREMISM"));
        values.put("organisationId", List.of("SIPI", "NUANSA"));
        values.put(MUNICIPALITY, List.of("GM0988", "GM0599", "GM0052"));
        values.put("projectId", List.of(id(), id(), id(), id()));
        rounds.put(id(), new Days(LocalDate.of(2009, 1, 1), LocalDate.of(2010, 1, 1), "2009"));
        rounds.put(id(), new Days(LocalDate.of(2009, 7, 1), LocalDate.of(2010, 7, 1), "2009-07-01/2010-07-01"));
        values.put("roundId", List.copyOf(rounds.keySet()));
        visits();
        times(4, this::report);
        times(8, this::verdict);
        times(6, this::indicator);
        times(6, this::embedding);
        times(3, this::tally);
    }

    List<RecordedEffect> records() {
        return List.copyOf(records);
    }

    /** Ids of all reports, also of those that were not approved. */
    Set<String> reports() {
        return projectsOfReports.keySet();
    }

    Map<String, Days> rounds() {
        return rounds;
    }

    // ---- Records

    private void visits() {
        rounds.keySet()
                .forEach(round -> values.get("projectId").forEach(project -> {
                    if (happens(0.5)) {
                        add(Kind.VISIT, round, 1, null, round, null, Map.of("projectId", Set.of(project)), Map.of());
                    }
                }));
    }

    /** Approved or not, and perhaps corrected after its approval. */
    private void report() {
        var report = id();
        var round = happens(0.7) ? pick(values.get("roundId")) : null;
        var projects = some(values.get("projectId"));
        projectsOfReports.put(report, List.copyOf(projects));
        if (happens(0.2)) {
            return;
        }
        for (var version = 2; version == 2 || happens(0.4); version++) {
            moment++;
            for (var project : projects) {
                var stated = stated();
                stated.put("projectId", Set.of(project));
                records.add(new RecordedEffect(
                        Kind.ENTRY,
                        report,
                        version,
                        now(),
                        report,
                        round,
                        null,
                        stated,
                        figures("self", word(), "independent", word())));
            }
        }
    }

    private void verdict() {
        var id = id();
        for (var version = 1; version == 1 || happens(0.4); version++) {
            var report = happens(0.4) ? pick(List.copyOf(projectsOfReports.keySet())) : null;
            var verdict = pick(List.of("EFFECTIVE", "PROMISING", "INEFFECTIVE"));
            var level = random.nextInt(5);
            var needed =
                    Map.of("EFFECTIVE", 3, "PROMISING", 2, "INEFFECTIVE", 0).get(verdict);
            moment++;
            add(
                    Kind.VERDICT,
                    id,
                    version,
                    report,
                    null,
                    happens(0.7) ? pick(DAYS) : null,
                    ofProject(report),
                    figures(
                            "verdict",
                            verdict,
                            "level",
                            "" + level,
                            "above",
                            "" + (level < needed),
                            "positive",
                            "" + random.nextInt(3)));
        }
    }

    private void indicator() {
        var id = id();
        var report = happens(0.4) ? pick(List.copyOf(projectsOfReports.keySet())) : null;
        var taken = happens(0.7);
        moment++;
        add(
                Kind.INDICATOR,
                id,
                1,
                report,
                null,
                taken ? pick(DAYS) : null,
                ofProject(report),
                figures(
                        "baseline",
                        taken ? "YES" : "NO",
                        "value",
                        taken ? "" + random.nextInt(4) : null,
                        "direction",
                        pick(List.of("UP", "DOWN")),
                        "target",
                        happens(0.5) ? "" + random.nextInt(4) : null));
        var versions = new HashMap<LocalDate, Integer>();
        while (happens(0.7)) {
            var day = pick(DAYS);
            moment++;
            add(
                    Kind.MEASUREMENT,
                    id,
                    versions.merge(day, 1, Integer::sum),
                    null,
                    null,
                    day,
                    Map.of(),
                    figures("value", "" + random.nextInt(4)));
        }
    }

    private void embedding() {
        var stated = ofProject(null);
        var subject = pick(List.of("approach", "network"));
        var day = pick(DAYS);
        var taken = records.stream()
                .anyMatch(other -> other.kind() == Kind.EMBEDDING
                        && other.day().equals(day)
                        && other.of("projectId").equals(stated.get("projectId"))
                        && other.figure("subject").equals(subject));
        if (!taken) {
            moment++;
            var status = pick(List.of("SECURED", "PARTLY_SECURED", "NOT_SECURED", "UNKNOWN"));
            add(Kind.EMBEDDING, id(), 1, null, null, day, stated, figures("subject", subject, "status", status));
        }
    }

    private void tally() {
        moment++;
        var round = happens(0.6) ? pick(values.get("roundId")) : null;
        add(Kind.TALLY, id(), 1, null, round, null, Map.of(), figures("reports", "" + moment));
    }

    /** What a record of a report states, of one of its projects or of none. */
    private Map<String, Set<String>> ofProject(String report) {
        var stated = stated();
        var projects = report == null ? values.get("projectId") : projectsOfReports.get(report);
        stated.put("projectId", happens(0.8) ? Set.of(pick(projects)) : Set.of());
        return stated;
    }

    private Map<String, Set<String>> stated() {
        var stated = new HashMap<String, Set<String>>();
        for (var dimension : List.of("actionLine", "track", "fundingInstrument", "organisationId", MUNICIPALITY)) {
            stated.put(dimension, happens(0.7) ? Set.of(pick(values.get(dimension))) : Set.of());
        }
        for (var dimension : List.of("interventionType", "phenomenon")) {
            stated.put(dimension, happens(0.7) ? some(values.get(dimension)) : Set.of());
        }
        return stated;
    }

    private void add(
            Kind kind,
            String id,
            int version,
            String report,
            String round,
            LocalDate day,
            Map<String, Set<String>> stated,
            Map<String, String> figures) {
        records.add(new RecordedEffect(kind, id, version, now(), report, round, day, stated, figures));
    }

    private String word() {
        return pick(List.of("YES", "NO", "UNKNOWN"));
    }

    private static Map<String, String> figures(String... namesAndValues) {
        var figures = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            figures.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return figures;
    }

    // ---- Questions

    Asked question(List<String> dimensions) {
        var boundaries = happens(0.6) ? null : pick(List.of(MAP_BEFORE, MAP_AFTER));
        var by = new TreeSet<String>();
        for (var number = 1 + random.nextInt(3); by.size() < number; ) {
            by.add(pick(dimensions));
        }
        var only = new HashMap<String, Set<String>>();
        while (happens(0.5)) {
            var dimension = pick(dimensions);
            only.put(dimension, wanted(dimension, boundaries));
        }
        if (only.containsKey(MUNICIPALITY)) {
            only.remove("province");
        }
        var from = happens(0.6) ? null : pick(CUTS);
        var until = happens(0.6) ? null : pick(ENDS);
        // A period or a year outside the days, or a period outside the years, is refused.
        if (only.containsKey(PERIOD) || from != null || until != null) {
            only.remove(YEAR);
        }
        if (from != null || until != null) {
            only.remove(PERIOD);
        }
        return new Asked(
                from,
                until,
                by,
                only,
                boundaries,
                happens(0.5) ? null : BEGIN.plus(Duration.ofMinutes(random.nextInt(moment + 2))));
    }

    private Set<String> wanted(String dimension, LocalDate boundaries) {
        var wanted = new HashSet<String>();
        do {
            wanted.add(happens(0.25) ? EffectOracle.NOT_STATED : pick(possible(dimension, boundaries)));
        } while (happens(0.4));
        return wanted;
    }

    private List<String> possible(String dimension, LocalDate boundaries) {
        return switch (dimension) {
            case PERIOD -> List.of("2009", "2009-07-01/2010-07-01", "2010-03-01/2010-03-02");
            case YEAR -> List.of("2009", "2010");
            case "province" -> List.of("PV31", "PV28", "PV20");
            case MUNICIPALITY -> List.of("GM0988", "GM0599", MAP_AFTER.equals(boundaries) ? "GM1895" : "GM0052");
            default -> values.get(dimension);
        };
    }

    // ---- Chance

    private void times(int most, Runnable work) {
        for (var number = 1 + random.nextInt(most); number > 0; number--) {
            work.run();
        }
    }

    private Set<String> some(List<String> all) {
        var some = new TreeSet<String>();
        do {
            some.add(pick(all));
        } while (happens(0.4));
        return some;
    }

    private boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Instant now() {
        return BEGIN.plus(Duration.ofMinutes(moment));
    }
}

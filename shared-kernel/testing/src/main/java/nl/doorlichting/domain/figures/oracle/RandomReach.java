package nl.doorlichting.domain.figures.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.quantity.Quantities;

/**
 * Random records of reach, and random questions about them, within the rules asked for. The same seed gives the same.
 * Records use the built-in register of municipalities.
 */
public final class RandomReach {
    private static final Instant BEGIN = Instant.parse("2011-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int FIGURES = 30;
    private static final int OVERLAPPED = 4;
    private static final int NAMING_NO_MUNICIPALITY = 4;

    private static final List<Period> DISJOINT = List.of(
            Period.ofYears(2007, 2008),
            Period.ofYear(2009),
            new Period(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 7, 1)),
            new Period(LocalDate.of(2010, 7, 1), LocalDate.of(2011, 1, 1)));
    private static final List<Period> OVERLAPPING = List.of(
            Period.ofYears(2007, 2009),
            Period.ofYear(2009),
            Period.ofYears(2009, 2010),
            Period.ofYear(2010),
            new Period(LocalDate.of(2010, 3, 1), LocalDate.of(2010, 9, 1)));
    private static final Period AFTER_REGISTER = Period.ofYear(2023);

    // Each in a province of its own: Weert, Rotterdam, Winschoten (ended whole), Utrecht.
    private static final List<String> WHOLE = List.of("GM0988", "GM0599", "GM0052", "GM0344");
    // Same provinces as others: 's-Gravenhage, Horst aan de Maas, Venray, Scheemda (ended into the same as Winschoten).
    private static final List<String> NEIGHBOURS = List.of("GM0518", "GM1507", "GM0984", "GM0039");
    // Divided in 2010 and in 2018; begun in 2010.
    private static final List<String> DIVIDED = List.of("GM0993", "GM0140");
    private static final List<String> BEGUN = List.of("GM1895");

    private static final List<LocalDate> MAPS = Stream.of("2008-01-01", "2010-06-01", "2011-01-01", "2019-01-01")
            .map(LocalDate::parse)
            .toList();
    private static final List<LocalDate> CUTS = Stream.of("2007-01-01", "2008-01-01", "2009-01-01", "2009-06-01")
            .map(LocalDate::parse)
            .toList();
    private static final List<LocalDate> ENDS = Stream.of("2009-07-01", "2010-01-01", "2010-07-01", "2011-01-01")
            .map(LocalDate::parse)
            .toList();
    private static final LocalDate MAP_AFTER_REGISTER = LocalDate.of(2024, 1, 1);

    private static final Map<String, List<String>> VALUES = Map.of(
            "targetGroup", List.of("YOUTH_AND_PUPILS", "PROFESSIONALS_AND_OFFICIALS", "OTHER"),
            "track", List.of("LOCAL", "NATIONAL", "INTERNATIONAL"),
            "actionLine", List.of("PREVENTION", "PROACTION", "REPRESSION"),
            "fundingInstrument", List.of("DECENTRALISATION_GRANT", "SUBSIDY", "PRIZE"),
            "interventionType", List.of("AWARENESS", "NETWORK_BUILDING", "INDIVIDUAL_INTERVENTION"),
            "phenomenon", List.of("POLARISATION", "ISLAMIST_EXTREMISM", "RIGHT_WING_EXTREMISM"),
            "intensity", List.of("COURSE", "EVENT", "MEDIA"));
    private static final Set<String> TAGS = Set.of("interventionType", "phenomenon");
    /** Dimensions whose values are ids; a random data set makes its own. */
    private static final List<String> IDS = List.of("projectId", "organisationId", "roundId");

    private static final String PERIOD = "period";
    private static final String YEAR = "year";
    private static final String TARGET_GROUP = "targetGroup";
    private static final String MUNICIPALITY = "municipality";
    private static final String PROVINCE = "province";
    private static final int MOST_DIMENSIONS = 3;

    private final Random random;
    private final Set<ReachRule> rules;
    private final MunicipalityRegister register = MunicipalityRegister.builtIn();
    private Instant now = BEGIN;

    // Of the data set that is being made.
    private final Map<String, List<String>> values = new HashMap<>(VALUES);
    private final Map<String, Double> stated = new HashMap<>();
    private final List<UUID> reports = new ArrayList<>();
    private boolean everywherePlaced;
    private List<String> codes;

    public RandomReach(long seed, Set<ReachRule> rules) {
        this.random = new Random(seed);
        this.rules = rules;
    }

    // ---- Records

    /** Records of these programmes: tallies, and figures that may be part of them, with their corrections. */
    public RecordedReach records(String... programmes) {
        begin();
        List<RecordedFigure> versions = new ArrayList<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            addTally(versions, pick(List.of(programmes)));
        }
        for (int number = 1 + random.nextInt(FIGURES); number > 0; number--) {
            versions.add(observation(versions, pick(List.of(programmes))));
        }
        for (RecordedFigure first : List.copyOf(versions)) {
            RecordedFigure latest = first;
            while (happens(0.2) && !latest.withdrawn()) {
                latest = next(latest, versions);
                versions.add(latest);
            }
        }
        return new RecordedReach(List.copyOf(versions), approvals());
    }

    private void begin() {
        IDS.forEach(dimension -> values.put(dimension, List.of(id(), id(), id())));
        List<String> optional = new ArrayList<>(new TreeSet<>(values.keySet()));
        optional.remove(TARGET_GROUP);
        optional.forEach(dimension -> stated.put(dimension, pick(List.of(1.0, 0.8, 0.4))));
        stated.put(TARGET_GROUP, 1.0);
        everywherePlaced = happens(0.4);
        reports.addAll(List.of(UUID.fromString(id()), UUID.fromString(id()), UUID.fromString(id())));
        codes = new ArrayList<>(WHOLE);
        codes.addAll(NEIGHBOURS);
        codes.addAll(BEGUN);
        if (happens(0.5)) {
            codes.addAll(DIVIDED);
        }
    }

    private Map<UUID, Instant> approvals() {
        Map<UUID, Instant> approvals = new HashMap<>();
        reports.stream()
                .skip(1)
                .forEach(report -> approvals.put(report, BEGIN.plus(STEP.multipliedBy(random.nextInt(40)))));
        return approvals;
    }

    // One for each group and period, where two would have no sum.
    private void addTally(List<RecordedFigure> versions, String programme) {
        RecordedFigure tally = figure(true, programme, null, Set.of(), versions);
        boolean alone = versions.stream().noneMatch(other -> isAlike(other, tally));
        if (alone || has(ReachRule.OVERLAPPING_TALLIES)) {
            versions.add(tally);
        }
    }

    private static boolean isAlike(RecordedFigure one, RecordedFigure other) {
        return one.programme().equals(other.programme())
                && one.period().equals(other.period())
                && one.of(TARGET_GROUP).equals(other.of(TARGET_GROUP));
    }

    private RecordedFigure observation(List<RecordedFigure> earlier, String programme) {
        return figure(false, programme, happens(0.3) ? pick(reports) : null, overlaps(earlier), earlier);
    }

    private Set<UUID> overlaps(List<RecordedFigure> earlier) {
        List<UUID> observations = earlier.stream()
                .filter(other -> !other.tally())
                .map(RecordedFigure::id)
                .toList();
        Set<UUID> overlaps = new LinkedHashSet<>();
        while (has(ReachRule.DECLARED_OVERLAPS)
                && !observations.isEmpty()
                && happens(0.3)
                && overlaps.size() < OVERLAPPED) {
            overlaps.add(pick(observations));
        }
        return overlaps;
    }

    private RecordedFigure figure(
            boolean tally, String programme, UUID report, Set<UUID> overlaps, List<RecordedFigure> earlier) {
        Map<String, Set<String>> says = new HashMap<>();
        values.keySet().stream().sorted().forEach(dimension -> says.put(dimension, stated(dimension)));
        if (tally) {
            says.put("projectId", Set.of());
        }
        Period period = pick(periods());
        return new RecordedFigure(
                UUID.fromString(id()),
                1,
                tick(),
                false,
                tally,
                programme,
                report,
                period,
                place(),
                says,
                Quantities.one(random),
                tally ? null : includedIn(earlier, programme, period, says.get(TARGET_GROUP)),
                overlaps);
    }

    /** A correction, which changes anything but what a figure is of, or a withdrawal. */
    private RecordedFigure next(RecordedFigure figure, List<RecordedFigure> earlier) {
        RecordedFigure other =
                figure(figure.tally(), figure.programme(), figure.reportId(), figure.overlaps(), earlier);
        boolean moves = !figure.tally() || has(ReachRule.OVERLAPPING_TALLIES);
        Map<String, Set<String>> says = new HashMap<>(other.stated());
        if (!moves) {
            says.put(TARGET_GROUP, figure.of(TARGET_GROUP));
        }
        return new RecordedFigure(
                figure.id(),
                figure.version() + 1,
                other.recordedAt(),
                has(ReachRule.WITHDRAWAL) && happens(0.4),
                figure.tally(),
                figure.programme(),
                figure.reportId(),
                moves ? other.period() : figure.period(),
                other.place(),
                says,
                other.reach(),
                other.includedIn(),
                figure.overlaps());
    }

    private String includedIn(List<RecordedFigure> earlier, String programme, Period period, Set<String> group) {
        if (!has(ReachRule.INCLUSION) || happens(0.4)) {
            return "NONE";
        }
        List<RecordedFigure> holding = earlier.stream()
                .filter(tally -> tally.tally()
                        && tally.programme().equals(programme)
                        && tally.of(TARGET_GROUP).equals(group)
                        && tally.period().contains(period))
                .toList();
        if (!holding.isEmpty() && happens(0.6)) {
            return pick(holding).id().toString();
        }
        return happens(0.5) ? "UNKNOWN" : null;
    }

    private Set<String> stated(String dimension) {
        if (!happens(stated.get(dimension))) {
            return Set.of();
        }
        Set<String> some = new TreeSet<>(Set.of(pick(values.get(dimension))));
        if (TAGS.contains(dimension) && happens(0.4)) {
            some.add(pick(values.get(dimension)));
        }
        return some;
    }

    private List<Period> periods() {
        List<Period> periods = new ArrayList<>(has(ReachRule.OVERLAPPING_TALLIES) ? OVERLAPPING : DISJOINT);
        if (has(ReachRule.REGISTER_ENDS)) {
            periods.add(AFTER_REGISTER);
        }
        return periods;
    }

    private Place place() {
        int kind = (everywherePlaced ? NAMING_NO_MUNICIPALITY : 0) + random.nextInt(everywherePlaced ? 6 : 10);
        return switch (kind) {
            case 0 -> new Place(PlaceScope.NATIONAL, List.of(), null, null);
            case 1 -> Place.UNSPECIFIED;
            case 2 -> new Place(PlaceScope.ABROAD, List.of(), null, pick(List.of("BE", "DE")));
            case 3 -> new Place(PlaceScope.REGIONAL, List.of(), "a region", null);
            case 4 -> new Place(PlaceScope.MUNICIPAL, several(), null, null);
            case 5 -> new Place(PlaceScope.REGIONAL, several(), null, null);
            case 6 -> new Place(PlaceScope.SUB_MUNICIPAL, List.of(pick(codes)), "a part", null);
            default -> Place.ofMunicipality(pick(codes));
        };
    }

    private List<String> several() {
        List<String> from = has(ReachRule.SEVERAL_PLACES) ? codes : WHOLE;
        Set<String> several = new LinkedHashSet<>();
        while (several.size() < 2) {
            several.add(pick(from));
        }
        return List.copyOf(several);
    }

    // ---- Questions

    /** A question about the records, by and for some of these dimensions. */
    public ReachQuestion question(
            RecordedReach records, Collection<String> rows, Collection<String> filters, String... programmes) {
        List<LocalDate> maps = new ArrayList<>(MAPS);
        if (has(ReachRule.REGISTER_ENDS)) {
            maps.add(MAP_AFTER_REGISTER);
        }
        LocalDate boundaries = happens(0.5) ? null : pick(maps);
        String programme = programmes.length > 1 && happens(0.3) ? null : pick(List.of(programmes));
        LocalDate from = happens(0.7) ? null : pick(CUTS);
        LocalDate until = happens(0.7) ? null : pick(ENDS);
        Set<String> by = some(rows);
        Map<String, Set<String>> only = only(records, filters, boundaries);
        if (contradictsDays(only, from, until)) {
            only.keySet().removeAll(Set.of(PERIOD, YEAR));
        }
        return new ReachQuestion(
                programme,
                from,
                until,
                by,
                only,
                boundaries,
                happens(0.6) ? null : BEGIN.plus(STEP.multipliedBy(random.nextInt(60))));
    }

    private Set<String> some(Collection<String> rows) {
        Set<String> some = new LinkedHashSet<>();
        int number = random.nextInt(MOST_DIMENSIONS + 1);
        while (some.size() < number) {
            some.add(pick(List.copyOf(rows)));
        }
        return some;
    }

    private Map<String, Set<String>> only(RecordedReach records, Collection<String> filters, LocalDate boundaries) {
        Map<String, Set<String>> only = new HashMap<>();
        for (String dimension : filters) {
            if (happens(2.0 / (2 + filters.size())) && isFilter(dimension, records, boundaries)) {
                only.put(dimension, wanted(dimension, boundaries, records));
            }
        }
        if (contradicts(only)) {
            only.remove(PROVINCE);
        }
        return only;
    }

    private boolean isFilter(String dimension, RecordedReach records, LocalDate boundaries) {
        if (dimension.equals(PROVINCE)
                && boundaries != null
                && codes.containsAll(DIVIDED)
                && !has(ReachRule.DIVIDED_MUNICIPALITIES)) {
            return false;
        }
        if (has(ReachRule.NOT_STATED) || dimension.equals("period")) {
            return true;
        }
        return isPlace(dimension) ? records.alwaysNameMunicipality() : records.alwaysState(dimension);
    }

    private Set<String> wanted(String dimension, LocalDate boundaries, RecordedReach records) {
        List<String> possible = possible(dimension, boundaries, records);
        Set<String> wanted = new TreeSet<>(Set.of(pick(possible)));
        boolean several = has(ReachRule.SEVERAL_VALUES)
                && (!isPlace(dimension) || has(ReachRule.SEVERAL_PLACES) && has(ReachRule.DIVIDED_MUNICIPALITIES));
        if (several && happens(0.5)) {
            wanted.add(pick(possible));
        }
        if (has(ReachRule.NOT_STATED) && !dimension.equals("period") && happens(0.3)) {
            if (happens(0.5)) {
                wanted.clear();
            }
            wanted.add(ReachOracle.NOT_STATED);
        }
        return wanted;
    }

    private List<String> possible(String dimension, LocalDate boundaries, RecordedReach records) {
        return switch (dimension) {
            case "period" -> periods().stream().map(Period::code).toList();
            case "year" -> List.of("2009", "2010");
            case MUNICIPALITY -> municipalities(boundaries);
            case PROVINCE ->
                municipalities(boundaries).stream()
                        .map(this::province)
                        .distinct()
                        .toList();
            default ->
                Stream.concat(values.get(dimension).stream(), records.valuesOf(dimension).stream())
                        .distinct()
                        .toList();
        };
    }

    /** Those that can be asked for: on a map, only its own. */
    private List<String> municipalities(LocalDate boundaries) {
        List<String> all = new ArrayList<>(codes);
        all.addAll(List.of("GM1895", "GM1507", "GM0984", "GM0080"));
        return all.stream()
                .distinct()
                .filter(code -> boundaries == null
                        || register.find(code)
                                .map(municipality -> municipality.isValidOn(boundaries))
                                .orElse(false))
                .toList();
    }

    private boolean contradicts(Map<String, Set<String>> only) {
        return only.containsKey(MUNICIPALITY)
                && only.containsKey(PROVINCE)
                && !only.get(PROVINCE)
                        .containsAll(only.get(MUNICIPALITY).stream()
                                .filter(code -> !code.equals(ReachOracle.NOT_STATED))
                                .map(this::province)
                                .collect(Collectors.toSet()));
    }

    /** A period outside the days or the years asked for, or a year outside the days. */
    private static boolean contradictsDays(Map<String, Set<String>> only, LocalDate from, LocalDate until) {
        Set<String> years = only.get(YEAR);
        return Stream.of(PERIOD, YEAR)
                        .flatMap(dimension -> only.getOrDefault(dimension, Set.of()).stream())
                        .filter(code -> !code.equals(ReachOracle.NOT_STATED))
                        .map(Period::of)
                        .anyMatch(period -> from != null && !period.until().isAfter(from)
                                || until != null && !period.from().isBefore(until))
                || years != null
                        && only.getOrDefault(PERIOD, Set.of()).stream()
                                .map(Period::of)
                                .map(period ->
                                        period.year().map(String::valueOf).orElse(ReachOracle.NOT_STATED))
                                .anyMatch(year -> !years.contains(year));
    }

    private String province(String code) {
        Municipality municipality = register.find(code).orElseThrow();
        return municipality.province().code();
    }

    // ---- Chance

    private static boolean isPlace(String dimension) {
        return dimension.equals(MUNICIPALITY) || dimension.equals(PROVINCE);
    }

    private boolean has(ReachRule rule) {
        return rules.contains(rule);
    }

    private boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T pick(List<T> all) {
        return Objects.requireNonNull(all.get(random.nextInt(all.size())));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Instant tick() {
        now = now.plus(STEP);
        return now;
    }
}

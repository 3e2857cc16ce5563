package nl.doorlichting.domain.municipality;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;

/**
 * Which municipalities existed when, and which took over from which. Immutable. Answers that depend on it name its
 * {@link #version}. A code belongs to one municipality: loading fails for a register in which a code occurs twice.
 *
 * <p>Source: RvIG national table 33, CBS/PDOK boundaries; the rules are docs/design/figures.md#boundaries.
 */
public final class MunicipalityRegister {
    // Questions ask for few different days. All codes of these take some 600 KB.
    private static final int MOST_MAPS = 20;

    private final String version;
    private final Map<String, Municipality> municipalities;
    private final Map<String, List<Succession>> successions;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    // The days on which one began or ended.
    private final NavigableSet<LocalDate> changes;
    private final Map<LocalDate, Map<String, Reexpression>> maps = new ConcurrentHashMap<>();

    MunicipalityRegister(
            String version, Map<String, Municipality> municipalities, Map<String, List<Succession>> successions) {
        this.version = version;
        this.municipalities = municipalities;
        this.successions = successions;
        this.firstDay = municipalities.values().stream()
                .map(Municipality::validUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(end -> end.minusDays(1))
                .orElse(LocalDate.MIN);
        this.changes = municipalities.values().stream()
                .flatMap(municipality -> Stream.of(municipality.validFrom(), municipality.validUntil()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        this.lastDay = changes.isEmpty() ? LocalDate.MIN : changes.last();
    }

    /** The register that comes with this build. */
    public static MunicipalityRegister builtIn() {
        return BuiltInRegister.REGISTER;
    }

    /**
     * Another register, from two CSV files in the layout of the built-in ones.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     * @throws IllegalArgumentException when the data is not a register, naming file and line
     */
    public static MunicipalityRegister load(Path municipalities, Path successions, String version) {
        return RegisterLoader.load(municipalities, successions, version);
    }

    /** Identifies the data. The version of the built-in register is "table-33-", its newest date and a digest of both files. */
    public String version() {
        return version;
    }

    /** The newest day that it has something of: what changed afterwards is not in it. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /**
     * The first day of whose map it has all municipalities: the day before the first of them ended. Those that ended earlier
     * are not in it.
     */
    public LocalDate firstDay() {
        return firstDay;
    }

    public Optional<Municipality> find(String code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    /** All that ever were, by code. */
    public List<Municipality> all() {
        return List.copyOf(municipalities.values());
    }

    /** Those of one day, by code. */
    public List<Municipality> validOn(LocalDate day) {
        return municipalities.values().stream()
                .filter(municipality -> municipality.isValidOn(day))
                .toList();
    }

    /** Whether the code was valid on at least one day of the period; an unknown code never was. */
    public boolean isValidWithin(String code, Period period) {
        return find(code).filter(found -> found.isValidWithin(period)).isPresent();
    }

    /** The codes its territory went to, the largest share first; empty while it exists, and for an unknown code. */
    public List<Succession> successorsOf(String code) {
        return successions.getOrDefault(code, List.of());
    }

    /**
     * The municipality's figure on the map of that day.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public Reexpression reexpress(String code, LocalDate day) {
        Municipality municipality = find(code)
                .orElseThrow(() -> new IllegalArgumentException("no municipality " + code + " in " + version));
        return onMapOf(day).computeIfAbsent(code, first -> new SuccessionWalk(this, day).from(municipality));
    }

    /** What was found on the map of that day, which stays the same until a municipality begins or ends. */
    private Map<String, Reexpression> onMapOf(LocalDate day) {
        LocalDate change = changes.floor(day);
        LocalDate since = change == null ? LocalDate.MIN : change;
        Map<String, Reexpression> known = maps.get(since);
        if (known != null) {
            return known;
        }
        if (maps.size() >= MOST_MAPS) {
            maps.clear();
        }
        return maps.computeIfAbsent(since, first -> new ConcurrentHashMap<>());
    }
}

package nl.doorlichting.domain.municipality;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.domain.period.Period;

/**
 * Which municipalities there were when, and which took over from which. Immutable; answers that depend on it name its
 * {@link #version}. A code stands for one municipality: a register in which one occurs twice is refused when loaded.
 *
 * <p>Source: RvIG national table 33, CBS/PDOK boundaries; the rules are docs/design/figures.md#boundaries.
 */
public final class MunicipalityRegister {

    private final String version;
    private final Map<String, Municipality> municipalities;
    private final Map<String, List<Succession>> successions;

    MunicipalityRegister(
            String version, Map<String, Municipality> municipalities, Map<String, List<Succession>> successions) {
        this.version = version;
        this.municipalities = municipalities;
        this.successions = successions;
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

    /** Which data this is; the built-in one's is "table-33-", the newest date in it and a digest of both files. */
    public String version() {
        return version;
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
     * @throws IllegalArgumentException for a code that the register does not know
     */
    public Reexpression reexpress(String code, LocalDate day) {
        Municipality municipality = find(code)
                .orElseThrow(() -> new IllegalArgumentException("no municipality " + code + " in " + version));
        return new SuccessionWalk(this, day).from(municipality);
    }
}

package nl.doorlichting.domain.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.disclosure.Disclosure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;

/**
 * A question about figures. Programme, days, boundaries and asOf may be null, which selects all.
 *
 * @param from first day of the figures wanted
 * @param until first day after them
 * @param by the dimensions of the rows; null for the usual ones
 * @param only the values wanted of a dimension: figures with any of them
 * @param boundaries the day of whose map the municipalities are shown
 * @param asOf recorded time: what was known then; null for now
 * @throws IllegalArgumentException when from is not before until, or for a dimension that the structure does not have
 */
public record Question(
        Structure structure,
        String programme,
        LocalDate from,
        LocalDate until,
        Set<Dimension> by,
        Map<Dimension, Set<Object>> only,
        LocalDate boundaries,
        Instant asOf) {

    public Question {
        Set<Dimension> wanted = by == null ? Set.copyOf(structure.usual()) : by;
        if (!structure.rows().containsAll(wanted) || !structure.filters().containsAll(only.keySet())) {
            throw new IllegalArgumentException(structure + " has no " + wanted + " or no " + only.keySet());
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("until " + until + " is not after from " + from);
        }
        by = structure.rows().stream()
                .filter(wanted::contains)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        Map<Dimension, Set<Object>> filters = new EnumMap<>(Dimension.class);
        only.forEach((dimension, values) -> filters.put(dimension, Set.copyOf(values)));
        only = Collections.unmodifiableMap(filters);
    }

    /** Everything of the structure, with the usual rows. */
    public static Question of(Structure structure) {
        return new Question(structure, null, null, null, null, Map.of(), null, null);
    }

    /** The same with other rows. */
    public Question rowsBy(Dimension... dimensions) {
        return new Question(structure, programme, from, until, Set.of(dimensions), only, boundaries, asOf);
    }

    /** The same of these days; null is open. */
    public Question within(LocalDate first, LocalDate end) {
        return new Question(structure, programme, first, end, by, only, boundaries, asOf);
    }

    /** The same, only of what states one of these values. */
    public Question only(Dimension dimension, Object... values) {
        Map<Dimension, Set<Object>> filters = new EnumMap<>(Dimension.class);
        filters.putAll(only);
        filters.put(dimension, Set.of(values));
        return new Question(structure, programme, from, until, by, filters, boundaries, asOf);
    }

    /** The same on the map of this day. */
    public Question onMapOf(LocalDate day) {
        return new Question(structure, programme, from, until, by, only, day, asOf);
    }

    /** Whether the rows are by this. */
    public boolean isBy(Dimension dimension) {
        return by.contains(dimension);
    }

    /** The names of what rows are by, in the order of an answer. */
    public List<String> dimensions() {
        return by.stream().map(Dimension::jsonName).toList();
    }

    /** What totals are by: the period when rows are and the structure's figures of several periods do not add up. */
    public List<Dimension> totalsBy() {
        return by.stream()
                .filter(dimension -> dimension == Dimension.PERIOD && structure.isOfPeriods())
                .toList();
    }

    /** What unallocated rows are by: what rows are by apart from places, and the municipality as recorded. */
    public List<Dimension> unallocatedBy() {
        return Stream.concat(apartFromPlace().stream(), Stream.of(Dimension.UNALLOCATED_FROM))
                .toList();
    }

    /** What rows are by apart from places. */
    List<Dimension> apartFromPlace() {
        return by.stream()
                .filter(dimension -> dimension.kind() != Dimension.Kind.PLACE)
                .toList();
    }

    /** Whether only some values of this are wanted. */
    public boolean filters(Dimension dimension) {
        return only.containsKey(dimension);
    }

    /** The text of the values wanted of a dimension that is filtered. */
    public List<String> codes(Dimension dimension) {
        return only.get(dimension).stream().map(Dimension::text).sorted().toList();
    }

    /** The programme and what filters name that may be unknown, such as "projectId " and an id. */
    public List<String> references() {
        return Stream.concat(Stream.ofNullable(programme).map(code -> "programme " + code), referencesOfFilters())
                .toList();
    }

    /** Whether filters name something that may be unknown. */
    boolean filtersByReference() {
        return referencesOfFilters().findAny().isPresent();
    }

    private Stream<String> referencesOfFilters() {
        return only.keySet().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.REFERENCE)
                .flatMap(dimension -> codes(dimension).stream()
                        .filter(code -> !code.equals(Dimension.NOT_STATED))
                        .map(code -> dimension.jsonName() + " " + code));
    }

    /** Whether a value passes the filter; any does without one. */
    public boolean wants(Dimension dimension, Object value) {
        return !filters(dimension) || value != null && only.get(dimension).contains(value);
    }

    /** Whether the rows are by, or the filters look at, this. */
    public boolean looksAt(Dimension dimension) {
        return isBy(dimension) || filters(dimension);
    }

    /** Whether the rows are by place. */
    public boolean isByPlace() {
        return apartFromPlace().size() < by.size();
    }

    /** Whether only figures of a place are wanted. */
    public boolean filtersByPlace() {
        return !placeFilters().isEmpty();
    }

    Set<Dimension> placeFilters() {
        return only.keySet().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.PLACE)
                .collect(Collectors.toSet());
    }

    /** Whether the answer depends on where something was. */
    public boolean looksAtPlace() {
        return isByPlace() || filtersByPlace();
    }

    /** Whether the answer depends on the municipality register, and names its version. */
    public boolean dependsOnRegister() {
        return looksAtPlace();
    }

    /**
     * The codes, as recorded, whose figures can stand in the place asked for: none when the question contradicts
     * itself; nothing at all when no place is asked for, or none in particular.
     */
    public Optional<Set<String>> recordedMunicipalities(MunicipalityRegister register) {
        return new Places(this, register).recorded();
    }

    /** Whether only some days are asked for. */
    boolean isAboutDays() {
        return from != null || until != null;
    }

    /** Whether only figures of some time are wanted. */
    public boolean isAboutTime() {
        return isAboutDays() || only.keySet().stream().anyMatch(dimension -> dimension.kind() == Dimension.Kind.TIME);
    }

    /** Whether all days of the period are asked for. */
    public boolean contains(Period period) {
        return (from == null || !period.from().isBefore(from))
                && (until == null || !period.until().isAfter(until));
    }

    /**
     * Whether sums of what persons answered may be shown: by and for the dimensions that the structure discloses, over
     * whole calendar years, as known now and as recorded. Anything finer would need its own proof that no two answers
     * reveal what few persons said.
     */
    public boolean isDisclosed() {
        return asOf == null
                && boundaries == null
                && structure.disclosedRows().containsAll(by)
                && structure.disclosedFilters().containsAll(only.keySet())
                && Disclosure.isWholeYears(from, until);
    }

    /** The text of the question's parts, by the names of query parameters; without those that are null. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "programme", programme);
        put(parameters, "from", from);
        put(parameters, "until", until);
        put(parameters, "by", String.join(",", dimensions()));
        structure.filters().stream()
                .filter(this::filters)
                .forEach(dimension -> put(parameters, dimension.jsonName(), String.join(",", codes(dimension))));
        put(parameters, "boundaries", boundaries);
        put(parameters, "asOf", asOf);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}

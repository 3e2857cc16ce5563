package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.domain.period.Period;

/**
 * The rules of places: where a fact stands on the map asked for, and whether that is in the place asked for. A figure over
 * several municipalities is not divided: it stands where all of them lie.
 */
final class Places {

    /**
     * Where a fact stands on the map asked for.
     *
     * @param recorded its municipalities, as recorded
     * @param candidates the municipalities of that map that it may lie in
     * @param known whether that map has candidates for each of its municipalities
     * @param whole whether each of its municipalities lies in one municipality of that map
     */
    record Placement(Set<String> recorded, Set<String> candidates, boolean known, boolean whole) {
        private static final Placement NOWHERE = new Placement(Set.of(), Set.of(), false, true);

        boolean isOfSeveralPlaces() {
            return recorded.size() > 1;
        }

        /** Of one municipality, which the map divides or does not have. */
        boolean isDivided() {
            return recorded.size() == 1 && !whole;
        }

        /** The first municipality, as recorded. */
        String from() {
            return recorded.iterator().next();
        }
    }

    private final Question question;
    private final MunicipalityRegister register;
    private final Map<String, Reexpression> onTheMap = new HashMap<>();
    // Facts of one place are many.
    private final Map<Set<String>, Placement> placements = new HashMap<>();
    private final boolean looksAtPlace;
    private final Set<Dimension> filters;
    private final List<Dimension> rows;

    Places(Question question, MunicipalityRegister register) {
        this.question = question;
        this.register = register;
        this.looksAtPlace = question.looksAtPlace();
        this.filters = question.placeFilters();
        this.rows = question.by().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.PLACE)
                .toList();
    }

    /** The filters on places. */
    Set<Dimension> filters() {
        return filters;
    }

    /** What rows are by of places. */
    List<Dimension> rows() {
        return rows;
    }

    Placement place(Set<String> municipalities) {
        return !looksAtPlace || municipalities == null || municipalities.isEmpty()
                ? Placement.NOWHERE
                : placements.computeIfAbsent(municipalities, this::placed);
    }

    private Placement placed(Set<String> municipalities) {
        if (municipalities.size() == 1
                && onTheMap(municipalities.iterator().next()) instanceof Reexpression.Allocated one) {
            return new Placement(municipalities, Set.of(one.code()), true, true);
        }
        Set<String> candidates = new TreeSet<>();
        boolean known = true;
        boolean whole = true;
        for (String code : municipalities) {
            if (onTheMap(code) instanceof Reexpression.Unallocated divided) {
                whole = false;
                known &= !divided.candidates().isEmpty();
                candidates.addAll(divided.candidates());
            } else {
                candidates.add(((Reexpression.Allocated) onTheMap(code)).code());
            }
        }
        return new Placement(municipalities, candidates, known, whole);
    }

    /** All of a place that the rules look at: figures of places for which it is equal count alike. */
    Object likeness(Set<String> municipalities) {
        Placement placement = place(municipalities);
        List<Object> alike = new ArrayList<>();
        alike.add(placement.recorded().isEmpty());
        alike.add(placement.isOfSeveralPlaces());
        alike.add(placement.isDivided() ? placement.from() : null);
        alike.add(isPerhapsInside(placement));
        rows.forEach(dimension -> alike.add(valueOf(placement, dimension)));
        filters.forEach(filter -> {
            alike.add(valueOf(placement, filter));
            alike.add(isInside(placement, filter));
        });
        return alike;
    }

    /** The one municipality or province that all of it lies in; null for none in particular. */
    String valueOf(Placement placement, Dimension dimension) {
        boolean settled = dimension == MUNICIPALITY ? placement.whole() : placement.known();
        if (settled && placement.candidates().size() == 1) {
            return placeOf(placement.candidates().iterator().next(), dimension).orElse(null);
        }
        Set<Optional<String>> places = placement.candidates().stream()
                .map(code -> placeOf(code, dimension))
                .collect(Collectors.toSet());
        return settled && places.size() == 1 ? places.iterator().next().orElse(null) : null;
    }

    /** The same of each dimension of place that the rows are by. */
    Map<Dimension, Object> valuesOf(Placement placement) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Dimension, Object> values = new EnumMap<>(Dimension.class);
        rows.forEach(dimension -> values.put(dimension, valueOf(placement, dimension)));
        return values;
    }

    /** Whether it lies in none in particular of a dimension of place that the rows are by. */
    boolean isInNoRow(Placement placement) {
        return rows.stream().anyMatch(dimension -> valueOf(placement, dimension) == null);
    }

    /** Whether all of it lies in the places that a filter wants. */
    boolean isInside(Placement placement, Dimension filter) {
        return placement.known() && placement.candidates().stream().allMatch(code -> isWanted(code, filter));
    }

    /** Whether some of it may lie in the place asked for. */
    boolean isPerhapsInside(Placement placement) {
        return isPerhapsInside(placement, filters);
    }

    private boolean isPerhapsInside(Placement placement, Set<Dimension> filters) {
        if (filters.isEmpty()) {
            return !placement.candidates().isEmpty();
        }
        return placement.candidates().stream()
                .anyMatch(code -> filters.stream().allMatch(filter -> isWanted(code, filter)));
    }

    /** The codes, as recorded, that figures of the place asked for name, if they name any. */
    Optional<Set<String>> recorded() {
        // None in particular may be several, or a tally anywhere.
        Set<Dimension> wanting = filters.stream()
                .filter(filter -> !question.wants(filter, Dimension.NOT_STATED))
                .collect(Collectors.toSet());
        if (wanting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(register.all().stream()
                .map(Municipality::code)
                .filter(code -> isPerhapsInside(place(Set.of(code)), wanting))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Notes days, of the question or of what it counts, that the register does not have yet. */
    void noteEndOfRegister(Period last, Notes notes) {
        LocalDate end = register.lastDay().plusDays(1);
        boolean laterDays = isFrom(end, question.from())
                || isAfter(end, question.until())
                || last != null && last.until().isAfter(end);
        // A map is asked for in words, also where the answer does not need it.
        if (isFrom(end, question.boundaries()) || laterDays && question.dependsOnRegister()) {
            notes.countOf(NoteCode.REGISTER_ENDS, 1, register.lastDay().toString());
        }
    }

    private static boolean isFrom(LocalDate end, LocalDate day) {
        return day != null && !day.isBefore(end);
    }

    private static boolean isAfter(LocalDate end, LocalDate day) {
        return day != null && day.isAfter(end);
    }

    private Reexpression onTheMap(String code) {
        return onTheMap.computeIfAbsent(code, this::reexpress);
    }

    private Reexpression reexpress(String code) {
        if (question.boundaries() == null) {
            return new Reexpression.Allocated(code);
        }
        // A code of another version of the register gets a note, and the answer does not fail.
        return register.find(code).isEmpty()
                ? new Reexpression.Unallocated(Set.of())
                : register.reexpress(code, question.boundaries());
    }

    private boolean isWanted(String code, Dimension filter) {
        return question.wants(filter, placeOf(code, filter).orElse(null));
    }

    private Optional<String> placeOf(String code, Dimension dimension) {
        return dimension == PROVINCE
                ? register.find(code)
                        .map(municipality -> municipality.province().code())
                : Optional.of(code);
    }
}

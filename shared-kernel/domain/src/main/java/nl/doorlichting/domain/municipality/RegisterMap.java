package nl.doorlichting.domain.municipality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which codes, as recorded, a place of the map of a day holds. Source: docs/design/figures.md#places.
 *
 * @param day null for municipalities as recorded
 */
public record RegisterMap(MunicipalityRegister register, LocalDate day) {

    /** The codes that lie in each municipality as a whole; a municipality without any is absent. */
    public Map<String, Set<String>> byMunicipality() {
        return by(code -> isWhole(code) ? candidates(code) : Set.of());
    }

    /** The codes that lie in each province, be they divided on the map. */
    public Map<String, Set<String>> byProvince() {
        return by(this::provinces);
    }

    /** The codes that lie in these municipalities with all their parts. */
    public Set<String> insideMunicipalities(Collection<?> wanted) {
        return inside(this::candidates, wanted);
    }

    /** The codes that lie in these provinces with all their parts. */
    public Set<String> insideProvinces(Collection<?> wanted) {
        return inside(this::provinces, wanted);
    }

    private Set<String> inside(Function<String, Set<String>> places, Collection<?> wanted) {
        return codes().filter(code -> !places.apply(code).isEmpty() && wanted.containsAll(places.apply(code)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> by(Function<String, Set<String>> places) {
        Map<String, Set<String>> codes = new TreeMap<>();
        codes().filter(code -> places.apply(code).size() == 1)
                .forEach(code -> codes.computeIfAbsent(
                                places.apply(code).iterator().next(), first -> new TreeSet<>())
                        .add(code));
        return codes;
    }

    private Stream<String> codes() {
        return register.all().stream().map(Municipality::code);
    }

    private boolean isWhole(String code) {
        return day == null || register.reexpress(code, day) instanceof Reexpression.Allocated;
    }

    private Set<String> candidates(String code) {
        if (day == null) {
            return Set.of(code);
        }
        return register.reexpress(code, day) instanceof Reexpression.Unallocated divided
                ? divided.candidates()
                : Set.of(((Reexpression.Allocated) register.reexpress(code, day)).code());
    }

    private Set<String> provinces(String code) {
        return candidates(code).stream()
                .flatMap(place -> register.find(place).stream())
                .map(municipality -> municipality.province().code())
                .collect(Collectors.toSet());
    }
}

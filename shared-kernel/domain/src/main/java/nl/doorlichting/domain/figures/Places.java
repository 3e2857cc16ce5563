package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;

/** The rules of places: where a fact stands on the map asked for, and whether that is in the place asked for. */
final class Places {

    /** Where a fact stands on the map asked for. */
    sealed interface Placement {

        /** In one municipality of that map. */
        record In(String code) implements Placement {}

        /** In one municipality as recorded, which that map splits or does not have. */
        record Unallocated(String from, Set<String> candidates) implements Placement {}

        /** In several municipalities, in none, or not asked. */
        record Nowhere() implements Placement {}
    }

    static final Placement NOWHERE = new Placement.Nowhere();

    private final Question question;
    private final MunicipalityRegister register;

    Places(Question question, MunicipalityRegister register) {
        this.question = question;
        this.register = register;
    }

    Placement place(Set<String> municipalities) {
        return question.looksAtPlace() && municipalities != null && municipalities.size() == 1
                ? place(municipalities.iterator().next())
                : NOWHERE;
    }

    /** Whether it may be in the place asked for. */
    boolean pass(Placement placement) {
        if (!question.filtersByPlace()) {
            return true;
        }
        if (placement instanceof Placement.In in) {
            return isWanted(in.code());
        }
        return placement instanceof Placement.Unallocated unallocated
                && unallocated.candidates().stream().anyMatch(this::isWanted);
    }

    /** The values of the dimensions of place; nothing is in none in particular. */
    Map<Dimension, Object> values(Placement placement) {
        return placement instanceof Placement.In in
                ? provinceOf(in.code())
                        .<Map<Dimension, Object>>map(province -> Map.of(MUNICIPALITY, in.code(), PROVINCE, province))
                        .orElseGet(() -> Map.of(MUNICIPALITY, in.code()))
                : Map.of();
    }

    /** The codes, as recorded, whose figures can stand in the place asked for. */
    Optional<Set<String>> recorded() {
        if (!question.filtersByPlace()) {
            return Optional.empty();
        }
        return Optional.of(register.all().stream()
                .map(Municipality::code)
                .filter(code -> pass(place(code)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Placement place(String code) {
        return question.boundaries() == null ? new Placement.In(code) : onTheMap(code);
    }

    private Placement onTheMap(String code) {
        // A code of another version of the register gets a note, and the answer does not fail.
        if (register.find(code).isEmpty()) {
            return new Placement.Unallocated(code, Set.of());
        }
        Reexpression found = register.reexpress(code, question.boundaries());
        return found instanceof Reexpression.Allocated allocated
                ? new Placement.In(allocated.code())
                : new Placement.Unallocated(code, ((Reexpression.Unallocated) found).candidates());
    }

    private boolean isWanted(String code) {
        return question.wants(MUNICIPALITY, code)
                && question.wants(PROVINCE, provinceOf(code).orElse(null));
    }

    private Optional<String> provinceOf(String code) {
        return register.find(code).map(municipality -> municipality.province().code());
    }
}

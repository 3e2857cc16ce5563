package nl.doorlichting.domain.municipality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.doorlichting.domain.municipality.Reexpression.Allocated;
import nl.doorlichting.domain.municipality.Reexpression.Unallocated;

/** Follows successions forward from one code to the map of one day. One instance is for one walk. */
final class SuccessionWalk {

    private final MunicipalityRegister register;
    private final LocalDate day;
    // Each code is visited once, so that a circle in the data cannot keep a request busy for ever.
    private final Set<String> entered = new HashSet<>();

    SuccessionWalk(MunicipalityRegister register, LocalDate day) {
        this.register = register;
        this.day = day;
    }

    Reexpression from(Municipality municipality) {
        if (municipality.isValidOn(day)) {
            return new Allocated(municipality.code());
        }
        if (municipality.beganAfter(day) || !entered.add(municipality.code())) {
            return new Unallocated(Set.of());
        }
        List<Municipality> heirs = heirs(municipality);
        return heirs.size() == 1 && takenWhole(municipality) ? from(heirs.get(0)) : split(heirs);
    }

    // A successor of everything leaves nothing for others, so that a stop on a day between changes no answer.
    private List<Municipality> heirs(Municipality municipality) {
        boolean whole = takenWhole(municipality);
        return register.successorsOf(municipality.code()).stream()
                .filter(succession -> !whole || succession.takesAll())
                .flatMap(succession -> register.find(succession.successor()).stream())
                .filter(heir -> !heir.endedBefore(municipality.validUntil()))
                .toList();
    }

    private boolean takenWhole(Municipality municipality) {
        return register.successorsOf(municipality.code()).stream()
                        .filter(Succession::takesAll)
                        .count()
                == 1;
    }

    private Unallocated split(List<Municipality> heirs) {
        Set<String> candidates = new TreeSet<>();
        for (Municipality heir : heirs) {
            candidates.addAll(candidates(from(heir)));
        }
        return new Unallocated(candidates);
    }

    private static Set<String> candidates(Reexpression part) {
        return part instanceof Allocated allocated ? Set.of(allocated.code()) : ((Unallocated) part).candidates();
    }
}

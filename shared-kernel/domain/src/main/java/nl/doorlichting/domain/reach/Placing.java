package nl.doorlichting.domain.reach;

import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;

/** Finds the place of a fact on the requested map, and applies the place filters of the query. */
final class Placing {

    private final ReachQuery query;
    private final MunicipalityRegister register;

    Placing(ReachQuery query, MunicipalityRegister register) {
        this.query = query;
        this.register = register;
    }

    Placement place(ReachFact fact) {
        if (fact.municipality() == null || !query.looksAtPlace()) {
            return new Placement.Nowhere();
        }
        return place(fact.municipality());
    }

    Placement place(String municipality) {
        return query.boundaries() == null ? new Placement.In(municipality) : onTheMap(municipality);
    }

    boolean passes(Placement placement) {
        if (!query.filtersByPlace()) {
            return true;
        }
        if (placement instanceof Placement.In in) {
            return isWanted(in.code());
        }
        return placement instanceof Placement.Unallocated unallocated
                && unallocated.candidates().stream().anyMatch(this::isWanted);
    }

    private Placement onTheMap(String code) {
        // A code of another version of the register gets a note, and the answer does not fail.
        if (register.find(code).isEmpty()) {
            return new Placement.Unallocated(code, Set.of());
        }
        Reexpression found = register.reexpress(code, query.boundaries());
        return found instanceof Reexpression.Allocated allocated
                ? new Placement.In(allocated.code())
                : new Placement.Unallocated(code, ((Reexpression.Unallocated) found).candidates());
    }

    private boolean isWanted(String code) {
        return (query.municipality() == null || query.municipality().equals(code))
                && (query.province() == null || query.province().equals(provinceOf(code)));
    }

    private String provinceOf(String code) {
        return register.find(code)
                .map(municipality -> municipality.province().code())
                .orElse(null);
    }
}

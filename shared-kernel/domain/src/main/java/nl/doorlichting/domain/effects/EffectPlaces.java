package nl.doorlichting.domain.effects;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;

/** Places municipalities on the map of a query, and applies its place filters. */
final class EffectPlaces {
    private final EffectQuery query;
    private final MunicipalityRegister register;
    private final Optional<Set<String>> wanted;

    EffectPlaces(EffectQuery query, MunicipalityRegister register) {
        this.query = query;
        this.register = register;
        this.wanted = wanted(query, register);
    }

    /** The codes, as recorded, that can stand in the place asked for; nothing at all when no place is asked for. */
    static Optional<Set<String>> wanted(EffectQuery query, MunicipalityRegister register) {
        // The same rule as for reach, so that a place filter always means the same.
        Map<Dimension, Set<Object>> only = new EnumMap<>(Dimension.class);
        if (query.municipality() != null) {
            only.put(Dimension.MUNICIPALITY, Set.of(query.municipality()));
        }
        if (query.province() != null) {
            only.put(Dimension.PROVINCE, Set.of(query.province()));
        }
        return new Question(Structure.EFFECTS, null, null, null, null, only, query.boundaries(), null)
                .recordedMunicipalities(register);
    }

    /** Whether what is recorded in this municipality, or in none (null), is asked for. */
    boolean wants(String code) {
        return wanted.map(codes -> code != null && codes.contains(code)).orElse(true);
    }

    /** Whether it stands in no one municipality of the map asked for. */
    boolean isLost(String code) {
        return code != null
                && query.dependsOnRegister()
                && query.boundaries() != null
                && onTheMap(code).isEmpty();
    }

    /** The code in a row; null when rows are not by municipality. */
    String shown(String code) {
        if (code == null || !query.by(EffectDimension.MUNICIPALITY)) {
            return null;
        }
        return query.boundaries() == null ? code : onTheMap(code).orElse(null);
    }

    // A code of another version of the register gets a note, and the answer does not fail.
    private Optional<String> onTheMap(String code) {
        return register.find(code)
                .map(found -> register.reexpress(code, query.boundaries()))
                .filter(Reexpression.Allocated.class::isInstance)
                .map(found -> ((Reexpression.Allocated) found).code());
    }
}

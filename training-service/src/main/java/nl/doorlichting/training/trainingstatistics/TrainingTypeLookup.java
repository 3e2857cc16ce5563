package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Reads the training types in order. They are few, so that their fields are not stored with each figure. */
@ApplicationScoped
class TrainingTypeLookup {
    private static final String TYPES =
            "select code, target_group, phenomenon from training_type order by created_at, code";

    private final EntityManager entities;

    TrainingTypeLookup(EntityManager entities) {
        this.entities = entities;
    }

    record Type(int order, TargetGroup targetGroup, Phenomenon phenomenon) {}

    /** All types by code, in order. */
    record Types(Map<String, Type> byCode) {
        Type of(String code) {
            return code == null ? null : byCode.get(code);
        }

        List<String> codes(Predicate<Type> wanted) {
            return byCode.entrySet().stream()
                    .filter(type -> wanted.test(type.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    Types all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(TYPES, Object[].class).getResultList();
        var byCode = new LinkedHashMap<String, Type>();
        for (var row : rows) {
            var phenomenon = row[2] == null ? null : Phenomenon.valueOf((String) row[2]);
            byCode.put((String) row[0], new Type(byCode.size(), TargetGroup.valueOf((String) row[1]), phenomenon));
        }
        return new Types(byCode);
    }
}

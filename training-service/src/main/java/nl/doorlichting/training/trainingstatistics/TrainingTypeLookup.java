package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Profession;
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

        /** The place of a type in the order of types; null without one. */
        Integer order(Object code) {
            var type = code == null ? null : byCode.get(code);
            return type == null ? null : type.order();
        }

        /** The types of a target group, or about a phenomenon. */
        Collection<String> codes(Predicate<Type> wanted) {
            return NativeRows.some(byCode.entrySet().stream()
                    .filter(type -> wanted.test(type.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
        }

        /**
         * What a group of records states of what the rows are by.
         *
         * @param code of their type; null for several
         * @param targetGroup as recorded; when empty, that of the type
         * @param year null for that of their period
         * @param profession a code; another text is none in particular
         */
        Map<Dimension, Set<Object>> stated(
                Question question, String code, String targetGroup, Integer year, String profession) {
            var type = code == null ? null : byCode.get(code);
            var stated = new EnumMap<Dimension, Set<Object>>(Dimension.class);
            question.by().stream()
                    .filter(dimension -> dimension.kind() != Dimension.Kind.PLACE)
                    .forEach(dimension -> stated.put(
                            dimension,
                            values(
                                    switch (dimension) {
                                        case TRAINING_TYPE -> code;
                                        case YEAR -> year;
                                        case TARGET_GROUP ->
                                            isStated(targetGroup)
                                                    ? TargetGroup.valueOf(targetGroup)
                                                    : type == null ? null : type.targetGroup();
                                        case PROFESSION ->
                                            isStated(profession) && profession.length() > 1
                                                    ? Profession.valueOf(profession)
                                                    : null;
                                        default -> type == null ? null : type.phenomenon();
                                    })));
            return stated;
        }

        private static Set<Object> values(Object value) {
            return value == null ? Set.of() : Set.of(value);
        }

        private static boolean isStated(String code) {
            return code != null && !code.isEmpty();
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

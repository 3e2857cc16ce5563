package nl.doorlichting.domain.figures;

import java.util.Collections;

/** The rule of filters: a fact passes when it states any of the values wanted. Places have a rule of their own. */
final class Filters {
    private Filters() {}

    static boolean pass(Fact<?> fact, Question question) {
        return question.only().entrySet().stream()
                .filter(filter -> fact.stated().containsKey(filter.getKey()))
                .noneMatch(filter -> Collections.disjoint(fact.of(filter.getKey()), filter.getValue()));
    }
}

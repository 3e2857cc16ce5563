package nl.doorlichting.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A total order of a list: the requested keys, with ties broken by id, in the direction of the last of them, so that an index of
 * the key and the id has the order in both directions.
 *
 * @param text canonical form, such as {@code name,-createdAt}
 */
public record SortOrder(String text, List<Step> steps) {
    public record Step(SortKey key, boolean descending) {}

    /** What is wrong with the parameter {@code sort} of a list with these keys. */
    static List<Violation> violations(String sort, ListKeys keys) {
        try {
            parse(sort, keys);
            return List.of();
        } catch (ProblemException refusal) {
            return refusal.violations();
        }
    }

    /** 400 for a key that the list has not, or has twice; null is the default order. */
    public static SortOrder parse(String sort, ListKeys keys) {
        var text = sort == null ? keys.defaultSort() : sort;
        var steps = new ArrayList<Step>();
        for (var part : text.split(",", -1)) {
            var descending = part.startsWith("-");
            refuseSecond(steps, descending ? part.substring(1) : part);
            steps.add(new Step(key(descending ? part.substring(1) : part, keys), descending));
        }
        steps.add(new Step(keys.id(), steps.get(steps.size() - 1).descending()));
        return new SortOrder(text, List.copyOf(steps));
    }

    // Each key costs a column and a comparison with every other key, and a second time changes nothing.
    private static void refuseSecond(List<Step> steps, String name) {
        if (steps.stream().anyMatch(step -> step.key().name().equals(name))) {
            throw ProblemException.violation(Violation.query(
                    "sort", ViolationCode.NOT_ALLOWED, Map.of("repeated", name), Text.of("list.sorted-twice", name)));
        }
    }

    private static SortKey key(String name, ListKeys keys) {
        return keys.sortable().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(keys));
    }

    private static ProblemException unknown(ListKeys keys) {
        var allowed = keys.sortable().stream().map(SortKey::name).toList();
        return ProblemException.violation(Violation.query(
                "sort",
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                Text.of("list.sort-unknown", allowed)));
    }
}

package nl.doorlichting.api.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * The field {@code includedIn} of a record: which tally may count it too. Source: docs/design/figures.md#tallies.
 */
public final class StatedInclusion {
    /** The id of a tally, or a word. */
    public static final String PATTERN = "^(UNKNOWN|NONE|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$";

    /** What holds where nothing is stated. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> WORDS = Set.of(UNKNOWN, "NONE");
    private static final String FIELD = "/includedIn";

    private StatedInclusion() {}

    /** The id of the tally that a record names; empty for a word, and when nothing is stated. */
    public static Optional<UUID> tally(String includedIn) {
        return includedIn == null || WORDS.contains(includedIn)
                ? Optional.empty()
                : Optional.of(UUID.fromString(includedIn));
    }

    /** What is wrong when nothing is stated although these tallies may hold the record: nothing when there are none. */
    public static List<Violation> required(List<String> tallies) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        return List.of(Violation.body(
                FIELD,
                ViolationCode.REQUIRED,
                Map.of("tallies", tallies),
                Text.of("tally.inclusion-required", tallies)));
    }

    /**
     * What is wrong with naming a tally that differs in these fields: nothing when there are none.
     *
     * @param about what the tally is about, in words
     */
    public static List<Violation> differing(List<String> differs, Text about) {
        if (differs.isEmpty()) {
            return List.of();
        }
        return List.of(Violation.body(
                FIELD,
                ViolationCode.NOT_ALLOWED,
                Map.of("differs", differs),
                Text.of("tally.cannot-hold", Text.all(differs), about)));
    }
}

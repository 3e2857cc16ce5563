package nl.doorlichting.domain.releases;

import java.util.Objects;
import java.util.Optional;

/** Why a cell differs from the one of an earlier release. Of several reasons the last in this order is given. */
public enum ChangeReason {
    /** Figures that were not there. */
    NEW,
    /** Figures that were corrected. */
    CORRECTION,
    /** Figures that were withdrawn. */
    WITHDRAWN,
    /** Figures that stand in another cell now, or are calculated in another way. */
    RECLASSIFIED,
    /** Another register of municipalities. */
    BOUNDARY;

    /**
     * What a record states and counts at one instant.
     *
     * @param stated decides in which cells it counts
     * @param counted what it adds to them
     */
    public record Counted<S>(S stated, Object counted) {}

    /** Why the cells of a record differ between two instants; null where it does not count. Empty where it is the same. */
    public static <S> Optional<ChangeReason> between(Counted<S> before, Counted<S> after) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        if (before == null) {
            return Optional.of(NEW);
        }
        if (after == null) {
            return Optional.of(WITHDRAWN);
        }
        return Optional.of(before.stated().equals(after.stated()) ? CORRECTION : RECLASSIFIED);
    }
}

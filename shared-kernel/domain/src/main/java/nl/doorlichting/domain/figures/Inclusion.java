package nl.doorlichting.domain.figures;

import java.util.Collection;
import java.util.Objects;

/**
 * Whether a figure is a figure of its own, a total from its source, or part of one. Source:
 * docs/design/figures.md#tallies.
 *
 * @param tally id of the tally that it is, or that it is part of; null for others
 * @param group what it counts; null where it cannot matter
 * @param country of a tally abroad; null for others
 */
public record Inclusion(Kind kind, String tally, Group group, String country) {
    /** A figure of its own. */
    public static final Inclusion ADDED = new Inclusion(Kind.ADDED, null, null, null);

    /** How a figure relates to tallies. */
    public enum Kind {
        /** A figure of its own. */
        ADDED,
        /** A total from its source. */
        TALLY,
        /** Part of a tally that is known. */
        IN_TALLY,
        /** Perhaps part of any tally of its group that shares its days. */
        UNKNOWN
    }

    /** Of which programme, people and training type a figure is; null is any. */
    public record Group(String programme, String targetGroup, String trainingType) {
        private boolean mayHold(Group other) {
            return Objects.equals(programme, other.programme)
                    && isAlike(targetGroup, other.targetGroup)
                    && isAlike(trainingType, other.trainingType);
        }

        private static boolean isAlike(String one, String other) {
            return one == null || other == null || one.equals(other);
        }
    }

    public Inclusion {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.TALLY || kind == Kind.IN_TALLY) && tally == null) {
            throw new IllegalArgumentException(kind + " without the id of a tally");
        }
        if ((kind == Kind.TALLY || kind == Kind.UNKNOWN) && group == null) {
            throw new IllegalArgumentException(kind + " without a group");
        }
    }

    public static Inclusion tally(String id, Group of) {
        return new Inclusion(Kind.TALLY, id, of, null);
    }

    public static Inclusion in(String tally) {
        return new Inclusion(Kind.IN_TALLY, tally, null, null);
    }

    public static Inclusion unknown(Group of) {
        return new Inclusion(Kind.UNKNOWN, null, of, null);
    }

    public boolean isTally() {
        return kind == Kind.TALLY;
    }

    boolean isPerhapsInTally() {
        return kind == Kind.IN_TALLY || kind == Kind.UNKNOWN;
    }

    /** The same in an answer with these tallies: what none of them may hold is a figure of its own there. */
    public Inclusion among(Collection<Inclusion> tallies) {
        return isPerhapsInTally() && tallies.stream().noneMatch(tally -> tally.mayHold(this)) ? ADDED : this;
    }

    /** Whether this, a tally, may hold the other by what both count. Their days are left to the caller. */
    boolean mayHold(Inclusion other) {
        return other.kind == Kind.IN_TALLY ? tally.equals(other.tally) : group.mayHold(other.group);
    }
}

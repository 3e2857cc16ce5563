package nl.doorlichting.domain.reach;

import java.util.Comparator;

/** The key of an unallocated row. */
record UnallocatedKey(ReachKey key, String from) implements Comparable<UnallocatedKey> {

    private static final Comparator<UnallocatedKey> ORDER =
            Comparator.comparing(UnallocatedKey::key).thenComparing(UnallocatedKey::from);

    @Override
    public int compareTo(UnallocatedKey other) {
        return ORDER.compare(this, other);
    }
}

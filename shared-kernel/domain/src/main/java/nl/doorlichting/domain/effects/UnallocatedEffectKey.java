package nl.doorlichting.domain.effects;

import java.util.Comparator;

/**
 * The place of a figure that is in no municipality of the requested map.
 *
 * @param key the row's other fields
 * @param from the code as recorded
 */
public record UnallocatedEffectKey(EffectKey key, String from) implements Comparable<UnallocatedEffectKey> {
    private static final Comparator<UnallocatedEffectKey> ORDER =
            Comparator.comparing(UnallocatedEffectKey::key).thenComparing(UnallocatedEffectKey::from);

    @Override
    public int compareTo(UnallocatedEffectKey other) {
        return ORDER.compare(this, other);
    }
}

package nl.doorlichting.domain.effects;

import java.util.Comparator;

/**
 * Where a figure stands that is in no municipality of the day asked for.
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

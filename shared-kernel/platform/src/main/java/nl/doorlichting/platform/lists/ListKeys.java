package nl.doorlichting.platform.lists;

import java.util.List;

/**
 * The sort keys of one list.
 *
 * @param id key that is unique, to break ties
 * @param defaultSort order without a {@code sort} parameter, such as {@code -createdAt}
 * @param sortable keys that a caller may name
 */
public record ListKeys(SortKey id, String defaultSort, List<SortKey> sortable) {
    /** Those that {@link SortedBy} names. */
    public static ListKeys of(Class<?> owner, String name) {
        try {
            var field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return (ListKeys) field.get(null);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("@SortedBy names no static ListKeys: " + owner + "." + name, wrong);
        }
    }
}

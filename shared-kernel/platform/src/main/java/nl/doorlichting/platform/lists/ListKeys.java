package nl.doorlichting.platform.lists;

import java.util.List;

/**
 * How one list can be ordered.
 *
 * @param id key that is unique, to break ties
 * @param defaultSort order when the caller asks for none, such as {@code -createdAt}
 * @param sortable keys that a caller may name
 */
public record ListKeys(SortKey id, String defaultSort, List<SortKey> sortable) {}

package nl.doorlichting.platform.lists;

import java.util.List;

/**
 * The sort keys of one list.
 *
 * @param id key that is unique, to break ties
 * @param defaultSort order without a {@code sort} parameter, such as {@code -createdAt}
 * @param sortable keys that a caller may name
 */
public record ListKeys(SortKey id, String defaultSort, List<SortKey> sortable) {}

package nl.doorlichting.reporting.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The result of a search.
 *
 * @param found how many, counted to just above the number to which totals are exact
 * @param items ids of the page in their order
 * @param next position after the page; null on the last one
 * @param facets how many of those found have each facet
 */
record CatalogueHits(long found, List<UUID> items, CatalogueCursor next, Map<String, Long> facets) {
    static final CatalogueHits NONE = new CatalogueHits(0, List.of(), null, Map.of());

    /** From rows of: part, facet, number, moment of publication, id. */
    static CatalogueHits of(List<Object[]> rows, int size) {
        var items = new ArrayList<CatalogueCursor>();
        var facets = new TreeMap<String, Long>();
        var found = 0L;
        for (var row : rows) {
            var number = ((Number) row[2]).longValue();
            switch ((String) row[0]) {
                case "ITEM" -> items.add(new CatalogueCursor(number, (Instant) row[3], (UUID) row[4]));
                case "FACET" -> facets.put((String) row[1], number);
                default -> found = number;
            }
        }
        var page = items.subList(0, Math.min(size, items.size()));
        var next = items.size() > size ? page.get(size - 1) : null;
        return new CatalogueHits(found, page.stream().map(CatalogueCursor::id).toList(), next, facets);
    }
}

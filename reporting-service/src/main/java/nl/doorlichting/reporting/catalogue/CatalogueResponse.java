package nl.doorlichting.reporting.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of what was found, the best first; the newest first when no words were asked for.
 *
 * @param items results of this page, the best first; empty where nothing was found
 * @param total number of items found on all pages together, with the search words and filters of the request
 * @param links paths of this page and its neighbours
 * @param nextCursor {@code cursor} of the next page; null on the last page
 * @param facets how many of the items found on all pages together have each code; of more than 1,000 found, only the
 *     newest 1,000 are counted
 */
public record CatalogueResponse(
        List<CatalogueItem> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        CatalogueResponse.Facets facets) {

    /**
     * By what the answer can be narrowed: each field is a query parameter and has its codes with the number of items
     * found. An item with several codes counts with each.
     *
     * @param kind number of items found by kind of record, one entry for each that occurs, most first; empty where
     *     nothing was found
     * @param municipality number of items found by municipality: one entry for each that occurs, most first; empty
     *     where none of them states one
     * @param province number of items found by province of their municipalities: one entry for each that occurs, most
     *     first; empty where none of them states one
     * @param actionLine number of items found by aim: one entry for each that occurs, most first; empty where none of
     *     them states one
     * @param interventionType number of items found by what is done: one entry for each that occurs, most first; empty
     *     where none of them states one
     * @param phenomenon number of items found by what they are about: one entry for each that occurs, most first; empty
     *     where none of them states one
     * @param verdict number of items found by public verdict on the project: one entry for each that occurs, most
     *     first; empty where none of them states one
     */
    @Schema(name = "CatalogueFacets")
    public record Facets(
            List<Facet> kind,
            List<Facet> municipality,
            List<Facet> province,
            List<Facet> actionLine,
            List<Facet> interventionType,
            List<Facet> phenomenon,
            List<Facet> verdict) {

        static Facets of(Map<String, Long> counts) {
            return new Facets(
                    facets(counts, CatalogueFacets.KIND),
                    facets(counts, CatalogueFacets.MUNICIPALITY),
                    facets(counts, CatalogueFacets.PROVINCE),
                    facets(counts, CatalogueFacets.ACTION_LINE),
                    facets(counts, CatalogueFacets.INTERVENTION_TYPE),
                    facets(counts, CatalogueFacets.PHENOMENON),
                    facets(counts, CatalogueFacets.VERDICT));
        }

        private static List<Facet> facets(Map<String, Long> counts, String name) {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(name + ":"))
                    .map(entry -> new Facet(entry.getKey().substring(name.length() + 1), entry.getValue()))
                    .sorted(Comparator.comparing(Facet::count).reversed().thenComparing(Facet::code))
                    .toList();
        }
    }

    /**
     * How many of the items found have a code.
     *
     * @param code code to give the query parameter that has the name of the facet
     * @param count number of items found that have the code
     */
    @Schema(name = "CatalogueFacet")
    public record Facet(String code, long count) {}
}

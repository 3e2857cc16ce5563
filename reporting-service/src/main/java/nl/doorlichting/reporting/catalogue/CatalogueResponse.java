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
 * @param total number of results
 * @param links paths of this page and its neighbours
 * @param nextCursor {@code cursor} of the next page; null on the last page
 * @param facets how many of those found have each code, most first; of more than 1,000 found, of the newest 1,000
 */
public record CatalogueResponse(
        List<CatalogueItem> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        CatalogueResponse.Facets facets) {

    /**
     * By what the answer can be narrowed: names of the query parameters.
     *
     * @param kind number of results by kind of record
     * @param municipality number of results by municipality
     * @param province number of results by province
     * @param actionLine number of results by aim
     * @param interventionType number of results by what is done
     * @param phenomenon number of results by what they are about
     * @param verdict number of results by verdict
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
     * How many have this code.
     *
     * @param code code to filter by
     * @param count number of results with this code
     */
    @Schema(name = "CatalogueFacet")
    public record Facet(String code, long count) {}
}

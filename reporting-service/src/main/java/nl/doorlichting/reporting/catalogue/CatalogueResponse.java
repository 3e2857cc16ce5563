package nl.doorlichting.reporting.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
 * @param suggestions at most three other texts that find more, the likeliest first: they resemble search words that are
 *     no words of Dutch or English, or name the municipality that the one searched for became; empty where five items
 *     or more were found by words that all occur, where nothing resembles the words, and without search words
 * @param correctedTo text that was searched for in place of the search words, because one of them occurs nowhere and is
 *     no word of Dutch or English: the first of the suggestions; null where the search words themselves were searched for
 */
public record CatalogueResponse(
        List<CatalogueItem> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        CatalogueResponse.Facets facets,
        List<CatalogueResponse.Suggestion> suggestions,
        @Schema(nullable = true) String correctedTo) {

    /**
     * Another text to search for.
     *
     * @param text words to give as q, in small letters without accents
     * @param count number of items that they find with the filters of the request; 1,001 stands for more than 1,000
     */
    @Schema(name = "CatalogueSuggestion")
    public record Suggestion(String text, long count) {
        /** Of this many, which are counted to 1,001. */
        static Suggestion of(String text, long found) {
            return new Suggestion(text, Math.min(found, CatalogueSearch.RANKED + 1));
        }
    }

    /**
     * By what the answer can be narrowed: each field is a query parameter and has its codes with the number of items
     * found. An item with several codes counts with each.
     *
     * @param kind number of items found by kind of record, one entry for each that occurs, most first; empty where
     *     nothing was found
     * @param type number of items found by kind of lesson or product: one entry for each that occurs, most first; empty
     *     where there is neither a lesson nor a product
     * @param tag number of items found by tag: one entry for each of the fifty that occur most, most first; empty where
     *     none of them has one
     * @param phase number of items found by phase of a project that they help in: one entry for each that occurs, most
     *     first; empty where none of them states one
     * @param role number of items found by role that they help: one entry for each that occurs, most first; empty where
     *     none of them states one
     * @param track number of items found by level: one entry for each that occurs, most first; empty where none of them
     *     states one
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
     * @param project number of items found by project: one entry for each of the fifty that occur most, most first; empty
     *     where none of them is of one project
     * @param year number of items found by year of publication, in the time of the Netherlands: one entry for each that
     *     occurs, most first; empty where nothing was found
     */
    @Schema(name = "CatalogueFacets")
    public record Facets(
            List<Facet> kind,
            List<Facet> type,
            List<Facet> tag,
            List<Facet> phase,
            List<Facet> role,
            List<Facet> track,
            List<Facet> municipality,
            List<Facet> province,
            List<Facet> actionLine,
            List<Facet> interventionType,
            List<Facet> phenomenon,
            List<Facet> verdict,
            List<Facet> project,
            List<Facet> year) {
        private static final int MOST = 50;

        static Facets of(
                Map<String, Long> counts,
                CatalogueLabels labels,
                Function<List<UUID>, Map<String, String>> projectTitles) {
            return new Facets(
                    facets(counts, CatalogueFacets.KIND, labels),
                    facets(counts, CatalogueFacets.TYPE, labels),
                    most(facets(counts, CatalogueFacets.TAG, labels)),
                    facets(counts, CatalogueFacets.PHASE, labels),
                    facets(counts, CatalogueFacets.ROLE, labels),
                    facets(counts, CatalogueFacets.TRACK, labels),
                    facets(counts, CatalogueFacets.MUNICIPALITY, labels),
                    facets(counts, CatalogueFacets.PROVINCE, labels),
                    facets(counts, CatalogueFacets.ACTION_LINE, labels),
                    facets(counts, CatalogueFacets.INTERVENTION_TYPE, labels),
                    facets(counts, CatalogueFacets.PHENOMENON, labels),
                    facets(counts, CatalogueFacets.VERDICT, labels),
                    titled(most(facets(counts, CatalogueFacets.PROJECT, labels)), projectTitles),
                    facets(counts, CatalogueFacets.YEAR, labels));
        }

        private static List<Facet> facets(Map<String, Long> counts, String name, CatalogueLabels labels) {
            var facets = new ArrayList<Facet>();
            counts.forEach((facet, count) -> {
                if (facet.startsWith(name + ":")) {
                    var code = facet.substring(name.length() + 1);
                    var shown = labels.shown(facet).orElse(List.of(code, code));
                    facets.add(new Facet(code, shown.get(0), shown.get(1), count));
                }
            });
            facets.sort(Comparator.comparing(Facet::count).reversed().thenComparing(Facet::code));
            return facets;
        }

        private static List<Facet> most(List<Facet> facets) {
            return facets.subList(0, Math.min(MOST, facets.size()));
        }

        private static List<Facet> titled(
                List<Facet> projects, Function<List<UUID>, Map<String, String>> projectTitles) {
            if (projects.isEmpty()) {
                return projects;
            }
            var titles = projectTitles.apply(
                    projects.stream().map(Facet::code).map(UUID::fromString).toList());
            return projects.stream()
                    .map(facet -> facet.labelled(titles.getOrDefault(facet.code(), facet.code())))
                    .toList();
        }
    }

    /**
     * How many of the items found have a code.
     *
     * @param code code to give the query parameter that has the name of the facet
     * @param labelDutch label in Dutch, to show in an interface: of a place its name, of a project the title of its item
     *     in the catalogue; the code itself where it has no label, as a tag, a year and a project that is not public
     * @param labelEnglish the same in English; names and titles are not translated
     * @param count number of items found that have the code
     */
    @Schema(name = "CatalogueFacet")
    public record Facet(String code, String labelDutch, String labelEnglish, long count) {
        private Facet labelled(String label) {
            return new Facet(code, label, label, count);
        }
    }
}

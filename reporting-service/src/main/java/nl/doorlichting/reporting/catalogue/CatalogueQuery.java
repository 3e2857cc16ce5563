package nl.doorlichting.reporting.catalogue;

import java.util.List;
import nl.doorlichting.platform.lists.PageRequest;

/**
 * A question to the catalogue.
 *
 * @param words what to find; null to see everything, empty when nothing can be found
 * @param facets what every item must have, as name:code
 * @param after position of the last item of the page before; null for the first page
 */
record CatalogueQuery(List<String> words, List<String> facets, PageRequest page, CatalogueCursor after) {}

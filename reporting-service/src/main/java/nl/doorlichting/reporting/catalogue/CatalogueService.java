package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class CatalogueService {
    private final CatalogueSearch search;

    CatalogueService(CatalogueSearch search) {
        this.search = search;
    }

    @Transactional
    CatalogueResponse find(CatalogueSearch.Criteria query) {
        var words = search.tsquery(query.words());
        var hits = search.find(query, words);
        var request = query.page();
        var links = new Page.Links(
                request.selfLink(),
                request.link(null),
                hits.next() == null ? null : request.link(hits.next().encode()),
                null);
        return new CatalogueResponse(
                items(hits.items(), words),
                Page.Total.of(hits.found()),
                links,
                links.nextCursor(),
                CatalogueResponse.Facets.of(hits.facets()));
    }

    @Transactional
    CatalogueItem get(UUID id) {
        return search.shown(List.of(id), null).stream()
                .map(row -> CatalogueItem.from(row, true))
                .findFirst()
                .orElseThrow(() -> search.reasonOfWithdrawal(id)
                        .map(reason ->
                                ProblemException.of(ProblemType.GONE, Text.of("catalogue.withdrawn", reason), Map.of()))
                        .orElseGet(ProblemException::notFound));
    }

    private List<CatalogueItem> items(List<UUID> ids, String words) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CatalogueItem> byId = search.shown(ids, words).stream()
                .map(row -> CatalogueItem.from(row, false))
                .collect(Collectors.toMap(CatalogueItem::id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }
}

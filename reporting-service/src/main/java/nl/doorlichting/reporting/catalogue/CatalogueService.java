package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class CatalogueService {
    /** With fewer results than these, other words are suggested. */
    private static final int FEW = 5;

    private static final int SUGGESTIONS = 3;

    private final CatalogueSearch search;
    private final CatalogueLabels labels;

    CatalogueService(CatalogueSearch search, CatalogueLabels labels) {
        this.search = search;
        this.labels = labels;
    }

    @Transactional
    CatalogueResponse find(CatalogueSearch.Criteria query) {
        var words = search.question(query.words());
        var hits = search.find(query, words);
        var suggestions = suggestions(query, hits.found());
        String corrected = null;
        if (hits.found() == 0 && !suggestions.isEmpty() && hasUnknownWord(query.words())) {
            corrected = suggestions.get(0).text();
            words = search.question(SearchWords.of(corrected));
            hits = search.find(query, words);
        }
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
                CatalogueResponse.Facets.of(hits.facets(), labels, search::projectTitles),
                suggestions,
                corrected);
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

    private boolean hasUnknownWord(List<String> words) {
        return words.stream().anyMatch(word -> !search.isKnown(word));
    }

    /** Words that find more, the likeliest first; none where enough was found. */
    private List<CatalogueResponse.Suggestion> suggestions(CatalogueSearch.Criteria query, long found) {
        var words = query.words();
        if (words == null || words.isEmpty() || found >= FEW) {
            return List.of();
        }
        // Where every word is known, each can still be a mistake for another.
        var mistaken = hasUnknownWord(words);
        var alternatives = new ArrayList<List<String>>();
        for (var word : words) {
            var meant = mistaken && search.isKnown(word) ? List.<String>of() : search.alike(word, SUGGESTIONS);
            alternatives.add(meant.isEmpty() ? List.of(word) : meant);
        }
        return IntStream.range(0, SUGGESTIONS)
                .mapToObj(i -> alternatives.stream()
                        .map(meant -> meant.get(Math.min(i, meant.size() - 1)))
                        .collect(Collectors.joining(" ")))
                .distinct()
                .filter(text -> !text.equals(String.join(" ", words)))
                .map(text -> new CatalogueResponse.Suggestion(
                        text, search.count(search.question(SearchWords.of(text)), query.facets())))
                .filter(suggestion -> suggestion.count() > found)
                .toList();
    }

    private List<CatalogueItem> items(List<UUID> ids, CatalogueSearch.Question words) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CatalogueItem> byId = search.shown(ids, words).stream()
                .map(row -> CatalogueItem.from(row, false))
                .collect(Collectors.toMap(CatalogueItem::id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }
}

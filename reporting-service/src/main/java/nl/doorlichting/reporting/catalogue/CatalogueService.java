package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** Finds what is public. */
@ApplicationScoped
public class CatalogueService {
    /** With fewer results than these, other words are suggested. */
    private static final int FEW = 5;

    private static final int SUGGESTIONS = 3;

    private final CatalogueSearch search;
    private final CatalogueLabels labels;
    private final CatalogueDetails details;

    CatalogueService(CatalogueSearch search, CatalogueLabels labels, CatalogueDetails details) {
        this.search = search;
        this.labels = labels;
        this.details = details;
    }

    @Transactional
    CatalogueResponse find(CatalogueSearch.Criteria query) {
        var words = search.question(query.words());
        var found = inParts(query, new Found(words, search.find(query, words), List.of(), null));
        return response(query, found.isEnough() && found.mistakes().isEmpty() ? found : suggested(query, found));
    }

    /** With what has a compound in its parts, where few items have the word. */
    private Found inParts(CatalogueSearch.Criteria query, Found typed) {
        var partings = typed.isEnough() ? List.<CatalogueSearch.Parting>of() : search.partings(query.words());
        if (partings.isEmpty()) {
            return typed;
        }
        var words = search.question(query.words(), partings);
        return new Found(words, search.find(query, words), List.of(), null);
    }

    /**
     * What a search found.
     *
     * @param suggestions texts that find more
     * @param corrected the text that was searched for in place of the words; null for the words themselves
     */
    private record Found(
            CatalogueSearch.Question words,
            CatalogueSearch.Hits hits,
            List<CatalogueResponse.Suggestion> suggestions,
            String corrected) {
        boolean isEnough() {
            return words == null || hits.found() >= FEW;
        }

        /** Unknown words that are no words of the language either. */
        List<String> mistakes() {
            return words == null
                    ? List.of()
                    : words.unknown().stream()
                            .filter(word -> !Lexicon.isWord(word))
                            .toList();
        }
    }

    /** With words that find more. Where nothing was found and a word is a mistake, the likeliest of them is searched for. */
    private Found suggested(CatalogueSearch.Criteria query, Found typed) {
        var unknown = typed.mistakes();
        var found = typed;
        var suggestions = new ArrayList<CatalogueResponse.Suggestion>();
        for (var text : alternatives(query.words(), unknown)) {
            var meant = search.question(SearchWords.of(text));
            var isSearched = typed.hits().found() == 0 && !unknown.isEmpty() && found.corrected() == null;
            var hits = isSearched ? search.find(query, meant) : null;
            var count = isSearched ? hits.found() : search.count(meant, query);
            if (count <= typed.hits().found()) {
                continue;
            }
            suggestions.add(CatalogueResponse.Suggestion.of(text, count));
            if (isSearched) {
                found = new Found(meant, hits, List.of(), text);
            }
        }
        return new Found(found.words(), found.hits(), suggestions, found.corrected());
    }

    /** Texts that the words may stand for, the likeliest first. */
    private List<String> alternatives(List<String> words, List<String> unknown) {
        var each = new ArrayList<List<String>>();
        for (var word : words) {
            // Where no word is unknown, each that is no word of the language can still be a mistake for another.
            var isMeant = isWord(word) || !unknown.isEmpty() && !unknown.contains(word);
            var meant = isMeant ? List.<String>of() : search.alike(word, SUGGESTIONS);
            each.add(meant.isEmpty() ? List.of(word) : meant);
        }
        var alike = IntStream.range(0, SUGGESTIONS)
                .mapToObj(i -> each.stream()
                        .map(meant -> meant.get(Math.min(i, meant.size() - 1)))
                        .collect(Collectors.joining(" ")));
        return Stream.concat(labels.laterNames(words).stream(), alike)
                .distinct()
                .filter(text -> !text.equals(String.join(" ", words)))
                .limit(SUGGESTIONS)
                .toList();
    }

    private boolean isWord(String word) {
        return Lexicon.isWord(word) || labels.hasWord(word);
    }

    private CatalogueResponse response(CatalogueSearch.Criteria query, Found found) {
        var request = query.page();
        var hits = found.hits();
        var links = new Page.Links(
                request.selfLink(),
                request.link(null),
                hits.next() == null ? null : request.link(hits.next().encode()),
                null);
        return new CatalogueResponse(
                items(hits.items(), found.words()),
                Page.Total.of(hits.found()),
                links,
                links.nextCursor(),
                CatalogueResponse.Facets.of(hits.facets(), labels, search::projectTitles),
                found.suggestions(),
                found.corrected());
    }

    @Transactional
    CatalogueItem get(UUID id) {
        return search.shown(List.of(id), null).stream()
                .findFirst()
                .map(row -> CatalogueItem.whole(row, details.withdrawnVerdicts(id), details.claim(id)))
                .orElseThrow(() -> search.reasonOfWithdrawal(id)
                        .map(reason ->
                                ProblemException.of(ProblemType.GONE, Text.of("catalogue.withdrawn", reason), Map.of()))
                        .orElseGet(ProblemException::notFound));
    }

    /** The projects of a programme that were published by a moment and are public now, as they are now. */
    @Transactional
    public List<CatalogueItem> projects(String programme, Instant until) {
        return items(search.published(CatalogueKind.PROJECT, programme, until), null);
    }

    /** The same of lessons. */
    @Transactional
    public List<CatalogueItem> lessons(String programme, Instant until) {
        return items(search.published(CatalogueKind.LESSON, programme, until), null);
    }

    private List<CatalogueItem> items(List<UUID> ids, CatalogueSearch.Question words) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CatalogueItem> byId = search.shown(ids, words).stream()
                .map(CatalogueItem::listed)
                .collect(Collectors.toMap(CatalogueItem::id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }
}

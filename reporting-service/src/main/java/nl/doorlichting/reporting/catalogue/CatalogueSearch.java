package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;

/**
 * Finds, counts and orders items. A search reads at most as many as totals are exact for, and ranks the newest of a large
 * result, so that a frequent word costs no more than another.
 */
@ApplicationScoped
class CatalogueSearch {
    /** How many of a larger result are ranked and counted by facet: the newest. */
    static final int RANKED = 1_000;

    private static final String WORDS = "cast(:words as tsquery)";
    private static final String RANK = "cast(ts_rank(document, " + WORDS + ") * 10000000 as bigint)";
    private static final String FOUND = """
        with hits as materialized (
            select * from find_in_catalogue(%%1$s, cast(:facets as text[]), %d, %d)),
        found as materialized (
            select id, published_at, facets, %%2$s as rank from hits where id is not null)
        (select 'ITEM', cast(null as text), rank, published_at, id from %%3$s
            order by rank desc, published_at desc, id limit :size)
        union all
        (select 'FACET', facet, count(*), null, null from found, unnest(facets) facet group by facet)
        union all select 'TOTAL', null, matched, null, null from hits where id is null
        """.formatted(RANKED, Page.Total.EXACT_UP_TO + 1);
    private static final String LATER = "(published_at < :publishedAt or (published_at = :publishedAt and id > :id))";
    private static final String SHOWN = """
        select id, kind, programme, type, title, %s as marked, %s as fragment, tags, language, source, project_id,
            track, action_line, intervention_types, phenomena, place_scope, municipalities, verdicts, published_at,
            text
        from catalogue_item where id in (:ids)
        """;

    /**
     * What to find.
     *
     * @param words what to find; null to see everything, empty when nothing can be found
     * @param facets what every item must have, as name:code
     * @param after position of the last item of the page before; null for the first page
     */
    record Criteria(List<String> words, List<String> facets, PageRequest page, CatalogueCursor after) {}

    /**
     * The result of a search.
     *
     * @param found how many, counted to just above the number to which totals are exact
     * @param items ids of the page in their order
     * @param next position after the page; null on the last one
     * @param facets how many of those found have each facet
     */
    record Hits(long found, List<UUID> items, CatalogueCursor next, Map<String, Long> facets) {
        static final Hits NONE = new Hits(0, List.of(), null, Map.of());

        /** From rows of: part, facet, number, moment of publication, id. */
        static Hits of(List<Object[]> rows, int size) {
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
            return new Hits(found, page.stream().map(CatalogueCursor::id).toList(), next, facets);
        }
    }

    private final EntityManager entities;

    CatalogueSearch(EntityManager entities) {
        this.entities = entities;
    }

    Hits find(Criteria query, String words) {
        if (words != null && words.isEmpty()) {
            return Hits.NONE;
        }
        var statement = words == null
                ? entities.createNativeQuery(FOUND.formatted("null", "cast(0 as bigint)", listed(query)))
                : entities.createNativeQuery(FOUND.formatted(WORDS, RANK, ranked(query)))
                        .setParameter("words", words);
        statement.setParameter("facets", query.facets().toArray(String[]::new));
        bindPage(statement, query);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return Hits.of(rows, query.page().size());
    }

    /**
     * Each word as its stem and as typed, begun words included; stop words ("de", "het") are left out.
     * Null for null, empty when no word is left.
     */
    String tsquery(List<String> words) {
        if (words == null) {
            return null;
        }
        return (String) entities.createNativeQuery("""
            select coalesce(string_agg('(' || cast(stem || written as text) || ')', ' & '), '')
            from (select
                    to_tsquery('dutch', word || case when length(word) > 2 then ':*' else '' end) as stem,
                    to_tsquery('simple', word || case when length(word) > 2 then ':*' else '' end) as written
                from unnest(cast(:words as text[])) as word
                where numnode(to_tsquery('dutch', word)) > 0) as each
            """, String.class)
                .setParameter("words", words.toArray(String[]::new))
                .getSingleResult();
    }

    /** Why the item is not public any more; empty for one that is, or never was. */
    Optional<String> reasonOfWithdrawal(UUID id) {
        @SuppressWarnings("unchecked")
        List<String> reasons = entities.createNativeQuery(
                        "select reason from catalogue_withdrawal where id = :id", String.class)
                .setParameter("id", id)
                .getResultList();
        return reasons.stream().findFirst();
    }

    /** The rows of the items, with found words between two characters that no stored text has. */
    List<Object[]> shown(List<UUID> ids, String words) {
        var marked = words == null ? "title" : headline("title", "HighlightAll=true");
        var fragment = words == null ? "left(text, 300)" : headline("left(text, 4000)", "MaxWords=35, MinWords=15");
        var statement = entities.createNativeQuery(SHOWN.formatted(marked, fragment), Object[].class);
        statement.setParameter("ids", ids);
        if (words != null) {
            statement.setParameter("words", words);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows;
    }

    private static String ranked(Criteria query) {
        return query.after() == null ? "found" : "found where rank < :rank or (rank = :rank and " + LATER + ")";
    }

    // Without words the newest come first and there is no end at the thousandth.
    private static String listed(Criteria query) {
        var conditions = new ArrayList<String>();
        if (!query.facets().isEmpty()) {
            conditions.add("facets @> cast(:facets as text[])");
        }
        if (query.after() != null) {
            conditions.add("published_at <= :publishedAt and " + LATER);
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "(select id, published_at, cast(0 as bigint) as rank from catalogue_document" + where
                + " order by published_at desc, id limit :size) as page";
    }

    private static void bindPage(Query statement, Criteria query) {
        statement.setParameter("size", query.page().size() + 1);
        var after = query.after();
        if (after != null) {
            statement.setParameter("publishedAt", after.publishedAt()).setParameter("id", after.id());
        }
        if (after != null && query.words() != null) {
            statement.setParameter("rank", after.rank());
        }
    }

    private static String headline(String text, String options) {
        return "ts_headline('dutch', translate(%s, '<>', '%s'), cast(:words as tsquery), 'StartSel=%s, StopSel=%s, %s')"
                .formatted(text, Highlight.HIDDEN, Highlight.START, Highlight.STOP, options);
    }
}

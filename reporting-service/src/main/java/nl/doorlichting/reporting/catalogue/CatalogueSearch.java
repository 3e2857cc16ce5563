package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Page;

/**
 * Finds, counts and orders. Nothing is looked at beyond the number to which totals are exact: above it the newest of
 * what was found are ranked, so that a word that everything has costs no more than another.
 */
@ApplicationScoped
class CatalogueSearch {
    /** How many of a larger find are ranked: the newest. */
    static final int RANKED = 2_000;

    private static final String SELECTED =
            "select id, published_at, facets, %s as rank from catalogue_item where %s order by published_at desc, id limit %d";
    private static final String RANK = "cast(ts_rank(document, cast(:words as tsquery)) * 10000000 as bigint)";

    private static final String SHOWN = """
            select id, kind, programme, type, title, %s as marked, %s as fragment, tags, language, source, project_id,
                track, action_line, intervention_types, phenomena, place_scope, municipalities, verdicts, published_at,
                text
            from catalogue_item where id in (:ids)
            """;

    private final EntityManager entities;

    CatalogueSearch(EntityManager entities) {
        this.entities = entities;
    }

    CatalogueHits find(CatalogueQuery query) {
        var words = query.words() == null ? null : tsquery(query.words());
        if (words != null && words.isEmpty()) {
            return CatalogueHits.NONE;
        }
        var hits = run(query, words, Page.Total.EXACT_UP_TO + 1, true);
        return hits.found() <= Page.Total.EXACT_UP_TO || words == null
                ? hits
                : run(query, words, RANKED, false).countedAs(hits);
    }

    /**
     * Each word as its stem and as typed, begun words included; words that say nothing ("de", "het") are left out.
     * Empty when none is left.
     */
    String tsquery(List<String> words) {
        var text = (String) entities.createNativeQuery("""
                        select coalesce(string_agg('(' || cast(stem || written as text) || ')', ' & '), '')
                        from (select
                                to_tsquery('dutch', word || case when length(word) > 2 then ':*' else '' end) as stem,
                                to_tsquery('simple', word || case when length(word) > 2 then ':*' else '' end) as written
                            from unnest(cast(:words as text[])) as word
                            where numnode(to_tsquery('dutch', word)) > 0) as each
                        """, String.class)
                .setParameter("words", words.toArray(String[]::new))
                .getSingleResult();
        return text;
    }

    private CatalogueHits run(CatalogueQuery query, String words, int limit, boolean count) {
        var statement = entities.createNativeQuery(sql(query, words, limit, count), Object[].class);
        if (words != null) {
            statement.setParameter("words", words);
        }
        if (!query.facets().isEmpty()) {
            statement.setParameter("facets", query.facets().toArray(String[]::new));
        }
        statement.setParameter("size", query.page().size() + 1);
        bindPosition(statement, query.after());
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return CatalogueHits.of(rows, query.page().size());
    }

    private static String sql(CatalogueQuery query, String words, int limit, boolean count) {
        var conditions = new ArrayList<String>();
        if (words != null) {
            conditions.add("document @@ cast(:words as tsquery)");
        }
        if (!query.facets().isEmpty()) {
            conditions.add("facets @> cast(:facets as text[])");
        }
        var where = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        var found = SELECTED.formatted(words == null ? "0" : RANK, where, limit);
        if (count && words != null) {
            // In any order: an index that finds words gives them in none, and more than the limit is counted only.
            found = found.replace(" order by published_at desc, id", "");
        }
        var counts = count
                ? " union all select 'TOTAL', null, count(*), null, null from found"
                        + " union all (select 'FACET', f, count(*), null, null from found, unnest(facets) f group by f)"
                : "";
        return "with found as materialized (" + found + ")"
                + " (select 'ITEM' as part, cast(null as text) as facet, cast(rank as bigint) as number, published_at, id"
                + " from found" + beyond(query.after()) + " order by rank desc, published_at desc, id limit :size)"
                + counts;
    }

    private static String beyond(CatalogueCursor after) {
        return after == null
                ? ""
                : " where rank < :rank or (rank = :rank and (published_at < :publishedAt"
                        + " or (published_at = :publishedAt and id > :id)))";
    }

    private static void bindPosition(Query statement, CatalogueCursor after) {
        if (after != null) {
            statement.setParameter("rank", after.rank());
            statement.setParameter("publishedAt", after.publishedAt());
            statement.setParameter("id", after.id());
        }
    }

    /** What is shown of these, with the words found between two signs that no text can hold. */
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

    private static String headline(String text, String options) {
        return "ts_headline('dutch', translate(%s, '<>', '%s'), cast(:words as tsquery), 'StartSel=%s, StopSel=%s, %s')"
                .formatted(text, Highlight.HIDDEN, Highlight.START, Highlight.STOP, options);
    }
}

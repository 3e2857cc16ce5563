package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Page;

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

    private final EntityManager entities;

    CatalogueSearch(EntityManager entities) {
        this.entities = entities;
    }

    CatalogueHits find(CatalogueQuery query, String words) {
        if (words != null && words.isEmpty()) {
            return CatalogueHits.NONE;
        }
        var statement = words == null
                ? entities.createNativeQuery(FOUND.formatted("null", "cast(0 as bigint)", listed(query)))
                : entities.createNativeQuery(FOUND.formatted(WORDS, RANK, ranked(query)))
                        .setParameter("words", words);
        statement.setParameter("facets", query.facets().toArray(String[]::new));
        bindPage(statement, query);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return CatalogueHits.of(rows, query.page().size());
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

    private static String ranked(CatalogueQuery query) {
        return query.after() == null ? "found" : "found where rank < :rank or (rank = :rank and " + LATER + ")";
    }

    // Without words the newest come first and there is no end at the thousandth.
    private static String listed(CatalogueQuery query) {
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

    private static void bindPage(Query statement, CatalogueQuery query) {
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

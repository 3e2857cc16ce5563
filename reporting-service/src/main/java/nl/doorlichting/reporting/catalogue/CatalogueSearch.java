package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Page;

/**
 * Finds, counts and orders. No more is looked at than the number to which totals are exact, and of a large find the
 * newest are ranked, so that a word that everything has costs no more than another.
 */
@ApplicationScoped
class CatalogueSearch {
    /** How many of a larger find are ranked and counted by facet: the newest. */
    static final int RANKED = 1_000;

    private static final String WORDS = "document @@ cast(:words as tsquery)";
    private static final String FACETS = "facets @> cast(:facets as text[])";
    private static final String RANK = "cast(ts_rank(document, cast(:words as tsquery)) * 10000000 as bigint)";
    private static final String NEWEST_FIRST = " order by published_at desc, id limit ";
    private static final String SHOW = """
            (select 'ITEM', cast(null as text), rank, published_at, id from %%3$s
                order by rank desc, published_at desc, id limit :size)
            union all
            (select 'FACET', facet, count(*), null, null from found, unnest(facets) facet group by facet)
            """.replace("%%", "%");
    // What few items have is found by its index, counted, and the newest of it ranked; of too many nothing but the
    // count.
    private static final String FEW =
            """
            with few as materialized (select id, published_at from catalogue_document%%1$s limit %d),
            size as materialized (select count(*) as n from few),
            newest as materialized (
                select id from few, size where n <= %d order by published_at desc, id limit %d),
            found as materialized (
                select one.id, one.published_at, one.facets, %%2$s as rank
                from newest cross join lateral (
                    select d.* from catalogue_document d where d.id = newest.id limit 1) as one)
            """.formatted(Page.Total.EXACT_UP_TO + 1, Page.Total.EXACT_UP_TO, RANKED) + SHOW + """
            union all select 'TOTAL', null, n, null, null from size
            """;
    // What many items have is met soon when walking from the newest.
    private static final String MANY = """
            with found as materialized (
                select id, published_at, facets, %%2$s as rank
                from (select * from catalogue_document%%1$s order by published_at desc, id limit %d) as newest)
            """.formatted(RANKED) + SHOW;
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
        // Of a frequent word the planner thinks the table as good as the index; it is ten times as large.
        entities.createNativeQuery("select set_config('enable_seqscan', 'off', true)", String.class)
                .getSingleResult();
        var hits = run(FEW, query, words);
        return hits.found() <= Page.Total.EXACT_UP_TO
                ? hits
                : run(MANY, query, words).countedAs(hits.found());
    }

    /**
     * Each word as its stem and as typed, begun words included; words that say nothing ("de", "het") are left out.
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

    private CatalogueHits run(String sql, CatalogueQuery query, String words) {
        var where = where(query, words);
        var rank = words == null ? "cast(0 as bigint)" : RANK;
        var statement = bound(sql.formatted(where, rank, items(query, words, where)), query, words);
        bindPage(statement, query);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return CatalogueHits.of(rows, query.page().size());
    }

    private static String items(CatalogueQuery query, String words, String where) {
        var after = query.after() != null;
        if (words != null) {
            return "found" + (after ? " where rank < :rank or (rank = :rank and " + later() + ")" : "");
        }
        var beyond =
                after ? (where.isEmpty() ? " where " : " and ") + "published_at <= :publishedAt and " + later() : "";
        return "(select id, published_at, cast(0 as bigint) as rank from catalogue_document" + where + beyond
                + NEWEST_FIRST + ":size) as page";
    }

    private static String later() {
        return "(published_at < :publishedAt or (published_at = :publishedAt and id > :id))";
    }

    private static String where(CatalogueQuery query, String words) {
        if (words == null) {
            return query.facets().isEmpty() ? "" : " where " + FACETS;
        }
        return " where " + WORDS + (query.facets().isEmpty() ? "" : " and " + FACETS);
    }

    private Query bound(String sql, CatalogueQuery query, String words) {
        var statement = entities.createNativeQuery(sql);
        if (words != null) {
            statement.setParameter("words", words);
        }
        if (!query.facets().isEmpty()) {
            statement.setParameter("facets", query.facets().toArray(String[]::new));
        }
        return statement;
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

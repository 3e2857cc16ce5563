package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    // Of what a filter allows, an item needs one facet only. Null where there is no such filter.
    private static final String ANY = "cast(nullif(cast(:any as text), '') as tsquery)";
    private static final String WORDS_AND_ANY = "coalesce(" + WORDS + " && " + ANY + ", " + WORDS + ")";
    // No rank reaches 2: what has the words as they are comes before what only resembles them, and what has the code of
    // which they are the label before both.
    private static final String RANK = "cast(ts_rank(document, " + WORDS + ") * 10000000 as bigint)"
            + " + case when document @@ cast(:exact as tsquery) then 20000000 else 0 end"
            + " + case when document @@ cast(:labelled as tsquery) then 40000000 else 0 end";
    private static final String UNRANKED = "cast(0 as bigint)";
    private static final String ALL_FOUND = "(select matched from hits where id is null) <= " + RANKED;
    private static final String READ = "document || cast('' as tsvector)";
    private static final String FOUND = """
        with hits as materialized (
            select * from find_in_catalogue(%%1$s, cast(:facets as text[]), %d, %d)),
        -- Without the offset each use of the document would read it anew.
        found as materialized (
            select id, published_at, facets, %%2$s as rank
            from (select id, published_at, facets, %%5$s as document from hits where id is not null offset 0) as read)
        (select 'ITEM', cast(null as text), rank, published_at, id from %%3$s
            order by rank desc, %%4$s limit :size)
        union all
        (select 'FACET', facet, count(*), null, null from found, unnest(facets) facet group by facet)
        union all select 'TOTAL', null, matched, null, null from hits where id is null
        """.formatted(RANKED, Page.Total.EXACT_UP_TO + 1);
    private static final String SHOWN = """
        select id, kind, programme, type, title, %s as marked, %s as fragment, tags, language, source, project_id,
            track, action_line, intervention_types, phenomena, place_scope, municipalities, verdicts, published_at,
            text, phase, coalesce(roles, '{}'), coalesce((
                select v.evidence from catalogue_verdict v where v.project_id = catalogue_item.id and kind = 'PROJECT'), '{}')
        from catalogue_item where id in (:ids)
        """;
    // What has all words, however begun, inflected or part of a compound, or the codes that they can mean; and what has
    // them as they are. Of a word there can be several options, of which an item needs one: as typed, another name of
    // the place, of its family, written as one with its neighbour, or in its parts. The language of the words is not
    // known, so they are taken for both. What a word begins with is the word as typed and its Dutch stem, because
    // compounds are written as one in Dutch only. A word of the language does not go on by one or two letters that are
    // no inflection: where texts have such words, the other ways in which it goes on are asked for. A stem that is a
    // word that says nothing, as "met" of "meten", is none. A stem of four letters is looked for at the end of longer
    // words only, after four others. A stem that ends in "v" or "z" is also written with "f" or "s": "prijz" as
    // "prijs". A form that begins with another one is found by that, and left out: each costs
    // time for each item found. For that reason an option that is not as typed is left out too if no published text can
    // have it. The codes of an item begin with the name of their facet, so a form that this name begins with is not
    // asked as a beginning: the ways in which written words go on are. What has the opposite of a denied word as its
    // code does not have the word in that sense, and what has the denial before it comes first. Each word is looked up
    // once, and nothing is worked out anew for each word of the texts: hence what is materialized.
    private static final String PARSED = """
        with asked as materialized (
            select number, place, option, lower(unaccent(w)) as word, breadth, says, codes, labels, lower(unaccent(denial)) as denial,
                opposites
            from unnest(cast(:places as integer[]), cast(:options as integer[]), cast(:words as text[]),
                cast(:breadths as integer[]), cast(:says as boolean[]), cast(:codes as text[]), cast(:labels as text[]),
                cast(:denials as text[]), cast(:opposites as text[])) with ordinality
                as a (place, option, w, breadth, says, codes, labels, denial, opposites, number)),
        stemmed as materialized (
            select word, breadth, dutch[1] as stem, array(select distinct f from unnest(dutch || english || word || ending) f
                    where f = word or ts_lexize('dutch_stem', f) <> '{}' and ts_lexize('english_stem', f) <> '{}') as forms,
                array(select distinct f from unnest(dutch || word || ending) f
                    where breadth < :whole and length(f) > 2
                        and (f = word or f = ending or length(f) > 3 and starts_with(word, f))) as openings,
                dutch <> '{}' and english <> '{}' as telling
            from (select distinct word, breadth from asked), lateral (
                select ts_lexize('dutch_stem', word) as dutch, ts_lexize('english_stem', word) as english) as stems, lateral (
                select case when dutch[1] ~ '.{4}[vz]$' then left(dutch[1], -1) || translate(right(dutch[1], 1), 'vz', 'fs') end
                    as ending) as endings),
        formed as materialized (
            select stemmed.*, array(select f from unnest(openings) f
                where not exists (select from unnest(cast(:facetNames as text[])) n where starts_with(n, f))) as beginnings
            from stemmed),
        limited as materialized (
            select formed.*, array(select k.word from unnest(beginnings) f join catalogue_word k
                    on k.word ~>=~ f and k.word ~<~ (f || chr(1114111))
                where breadth = :complete and length(k.word) - length(f) in (1, 2)
                    and right(k.word, length(k.word) - length(f)) <> all (cast(:inflections as text[]))) as others
            from formed),
        opened as materialized (
            select limited.*, array(select f from unnest(beginnings) f
                where not exists (select from unnest(others) o where starts_with(o, f))) as open
            from limited),
        known as materialized (
            select word, breadth, telling, forms,
                (select string_agg(quote_literal(f) || ':*', ' | ') from unnest(open) f
                    where not exists (select from unnest(open) g where f <> g and starts_with(f, g))) as begun,
                (select string_agg(quote_literal(f), ' | ') from unnest(forms) f
                    where f <> all (open) and not exists (select from unnest(open) g where starts_with(f, g))) as whole,
                concat_ws(' | ',
                    (select string_agg(distinct quote_literal(b.beginning) || case when b.is_word then '' else ':*' end, ' | ')
                        from unnest(openings) f, catalogue_beginnings(f,
                            case when f = any (beginnings) then others else cast(:facetNames as text[]) end) b
                        where f <> all (open) and not exists (select from unnest(others) o where starts_with(b.beginning, o))),
                    (select string_agg(distinct quote_literal(l), ' | ') from (
                        select k.word from dutch_roots(opened.word) r join catalogue_word k on dutch_root(k.word) = r.root
                        where breadth < :whole and (not r.of_participle or k.word ~ '[dt]e?$')
                        group by k.word order by length(k.word), k.word limit 20) as kin,
                        unnest(ts_lexize('dutch_stem', kin.word) || kin.word) l
                        where not exists (select from unnest(open) g where starts_with(l, g))),
                    (select string_agg(quote_literal((ts_lexize('dutch_stem', compound))[1]), ' | ') from (
                        select k.word as compound
                        from (select distinct unnest(array[stem, left(stem, -1) || translate(right(stem, 1), 'fsvz', 'vzfs')]) as s)
                            as spelt join catalogue_word k on k.word like '%' || s || '%' and k.word not like s || '%'
                        where breadth < :whole and length(s) >= 4
                            and (length(s) > 4 or breadth = :complete
                                and k.word like '____%' || s || case when s ~ '[vz]$' then 'en' else '' end)
                            and (breadth <> :complete
                                or length(k.word) - length(s) - position(s in k.word) + 1 not in (1, 2)
                                or substr(k.word, position(s in k.word) + length(s)) = any (cast(:inflections as text[])))
                        group by k.word order by length(k.word), k.word limit 10) as longer)) as written,
                exists (select from unnest(case when breadth >= :whole then forms else beginnings end) f join catalogue_word k
                    on k.word ~>=~ f and k.word ~<~ (f || chr(1114111))) as is_begun,
                exists (select from catalogue_word k
                    where k.word ~>=~ opened.word and k.word ~<~ (opened.word || chr(1114111))) as is_written
            from opened),
        options as (
            select place, option,
                case when bool_and(breadth = :phrase) then
                    '(' || string_agg('(' || concat_ws(' | ', begun, whole, nullif(written, '')) || ')', ' <-> ' order by number)
                        || ')' || case when bool_and(codes <> '') then ' | ' || string_agg('(' || codes || ')', ' & ') else '' end
                else string_agg('(' || concat_ws(' | ', '(' || concat_ws(' | ', begun, whole, nullif(written, '')) || ')'
                    || case when opposites <> '' then ' & !(' || opposites || ')' else '' end,
                    nullif(codes, '')) || ')', ' & ') end as found,
                string_agg('(' || concat_ws(' | ', (
                    select string_agg(case when denial = '' then quote_literal(f)
                        else quote_literal(denial) || ' <-> ' || quote_literal(f) || ':*' end, ' | ') from unnest(forms) f),
                    nullif(labels, '')) || ')', ' & ') as first
            from (select *, bool_or(says and telling and option = 0) over () as any_telling
                from asked join known using (word, breadth)) as each
            where says and telling or labels <> '' and not any_telling
            group by place, option having option < :written or bool_and(is_begun or written <> '' or codes <> '')),
        places as (
            select string_agg('(' || found || ')', ' | ') as found,
                string_agg('(' || first || ')', ' | ') filter (where option < :written) as first
            from options group by place having bool_or(option = 0))
        select coalesce(string_agg('(' || found || ')', ' & '), ''), coalesce(string_agg('(' || first || ')', ' & '), ''),
            (select coalesce(string_agg(cast(place as text), ' '), '') from asked join known using (word, breadth)
                where option = 0 and says and codes = '' and not is_written)
        from places
        """;
    // How far a word is searched. As a beginning: what is still being typed. A word of the language: its forms and
    // compounds. Another word of its family: its forms only. Several of those: beside each other.
    private static final int AS_BEGINNING = 0;
    private static final int AS_WORD = 1;
    private static final int AS_WHOLE = 2;
    private static final int AS_PHRASE = 3;
    // Those of which each part stands in a published text, in any form.
    private static final String KNOWN_PARTS = """
        select cast(i as integer) from unnest(cast(:lefts as text[]), cast(:rights as text[])) with ordinality as a (l, r, i)
        where exists (select from catalogue_word k where dutch_root(k.word) = dutch_root(l))
            and exists (select from catalogue_word k where dutch_root(k.word) = dutch_root(r))
        order by least(length(l), length(r)) desc, i
        """;
    private static final int SHORTEST_PART = 4;
    private static final int MOST_PARTINGS = 2;
    /** The first option of a word that is not as written: before are the word as typed and other names. */
    private static final int OTHERWISE_WRITTEN = 100;

    private static final String[] FACET_NAMES = {
        CatalogueFacets.KIND,
        CatalogueFacets.TYPE,
        CatalogueFacets.PHASE,
        CatalogueFacets.ROLE,
        CatalogueFacets.TRACK,
        CatalogueFacets.ACTION_LINE,
        CatalogueFacets.INTERVENTION_TYPE,
        CatalogueFacets.PHENOMENON,
        CatalogueFacets.VERDICT,
        CatalogueFacets.MUNICIPALITY,
        CatalogueFacets.PROVINCE,
        CatalogueFacets.PLACE_SCOPE
    };

    /**
     * What to find.
     *
     * @param words what to find; null to see everything, empty when nothing can be found
     * @param order null for the best first, without words for the newest first
     * @param facets what every item must have, as name:code
     * @param anyOf facets of which every item must have one; empty for no such condition
     * @param after position of the last item of the page before; null for the first page
     */
    record Criteria(
            List<String> words,
            List<String> facets,
            Set<String> anyOf,
            Order order,
            PageRequest page,
            CatalogueCursor after) {}

    /** By publication. */
    enum Order {
        NEWEST("published_at desc, id", "published_at <= :publishedAt and (published_at < :publishedAt or id > :id)"),
        OLDEST("published_at, id desc", "published_at >= :publishedAt and (published_at > :publishedAt or id < :id)");

        /** As the parameter sort names them. */
        static final Map<String, Order> BY_PARAMETER = Map.of("publishedAt", OLDEST, "-publishedAt", NEWEST);

        private final String columns;
        private final String later;

        Order(String columns, String later) {
            this.columns = columns;
            this.later = later;
        }
    }

    /**
     * Search words as questions to the database.
     *
     * @param first what comes first of what is found
     * @param labelled what comes before that; empty for nothing
     * @param unknown words that can be mistakes: they are in no published text, no label and no family
     */
    record Question(String found, String first, String labelled, List<String> unknown) {
        boolean asksNothing() {
            return found.isEmpty();
        }
    }

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
    private final CatalogueLabels labels;

    CatalogueSearch(EntityManager entities, CatalogueLabels labels) {
        this.entities = entities;
        this.labels = labels;
    }

    /** Null words ask for everything. */
    Hits find(Criteria query, Question words) {
        if (words != null && words.asksNothing()) {
            return Hits.NONE;
        }
        var statement = words == null
                ? entities.createNativeQuery(
                        FOUND.formatted(ANY, UNRANKED, listed(query), order(query).columns, "null"))
                : asked(query, words);
        statement.setParameter("facets", query.facets().toArray(String[]::new));
        statement.setParameter("any", anyOf(query.anyOf()));
        if (words == null && !query.anyOf().isEmpty()) {
            statement.setParameter("anyFacets", query.anyOf().toArray(String[]::new));
        }
        bindPage(statement, query);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return Hits.of(rows, query.page().size());
    }

    // An order by publication needs no rank.
    private Query asked(Criteria query, Question words) {
        if (query.order() != null) {
            return entities.createNativeQuery(
                            FOUND.formatted(WORDS_AND_ANY, UNRANKED, ranked(query), order(query).columns, "null"))
                    .setParameter("words", words.found());
        }
        return entities.createNativeQuery(
                        FOUND.formatted(WORDS_AND_ANY, RANK, ranked(query), order(query).columns, READ))
                .setParameter("words", words.found())
                .setParameter("exact", words.first())
                .setParameter("labelled", words.labelled());
    }

    /** A compound that no text has, in two words that texts have. */
    record Parting(String word, List<String> parts) {}

    /**
     * Each word in both languages and as typed, begun words included, with the codes whose labels have it; stop words ("de",
     * "het") are left out. Null for null.
     */
    Question question(List<String> words) {
        return question(words, List.of());
    }

    /** The same, where compounds can stand in a text as their parts. */
    Question question(List<String> words, List<Parting> partings) {
        if (words == null) {
            return null;
        }
        var asked = new Asked();
        var families = KindredWords.in(words).stream()
                .filter(family -> !CatalogueLabels.isDenied(words, family.from()))
                .toList();
        var meanings = meanings(words, families);
        // Words that say nothing are looked for where there are no others, unless they are the label of a code.
        var isTyped = words.stream().noneMatch(CatalogueSearch::says)
                && meanings.stream().allMatch(meaning -> meaning.whole().isEmpty());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var denial = CatalogueLabels.isDenied(words, i) ? words.get(i - 1) : "";
            var whole = name(i, words, families);
            if (whole.isPresent()) {
                for (int part = whole.get().from(); part < whole.get().until(); part++) {
                    asked.add(i, 0, words.get(part), AS_PHRASE, true, "", meanings.get(part));
                }
            } else {
                asked.add(
                        i,
                        0,
                        word,
                        isTyped ? AS_BEGINNING : breadth(word),
                        isTyped || says(word),
                        denial,
                        meanings.get(i));
            }
            for (var name : meanings.get(i).otherNames()) {
                asked.addOption(i, 1 + meanings.get(i).otherNames().indexOf(name), name, AS_BEGINNING);
            }
            for (var parting : partings) {
                if (parting.word().equals(word)) {
                    asked.addOption(i, OTHERWISE_WRITTEN + asked.size(), parting.parts(), AS_WORD);
                }
            }
            if (i > 0 && says(words.get(i - 1)) && says(word)) {
                for (var joined : joined(words, i)) {
                    asked.addOption(i - 1, OTHERWISE_WRITTEN + asked.size(), List.of(joined), AS_BEGINNING);
                    asked.addOption(i, OTHERWISE_WRITTEN + asked.size(), List.of(joined), AS_BEGINNING);
                }
            }
        }
        for (var family : families) {
            for (var other : family.others()) {
                // Of what denies only the code can be asked for.
                for (int i = family.from();
                        i < family.until() && other.stream().noneMatch(CatalogueLabels::denies);
                        i++) {
                    asked.addOption(i, OTHERWISE_WRITTEN + asked.size(), other, breadth(family, other));
                }
            }
        }
        var parsed = (Object[]) asked.bind(entities.createNativeQuery(PARSED, Object[].class))
                .setParameter("facetNames", FACET_NAMES)
                .setParameter("inflections", Lexicon.INFLECTIONS.toArray(String[]::new))
                .setParameter("complete", AS_WORD)
                .setParameter("whole", AS_WHOLE)
                .setParameter("phrase", AS_PHRASE)
                .setParameter("written", OTHERWISE_WRITTEN)
                .getSingleResult();
        return new Question(
                (String) parsed[0], (String) parsed[1], anyOf(labelled(words)), unknown(words, families, (String)
                        parsed[2]));
    }

    private static boolean says(String word) {
        return CatalogueLabels.says(word) && !Lexicon.isSmall(word);
    }

    private static int breadth(String word) {
        if (Lexicon.isSmall(word)) {
            return AS_WHOLE;
        }
        return Lexicon.isWord(word) ? AS_WORD : AS_BEGINNING;
    }

    /** What the word at this place means with its neighbours: "left-wing" and not who left a group and has a wing. */
    private static Optional<KindredWords.Family> name(
            int place, List<String> words, List<KindredWords.Family> families) {
        return families.stream()
                .filter(family ->
                        family.until() - family.from() > 1 && family.from() <= place && place < family.until())
                .filter(family ->
                        words.subList(family.from(), family.until()).stream().allMatch(CatalogueSearch::says))
                .max(Comparator.comparing(family -> family.until() - family.from()));
    }

    // "left" and "wing" apart are not "left-wing"; words that say nothing may stand between the others.
    private static int breadth(KindredWords.Family family, List<String> other) {
        if (family.isMade()) {
            return AS_BEGINNING;
        }
        return other.size() > 1 && other.stream().allMatch(CatalogueSearch::says) ? AS_PHRASE : AS_WHOLE;
    }

    private static List<String> joined(List<String> words, int place) {
        return Stream.of("", "s")
                .map(joint -> words.get(place - 1) + joint + words.get(place))
                .toList();
    }

    /** By the place of each word: the codes of its family and of what it is with its neighbour. */
    private List<CatalogueLabels.Meaning> meanings(List<String> words, List<KindredWords.Family> families) {
        var meanings = new ArrayList<>(labels.meanings(words));
        for (var family : families) {
            for (var other : family.others()) {
                var made = family.isMade() ? labels.kindred(other.get(0)) : Set.<String>of();
                var listed = family.isMade() ? Set.<String>of() : labels.labelled(other);
                meanings.subList(family.from(), family.until()).replaceAll(meaning -> meaning.or(made, listed));
            }
        }
        for (int i = 1; i < words.size(); i++) {
            for (var joined : joined(words, i)) {
                var whole = labels.labelled(List.of(joined));
                meanings.subList(i - 1, i + 1).replaceAll(meaning -> meaning.or(Set.of(), whole));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            var named = name(i, words, families).map(name -> codes(name, words)).orElse(Set.of());
            if (!named.isEmpty()) {
                // Of "right extremism" not what has "right" in another label, as animal rights extremism.
                meanings.set(i, meanings.get(i).only(named));
            }
        }
        return meanings;
    }

    /** The codes that words of a family are the label of, or others of it. */
    private Set<String> codes(KindredWords.Family family, List<String> words) {
        return Stream.concat(Stream.of(words.subList(family.from(), family.until())), family.others().stream())
                .flatMap(member -> labels.labelled(member).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes of which the whole search is the label, with or without spaces. */
    private Set<String> labelled(List<String> words) {
        var codes = new TreeSet<>(labels.labelled(words));
        codes.addAll(labels.labelled(List.of(String.join("", words))));
        return codes;
    }

    private static List<String> unknown(List<String> words, List<KindredWords.Family> families, String places) {
        return Arrays.stream(places.split(" "))
                .filter(place -> !place.isEmpty())
                .map(Integer::valueOf)
                .filter(place -> families.stream()
                        .noneMatch(family -> !family.isMade() && family.from() <= place && place < family.until()))
                .distinct()
                .map(words::get)
                .toList();
    }

    /** Words of a search by their places, each with its options. */
    private static final class Asked {
        private final List<Integer> places = new ArrayList<>();
        private final List<Integer> options = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<Integer> breadths = new ArrayList<>();
        private final List<Boolean> says = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> denials = new ArrayList<>();
        private final List<String> opposites = new ArrayList<>();

        void add(
                int place,
                int option,
                String word,
                int breadth,
                boolean isTelling,
                String denial,
                CatalogueLabels.Meaning meaning) {
            places.add(place);
            options.add(option);
            words.add(word);
            breadths.add(breadth);
            says.add(isTelling);
            codes.add(anyOf(meaning.begun()));
            labels.add(anyOf(meaning.whole()));
            denials.add(denial);
            opposites.add(anyOf(meaning.opposites()));
        }

        void addOption(int place, int option, List<String> written, int breadth) {
            written.stream()
                    .filter(CatalogueSearch::says)
                    .forEach(word -> add(place, option, word, breadth, true, "", CatalogueLabels.Meaning.NONE));
        }

        int size() {
            return words.size();
        }

        Query bind(Query query) {
            return query.setParameter("places", places.toArray(Integer[]::new))
                    .setParameter("options", options.toArray(Integer[]::new))
                    .setParameter("words", words.toArray(String[]::new))
                    .setParameter("breadths", breadths.toArray(Integer[]::new))
                    .setParameter("says", says.toArray(Boolean[]::new))
                    .setParameter("codes", codes.toArray(String[]::new))
                    .setParameter("labels", labels.toArray(String[]::new))
                    .setParameter("denials", denials.toArray(String[]::new))
                    .setParameter("opposites", opposites.toArray(String[]::new));
        }
    }

    /** How each of these words can be taken apart. */
    List<Parting> partings(List<String> words) {
        var possible = new ArrayList<Parting>();
        for (var word : words) {
            for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
                var parts = List.of(word.substring(0, i), word.substring(i));
                if (parts.stream().noneMatch(Lexicon::isSmall)) {
                    possible.add(new Parting(word, parts));
                }
            }
        }
        if (possible.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Integer> known = entities.createNativeQuery(KNOWN_PARTS, Object.class)
                .setParameter(
                        "lefts",
                        possible.stream().map(one -> one.parts().get(0)).toArray(String[]::new))
                .setParameter(
                        "rights",
                        possible.stream().map(one -> one.parts().get(1)).toArray(String[]::new))
                .getResultList();
        return known.stream()
                .map(number -> possible.get(number - 1))
                .collect(Collectors.groupingBy(Parting::word))
                .values()
                .stream()
                .flatMap(several -> several.stream().limit(MOST_PARTINGS))
                .toList();
    }

    // A code has letters, digits and lines only.
    private static String anyOf(Set<String> facets) {
        return facets.stream().map(facet -> "'" + facet + "'").collect(Collectors.joining(" | "));
    }

    /** How many items have the words, counted to just above a thousand. */
    long count(Question words, Criteria query) {
        return words.asksNothing()
                ? 0
                : ((Number) entities.createNativeQuery("select matched from find_in_catalogue(" + WORDS_AND_ANY
                                        + ", cast(:facets as text[]), 1, " + (RANKED + 1)
                                        + ") where id is null")
                                .setParameter("words", words.found())
                                .setParameter("facets", query.facets().toArray(String[]::new))
                                .setParameter("any", anyOf(query.anyOf()))
                                .getSingleResult())
                        .longValue();
    }

    /** Words of published texts, of labels and of families that this one may stand for, the likeliest first. */
    List<String> alike(String word, int most) {
        @SuppressWarnings("unchecked")
        List<String> written = entities.createNativeQuery(
                        "select similar_catalogue_words(lower(unaccent(:word)), 60)", Object.class)
                .setParameter("word", word)
                .getResultList();
        return Spelling.closest(
                word,
                Stream.of(
                                written.stream().filter(candidate -> !Lexicon.isSmall(candidate)),
                                labels.words().stream(),
                                KindredWords.single())
                        .flatMap(Function.identity())
                        .toList(),
                most);
    }

    /** Why the item is not public any more; empty for one that is, or never was. */
    Optional<String> reasonOfWithdrawal(UUID id) {
        @SuppressWarnings("unchecked")
        List<String> reasons = entities.createNativeQuery(
                        "select reason from catalogue_withdrawal where id = :id", Object.class)
                .setParameter("id", id)
                .getResultList();
        return reasons.stream().findFirst();
    }

    /** The rows of the items, with found words between two characters that no stored text has. */
    List<Object[]> shown(List<UUID> ids, Question words) {
        var marked = words == null ? "title" : headline("title", "HighlightAll=true");
        var fragment = words == null ? "left(text, 300)" : headline("left(text, 4000)", "MaxWords=35, MinWords=15");
        var statement = entities.createNativeQuery(SHOWN.formatted(marked, fragment), Object[].class);
        statement.setParameter("ids", ids);
        if (words != null) {
            statement.setParameter("words", words.found());
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows;
    }

    /** Ids of what is public of a programme and was published by a moment, in order. */
    List<UUID> published(CatalogueKind kind, String programme, Instant until) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery(
                        "select id from catalogue_item where programme = :programme and kind = :kind"
                                + " and published_at <= :until order by id",
                        Object.class)
                .setParameter("kind", kind.name())
                .setParameter("programme", programme)
                .setParameter("until", until)
                .getResultList();
        return ids;
    }

    /** Titles of those of these projects that are public. */
    Map<String, String> projectTitles(List<UUID> projects) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select cast(id as text), title from catalogue_item where id in (:ids) and kind = 'PROJECT'",
                        Object[].class)
                .setParameter("ids", projects)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private static Order order(Criteria query) {
        return query.order() == null ? Order.NEWEST : query.order();
    }

    private static String ranked(Criteria query) {
        return query.after() == null
                ? "found"
                : "found where rank < :rank or (rank = :rank and " + order(query).later + ")";
    }

    // Without words the newest come first and there is no end at the thousandth. Up to that number all are found
    // already: few among many would be long to come by in the order of publication.
    private static String listed(Criteria query) {
        var later = query.after() == null ? "" : " and " + order(query).later;
        return "(select id, published_at, rank from found where " + ALL_FOUND + later
                + " union all (select id, published_at, " + UNRANKED + " from catalogue_document where not " + ALL_FOUND
                + " and facets @> cast(:facets as text[])"
                + (query.anyOf().isEmpty() ? "" : " and facets && cast(:anyFacets as text[])")
                + later + " order by " + order(query).columns + " limit :size)) as page";
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
        return "ts_headline(cast('catalogue_' || language as regconfig), translate(%s, '<>', '%s'), cast(:words as tsquery), 'StartSel=%s, StopSel=%s, %s')"
                .formatted(text, Highlight.HIDDEN, Highlight.START, Highlight.STOP, options);
    }
}

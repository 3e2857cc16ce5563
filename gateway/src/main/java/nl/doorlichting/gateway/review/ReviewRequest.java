package nl.doorlichting.gateway.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.texts.Language;

/**
 * What the address of the page asks for. What it does not know is no error of the page: it says so and shows the rest.
 *
 * @param programmes codes of the programmes that are asked for, in order; empty for the first that there is
 * @param track the one track whose reach, trainings and effects are asked for; null for all
 * @param targetGroup the one target group whose reach and trainings are asked for; null for all
 * @param hasTables whether all tables are open, as for print
 * @param picture name of one picture, for its table as CSV; null for the page
 * @param unknown names and values of the address that the page does not know
 * @param repeated names with the values of which only one can be meant, and none is followed
 */
record ReviewRequest(
        List<String> programmes,
        Language language,
        Track track,
        TargetGroup targetGroup,
        boolean hasTables,
        String picture,
        List<String> unknown,
        List<String> repeated) {
    static final String PROGRAMME = "programme";
    static final String LANGUAGE = "lang";
    static final String TRACK = "track";
    static final String TARGET_GROUP = "targetGroup";
    static final String TABLES = "tables";
    static final String PICTURE = "picture";
    /** More would not be read side by side. */
    static final int MOST_PROGRAMMES = 3;

    private static final Set<String> NAMES = Set.of(PROGRAMME, LANGUAGE, TRACK, TARGET_GROUP, TABLES, PICTURE);
    private static final int LONGEST_SHOWN = 60;

    /**
     * The request that these parameters are.
     *
     * @param preferred the language of a reader, which is asked for only where the address names none
     */
    static ReviewRequest of(Map<String, List<String>> query, Supplier<Language> preferred) {
        var address = new Address(query);
        var programmes = query.getOrDefault(PROGRAMME, List.of()).stream()
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
        programmes.stream()
                .skip(MOST_PROGRAMMES)
                .forEach(code -> address.unknown().add(shown(PROGRAMME, code)));
        var language = address.known(LANGUAGE, ReviewRequest::language);
        var track = address.known(TRACK, code -> named(code, Track.values()));
        var targetGroup = address.known(TARGET_GROUP, code -> named(code, TargetGroup.values()));
        var tables = address.known(TABLES, value -> value.equals("1") ? true : null);
        var picture = address.known(PICTURE, value -> value);
        query.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                values.forEach(value -> address.unknown().add(shown(name, value)));
            }
        });
        return new ReviewRequest(
                programmes.stream().limit(MOST_PROGRAMMES).toList(),
                language == null ? preferred.get() : language,
                track,
                targetGroup,
                tables != null,
                picture,
                List.copyOf(address.unknown()),
                List.copyOf(address.repeated()));
    }

    /** The same as the page takes it, which has all pictures and not one. */
    ReviewRequest ofPage() {
        return picture == null
                ? this
                : new ReviewRequest(
                        programmes,
                        language,
                        track,
                        targetGroup,
                        hasTables,
                        null,
                        Stream.concat(unknown.stream(), Stream.of(shown(PICTURE, picture)))
                                .toList(),
                        repeated);
    }

    /** What an address says, and what of it cannot be followed. */
    private record Address(Map<String, List<String>> query, List<String> unknown, List<String> repeated) {
        Address(Map<String, List<String>> query) {
            this(query, new ArrayList<>(), new ArrayList<>());
        }

        /** The one value; null where there is none, and where there are several, because none of them counts more. */
        private String only(String name) {
            var values = query.getOrDefault(name, List.of()).stream().distinct().toList();
            if (values.size() > 1) {
                repeated.add(MoneyPictures.shortened(
                        values.stream().map(value -> name + "=" + value).collect(Collectors.joining("&")),
                        2 * LONGEST_SHOWN));
            }
            return values.size() == 1 ? values.get(0) : null;
        }

        /** Null where there is none, and for an empty value, which a form sends where nothing is chosen. */
        <T> T known(String name, Function<String, T> meaning) {
            var value = only(name);
            if (value == null || value.isBlank()) {
                return null;
            }
            var known = meaning.apply(value);
            if (known == null) {
                unknown.add(shown(name, value));
            }
            return known;
        }
    }

    private static <T extends Enum<T>> T named(String code, T[] all) {
        return Stream.of(all)
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Whether the address asks for nothing that cannot be followed. */
    boolean isFollowed() {
        return unknown.isEmpty() && repeated.isEmpty();
    }

    boolean isRepeated(String name) {
        return repeated.stream().anyMatch(stated -> name(stated).equals(name));
    }

    /** The name of a parameter that is stated in this way. */
    static String name(String stated) {
        return stated.replaceFirst("=.*", "");
    }

    /** The values that a parameter can have; none for one that takes any, and for one that there is not. */
    static List<String> values(String name) {
        return switch (name) {
            case LANGUAGE -> Stream.of(Language.values()).map(Language::tag).toList();
            case TRACK -> Stream.of(Track.values()).map(Track::name).toList();
            case TARGET_GROUP ->
                Stream.of(TargetGroup.values()).map(TargetGroup::name).toList();
            case TABLES -> List.of("1");
            default -> List.of();
        };
    }

    /** Whether figures of a part of the programme are asked for. */
    boolean isOfPart() {
        return track != null || targetGroup != null;
    }

    /** The filters that are asked for, by the names of their parameters. */
    Set<String> filters() {
        var filters = new LinkedHashSet<String>();
        if (track != null) {
            filters.add(TRACK);
        }
        if (targetGroup != null) {
            filters.add(TARGET_GROUP);
        }
        return filters;
    }

    /** This question, of what is asked for as far as its figures state it. */
    Question narrowed(Question question) {
        var ofTrack = track == null ? question : question.only(Dimension.TRACK, track);
        return targetGroup == null || !question.structure().filters().contains(Dimension.TARGET_GROUP)
                ? ofTrack
                : ofTrack.only(Dimension.TARGET_GROUP, targetGroup);
    }

    private static Language language(String tag) {
        for (var language : Language.values()) {
            if (language.tag().equals(tag)) {
                return language;
            }
        }
        return null;
    }

    private static String shown(String name, String value) {
        return MoneyPictures.shortened(name + "=" + value, LONGEST_SHOWN);
    }

    /** The parameters of the programmes whose codes stand in this one value, with commas between them. */
    static String oneByOne(String codes) {
        return MoneyPictures.shortened(
                Stream.of(codes.split(","))
                        .map(code -> PROGRAMME + "=" + code.strip())
                        .collect(Collectors.joining("&")),
                2 * LONGEST_SHOWN);
    }

    /** The query of this page, without what it does not know. */
    String query() {
        return query(programmes, language);
    }

    /** The query of the same page in another language. */
    String in(Language other) {
        return query(programmes, other);
    }

    /**
     * The address of the file of a picture of these programmes.
     *
     * @param ignored filters that the picture does not follow
     */
    String file(List<String> others, String named, Set<String> ignored) {
        return "review/csv" + query(others, language, ignored) + "&" + PICTURE + "=" + named;
    }

    private String query(List<String> programmes, Language language) {
        return query(programmes, language, Set.of()) + (hasTables ? "&" + TABLES + "=1" : "");
    }

    private String query(List<String> programmes, Language language, Set<String> ignored) {
        return "?"
                + programmes.stream()
                        .map(code -> PROGRAMME + "=" + encoded(code) + "&")
                        .collect(Collectors.joining())
                + LANGUAGE + "=" + language.tag()
                + (track == null || ignored.contains(TRACK) ? "" : "&" + TRACK + "=" + track)
                + (targetGroup == null || ignored.contains(TARGET_GROUP) ? "" : "&" + TARGET_GROUP + "=" + targetGroup);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

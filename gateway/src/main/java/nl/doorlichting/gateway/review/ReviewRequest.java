package nl.doorlichting.gateway.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 */
record ReviewRequest(
        List<String> programmes,
        Language language,
        Track track,
        TargetGroup targetGroup,
        boolean hasTables,
        String picture,
        List<String> unknown) {
    static final String PROGRAMME = "programme";
    static final String LANGUAGE = "lang";
    static final String TRACK = "track";
    static final String TARGET_GROUP = "targetGroup";
    static final String TABLES = "tables";
    static final String PICTURE = "picture";
    /** More would not be read side by side. */
    static final int MOST_PROGRAMMES = 3;

    private static final int LONGEST_SHOWN = 60;

    /**
     * The request that these parameters are.
     *
     * @param preferred the language of a reader whose address names none
     */
    static ReviewRequest of(Map<String, List<String>> query, Language preferred) {
        var programmes = new LinkedHashSet<String>();
        var unknown = new ArrayList<String>();
        var language = preferred;
        Track track = null;
        TargetGroup targetGroup = null;
        var hasTables = false;
        String picture = null;
        for (var parameter : query.entrySet()) {
            for (var value : parameter.getValue()) {
                switch (parameter.getKey()) {
                    case PROGRAMME -> {
                        if (!value.isBlank()) {
                            programmes.add(value);
                        }
                    }
                    case LANGUAGE -> {
                        var known = language(value);
                        language = known == null ? language : known;
                        if (known == null) {
                            unknown.add(shown(LANGUAGE, value));
                        }
                    }
                    case TRACK -> {
                        track = named(value, Track.values());
                        if (track == null && !value.isBlank()) {
                            unknown.add(shown(TRACK, value));
                        }
                    }
                    case TARGET_GROUP -> {
                        targetGroup = named(value, TargetGroup.values());
                        if (targetGroup == null && !value.isBlank()) {
                            unknown.add(shown(TARGET_GROUP, value));
                        }
                    }
                    case TABLES -> {
                        hasTables = value.equals("1");
                        if (!hasTables) {
                            unknown.add(shown(TABLES, value));
                        }
                    }
                    case PICTURE -> picture = value;
                    default -> unknown.add(shown(parameter.getKey(), value));
                }
            }
        }
        var some = programmes.stream().limit(MOST_PROGRAMMES).toList();
        programmes.stream().skip(MOST_PROGRAMMES).forEach(code -> unknown.add(shown(PROGRAMME, code)));
        return new ReviewRequest(some, language, track, targetGroup, hasTables, picture, List.copyOf(unknown));
    }

    private static <T extends Enum<T>> T named(String code, T[] all) {
        return Stream.of(all)
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Whether figures of a part of the programme are asked for. */
    boolean isOfPart() {
        return track != null || targetGroup != null;
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

    /** The query of this page, without what it does not know. */
    String query() {
        return query(programmes, language);
    }

    /** The query of the same page in another language. */
    String in(Language other) {
        return query(programmes, other);
    }

    /** The query of the page of these programmes. */
    String of(List<String> others) {
        return query(others, language);
    }

    private String query(List<String> programmes, Language language) {
        return "?"
                + programmes.stream()
                        .map(code -> PROGRAMME + "=" + encoded(code) + "&")
                        .collect(Collectors.joining())
                + LANGUAGE + "=" + language.tag() + (track == null ? "" : "&" + TRACK + "=" + track)
                + (targetGroup == null ? "" : "&" + TARGET_GROUP + "=" + targetGroup)
                + (hasTables ? "&" + TABLES + "=1" : "");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

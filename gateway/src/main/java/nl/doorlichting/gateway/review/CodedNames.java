package nl.doorlichting.gateway.review;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for what findings name by its code, with the code beside them.
 *
 * @param titles titles of printed tables by their codes
 * @param names names of projects, municipalities and the programme by their codes
 */
record CodedNames(Map<String, String> titles, Map<String, String> names, PageWords words) {
    // A table stands before its line or its cell.
    private static final Pattern TABLE = Pattern.compile("(?<![A-Za-z0-9_-])[A-Z][A-Z0-9_-]{0,60}+(?=: |, )");
    private static final Pattern MUNICIPALITY = Pattern.compile("\\bGM[0-9]{4}\\b");

    // A line or a row of a cell that has no words in print.
    private static final Pattern UNNAMED = Pattern.compile(": (?=, |; |$)");

    /** Each table has its title where it is named first, and its code behind that. */
    String ofTables(String text) {
        var named = new HashSet<String>();
        var complete =
                UNNAMED.matcher(text).replaceAll(Matcher.quoteReplacement(": " + words.of("review.source.unnamed")));
        return TABLE.matcher(complete)
                .replaceAll(code -> Matcher.quoteReplacement(
                        titles.containsKey(code.group()) && named.add(code.group())
                                ? coded(titles.get(code.group()), code.group())
                                : code.group()));
    }

    String ofPlaces(String text) {
        return MUNICIPALITY.matcher(text).replaceAll(code -> Matcher.quoteReplacement(named(code.group())));
    }

    /** What a finding is about: a project, a municipality or a programme, and what is said of it. */
    String ofSubject(String subject) {
        var end = subject.indexOf(": ");
        var code = end < 0 ? subject : subject.substring(0, end);
        return named(code) + ofPlaces(subject.substring(code.length()));
    }

    private String named(String code) {
        return names.containsKey(code) ? coded(names.get(code), code) : code;
    }

    private String coded(String name, String code) {
        return words.of("review.named", name, code);
    }
}

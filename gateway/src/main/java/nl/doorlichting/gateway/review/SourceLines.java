package nl.doorlichting.gateway.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sources as a reader reads them. A record has a document and its lines as in policy-review-25.1:678, 781; any other text
 * stands as it is.
 */
final class SourceLines {
    private static final int MOST = 12;
    private static final Pattern LEADING = Pattern.compile("^[0-9]{1,9}");

    private SourceLines() {}

    /** Of several records of one document their lines, in the order of the document, as many as fit; empty without any. */
    static String of(List<String> sources, PageWords words) {
        return of(sources, words, MOST);
    }

    /** All of them. */
    static String all(List<String> sources, PageWords words) {
        return of(sources, words, Integer.MAX_VALUE);
    }

    // A line has few digits.
    private static int first(String lines) {
        var digits = LEADING.matcher(lines);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    private static String of(List<String> sources, PageWords words, int most) {
        var documents = new LinkedHashMap<String, Set<String>>();
        for (var source : sources) {
            var end = source.lastIndexOf(':');
            if (areLines(source.substring(end + 1)) && end > 0) {
                documents
                        .computeIfAbsent(source.substring(0, end), first -> new LinkedHashSet<>())
                        .addAll(Stream.of(source.substring(end + 1).split(","))
                                .map(String::strip)
                                .filter(lines -> !lines.isEmpty())
                                .toList());
            } else if (!source.isBlank()) {
                documents.computeIfAbsent(source, first -> new LinkedHashSet<>());
            }
        }
        return documents.entrySet().stream()
                .map(document -> document.getValue().isEmpty()
                        ? document.getKey()
                        : words.of("review.source.lines", document.getKey(), lines(document.getValue(), most)))
                .limit(most)
                .collect(Collectors.joining("; "));
    }

    private static boolean areLines(String text) {
        return !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && text.chars().allMatch(sign -> Character.isDigit(sign) || ", -".indexOf(sign) >= 0);
    }

    private static String lines(Set<String> lines, int most) {
        return lines.stream()
                        .sorted(Comparator.comparingInt(SourceLines::first))
                        .limit(most)
                        .collect(Collectors.joining(", "))
                + (lines.size() > most ? ", …" : "");
    }
}

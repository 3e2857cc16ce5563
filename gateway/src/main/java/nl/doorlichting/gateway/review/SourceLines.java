package nl.doorlichting.gateway.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sources as a reader reads them: which lines of which document. */
final class SourceLines {
    private static final int MOST = 12;
    // A record has a document and its lines as in policy-review-25.1:678, 781; any other text stands as it is.
    private static final Pattern LINES = Pattern.compile("([^:]{1,200}):([0-9][0-9, -]{0,100})");

    private SourceLines() {}

    /** Of several records of one document their lines, in their order, as far as they fit in one line; empty without any. */
    static String of(List<String> sources, PageWords words) {
        var documents = new LinkedHashMap<String, Set<String>>();
        for (var source : sources) {
            var lines = LINES.matcher(source == null ? "" : source);
            if (lines.matches()) {
                documents
                        .computeIfAbsent(lines.group(1), first -> new LinkedHashSet<>())
                        .add(lines.group(2).strip());
            } else if (source != null && !source.isBlank()) {
                documents.computeIfAbsent(source, first -> new LinkedHashSet<>());
            }
        }
        return documents.entrySet().stream()
                .map(document -> document.getValue().isEmpty()
                        ? document.getKey()
                        : words.of("review.source.lines", document.getKey(), lines(document.getValue())))
                .limit(MOST)
                .collect(Collectors.joining("; "));
    }

    private static String lines(Set<String> lines) {
        return lines.stream().limit(MOST).collect(Collectors.joining(", ")) + (lines.size() > MOST ? ", …" : "");
    }
}

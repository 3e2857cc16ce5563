package nl.doorlichting.gateway.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sources as a reader reads them: which lines of which document. */
final class SourceLines {
    // A record has a document and its lines as in policy-review-25.1:678, 781; any other text stands as it is.
    private static final Pattern LINES = Pattern.compile("([^:]{1,200}):([0-9][0-9, -]{0,100})");

    private SourceLines() {}

    /** Of several records of one document all lines, in their order; empty without any. */
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
                        : words.of(
                                "review.source.lines", document.getKey(), String.join(", ", document.getValue())))
                .collect(Collectors.joining("; "));
    }
}

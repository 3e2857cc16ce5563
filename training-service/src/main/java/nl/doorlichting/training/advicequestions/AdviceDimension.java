package nl.doorlichting.training.advicequestions;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Dimensions of the rows about questions, in the order of an answer. */
enum AdviceDimension {
    YEAR("year"),
    THEME("theme"),
    ASKED_BY("askedBy");

    private final String jsonName;

    AdviceDimension(String jsonName) {
        this.jsonName = jsonName;
    }

    String jsonName() {
        return jsonName;
    }

    /** The dimensions in a text like "year,theme"; year for null, 400 for another text. */
    static Set<AdviceDimension> parse(String text) {
        var dimensions = EnumSet.noneOf(AdviceDimension.class);
        for (var name : text == null ? List.of(YEAR.jsonName) : List.of(text.split(",", -1))) {
            dimensions.add(Stream.of(values())
                    .filter(dimension -> dimension.jsonName.equals(name))
                    .findFirst()
                    .orElseThrow(AdviceDimension::unknown));
        }
        return dimensions;
    }

    private static ProblemException unknown() {
        var allowed = Stream.of(values()).map(AdviceDimension::jsonName).toList();
        return ProblemException.violation(Violation.query(
                "by",
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                "Rows can be by " + String.join(", ", allowed) + ", separated by commas."));
    }
}

package nl.doorlichting.gateway.reports;

import java.util.List;
import java.util.Locale;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** How a caller wants a report of which a part is missing. */
public enum Completeness {
    /** 503 instead of a report with a part missing. */
    REQUIRED;

    /** As in {@code complete=}. */
    public static Completeness fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses results that make no report: without any part, or without one where the caller requires all.
     *
     * @param wanted null when a part may be missing
     */
    public static void check(List<? extends UpstreamResult<?>> parts, Completeness wanted) {
        var answered = parts.stream().filter(part -> part.body().isPresent()).count();
        if (answered == 0 || wanted == REQUIRED && answered < parts.size()) {
            throw unavailable();
        }
    }

    /** 503: a service that the report needs is unavailable. */
    public static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("report.part-unavailable"));
    }
}

package nl.doorlichting.gateway.reports;

import java.util.List;
import java.util.Locale;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** What a caller may ask of a report of which a part can be missing. */
public enum Completeness {
    /** Rather no report than one with a part missing. */
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
     * Refuses parts that make no report: none at all, or not all where the caller asked for all.
     *
     * @param wanted null when the caller does not mind
     */
    public static void check(List<? extends UpstreamResult<?>> parts, Completeness wanted) {
        var answered = parts.stream().filter(part -> part.body().isPresent()).count();
        if (answered == 0 || wanted == REQUIRED && answered < parts.size()) {
            throw unavailable();
        }
    }

    /** 503: what the report needs does not answer. */
    public static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "A service that this report needs does not answer now.");
    }
}

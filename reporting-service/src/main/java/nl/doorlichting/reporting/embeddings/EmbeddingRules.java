package nl.doorlichting.reporting.embeddings;

import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;

/** When the latest statement of a series is no longer reliable. */
public final class EmbeddingRules {
    /** The latest statement is older than a year. */
    public static final String STALE = "EMBEDDING_STALE";

    /** The day until which it was secured is past. */
    public static final String ENDED = "EMBEDDING_ENDED";

    private EmbeddingRules() {}

    /** True when the statement of that day is more than a year old today; a year to the day is not. */
    public static boolean isStale(LocalDate statedOn, LocalDate today) {
        return statedOn.plusYears(1).isBefore(today);
    }

    /** True when what was secured has ended today; {@code until} is the first day without. */
    public static boolean hasEnded(EmbeddingStatus status, LocalDate until, LocalDate today) {
        return until != null && status != EmbeddingStatus.NOT_SECURED && !today.isBefore(until);
    }
}

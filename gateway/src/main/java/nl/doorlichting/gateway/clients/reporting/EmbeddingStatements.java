package nl.doorlichting.gateway.clients.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.Track;

/** The latest statements on embedding of a programme as the reporting service lists them, the last day first. */
public record EmbeddingStatements(List<Statement> items, ProjectRecords.Length total) {
    public EmbeddingStatements {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
    }

    /** How many the list leaves out, because it is a first page. */
    public long leftOut() {
        return total.value() - items.size();
    }

    /** Those that count, of this track alone; of all tracks for null. */
    public EmbeddingStatements counting(Track track) {
        var some = items.stream()
                .filter(one -> !Boolean.TRUE.equals(one.awaitsReview()))
                .filter(one -> track == null || one.track() == track)
                .toList();
        return new EmbeddingStatements(some, new ProjectRecords.Length(some.size() + leftOut()));
    }

    /**
     * What was stated on a day about one thing; the project, the track and the end can be null.
     *
     * @param id null in a release
     * @param until first day on which it is no longer settled
     * @param awaitsReview whether it counts nowhere yet; null in a release, which has none of these
     * @param warnings why the latest statement about the thing may not be relied on; empty of an earlier one
     */
    public record Statement(
            UUID id,
            UUID projectId,
            Track track,
            String subject,
            String language,
            LocalDate statedOn,
            EmbeddingStatus status,
            LocalDate until,
            String source,
            Boolean awaitsReview,
            List<Warning> warnings) {
        public Statement {
            Objects.requireNonNull(subject, "subject");
            // The last release states none.
            language = Objects.requireNonNullElse(language, "nl");
            Objects.requireNonNull(statedOn, "statedOn");
            Objects.requireNonNull(status, "status");
            warnings = List.copyOf(warnings);
        }

        /** Whether it is the latest and more than a year old. */
        public boolean isStale() {
            return warnsOf("EMBEDDING_STALE");
        }

        /** Whether it is the latest and its end is reached. */
        public boolean hasEnded() {
            return warnsOf("EMBEDDING_ENDED");
        }

        private boolean warnsOf(String code) {
            return warnings.stream().anyMatch(warning -> warning.code().equals(code));
        }
    }

    /** The code of a warning. */
    public record Warning(String code) {}
}

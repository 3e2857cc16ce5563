package nl.doorlichting.gateway.clients.reporting;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.LessonKind;

/** The beginning of the lessons of a programme as the reporting service lists them. */
public record RecordedLessons(List<Lesson> items, ProjectRecords.Length total) {
    public RecordedLessons {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
    }

    /**
     * A lesson, or a conclusion; the project and the text can be null.
     *
     * @param translations the same in other languages
     */
    public record Lesson(
            UUID id,
            UUID projectId,
            LessonKind kind,
            String title,
            String text,
            String language,
            List<Translation> translations,
            String source) {
        public Lesson {
            translations = List.copyOf(translations);
        }

        /** The lesson in this language, if it has a translation; else as it was recorded. */
        public Lesson in(String wanted) {
            return translations.stream()
                    .filter(other -> other.language().equals(wanted))
                    .findFirst()
                    .map(other -> new Lesson(
                            other.id(), projectId, kind, other.title(), other.text(), wanted, List.of(), source))
                    .orElse(this);
        }
    }

    /** The same lesson in another language; the text can be null. */
    public record Translation(UUID id, String language, String title, String text) {}
}

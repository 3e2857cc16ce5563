package nl.doorlichting.reporting.lessons;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.LessonRole;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * A lesson or a good practice (leerpunt, goed voorbeeld). Triggers keep its history (tr_lesson_kept) and mark the data
 * set results as changed (tr_lesson_revision).
 */
@Entity
@Table(name = "lesson")
class Lesson extends PublishableRecord<LessonRequest> {
    @Enumerated(EnumType.STRING)
    private LessonKind kind;

    private String title;
    private String text;
    private String[] tags;
    private String[] helps;

    @Enumerated(EnumType.STRING)
    private ProjectPhase phase;

    @Column(name = "translation_of")
    private UUID translationOf;

    /** For the persistence provider. */
    protected Lesson() {}

    Lesson(UUID id, LessonRequest request, Instant createdAt, String createdBy) {
        super(id, request, createdAt, createdBy);
    }

    @Override
    public LessonRequest content() {
        return new LessonRequest(
                programme(),
                reference(),
                activity().projectId(),
                activity().organisationId(),
                activity().track(),
                activity().actionLine(),
                activity().fundingInstrument(),
                activity().interventionTypes(),
                activity().phenomena(),
                activity().place(),
                kind,
                title,
                text,
                List.of(tags),
                ActivityColumns.values(helps, LessonRole.class),
                phase,
                language(),
                translationOf,
                source());
    }

    LessonResponse.Translation asTranslation() {
        return new LessonResponse.Translation(id(), language(), title, text);
    }

    @Override
    public CatalogueKind catalogueKind() {
        return CatalogueKind.LESSON;
    }

    @Override
    protected CatalogueEntry catalogueEntry() {
        return catalogueEntry(kind.name(), title, text, List.of(tags))
                .usefulIn(phase, ActivityColumns.values(helps, LessonRole.class));
    }

    @Override
    protected void state(LessonRequest request) {
        super.state(request);
        kind = request.kind();
        title = request.title();
        text = request.text();
        tags = request.tags().toArray(String[]::new);
        helps = ActivityColumns.names(request.helps());
        phase = request.phase();
        translationOf = request.translationOf();
    }
}

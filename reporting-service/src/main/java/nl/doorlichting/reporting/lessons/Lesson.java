package nl.doorlichting.reporting.lessons;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.activity.PublicationStatus;
import nl.doorlichting.reporting.activity.PublicationSteps;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/** A lesson that was drawn, or a practice worth taking over (leerpunt, goed voorbeeld). */
@Entity
@Table(name = "lesson")
class Lesson {
    private static final String DUTCH = "nl";

    @Id
    UUID id;

    String programme;
    String reference;

    @Embedded
    ActivityColumns activity;

    @Enumerated(EnumType.STRING)
    LessonKind kind;

    String title;
    String text;
    String[] tags;
    String[] helps;

    @Enumerated(EnumType.STRING)
    ProjectPhase phase;

    String language;
    String source;

    @Enumerated(EnumType.STRING)
    PublicationStatus status;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Lesson() {}

    Lesson(UUID id, LessonRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.status = PublicationStatus.DRAFT;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    List<LessonRole> helps() {
        return ActivityColumns.values(helps, LessonRole.class);
    }

    void change(LessonRequest request) {
        PublicationSteps.refuseChange(status);
        state(request);
    }

    CatalogueEntry publish(Instant at, String by) {
        PublicationSteps.refusePublication(status);
        status = PublicationStatus.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        return new CatalogueEntry(
                CatalogueKind.LESSON,
                id,
                programme,
                kind.name(),
                title,
                text,
                List.of(tags),
                language,
                source,
                activity,
                at);
    }

    void withdraw() {
        PublicationSteps.refuseWithdrawal(status);
        status = PublicationStatus.DRAFT;
        publishedAt = null;
        publishedBy = null;
    }

    private void state(LessonRequest request) {
        programme = request.programme();
        reference = request.reference();
        activity = ActivityColumns.of(request);
        kind = request.kind();
        title = request.title();
        text = request.text();
        tags = request.tags() == null
                ? new String[0]
                : request.tags().stream().distinct().toArray(String[]::new);
        helps = ActivityColumns.names(request.helps());
        phase = request.phase();
        language = request.language() == null ? DUTCH : request.language();
        source = request.source();
    }
}

package nl.doorlichting.reporting.embeddings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.reporting.activity.ActivityColumns;

/** One word in the series about whether something will last (borging). */
@Entity
@Table(name = "embedding")
class Embedding {
    @Id
    UUID id;

    String programme;

    @Embedded
    ActivityColumns activity;

    String subject;

    @Column(name = "stated_on")
    LocalDate statedOn;

    @Enumerated(EnumType.STRING)
    EmbeddingStatus status;

    @Column(name = "secured_where")
    String where;

    String responsible;

    @Column(name = "secured_until")
    LocalDate until;

    String source;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Embedding() {}

    Embedding(UUID id, EmbeddingRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    final void change(EmbeddingRequest request) {
        programme = request.programme();
        activity = ActivityColumns.of(request);
        subject = request.subject();
        statedOn = request.statedOn();
        status = request.status();
        where = request.where();
        responsible = request.responsible();
        until = request.until();
        source = request.source();
        note = request.note();
    }

    EmbeddingSeries series() {
        return new EmbeddingSeries(programme, activity.projectId(), subject);
    }
}

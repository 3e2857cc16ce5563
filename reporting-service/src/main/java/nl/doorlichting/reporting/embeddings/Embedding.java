package nl.doorlichting.reporting.embeddings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.ReviewedEntity;

/** What was stated on one day about whether something will last (borging). The trigger tr_embedding_kept keeps its history. */
@Entity
@Table(name = "embedding")
class Embedding extends ReviewedEntity<EmbeddingRequest> {
    private String programme;

    @Embedded
    private ActivityColumns activity;

    private String subject;
    private String language;

    @Column(name = "stated_on")
    private LocalDate statedOn;

    @Enumerated(EnumType.STRING)
    private EmbeddingStatus status;

    @Column(name = "secured_where")
    private String where;

    private String responsible;

    @Column(name = "secured_until")
    private LocalDate until;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected Embedding() {}

    Embedding(UUID id, EmbeddingRequest request, Instant createdAt, String createdBy) {
        super(id, request, createdAt, createdBy);
    }

    @Override
    protected void state(EmbeddingRequest request) {
        programme = request.programme();
        activity = ActivityColumns.of(request);
        subject = request.subject();
        language = request.language();
        statedOn = request.statedOn();
        status = request.status();
        where = request.where();
        responsible = request.responsible();
        until = request.until();
        source = request.source();
        note = request.note();
    }

    @Override
    public EmbeddingRequest content() {
        return new EmbeddingRequest(
                programme,
                activity.projectId(),
                activity.organisationId(),
                activity.track(),
                activity.actionLine(),
                activity.fundingInstrument(),
                activity.interventionTypes(),
                activity.phenomena(),
                activity.place(),
                subject,
                language,
                statedOn,
                status,
                where,
                responsible,
                until,
                source,
                note);
    }

    ActivityFields activity() {
        return activity;
    }
}

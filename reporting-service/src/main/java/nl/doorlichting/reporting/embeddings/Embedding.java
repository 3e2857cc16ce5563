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
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.RecordReview;
import nl.doorlichting.reporting.activity.ReviewedRecord;

/** What was stated on one day about whether something will last (borging). */
@Entity
@Table(name = "embedding")
class Embedding implements ReviewedRecord<EmbeddingRequest> {
    @Id
    private UUID id;

    private String programme;

    @Embedded
    private ActivityColumns activity;

    private String subject;

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

    @Embedded
    private RecordCorrection correction;

    @Embedded
    private RecordWithdrawal withdrawal;

    @Embedded
    private RecordReview review;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

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

    @Override
    public void correct(EmbeddingRequest request, RecordCorrection why) {
        change(request);
        correction = why;
    }

    @Override
    public RecordCorrection correction() {
        return correction;
    }

    @Override
    public void withdraw(RecordWithdrawal why) {
        withdrawal = why;
    }

    @Override
    public RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    @Override
    public RecordReview review() {
        return review;
    }

    @Override
    public void review(RecordReview by) {
        review = by;
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
                statedOn,
                status,
                where,
                responsible,
                until,
                source,
                note);
    }

    @Override
    public UUID id() {
        return id;
    }

    ActivityFields activity() {
        return activity;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public String createdBy() {
        return createdBy;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

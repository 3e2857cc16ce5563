package nl.doorlichting.training.learningmodules;

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
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.QuantityColumns;
import nl.doorlichting.kernel.vocabulary.TargetGroup;

/** How many completed a module in a period. Never changed. */
@Entity
@Table(name = "learning_completion")
class LearningCompletion {
    @Id
    UUID id;

    @Column(name = "module_id")
    UUID moduleId;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Column(name = "organisation_id")
    String organisationId;

    @Embedded
    QuantityColumns completions;

    String source;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected LearningCompletion() {}

    LearningCompletion(UUID id, UUID moduleId, LearningCompletionRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.moduleId = moduleId;
        this.periodFrom = request.period().from();
        this.periodUntil = request.period().until();
        this.targetGroup = request.targetGroup();
        this.organisationId = request.organisationId();
        this.completions = QuantityColumns.of(request.completions());
        this.source = request.source();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }
}

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
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.hibernate.annotations.DynamicUpdate;

/** How many completed a module in a period. Corrected with a reason; what it said is kept. */
@Entity
@Table(name = "learning_completion")
// The application role may not change which figure it is, nor when and by whom it was recorded.
@DynamicUpdate
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
    String reason;

    @Column(name = "corrected_by")
    String correctedBy;

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
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    /** It should have said this. */
    void correct(LearningCompletionRequest request, String why, String by) {
        reason = why;
        correctedBy = by;
        state(request);
    }

    private void state(LearningCompletionRequest request) {
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        targetGroup = request.targetGroup();
        organisationId = request.organisationId();
        completions = QuantityColumns.of(request.completions());
        source = request.source();
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }
}

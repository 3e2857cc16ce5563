package nl.doorlichting.training.learningmodules;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.training.CorrectableEntity;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The number of completions of a module in a period. A correction has a reason; the trigger tr_learning_completion_kept
 * keeps former versions.
 */
@Entity
@Table(name = "learning_completion")
// The application role may not change the module, nor when and by whom the number was recorded.
@DynamicUpdate
class LearningCompletion extends CorrectableEntity {
    @Column(name = "module_id")
    private UUID moduleId;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Column(name = "organisation_id")
    private String organisationId;

    @Embedded
    private QuantityColumns completions;

    private String source;

    /** For the persistence provider. */
    protected LearningCompletion() {}

    LearningCompletion(UUID id, UUID moduleId, LearningCompletionRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.moduleId = moduleId;
        set(request);
    }

    /** Replaces everything but the module; 409 once it is withdrawn. */
    void correct(LearningCompletionRequest request, String why, String by) {
        beginCorrection(why, by);
        set(request);
    }

    /** The correction that would change nothing; it has no reason. */
    LearningCompletionCorrectionRequest toCorrection() {
        return new LearningCompletionCorrectionRequest(
                null, period(), completions.toQuantity(), targetGroup, organisationId, source);
    }

    private void set(LearningCompletionRequest request) {
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        targetGroup = request.targetGroup();
        organisationId = request.organisationId();
        completions = QuantityColumns.of(request.completions());
        source = request.source();
    }

    LearningCompletionResponse toResponse(boolean changeable) {
        return new LearningCompletionResponse(
                id(),
                moduleId,
                period(),
                completions.toQuantity(),
                targetGroup,
                organisationId,
                source,
                reason,
                withdrawal,
                createdBy(),
                createdAt(),
                etag(),
                allowedActions(changeable));
    }

    /** As a record beside figures. */
    Fact<LearningCompletion> toFact(LearningModule module) {
        return module.toFact(this, targetGroup, organisationId).during(period());
    }

    QuantitySum sum() {
        return QuantitySum.of(completions.toQuantity());
    }

    /** Whether the same people may be in another number of the module: its days overlap, and its people may be the same. */
    boolean mayOverlap(LearningCompletion other) {
        return other != this
                && moduleId.equals(other.moduleId)
                && period().overlaps(other.period())
                && (targetGroup == null || other.targetGroup == null || targetGroup == other.targetGroup)
                && (organisationId == null
                        || other.organisationId == null
                        || organisationId.equals(other.organisationId));
    }

    private Period period() {
        return new Period(periodFrom, periodUntil);
    }

    UUID moduleId() {
        return moduleId;
    }
}

package nl.doorlichting.training.learningmodules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import org.hibernate.annotations.DynamicUpdate;

/** A module for self-study, such as an e-learning (leermodule). The trigger tr_learning_module_kept keeps its history. */
@Entity
@Table(name = "learning_module")
// The application role may not change the programme and the reference.
@DynamicUpdate
class LearningModule extends VersionedEntity {
    static final Comparator<LearningModule> BY_TITLE =
            Comparator.comparing((LearningModule module) -> module.title).thenComparing(VersionedEntity::id);

    private String reference;
    private String programme;
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Enumerated(EnumType.STRING)
    private Phenomenon phenomenon;

    @Column(name = "organisation_id")
    private String organisationId;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected LearningModule() {}

    LearningModule(UUID id, LearningModuleRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        set(request);
    }

    /** Replaces what is stated of the module; 400 for another programme or reference. */
    void change(LearningModuleRequest request) {
        if (!programme.equals(request.programme()) || !Objects.equals(reference, request.reference())) {
            throw ProblemException.violation(
                    Violation.body("", ViolationCode.NOT_ALLOWED, Text.of("learning-module.immutable")));
        }
        set(request);
    }

    private void set(LearningModuleRequest request) {
        title = request.title();
        targetGroup = request.targetGroup();
        phenomenon = request.phenomenon();
        organisationId = request.organisationId();
        source = request.source();
        note = request.note();
    }

    /** The request that would record the module as it is now. */
    LearningModuleRequest toRequest() {
        return new LearningModuleRequest(
                programme, title, targetGroup, phenomenon, organisationId, source, reference, note);
    }

    /** The module, or completions of it, as a record beside figures. */
    <M> Fact<M> toFact(M figure, TargetGroup completedBy, String organisationOfCompletion) {
        return Fact.of(1, figure).stating(Structure.TRAINING.stated(dimension -> switch (dimension) {
            case TARGET_GROUP -> completedBy == null ? targetGroup : completedBy;
            case PHENOMENON -> phenomenon;
            case ORGANISATION -> organisationOfCompletion == null ? organisationId : organisationOfCompletion;
            default -> null;
        }));
    }

    TrainingAnswer.LearningModule toListed(AggregatedQuantity completions) {
        return new TrainingAnswer.LearningModule(id(), title, targetGroup, phenomenon, completions);
    }

    LearningModuleResponse toResponse(AggregatedQuantity completions, boolean changeable) {
        return new LearningModuleResponse(
                id(),
                programme,
                title,
                targetGroup,
                phenomenon,
                organisationId,
                completions,
                source,
                reference,
                note,
                createdBy(),
                createdAt(),
                etag(),
                changeable ? List.of("completions", "update") : List.of());
    }
}

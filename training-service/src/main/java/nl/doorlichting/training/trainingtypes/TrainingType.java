package nl.doorlichting.training.trainingtypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A kind of training, with the target group of sessions and tallies that state none. The trigger tr_training_type_kept
 * keeps its history.
 */
@Entity
@Table(name = "training_type")
// The application role may not change the code, nor when and by whom it was recorded.
@DynamicUpdate
class TrainingType extends VersionedEntity {
    private String code;
    private String name;

    @Column(name = "name_dutch")
    private String nameDutch;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Enumerated(EnumType.STRING)
    private Phenomenon phenomenon;

    @Column(name = "retention_days")
    private int retentionDays;

    /** For the persistence provider. */
    protected TrainingType() {}

    TrainingType(UUID id, TrainingTypeRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.code = request.code();
        set(request);
    }

    /** Replaces what is stated of the type; 400 for another code, because sessions and tallies refer to it. */
    void change(TrainingTypeRequest request) {
        if (!request.code().equals(code)) {
            throw ProblemException.violation(Violation.body(
                    "/code",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(code)),
                    Text.of("training-type.code-immutable")));
        }
        set(request);
    }

    /** The request that would record the type as it is now. */
    TrainingTypeRequest toRequest() {
        return new TrainingTypeRequest(code, name, nameDutch, targetGroup, phenomenon, retentionDays);
    }

    TrainingTypeResponse toResponse(boolean mayChange) {
        return new TrainingTypeResponse(
                id(),
                code,
                name,
                nameDutch,
                targetGroup,
                phenomenon,
                retentionDays,
                createdBy(),
                createdAt(),
                etag(),
                mayChange ? List.of("update") : List.of());
    }

    private void set(TrainingTypeRequest request) {
        name = request.name();
        nameDutch = request.nameDutch();
        targetGroup = request.targetGroup();
        phenomenon = request.phenomenon();
        retentionDays =
                request.retentionDays() == null ? TrainingTypeRequest.USUAL_RETENTION_DAYS : request.retentionDays();
    }

    /** The type as a code of a list. Its definition is its target group, the only meaning that is recorded. */
    CodelistValue toCodelistValue(int order) {
        var group = Codelists.find("target-groups").orElseThrow().value(targetGroup.name());
        return new CodelistValue(
                code,
                nameDutch,
                name,
                "Training voor: " + group.labelDutch() + ".",
                "Training for: " + group.labelEnglish() + ".",
                order,
                null,
                null,
                null);
    }

    String code() {
        return code;
    }

    TargetGroup targetGroup() {
        return targetGroup;
    }
}

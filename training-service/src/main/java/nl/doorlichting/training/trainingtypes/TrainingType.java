package nl.doorlichting.training.trainingtypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
import org.hibernate.annotations.DynamicUpdate;

/** A kind of training, with whom it is for unless a session or a tally says otherwise. */
@Entity
@Table(name = "training_type")
// The application role may not change the code, nor when and by whom it was recorded.
@DynamicUpdate
class TrainingType {
    @Id
    UUID id;

    String code;
    String name;

    @Column(name = "name_dutch")
    String nameDutch;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Enumerated(EnumType.STRING)
    Phenomenon phenomenon;

    @Column(name = "retention_days")
    int retentionDays;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected TrainingType() {}

    TrainingType(UUID id, TrainingTypeRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.code = request.code();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    /** The type is as this says; 400 with another code, for that is what sessions and tallies name. */
    void change(TrainingTypeRequest request) {
        if (!request.code().equals(code)) {
            throw ProblemException.violation(Violation.body(
                    "/code",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(code)),
                    "The code of a training type never changes."));
        }
        state(request);
    }

    String etag() {
        return "\"" + version + "\"";
    }

    private void state(TrainingTypeRequest request) {
        name = request.name();
        nameDutch = request.nameDutch();
        targetGroup = request.targetGroup();
        phenomenon = request.phenomenon();
        retentionDays =
                request.retentionDays() == null ? TrainingTypeRequest.USUAL_RETENTION_DAYS : request.retentionDays();
    }

    /** The type as a code of a list; what it means is all that is recorded of it, namely whom it is for. */
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
}

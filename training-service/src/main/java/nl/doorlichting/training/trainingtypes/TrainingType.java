package nl.doorlichting.training.trainingtypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.kernel.codelist.CodelistValue;
import nl.doorlichting.kernel.vocabulary.TargetGroup;

/** A kind of training, with whom it is for unless a session or a tally says otherwise. */
@Entity
@Table(name = "training_type")
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
        this.name = request.name();
        this.nameDutch = request.nameDutch();
        this.targetGroup = request.targetGroup();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** The type as a code of a list; what it means is all that is recorded of it, namely whom it is for. */
    CodelistValue toCodelistValue(int order) {
        return new CodelistValue(
                code,
                nameDutch,
                name,
                "Training voor: " + targetGroup.labelDutch() + ".",
                "Training for: " + targetGroup.labelEnglish() + ".",
                order,
                null,
                null,
                null);
    }
}

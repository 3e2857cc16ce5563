package nl.doorlichting.training.learningmodules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.hibernate.annotations.DynamicUpdate;

/** Something to be learned by oneself, such as an e-learning (leermodule). */
@Entity
@Table(name = "learning_module")
// The application role may not change what a module is known by.
@DynamicUpdate
class LearningModule {
    @Id
    UUID id;

    String reference;
    String programme;
    String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Enumerated(EnumType.STRING)
    Phenomenon phenomenon;

    @Column(name = "organisation_id")
    String organisationId;

    String source;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected LearningModule() {}

    LearningModule(UUID id, LearningModuleRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.reference = request.reference();
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Everything but the programme and the reference, by which a module is known. */
    void change(LearningModuleRequest request) {
        title = request.title();
        targetGroup = request.targetGroup();
        phenomenon = request.phenomenon();
        organisationId = request.organisationId();
        source = request.source();
        note = request.note();
    }

    boolean isKnownBy(String otherProgramme, String otherReference) {
        return programme.equals(otherProgramme)
                && (reference == null ? otherReference == null : reference.equals(otherReference));
    }

    String etag() {
        return "\"" + version + "\"";
    }
}

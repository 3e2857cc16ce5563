package nl.doorlichting.training.trainingsessions;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.kernel.quantity.Quantity;
import nl.doorlichting.kernel.quantity.QuantityColumns;
import nl.doorlichting.kernel.vocabulary.TargetGroup;

/** One version of how many came to a session. Versions are only ever added. */
@Entity
@Table(name = "head_count")
@IdClass(HeadCount.Key.class)
class HeadCount {
    /** Whose count, and which version of it. */
    record Key(UUID sessionId, Integer version) implements Serializable {}

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    Integer version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    @Embedded
    QuantityColumns participants;

    /** For the persistence provider. */
    protected HeadCount() {}

    /** The first version of a session's count. */
    HeadCount(UUID sessionId, Quantity participants, TargetGroup targetGroup) {
        this.sessionId = sessionId;
        this.version = 1;
        this.participants = QuantityColumns.of(participants);
        this.targetGroup = targetGroup;
    }

    HeadCount recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }
}

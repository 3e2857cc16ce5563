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
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.TargetGroup;

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

    @Enumerated(EnumType.STRING)
    CountMethod method;

    Integer absent;
    Integer excused;

    /** For the persistence provider. */
    protected HeadCount() {}

    private HeadCount(UUID sessionId, CountMethod method, Quantity participants, TargetGroup targetGroup) {
        this.sessionId = sessionId;
        this.version = 1;
        this.method = method;
        this.participants = QuantityColumns.of(participants);
        this.targetGroup = targetGroup;
    }

    /** The first version of a count without names. */
    static HeadCount byHand(UUID sessionId, Quantity participants, TargetGroup targetGroup) {
        return new HeadCount(sessionId, CountMethod.HEAD_COUNT, participants, targetGroup);
    }

    /** The first version of what a roll call found. */
    static HeadCount ofRollCall(UUID sessionId, RollCallCounts counts, TargetGroup targetGroup) {
        var count = new HeadCount(sessionId, CountMethod.ROLL_CALL, new Quantity.Exact(counts.present()), targetGroup);
        count.absent = counts.absent();
        count.excused = counts.excused();
        return count;
    }

    /** The same, as the version after this one. */
    HeadCount after(HeadCount before, String why) {
        version = before.version + 1;
        reason = why;
        return this;
    }

    HeadCount recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    boolean isRollCall() {
        return method == CountMethod.ROLL_CALL;
    }

    int present() {
        return (int) ((Quantity.Exact) participants.toQuantity()).value();
    }
}

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
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.HeadCountResponse;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;

/** One version of how many came to a session. A version is added and never changed. */
@Entity
@Table(name = "head_count")
@IdClass(HeadCount.Key.class)
class HeadCount {
    /** How the number is known. A session has one of the two. */
    enum Method {
        HEAD_COUNT,
        ROLL_CALL
    }

    record Key(UUID sessionId, Integer version) implements Serializable {}

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    @Embedded
    private QuantityColumns participants;

    @Enumerated(EnumType.STRING)
    private Method method;

    private Integer absent;
    private Integer excused;

    /** For the persistence provider. */
    protected HeadCount() {}

    private HeadCount(UUID sessionId, Method method, Quantity participants, TargetGroup targetGroup) {
        this.sessionId = sessionId;
        this.version = 1;
        this.method = method;
        this.participants = QuantityColumns.of(participants);
        this.targetGroup = targetGroup;
    }

    /** The first version of a count without names. */
    static HeadCount byHand(UUID sessionId, Quantity participants, TargetGroup targetGroup) {
        return new HeadCount(sessionId, Method.HEAD_COUNT, participants, targetGroup);
    }

    /** The first version of the counts of a roll call. */
    static HeadCount ofRollCall(UUID sessionId, TrainingSessions.RollCallCounts counts, TargetGroup targetGroup) {
        var count = new HeadCount(sessionId, Method.ROLL_CALL, new Quantity.Exact(counts.present()), targetGroup);
        count.absent = counts.absent();
        count.excused = counts.excused();
        return count;
    }

    /** Makes this the version that corrects the one before. */
    HeadCount after(HeadCount before, String why) {
        version = before.version + 1;
        reason = why;
        return this;
    }

    /** What would be sent to count the same; the target group is always stated. */
    HeadCountRequest toRequest() {
        return new HeadCountRequest(participants.toQuantity(), targetGroup);
    }

    HeadCount recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    UUID sessionId() {
        return sessionId;
    }

    int version() {
        return version;
    }

    boolean isRecordedBy(Instant moment) {
        return moment == null || !recordedAt.isAfter(moment);
    }

    boolean isKnownBy(Method known) {
        return method == known;
    }

    /** Null after a roll call. */
    HeadCountResponse headCount(boolean staff) {
        return isKnownBy(Method.HEAD_COUNT)
                ? new HeadCountResponse(
                        participants.toQuantity(), targetGroup, version, reason, recordedAt, staff ? recordedBy : null)
                : null;
    }

    /** Null after a count without names. */
    RollCallSummary rollCall(boolean staff) {
        if (!isKnownBy(Method.ROLL_CALL)) {
            return null;
        }
        var present = (int) ((Quantity.Exact) participants.toQuantity()).value();
        return new RollCallSummary(
                present, absent, excused, targetGroup, version, reason, recordedAt, staff ? recordedBy : null);
    }
}

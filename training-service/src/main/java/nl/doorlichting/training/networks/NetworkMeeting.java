package nl.doorlichting.training.networks;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.VersionedEntity;
import org.hibernate.annotations.DynamicUpdate;

/** A meeting, or several that their source counts together. A correction has a reason; former versions are kept. */
@Entity
@Table(name = "network_meeting")
// The application role may not change the reference, nor when and by whom it was recorded.
@DynamicUpdate
class NetworkMeeting extends VersionedEntity {
    private static final Quantity ONE = new Quantity.Exact(1);

    private String reference;
    private String programme;

    @Column(name = "network_id")
    private UUID networkId;

    private String title;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Embedded
    private PlaceColumns place;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "project_id")
    private UUID projectId;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "meetings_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "meetings_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "meetings_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "meetings_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "meetings_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "meetings_text"))
    private QuantityColumns meetings;

    @Embedded
    private QuantityColumns attendance;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    private TargetGroup targetGroup;

    private String source;
    private String note;
    private String reason;

    @Column(name = "corrected_by")
    private String correctedBy;

    /** For the persistence provider. */
    protected NetworkMeeting() {}

    NetworkMeeting(UUID id, NetworkMeetingRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        state(request);
    }

    /** Replaces everything but the programme and the reference. */
    void correct(NetworkMeetingRequest request, String why, String by) {
        reason = why;
        correctedBy = by;
        state(request);
    }

    /** The request that would record the meeting as it is now. */
    NetworkMeetingRequest stated() {
        return new NetworkMeetingRequest(
                programme,
                networkId,
                title,
                new Period(periodFrom, periodUntil),
                place.toPlace(),
                track,
                organisationId,
                projectId,
                meetings.toQuantity(),
                attendance == null ? null : attendance.toQuantity(),
                targetGroup,
                source,
                reference,
                note);
    }

    String reason() {
        return reason;
    }

    private void state(NetworkMeetingRequest request) {
        networkId = request.networkId();
        title = request.title();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        place = PlaceColumns.of(request.place() == null ? Place.UNSPECIFIED : request.place());
        track = request.track();
        organisationId = request.organisationId();
        projectId = request.projectId();
        meetings = QuantityColumns.of(request.meetings() == null ? ONE : request.meetings());
        attendance = QuantityColumns.of(request.attendance());
        targetGroup = request.targetGroup();
        source = request.source();
        note = request.note();
    }
}

package nl.doorlichting.training.networks;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
import org.hibernate.annotations.DynamicUpdate;

/** A meeting, or several that their source counts together. Corrected with a reason; what it said is kept. */
@Entity
@Table(name = "network_meeting")
// The application role may not change which figure it is, nor when and by whom it was recorded.
@DynamicUpdate
class NetworkMeeting {
    private static final Quantity ONE = new Quantity.Exact(1);

    @Id
    UUID id;

    String reference;
    String programme;

    @Column(name = "network_id")
    UUID networkId;

    String title;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Embedded
    PlaceColumns place;

    @Enumerated(EnumType.STRING)
    Track track;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "project_id")
    UUID projectId;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "meetings_kind"))
    @AttributeOverride(name = "value", column = @Column(name = "meetings_value"))
    @AttributeOverride(name = "plusMinus", column = @Column(name = "meetings_plus_minus"))
    @AttributeOverride(name = "minimum", column = @Column(name = "meetings_minimum"))
    @AttributeOverride(name = "maximum", column = @Column(name = "meetings_maximum"))
    @AttributeOverride(name = "text", column = @Column(name = "meetings_text"))
    QuantityColumns meetings;

    @Embedded
    QuantityColumns attendance;

    @Enumerated(EnumType.STRING)
    @Column(name = "target_group")
    TargetGroup targetGroup;

    String source;
    String note;
    String reason;

    @Column(name = "corrected_by")
    String correctedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected NetworkMeeting() {}

    NetworkMeeting(UUID id, NetworkMeetingRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.reference = request.reference();
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    /** It should have said this. */
    void correct(NetworkMeetingRequest request, String why, String by) {
        reason = why;
        correctedBy = by;
        state(request);
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    Quantity attendance() {
        return attendance == null ? null : attendance.toQuantity();
    }

    private void state(NetworkMeetingRequest request) {
        networkId = request.networkId();
        title = request.title();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        stateContext(request);
    }

    private void stateContext(NetworkMeetingRequest request) {
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

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
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.CorrectableEntity;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A meeting, or several that their source counts together. A correction has a reason; the trigger
 * tr_network_meeting_kept keeps former versions.
 */
@Entity
@Table(name = "network_meeting")
// The application role may not change the reference, nor when and by whom it was recorded.
@DynamicUpdate
class NetworkMeeting extends CorrectableEntity {
    private static final Quantity ONE = new Quantity.Exact(1);

    /** What a request and a correction state. */
    interface Fields {
        UUID networkId();

        String title();

        Period period();

        Place place();

        Track track();

        String organisationId();

        UUID projectId();

        Quantity meetings();

        Quantity attendance();

        TargetGroup targetGroup();

        String source();

        String note();
    }

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

    /** For the persistence provider. */
    protected NetworkMeeting() {}

    NetworkMeeting(UUID id, NetworkMeetingRequest request, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        set(request);
    }

    /** Replaces everything but the programme and the reference; 409 once it is withdrawn. */
    void correct(NetworkMeetingCorrectionRequest request, String by) {
        beginCorrection(request.reason(), by);
        set(request);
    }

    /** The correction that would change nothing; it has no reason. */
    NetworkMeetingCorrectionRequest toCorrection() {
        return new NetworkMeetingCorrectionRequest(
                null,
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
                note);
    }

    NetworkMeetingResponse toResponse(boolean changeable) {
        return new NetworkMeetingResponse(
                id(),
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
                note,
                reason,
                withdrawal,
                createdBy(),
                createdAt(),
                etag(),
                allowedActions(changeable));
    }

    /** As a record beside figures: of its own track, else of that of its network, which may be null. */
    Fact<TrainingAnswer.Meeting> toFact(Network network) {
        var ofTrack = track == null && network != null ? network.track() : track;
        var days = new Period(periodFrom, periodUntil);
        var shown = new TrainingAnswer.Meeting(
                id(),
                networkId,
                title,
                days,
                ofTrack,
                targetGroup,
                meetings.toQuantity(),
                attendance == null ? null : attendance.toQuantity());
        return Fact.of(1, shown)
                .during(days)
                .in(Set.copyOf(place.toPlace().municipalities()))
                .stating(Structure.TRAINING.stated(dimension -> switch (dimension) {
                    case TRACK -> ofTrack;
                    case TARGET_GROUP -> targetGroup;
                    case PHENOMENON -> network == null ? null : network.phenomenon();
                    case PROJECT -> projectId;
                    case ORGANISATION -> organisationId;
                    default -> null;
                }));
    }

    UUID networkId() {
        return networkId;
    }

    String programme() {
        return programme;
    }

    private void set(Fields stated) {
        networkId = stated.networkId();
        title = stated.title();
        periodFrom = stated.period().from();
        periodUntil = stated.period().until();
        place = PlaceColumns.of(stated.place() == null ? Place.UNSPECIFIED : stated.place());
        track = stated.track();
        organisationId = stated.organisationId();
        projectId = stated.projectId();
        meetings = QuantityColumns.of(stated.meetings() == null ? ONE : stated.meetings());
        attendance = QuantityColumns.of(stated.attendance());
        targetGroup = stated.targetGroup();
        source = stated.source();
        note = stated.note();
    }
}

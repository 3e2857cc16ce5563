package nl.doorlichting.training.trainingsessions;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesRequest;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesResponse;
import nl.doorlichting.training.trainingsessions.SessionVenue.SessionVenueRequest;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** One training event (training, bijeenkomst) on one day. The trigger tr_training_session_former keeps its history. */
@Entity
@Table(name = "training_session")
// The application role may not change when and by whom it was recorded.
@DynamicUpdate
public class TrainingSession extends VersionedEntity {
    private static final String ALLOWED = "allowed";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    // Time to notice a date that was entered wrongly.
    private static final int GRACE_DAYS = 7;

    /** What the requests for one session and for a series state of each session. */
    interface Fields {
        String programme();

        String trainingType();

        String title();

        Place place();

        UUID projectId();

        String organisationId();

        Track track();

        ActionLine actionLine();

        FundingInstrument fundingInstrument();

        Integer capacity();

        String source();

        String series();

        String hostOrganisationId();

        List<String> trainers();

        String language();

        String includedIn();

        SessionTimesRequest times();

        SessionVenueRequest venue();

        String link();

        String description();

        Integer minimum();

        Instant registrationOpensAt();

        Instant registrationDeadline();

        String contact();

        /** What is wrong with how people attend and register on these days; any field, and any day, can be null or wrong. */
        default List<Violation> violationsOfAttending(List<LocalDate> days) {
            var violations = new ArrayList<Violation>();
            if (times() != null) {
                violations.addAll(times().violations(days));
            }
            if (minimum() != null && capacity() != null && minimum() > capacity()) {
                violations.add(Violation.body(
                        "/minimum",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", capacity()),
                        Text.of("session.minimum-above-capacity")));
            }
            if (registrationOpensAt() != null
                    && registrationDeadline() != null
                    && !registrationOpensAt().isBefore(registrationDeadline())) {
                violations.add(Violation.body(
                        "/registrationDeadline",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", registrationOpensAt()),
                        Text.of("session.deadline-before-opening")));
            }
            return violations;
        }
    }

    /**
     * The answer of a session to a new registration.
     *
     * @param number drawn in the order of arrival, from 1, never twice in a session
     * @param waiting whether the session was full
     */
    public record Admission(int number, boolean waiting) {}

    @Enumerated(EnumType.STRING)
    private TrainingSessionStatus status;

    private String reference;
    private String programme;

    @Column(name = "training_type")
    private String trainingType;

    private String title;

    @Column(name = "session_date")
    private LocalDate date;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    private ActionLine actionLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    private FundingInstrument fundingInstrument;

    @Embedded
    private PlaceColumns place;

    private String series;

    @Column(name = "host_organisation_id")
    private String hostOrganisationId;

    private String[] trainers;
    private String language;

    // Null is UNKNOWN.
    @Column(name = "included_in")
    private String includedIn;

    @Column(name = "erase_not_before")
    private LocalDate eraseNotBefore;

    private String source;

    @Column(name = "cancellation_reason")
    private String cancellationReason;

    private Integer capacity;

    @Embedded
    private SessionTimes times;

    @Embedded
    private SessionVenue venue;

    private String link;
    private String description;
    private Integer minimum;

    @Column(name = "registration_opens_at")
    private Instant registrationOpensAt;

    @Column(name = "registration_deadline")
    private Instant registrationDeadline;

    private String contact;

    @Embedded
    private RecordCorrection correction;

    @Embedded
    private RecordWithdrawal withdrawal;

    // A registration changes these counts. They give no new version, so that an edit of the title stays valid.
    @OptimisticLock(excluded = true)
    private int registered;

    @OptimisticLock(excluded = true)
    private int waiting;

    @Column(name = "last_number")
    @OptimisticLock(excluded = true)
    private int lastNumber;

    /** For the persistence provider. */
    protected TrainingSession() {}

    /** A session as it is planned; its reference may be null. */
    TrainingSession(UUID id, Fields stated, LocalDate date, String reference, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
        this.status = TrainingSessionStatus.PLANNED;
        set(stated, date, reference);
    }

    /**
     * Replaces what is stated of the session. 400 for another programme and for an unconfirmed move into the past; 409 when
     * the session was held or cancelled, and when more people are registered than fit.
     */
    void change(TrainingSessionRequest request, LocalDate today) {
        require(SessionAction.UPDATE, today);
        refuseAnotherProgramme(request);
        refuseWhatDoesNotFit(request, today);
        var changed = new TrainingSession(id(), request, request.date(), request.reference(), createdAt(), createdBy());
        if (!StrictJson.isUnchanged(statedOrUsual(), changed.statedOrUsual())) {
            restate(request, today);
        }
    }

    /**
     * Refuses a correction: 400 for a day to come and for an unconfirmed move into the past; 409 unless it was held, and
     * when more people are registered than fit.
     */
    void refuseCorrection(TrainingSessionRequest request, LocalDate today) {
        require(SessionAction.CORRECTIONS, today);
        if (request.date().isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    "/date",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", Period.EARLIEST.toString(), "maximum", today.toString()),
                    Text.of("session.held-before")));
        }
        refuseWhatDoesNotFit(request, today);
    }

    /** Replaces what is stated of a held session, its programme too, for a reason; refused as by the method above. */
    void correct(TrainingSessionRequest request, RecordCorrection why, LocalDate today) {
        refuseCorrection(request, today);
        restate(request, today);
        correction = why;
    }

    /** From now on the session counts nowhere; 409 unless it was held. */
    void withdraw(RecordWithdrawal why, LocalDate today) {
        require(SessionAction.WITHDRAWAL, today);
        withdrawal = why;
    }

    private void refuseWhatDoesNotFit(TrainingSessionRequest request, LocalDate today) {
        refuseUnconfirmedPast(request, today);
        if (request.capacity() != null && request.capacity() < registered) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("session.capacity-below-registered", registered),
                    Map.of(ALLOWED, possibleActions(today)));
        }
    }

    private void restate(TrainingSessionRequest request, LocalDate today) {
        if (goesBackIntoThePast(request, today)) {
            eraseNotBefore = today.plusDays(GRACE_DAYS);
        }
        set(request, request.date(), request.reference());
    }

    void confirm(LocalDate today) {
        require(SessionAction.CONFIRMATION, today);
        status = TrainingSessionStatus.CONFIRMED;
    }

    void cancel(String reason, LocalDate today) {
        require(SessionAction.CANCELLATION, today);
        status = TrainingSessionStatus.CANCELLED;
        cancellationReason = reason;
    }

    /** The session took place; 409 before its day, when it was cancelled, and when its attendance is recorded already. */
    public void hold(SessionAction how, LocalDate today) {
        require(how, today);
        status = TrainingSessionStatus.HELD;
    }

    /** Whether this can be done in the state of the session, on this day in the Netherlands. */
    public boolean allows(SessionAction action, LocalDate today) {
        return action.isPossible(this, today);
    }

    /** 409 when this cannot be done in the state of the session; the problem names what can. */
    public void require(SessionAction action, LocalDate today) {
        require(action, today, possibleActions(today));
    }

    /** The same of a record that depends on the session; the problem names what can be done with that. */
    public void require(SessionAction action, LocalDate today, List<String> allowed) {
        if (!allows(action, today)) {
            throw ProblemException.invalidState(refusalReason(action, today), allowed);
        }
    }

    /** 409 when nobody can register yet, or any more; the problem says from or until when, and what is allowed. */
    void requireOpenRegistration(Instant now, List<String> allowed) {
        if (registrationOpensAt != null && now.isBefore(registrationOpensAt)) {
            throw ProblemException.invalidState(
                    registrationDeadline == null
                            ? Text.of("session.registration-opens", onClocks(registrationOpensAt))
                            : Text.of(
                                    "session.registration-opens-until",
                                    onClocks(registrationOpensAt),
                                    onClocks(registrationDeadline)),
                    allowed);
        }
        if (registrationDeadline != null && !now.isBefore(registrationDeadline)) {
            throw ProblemException.invalidState(
                    Text.of("session.registration-closed", onClocks(registrationDeadline)), allowed);
        }
    }

    boolean takesRegistrations(Instant now) {
        return (registrationOpensAt == null || !now.isBefore(registrationOpensAt))
                && (registrationDeadline == null || now.isBefore(registrationDeadline));
    }

    // On those of its place, by which people attend.
    private String onClocks(Instant moment) {
        var zone = times == null ? DutchCalendar.ZONE : times.zone();
        return CLOCK.format(moment.atZone(zone)) + " " + zone.getId();
    }

    /** Names of what can be done with the session on this day. */
    List<String> possibleActions(LocalDate today) {
        return Arrays.stream(SessionAction.values())
                .filter(action -> allows(action, today))
                .map(SessionAction::segment)
                .toList();
    }

    /** Gives a place, or one in the queue. The caller holds the lock of the row, so that capacity is never exceeded. */
    public Admission admit() {
        lastNumber++;
        var full = waiting > 0 || free() < 1;
        if (full) {
            waiting++;
        } else {
            registered++;
        }
        return new Admission(lastNumber, full);
    }

    /** How many people in the queue get a place now. */
    public int freeForWaiting() {
        return Math.max(0, Math.min(waiting, free()));
    }

    public void movedUp(int people) {
        waiting -= people;
        registered += people;
    }

    /** A person gave up a place, or one in the queue. */
    public void left(boolean waited) {
        if (waited) {
            waiting--;
            return;
        }
        registered--;
    }

    /** The request that would plan the session as it is now. */
    TrainingSessionRequest toRequest() {
        return toRequest(includedIn);
    }

    /** The same with what holds where nothing is stated. */
    TrainingSessionRequest statedOrUsual() {
        return toRequest(Objects.requireNonNullElse(includedIn, StatedInclusion.UNKNOWN));
    }

    private TrainingSessionRequest toRequest(String inclusion) {
        return new TrainingSessionRequest(
                programme,
                trainingType,
                title,
                date,
                place.toPlace(),
                projectId,
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                capacity,
                reference,
                source,
                series,
                hostOrganisationId,
                // Each once: sessions of before may name one twice.
                Stream.of(trainers).distinct().toList(),
                language,
                inclusion,
                times == null ? null : times.toRequest(),
                venue == null ? null : venue.toRequest(),
                link,
                description,
                minimum,
                registrationOpensAt,
                registrationDeadline,
                contact,
                null);
    }

    /**
     * @param staff whether it is for a coordinator or a trainer of the session
     * @param attends whether it is for one who may attend: the venue and the link are for them and for staff
     * @param doubleBooked ids of other sessions in which one of its trainers is at the same time
     */
    TrainingSessionResponse toResponse(
            HeadCount count, boolean staff, boolean attends, List<UUID> doubleBooked, List<String> allowedActions) {
        return new TrainingSessionResponse(
                id(),
                programme,
                trainingType,
                title,
                date,
                status,
                place.toPlace(),
                projectId,
                organisationId,
                track,
                actionLine,
                fundingInstrument,
                capacity,
                reference,
                source,
                count == null ? null : count.headCount(staff),
                series,
                hostOrganisationId,
                staff ? List.of(trainers) : List.of(),
                staff ? doubleBooked : List.of(),
                language,
                includedIn,
                registered,
                waiting,
                count == null ? null : count.rollCall(staff),
                cancellationReason,
                staff ? correction : null,
                staff ? withdrawal : null,
                withdrawalReason(),
                times(),
                (staff || attends) && venue != null ? venue.toResponse() : null,
                staff || attends ? link : null,
                description,
                minimum,
                registrationOpensAt,
                registrationDeadline,
                contact,
                staff ? createdBy() : null,
                createdAt(),
                etag(),
                allowedActions);
    }

    public String programme() {
        return programme;
    }

    /** The code that the sessions of its series share; null for a session of no series. */
    String series() {
        return series;
    }

    public String trainingType() {
        return trainingType;
    }

    public String title() {
        return title;
    }

    public LocalDate date() {
        return date;
    }

    /** In words; null where it is not stated. */
    public String description() {
        return description;
    }

    /** On one line; null where it is not stated. For those who may attend, and for staff. */
    public String venue() {
        return venue == null ? null : venue.line();
    }

    /** Null where it is not stated. For those who may attend, and for staff. */
    public String link() {
        return link;
    }

    /** Mailbox or telephone number of an office; null where it is not stated. */
    public String contact() {
        return contact;
    }

    /** From when until when it is on its day; null where that is not stated. */
    public SessionTimesResponse times() {
        return times == null ? null : times.on(date);
    }

    public TrainingSessionStatus status() {
        return status;
    }

    /** In words that registered people may read; null unless it was cancelled. */
    public String cancellationReason() {
        return cancellationReason;
    }

    /** In words that registered people may read; null unless it was withdrawn. */
    public String withdrawalReason() {
        return isWithdrawn() ? withdrawal.reason() : null;
    }

    int registered() {
        return registered;
    }

    /** How many people wait for a place. */
    public int waiting() {
        return waiting;
    }

    boolean takesTimeOfTrainers() {
        return trainers.length > 0 && status != TrainingSessionStatus.CANCELLED && !isWithdrawn();
    }

    /** Whether a session of that day with these times shares time with this one; without times on one side, it may on its day. */
    boolean overlaps(LocalDate day, SessionTimes others) {
        return times == null || others == null ? day.equals(date) : times.overlap(date, others, day);
    }

    public boolean isLedBy(String subject) {
        return List.of(trainers).contains(subject);
    }

    public boolean isHeld() {
        return status == TrainingSessionStatus.HELD;
    }

    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    boolean isPending() {
        return status == TrainingSessionStatus.PLANNED || status == TrainingSessionStatus.CONFIRMED;
    }

    private int free() {
        return capacity == null ? Integer.MAX_VALUE : capacity - registered;
    }

    private void refuseAnotherProgramme(TrainingSessionRequest request) {
        if (!request.programme().equals(programme)) {
            throw ProblemException.violation(Violation.body(
                    "/programme",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(programme)),
                    Text.of("session.programme-immutable")));
        }
    }

    private boolean goesBackIntoThePast(TrainingSessionRequest request, LocalDate today) {
        return request.date().isBefore(today) && request.date().isBefore(date);
    }

    // The retention counts from the date: an earlier one erases sooner, or at once.
    private void refuseUnconfirmedPast(TrainingSessionRequest request, LocalDate today) {
        if (goesBackIntoThePast(request, today)
                && registered + waiting > 0
                && !Boolean.TRUE.equals(request.confirm())) {
            throw ProblemException.violation(Violation.body(
                    "/confirm", ViolationCode.REQUIRED, Text.of("session.confirm-required", GRACE_DAYS)));
        }
    }

    private Text refusalReason(SessionAction action, LocalDate today) {
        if (isWithdrawn()) {
            return Text.of("session.withdrawn");
        }
        if (status == TrainingSessionStatus.CANCELLED) {
            return Text.of("session.cancelled");
        }
        if (isHeld()) {
            return Text.of("session.held");
        }
        return switch (action) {
            case CORRECTION, CORRECTIONS, WITHDRAWAL, EVALUATION_CODES -> Text.of("session.not-held");
            case CONFIRMATION -> Text.of("session.confirmed");
            default -> date.isAfter(today) ? Text.of("session.not-until", date) : Text.of("session.past");
        };
    }

    private void set(Fields stated, LocalDate day, String naturalId) {
        reference = naturalId;
        programme = stated.programme();
        trainingType = stated.trainingType();
        title = stated.title();
        date = day;
        place = PlaceColumns.of(stated.place() == null ? Place.UNSPECIFIED : stated.place());
        capacity = stated.capacity();
        series = stated.series();
        hostOrganisationId = stated.hostOrganisationId();
        trainers = stated.trainers() == null ? new String[0] : stated.trainers().toArray(String[]::new);
        language = stated.language();
        includedIn = stated.includedIn();
        times = SessionTimes.of(stated.times());
        venue = SessionVenue.of(stated.venue());
        link = stated.link();
        description = stated.description();
        minimum = stated.minimum();
        registrationOpensAt = stated.registrationOpensAt();
        registrationDeadline = stated.registrationDeadline();
        contact = stated.contact();
        source = stated.source();
        projectId = stated.projectId();
        organisationId = stated.organisationId();
        track = stated.track();
        actionLine = stated.actionLine();
        fundingInstrument = stated.fundingInstrument();
    }
}

package nl.doorlichting.training.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.calendars.CalendarFeedResponse.CalendarFeedsResponse;
import nl.doorlichting.training.calendars.SessionCalendar.Entry;
import nl.doorlichting.training.calendars.SessionCalendar.Part;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.RetentionConfig;
import nl.doorlichting.training.registrations.Registrations;
import nl.doorlichting.training.registrations.Registrations.Changes;
import nl.doorlichting.training.registrations.Registrations.PersonAttendance;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Makes calendars of sessions, for a caller and for the address of a feed, and makes and revokes feeds. */
@ApplicationScoped
class CalendarService {
    private static final int MOST_FEEDS = 10;
    // What is over for longer is in no calendar that a program fetches again and again.
    private static final int KEPT_DAYS = 366;
    private static final Map<UUID, PersonAttendance> NONE = Map.of();

    private final CalendarFeedRepository feeds;
    private final CalendarFeeds owned;
    private final TrainingSessions sessions;
    private final Registrations registrations;
    private final PersonalData data;
    private final RetentionConfig retention;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    CalendarService(
            CalendarFeedRepository feeds,
            CalendarFeeds owned,
            TrainingSessions sessions,
            Registrations registrations,
            PersonalData data,
            RetentionConfig retention,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.feeds = feeds;
        this.owned = owned;
        this.sessions = sessions;
        this.registrations = registrations;
        this.data = data;
        this.retention = retention;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** One session; 404 unless the caller sees it. */
    @Transactional
    String ofSession(UUID id) {
        var session = sessions.getVisible(id);
        var attended = attends() ? attendances(caller.get().subject(), caller.verifiedEmail()) : NONE;
        return write(List.of(session), attended, sessions::isForStaff);
    }

    /** The sessions that the caller leads or is registered for. */
    @Transactional
    String own() {
        return ofPerson(caller.get().subject(), caller.verifiedEmail(), leads(), attends());
    }

    /** The same of the owner of the feed with this key; 404 without such a feed. */
    @Transactional
    String ofKey(String key) {
        var feed = feeds.findByKey(key, calendar.today()).orElseThrow(ProblemException::notFound);
        return ofPerson(feed.createdBy(), feed.address(data), feed.leads(), feed.attends());
    }

    @Transactional
    CalendarFeedResponse makeFeed() {
        if (owned.ofOwner(caller.get().subject()).size() >= MOST_FEEDS) {
            throw ProblemException.invalidState(Text.of("calendar.too-many-feeds", MOST_FEEDS), List.of("revocation"));
        }
        var now = calendar.now();
        var key = CalendarFeed.drawKey();
        var feed = new CalendarFeed(
                Ids.next(now),
                key,
                leads(),
                attends(),
                calendar.today().plusDays(retention.calendarFeedDays()),
                now,
                caller.get().subject());
        feed.keep(attends() ? caller.verifiedEmail() : null, data);
        feeds.persist(feed);
        return feed.toResponse().with(key);
    }

    @Transactional
    CalendarFeedsResponse feeds() {
        return new CalendarFeedsResponse(owned.ofOwner(caller.get().subject()));
    }

    /** Its address is not valid any more; 404 unless it is the caller's. */
    @Transactional
    CalendarFeedResponse revoke(UUID id) {
        var feed = feeds.lock(id);
        if (!feed.createdBy().equals(caller.get().subject())) {
            throw ProblemException.notFound();
        }
        feeds.delete(feed);
        var revoked = feed.toResponse();
        return new CalendarFeedResponse(
                revoked.id(), null, null, revoked.expiresOn(), revoked.createdAt(), revoked.etag(), List.of());
    }

    private boolean leads() {
        return caller.get().may(TrainingAccess.LEAD_TRAINING_SESSIONS);
    }

    private boolean attends() {
        return caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS);
    }

    private Map<UUID, PersonAttendance> attendances(String subject, String verifiedEmail) {
        return registrations.attendedBy(subject, verifiedEmail).stream()
                .collect(Collectors.toMap(PersonAttendance::sessionId, Function.identity()));
    }

    private String ofPerson(String subject, String verifiedEmail, boolean leads, boolean attends) {
        var attended = attends ? attendances(subject, verifiedEmail) : NONE;
        var of = new HashMap<>(sessions.byId(attended.keySet()));
        var led = leads ? sessions.ofTrainer(subject) : List.<TrainingSession>of();
        led.forEach(session -> of.put(session.id(), session));
        var since = calendar.today().minusDays(KEPT_DAYS);
        var shown = of.values().stream()
                .filter(session -> !session.date().isBefore(since))
                .sorted(Comparator.comparing(TrainingSession::date).thenComparing(TrainingSession::id))
                .toList();
        return write(shown, attended, session -> leads && session.isLedBy(subject));
    }

    /**
     * The changes of an entry are those of the session and of the person's registrations. Whose the erased and the replaced
     * ones were is not known any more: they count for all, so that no entry becomes an earlier version of itself.
     */
    private String write(
            List<TrainingSession> shown, Map<UUID, PersonAttendance> attended, Predicate<TrainingSession> leads) {
        var ids = shown.stream().map(TrainingSession::id).toList();
        var lastChanges = sessions.lastChanges(ids);
        var forAll = registrations.changesForAll(ids);
        return SessionCalendar.write(shown.stream()
                .map(session -> {
                    var one = attended.get(session.id());
                    var changes = Stream.of(one == null ? null : one.changes(), forAll.get(session.id()))
                            .filter(Objects::nonNull)
                            .reduce(new Changes(session.version(), lastChanges.get(session.id())), Changes::and);
                    return new Entry(session, leads.test(session) ? Part.CERTAIN : part(one), changes);
                })
                .toList());
    }

    private static Part part(PersonAttendance attendance) {
        if (attendance == null) {
            return Part.NONE;
        }
        return switch (attendance.status()) {
            case REGISTERED -> Part.CERTAIN;
            case WAITLISTED -> Part.WAITS;
            case CANCELLED -> Part.CANCELLED;
        };
    }
}

package nl.doorlichting.training.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
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
import nl.doorlichting.training.registrations.Registrations.PersonAttendance;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Makes calendars of sessions, for a caller and for the address of a feed, and makes and revokes feeds. */
@ApplicationScoped
class CalendarService {
    private static final int MOST_FEEDS = 10;
    // What is over for longer is in no calendar that a program fetches again and again.
    private static final int KEPT_DAYS = 366;

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
        var changedAt = sessions.lastChanges(List.of(id)).get(id);
        var entry = sessions.isForStaff(session)
                ? new Entry(session, Part.CERTAIN, 0, changedAt)
                : attendances(caller.get().subject(), caller.verifiedEmail()).stream()
                        .filter(one -> one.sessionId().equals(id))
                        .findFirst()
                        .map(one -> attending(session, one, changedAt))
                        .orElseGet(() -> new Entry(session, Part.NONE, 0, changedAt));
        return SessionCalendar.write(List.of(entry));
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

    private List<PersonAttendance> attendances(String subject, String verifiedEmail) {
        return registrations.attendedBy(subject, verifiedEmail);
    }

    private String ofPerson(String subject, String verifiedEmail, boolean leads, boolean attends) {
        var of = new LinkedHashMap<UUID, TrainingSession>();
        var attended = new HashMap<UUID, PersonAttendance>();
        if (attends) {
            attendances(subject, verifiedEmail).forEach(one -> attended.put(one.sessionId(), one));
            of.putAll(sessions.byId(attended.keySet()));
        }
        var led = leads ? sessions.ofTrainer(subject) : List.<TrainingSession>of();
        led.forEach(session -> of.put(session.id(), session));
        var since = calendar.today().minusDays(KEPT_DAYS);
        of.values().removeIf(session -> session.date().isBefore(since));
        var changes = sessions.lastChanges(of.keySet());
        var entries = of.values().stream()
                .map(session -> entry(
                        session,
                        attended.get(session.id()),
                        session.isLedBy(subject) && leads,
                        changes.get(session.id())))
                .sorted(Comparator.comparing((Entry entry) -> entry.session().date())
                        .thenComparing(entry -> entry.session().id()))
                .toList();
        return SessionCalendar.write(entries);
    }

    private static Entry entry(TrainingSession session, PersonAttendance attended, boolean led, Instant changedAt) {
        if (!led) {
            return attending(session, attended, changedAt);
        }
        return new Entry(session, Part.CERTAIN, attended == null ? 0 : attended.changes(), changedAt);
    }

    private static Entry attending(TrainingSession session, PersonAttendance one, Instant changedAt) {
        var last = one.changedAt().isAfter(changedAt) ? one.changedAt() : changedAt;
        return new Entry(session, part(one), one.changes(), last);
    }

    private static Part part(PersonAttendance attendance) {
        return switch (attendance.status()) {
            case REGISTERED -> Part.CERTAIN;
            case WAITLISTED -> Part.WAITS;
            case CANCELLED -> Part.CANCELLED;
        };
    }
}

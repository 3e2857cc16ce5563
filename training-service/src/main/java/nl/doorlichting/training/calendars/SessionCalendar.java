package nl.doorlichting.training.calendars;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import nl.doorlichting.training.registrations.Registrations.Changes;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessionStatus;

/**
 * Sessions as an iCalendar object (RFC 5545). It names no person: neither trainers nor registrants. Moments are in UTC, so that
 * it has no rules of time zones that would age; a calendar shows them on the clocks of its owner. It has no METHOD, because
 * that would need an organiser's address.
 */
final class SessionCalendar {
    static final String MEDIA_TYPE = "text/calendar";
    private static final int MOST_OCTETS = 75;
    private static final String PRODUCT = "-//Doorlichting//Trainings//EN";

    /** How the owner of the calendar takes part. */
    enum Part {
        /** Leads it, coordinates it, or has a place. */
        CERTAIN,
        /** Waits for a place. */
        WAITS,
        /** Sees that it is open, and is not registered. */
        NONE,
        /** Was registered, and cancelled. */
        CANCELLED;

        boolean attends() {
            return this == CERTAIN || this == WAITS;
        }
    }

    /**
     * One event.
     *
     * @param changes of the session and of how the owner takes part
     */
    record Entry(TrainingSession session, Part part, Changes changes) {}

    private SessionCalendar() {}

    /** The calendar as text, with line breaks and folding as RFC 5545 has them. */
    static String write(List<Entry> entries) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folded(text.toString());
    }

    /** Folds lines to 75 octets (RFC 5545, 3.1), between characters. The library counts characters instead. */
    private static String folded(String text) {
        var folded = new StringBuilder();
        var onLine = 0;
        for (var at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            var character = text.codePointAt(at);
            var octets = octets(character);
            if (character == '\r' || character == '\n') {
                onLine = 0;
                octets = 0;
            }
            if (onLine + octets > MOST_OCTETS) {
                folded.append("\r\n ");
                onLine = 1;
            }
            folded.appendCodePoint(character);
            onLine += octets;
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    private static VEvent event(Entry entry) {
        var session = entry.session();
        var event = new VEvent();
        event.setUid(session.id().toString());
        // Without METHOD, DTSTAMP is when the event was last changed (RFC 5545, 3.8.7.2).
        event.setDateTimeStamp(second(entry.changes().last()));
        event.setLastModified(second(entry.changes().last()));
        event.setCreated(second(session.createdAt()));
        event.setSequence(entry.changes().count());
        event.setStatus(status(entry));
        event.setSummary(session.title());
        setTimes(event, session);
        if (session.description() != null) {
            event.setDescription(session.description());
        }
        if (session.contact() != null) {
            event.addContact(session.contact());
        }
        addReason(event, session);
        if (entry.part().attends()) {
            setPlace(event, session);
        }
        return event;
    }

    private static Date second(Instant moment) {
        return Date.from(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Status status(Entry entry) {
        var session = entry.session();
        if (session.status() == TrainingSessionStatus.CANCELLED
                || session.isWithdrawn()
                || entry.part() == Part.CANCELLED) {
            return Status.cancelled();
        }
        return session.status() == TrainingSessionStatus.PLANNED || entry.part() != Part.CERTAIN
                ? Status.tentative()
                : Status.confirmed();
    }

    private static void setTimes(VEvent event, TrainingSession session) {
        var times = session.times();
        if (times == null) {
            event.setDateStart(new DateStart(day(session.date())));
            event.setDateEnd(new DateEnd(day(session.date().plusDays(1))));
            return;
        }
        event.setDateStart(new DateStart(Date.from(times.startsAt()), true));
        event.setDateEnd(new DateEnd(Date.from(times.endsAt()), true));
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static void addReason(VEvent event, TrainingSession session) {
        var reason = session.isWithdrawn() ? session.withdrawalReason() : session.cancellationReason();
        if (reason != null) {
            event.addComment(reason);
        }
    }

    private static void setPlace(VEvent event, TrainingSession session) {
        if (session.venue() != null) {
            event.setLocation(session.venue());
        }
        if (session.link() != null) {
            // As it is: a URI has no escapes (RFC 5545, 3.3.13), and the library would write it as a text.
            event.addExperimentalProperty("URL", session.link());
        }
    }
}

package nl.doorlichting.training.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;

/** The feeds as personal data of their owners. Other features call this within a transaction of theirs. */
@ApplicationScoped
public class CalendarFeeds implements PersonalDataUpkeep {
    private final CalendarFeedRepository feeds;
    private final PersonalData data;
    private final DutchCalendar calendar;

    CalendarFeeds(CalendarFeedRepository feeds, PersonalData data, DutchCalendar calendar) {
        this.feeds = feeds;
        this.data = data;
        this.calendar = calendar;
    }

    /** The feeds of this account that are valid, the oldest first. */
    public List<CalendarFeedResponse> ofOwner(String subject) {
        return feeds.ofOwner(subject, calendar.today()).stream()
                .map(CalendarFeed::toResponse)
                .toList();
    }

    /** Deletes the feeds of this account, whose addresses are then not valid any more, and returns how many they were. */
    public int erase(String subject) {
        return feeds.deleteOf(subject);
    }

    @Override
    public int eraseOverdue(int atMost) {
        return feeds.deleteOverdue(calendar.today(), atMost);
    }

    @Override
    public Overdue overdue() {
        return feeds.overdue(calendar.today());
    }

    @Override
    public int reseal(int atMost) {
        var found = feeds.toSeal(data, atMost);
        found.forEach(feed -> feed.keep(feed.address(data), data));
        return found.size();
    }
}

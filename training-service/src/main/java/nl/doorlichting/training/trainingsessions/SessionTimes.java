package nl.doorlichting.training.trainingsessions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/** From when until when a session is on its day, on the clocks of its place. */
@Embeddable
public class SessionTimes {
    static final String TIME = "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final String USUAL_ZONE = "Europe/Amsterdam";

    @Column(name = "start_time")
    private String start;

    @Column(name = "end_time")
    private String end;

    @Column(name = "time_zone")
    private String timeZone;

    /** For the persistence provider. */
    protected SessionTimes() {}

    /** The times that are stated; null for null, so that the columns stay empty. */
    static SessionTimes of(SessionTimesRequest stated) {
        if (stated == null) {
            return null;
        }
        var times = new SessionTimes();
        times.start = stated.start();
        times.end = stated.end();
        times.timeZone = Objects.requireNonNullElse(stated.timeZone(), USUAL_ZONE);
        return times;
    }

    /** The end of a day, in the Netherlands or on the clocks of these times, whichever is later; null is without times. */
    static Instant endOf(LocalDate day, SessionTimesRequest times) {
        var dutch = day.plusDays(1).atStartOfDay(DutchCalendar.ZONE).toInstant();
        if (times == null || times.timeZone() == null) {
            return dutch;
        }
        var there = day.plusDays(1).atStartOfDay(ZoneId.of(times.timeZone())).toInstant();
        return there.isAfter(dutch) ? there : dutch;
    }

    /** The times in the columns of a row; null where it has none. */
    static SessionTimes stored(String start, String end, String timeZone) {
        return start == null ? null : of(new SessionTimesRequest(start, end, timeZone));
    }

    /** Whether both have a moment in common, these times on the one day and the others on the other. */
    boolean overlap(LocalDate day, SessionTimes other, LocalDate dayOfOther) {
        var mine = on(day);
        var others = other.on(dayOfOther);
        return mine.startsAt().isBefore(others.endsAt()) && others.startsAt().isBefore(mine.endsAt());
    }

    /**
     * From when until when a session is on its day.
     *
     * @param start time at which it starts, in hours and minutes on the clocks of the time zone
     * @param end time at which it ends, after its start and on the same day
     * @param timeZone time zone of the times, by its name in the IANA time zone database, as in Europe/Amsterdam, which it is
     *     if absent
     */
    public record SessionTimesRequest(
            @NotNull @Pattern(regexp = TIME, message = FormTexts.TIME)
            String start,

            @NotNull @Pattern(regexp = TIME, message = FormTexts.TIME)
            String end,

            @Size(min = 1, max = 64) String timeZone) {

        /** What is wrong with the times on these days; any field, and any day, can be null or wrong. */
        List<Violation> violations(List<LocalDate> days) {
            var violations = new ArrayList<Violation>();
            var zone = Objects.requireNonNullElse(timeZone, USUAL_ZONE);
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                violations.add(Violation.body(
                        "/times/timeZone", ViolationCode.UNKNOWN_VALUE, Text.of("session.time-zone-unknown")));
            }
            if (!isTime(start) || !isTime(end)) {
                return violations;
            }
            if (start.compareTo(end) >= 0) {
                violations.add(Violation.body(
                        "/times/end",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", start),
                        Text.of("session.ends-before-start")));
            }
            if (violations.isEmpty()) {
                skipped("/times/start", start, zone, days).ifPresent(violations::add);
                skipped("/times/end", end, zone, days).ifPresent(violations::add);
            }
            return violations;
        }

        private static boolean isTime(String text) {
            return text != null && text.matches(TIME);
        }

        // The hour that the clocks skip in spring.
        private static Optional<Violation> skipped(String pointer, String time, String zone, List<LocalDate> days) {
            var rules = ZoneId.of(zone).getRules();
            return days.stream()
                    .filter(day -> day != null
                            && rules.getValidOffsets(day.atTime(LocalTime.parse(time)))
                                    .isEmpty())
                    .findFirst()
                    .map(day -> Violation.body(
                            pointer, ViolationCode.NOT_ALLOWED, Text.of("session.time-skipped", time, day)));
        }
    }

    /**
     * From when until when a session is.
     *
     * @param start time at which it starts, in hours and minutes on the clocks of the time zone
     * @param end time at which it ends, on the same day
     * @param timeZone time zone of the times, by its name in the IANA time zone database
     * @param startsAt moment at which it starts
     * @param endsAt moment at which it ends
     */
    public record SessionTimesResponse(String start, String end, String timeZone, Instant startsAt, Instant endsAt) {}

    SessionTimesRequest toRequest() {
        return new SessionTimesRequest(start, end, timeZone);
    }

    SessionTimesResponse on(LocalDate day) {
        return new SessionTimesResponse(start, end, timeZone, moment(day, start), moment(day, end));
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    private Instant moment(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(zone()).toInstant();
    }
}

package nl.doorlichting.funding.applications;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How an application is being handled, with the terms of the Awb: a decision within eight weeks of receipt (4:13),
 * which stand still from the day after a request for completion until the day it is complete or the term for that has
 * passed (4:15); not considered only after such a request, within four weeks of its end (4:5).
 *
 * @param submittedAt when it was received first
 * @param decisionDue last day to decide; while incomplete as if the term for completion will pass unused
 * @param officer subject of the officer who handles it; null while there is none
 * @param completionRequestedOn day of the last request for completion; null without one
 * @param completionDeadline last day to complete it
 * @param completionMissing what was missing, in the words sent to the applicant
 * @param completedOn day that it was submitted again after that request; null while it was not
 */
@Embeddable
record ApplicationHandling(
        Instant submittedAt,
        LocalDate decisionDue,
        String officer,
        LocalDate completionRequestedOn,
        LocalDate completionDeadline,
        String completionMissing,
        LocalDate completedOn) {

    private static final int WEEKS_TO_DECIDE = 8;
    private static final int WEEKS_TO_LEAVE_UNCONSIDERED = 4;

    static ApplicationHandling received(Instant at, LocalDate day) {
        return new ApplicationHandling(at, day.plusWeeks(WEEKS_TO_DECIDE), null, null, null, null, null);
    }

    ApplicationHandling assignedTo(String who) {
        return new ApplicationHandling(
                submittedAt,
                decisionDue,
                who,
                completionRequestedOn,
                completionDeadline,
                completionMissing,
                completedOn);
    }

    /** The first officer who acts on an application handles it, unless it is assigned. */
    ApplicationHandling takenUpBy(String who) {
        return officer == null ? assignedTo(who) : this;
    }

    ApplicationHandling completionRequested(LocalDate today, LocalDate deadline, String missing) {
        var due = decisionDue.plusDays(ChronoUnit.DAYS.between(today, deadline));
        return new ApplicationHandling(submittedAt, due, officer, today, deadline, missing, null);
    }

    /** Gives back the days that completing it did not take. */
    ApplicationHandling completed(LocalDate today) {
        var unused = today.isAfter(completionDeadline)
                ? 0
                : ChronoUnit.DAYS.between(lastDayStandingStill(today), completionDeadline);
        return new ApplicationHandling(
                submittedAt,
                decisionDue.minusDays(unused),
                officer,
                completionRequestedOn,
                completionDeadline,
                completionMissing,
                today);
    }

    /** The term stands still until the day of completion: that day itself counts again. */
    private LocalDate lastDayStandingStill(LocalDate today) {
        return today.isAfter(completionRequestedOn) ? today.minusDays(1) : completionRequestedOn;
    }

    /** Whether the term to complete it passed without an answer. */
    boolean completionExpired(LocalDate today) {
        return completionDeadline != null && completedOn == null && today.isAfter(completionDeadline);
    }

    /** Whether it may be left unconsidered today: asked for completion, and not long since answered or out of time. */
    boolean mayBeLeftUnconsidered(LocalDate today) {
        if (completionDeadline == null || (completedOn == null && !completionExpired(today))) {
            return false;
        }
        var end = completedOn == null ? completionDeadline : completedOn;
        return !today.isAfter(end.plusWeeks(WEEKS_TO_LEAVE_UNCONSIDERED));
    }
}

package nl.doorlichting.reporting.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.reporting.ReportingAccess;

/** Which records about activities a caller sees: staff all of them, a grantee those of its own organisation. */
@ApplicationScoped
public class OwnRecords {

    private final CurrentCaller caller;
    private final Clock clock;
    private final RecordedPast past;

    public OwnRecords(CurrentCaller caller, Clock clock, RecordedPast past) {
        this.caller = caller;
        this.clock = clock;
        this.past = past;
    }

    /** The filter, and for a grantee only its own; over entities whose activity is the field {@code activity}. */
    public Filter narrow(Filter filter) {
        return narrow(filter, "e.activity.organisationId = :own");
    }

    /** The filter, and for a grantee this condition, in which {@code :own} is the number of its organisation. */
    public Filter narrow(Filter filter, String condition) {
        var organisation = Objects.requireNonNullElse(caller.get().organisation(), "");
        return seesAll() ? filter : filter.where(condition, "own", organisation);
    }

    /** Whether the caller sees a record of this organisation. */
    public boolean shows(String organisation) {
        return seesAll() || caller.get().belongsTo(organisation);
    }

    /** 404 when the caller may not see it. */
    public void refuseHidden(ActivityFields activity) {
        if (!shows(activity.organisationId())) {
            throw ProblemException.notFound();
        }
    }

    /** Subject of the caller, stored with what is written. */
    public String subject() {
        return caller.get().subject();
    }

    /** Whether this is the subject of the caller. */
    public boolean isCaller(String subject) {
        return caller.get().is(subject);
    }

    public Instant now() {
        return clock.instant();
    }

    /** The violation of a day that has not come; none for null. */
    public List<Violation> future(String pointer, LocalDate day) {
        var today = DutchCalendar.dayOf(now());
        return day == null || !day.isAfter(today)
                ? List.of()
                : List.of(Violation.body(
                        pointer,
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", today.toString()),
                        Text.of("record.day-in-future")));
    }

    /** Until this transaction ends, reads records as they were recorded at the moment; as they are for null. */
    public void readPast(Instant asOf) {
        past.read(asOf);
    }

    /** Whether the request reads records of the past, with which nothing can be done. */
    public boolean readsPast() {
        return past.isRead();
    }

    /** The names, when the rule allows the caller; none for records of the past. */
    public List<String> actions(String rule, String... names) {
        return caller.get().may(rule) && !readsPast() ? List.of(names) : List.of();
    }

    /** What the caller withdraws now, and why. */
    public RecordWithdrawal withdrawal(RecordWithdrawalRequest request) {
        return new RecordWithdrawal(now(), subject(), request.reason());
    }

    /** What the caller corrects now, for this reason. */
    public RecordCorrection correction(String reason) {
        return new RecordCorrection(now(), subject(), reason);
    }

    /** 403 when a record is public, which only a reviewer withdraws. */
    public void refuseWithdrawalOfPublic(boolean isPublic) {
        if (isPublic && !reviews()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("record.public-withdrawn-by-reviewer"));
        }
    }

    /** The name of the withdrawal, when the caller may withdraw a record that is public or not. */
    public List<String> withdrawalAction(boolean isPublic) {
        return actions(isPublic ? ReportingAccess.PUBLISH_RESULTS : ReportingAccess.WITHDRAW_RESULTS, "withdrawal");
    }

    public boolean reviews() {
        return caller.get().may(ReportingAccess.PUBLISH_RESULTS);
    }

    /** Whether the caller may know what waits for a reviewer now. */
    public boolean readsProposals() {
        return !readsPast() && caller.get().may(ReportingAccess.READ_PROPOSALS);
    }

    public boolean seesAll() {
        return caller.get().may(ReportingAccess.READ_INVENTORIES);
    }
}

package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.coordinators.Coordinators;
import nl.doorlichting.training.trainingsessions.TrainingSessionHistory.TrainingSessionVersion;
import nl.doorlichting.training.trainingtallies.TrainingTallies;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** Plans sessions, one or a series, changes, confirms and cancels them, records how many came, and shows them. */
@ApplicationScoped
class TrainingSessionService implements BodyRules {
    private static final LocalDate LAST_DAY = Period.LATEST.minusDays(1);

    private final TrainingSessionRepository repository;
    private final TrainingSessions sessions;
    private final TrainingTypes types;
    private final TrainingTallies tallies;
    private final MunicipalityRegister register;
    private final Coordinators coordinators;
    private final TrainingDataSet dataSet;
    private final WaitingList waitingList;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    TrainingSessionService(
            TrainingSessionRepository repository,
            TrainingSessions sessions,
            TrainingTypes types,
            TrainingTallies tallies,
            MunicipalityRegister register,
            Coordinators coordinators,
            TrainingDataSet dataSet,
            WaitingList waitingList,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.repository = repository;
        this.sessions = sessions;
        this.types = types;
        this.tallies = tallies;
        this.register = register;
        this.coordinators = coordinators;
        this.dataSet = dataSet;
        this.waitingList = waitingList;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    TrainingSessionResponse plan(TrainingSessionRequest request) {
        check(request, request.date(), request.date(), null);
        refuseDuplicate(null, request, null);
        refuseSecondOfDay(request, request.date(), List.of());
        var session = add(request, request.date(), request.reference());
        markChanged();
        return sessions.show(session, null);
    }

    /** All sessions of the series, or none of them. */
    @Transactional
    TrainingSessionSeriesResponse planSeries(TrainingSessionSeriesRequest request) {
        var last = Collections.max(request.dates());
        request.dates().forEach(date -> check(request, date, last, null));
        request.dates().forEach(date -> refuseSecondOfDay(request, date, List.of()));
        var planned =
                request.dates().stream().map(date -> add(request, date, null)).toList();
        markChanged();
        return new TrainingSessionSeriesResponse(
                request.series(),
                planned.stream().map(session -> sessions.show(session, null)).toList());
    }

    @Transactional
    TrainingSessionResponse change(UUID id, String ifMatch, MergePatch patch) {
        var session = sessions.lock(id);
        IfMatch.refuseStale(ifMatch, session.etag());
        var before = session.toRequest();
        var changed = patch.applyTo(before, TrainingSessionRequest.class);
        check(changed, changed.date(), changed.date(), before);
        refuseDuplicate(before, changed, id);
        refuseMoveToTakenDay(before, changed, List.of(id));
        sessions.change(session, () -> session.change(changed, calendar.today()));
        if (StrictJson.isUnchanged(before, session.toRequest())) {
            return shown(session);
        }
        waitingList.moveUp(session);
        return changed(session);
    }

    /** The same change of this session and of the later ones of its series, all or none. */
    @Transactional
    TrainingSessionSeriesResponse changeSeries(UUID id, String ifMatch, MergePatch patch) {
        var series = lockSeries(id, SessionAction.UPDATE);
        IfMatch.refuseStale(ifMatch, series.get(id).etag());
        refuseOwnFields(patch);
        var today = calendar.today();
        var last = series.values().stream()
                .map(TrainingSession::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var isChanged = false;
        for (var session : series.values()) {
            var before = session.toRequest();
            var changed = patch.applyTo(before, TrainingSessionRequest.class);
            ProblemException.together(
                    () -> check(changed, changed.date(), last, before),
                    () -> sessions.change(session, () -> session.change(changed, today)));
            refuseMoveToTakenDay(before, changed, series.keySet());
            waitingList.moveUp(session);
            isChanged |= !StrictJson.isUnchanged(before, session.toRequest());
        }
        return isChanged ? changed(series) : shown(series);
    }

    /** Cancels this session and the later ones of its series. */
    @Transactional
    TrainingSessionSeriesResponse cancelSeries(UUID id, CancelTrainingSessionRequest request) {
        var series = lockSeries(id, SessionAction.CANCELLATION);
        series.values()
                .forEach(session -> sessions.change(session, () -> session.cancel(request.reason(), calendar.today())));
        return changed(series);
    }

    /** This session and the later ones of its series that are still to come, by id in the order of their days. */
    private Map<UUID, TrainingSession> lockSeries(UUID id, SessionAction action) {
        var first = repository.get(id);
        if (first.series() == null) {
            throw ProblemException.invalidState(Text.of("session.without-series"), sessions.allowedActions(first));
        }
        var locked = repository.lockPending(first.programme(), first.series(), first.date()).stream()
                .sorted(Comparator.comparing(TrainingSession::date).thenComparing(TrainingSession::id))
                .collect(Collectors.toMap(
                        TrainingSession::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        if (!locked.containsKey(id)) {
            sessions.require(repository.get(id), action);
            // It left the series meanwhile.
            throw ProblemException.notFound();
        }
        return locked;
    }

    // A series has them in common never: a day is of one session, and the programme of a plan stays.
    private static void refuseOwnFields(MergePatch patch) {
        ProblemException.refuse(Stream.of("date", "programme", "reference", "confirm")
                .filter(patch.changes()::has)
                .map(field -> Violation.body("/" + field, ViolationCode.NOT_ALLOWED, Text.of("session.not-of-series")))
                .toList());
    }

    private TrainingSessionSeriesResponse changed(Map<UUID, TrainingSession> series) {
        repository.flush();
        markChanged();
        return shown(series);
    }

    private TrainingSessionSeriesResponse shown(Map<UUID, TrainingSession> series) {
        var shown = List.copyOf(series.values());
        var views = sessions.views(shown);
        return new TrainingSessionSeriesResponse(
                shown.get(0).series(),
                shown.stream().map(session -> views.show(session, null)).toList());
    }

    @Transactional
    TrainingSessionResponse confirm(UUID id) {
        var session = sessions.lock(id);
        if (session.status() == TrainingSessionStatus.CONFIRMED) {
            return shown(session);
        }
        sessions.change(session, () -> session.confirm(calendar.today()));
        return changed(session);
    }

    @Transactional
    TrainingSessionResponse cancel(UUID id, CancelTrainingSessionRequest request) {
        var session = sessions.lock(id);
        sessions.change(session, () -> session.cancel(request.reason(), calendar.today()));
        return changed(session);
    }

    /** What the session stated before is kept, and counts no more. */
    @Transactional
    TrainingSessionResponse correct(UUID id, MergePatch changes) {
        var session = sessions.lock(id);
        sessions.require(session, SessionAction.CORRECTIONS);
        var before = session.toRequest();
        var stated = session.statedOrUsual();
        var correction = changes.correct(before, TrainingSessionRequest.class);
        var corrected = correction.record();
        var why = new RecordCorrection(calendar.now(), caller.get().subject(), correction.reason());
        ProblemException.together(
                () -> check(corrected, corrected.date(), corrected.date(), before),
                () -> sessions.change(session, () -> session.refuseCorrection(corrected, calendar.today())));
        refuseDuplicate(before, corrected, id);
        refuseMoveToTakenDay(before, corrected, List.of(id));
        session.correct(corrected, why, calendar.today());
        StrictJson.refuseUnchanged(stated, session.statedOrUsual(), "reason");
        return changed(session);
    }

    /** From now on the session counts nowhere. */
    @Transactional
    TrainingSessionResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var session = sessions.lock(id);
        var why = new RecordWithdrawal(calendar.now(), caller.get().subject(), request.reason());
        sessions.change(session, () -> session.withdraw(why, calendar.today()));
        return changed(session);
    }

    /** What was recorded of the session by this moment, all for null; 404 when it was not recorded by then. */
    @Transactional
    TrainingSessionHistory history(UUID id, Instant asOf) {
        var session = repository.get(id);
        var counts = repository.headCountVersions(id).stream()
                .filter(count -> count.isRecordedBy(asOf))
                .toList();
        var former = repository.former(id);
        var versions = new ArrayList<TrainingSessionVersion>();
        former.stream()
                .filter(one -> one.stated() != null && isBy(one.recordedAt(), asOf))
                .forEach(one -> versions.add(new TrainingSessionVersion(
                        one.recordedAt(),
                        isBy(one.replacedAt(), asOf) ? one.replacedAt() : null,
                        one.stated()
                                .toResponse(
                                        one.stated().isHeld() ? lastOf(counts, one.replacedAt()) : null,
                                        true,
                                        true,
                                        List.of(),
                                        List.of()))));
        var since = former.isEmpty()
                ? session.createdAt()
                : former.get(former.size() - 1).replacedAt();
        if (isBy(since, asOf)) {
            versions.add(new TrainingSessionVersion(since, null, sessions.show(session, lastOf(counts, null))));
        }
        if (versions.isEmpty()) {
            throw ProblemException.notFound();
        }
        return new TrainingSessionHistory(
                versions,
                counts.stream()
                        .map(count -> count.headCount(true))
                        .filter(Objects::nonNull)
                        .toList(),
                counts.stream()
                        .map(count -> count.rollCall(true))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static boolean isBy(Instant moment, Instant asOf) {
        return asOf == null || !moment.isAfter(asOf);
    }

    private static HeadCount lastOf(List<HeadCount> counts, Instant by) {
        return counts.stream()
                .filter(count -> count.isRecordedBy(by))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    @Transactional
    TrainingSessionResponse recordHeadCount(UUID id, HeadCountRequest request) {
        var session = sessions.lock(id);
        var count = HeadCount.byHand(id, request.participants(), sessions.targetGroup(session, request.targetGroup()));
        if (session.allows(SessionAction.CORRECTION, calendar.today()) && isRecorded(count)) {
            return shown(session);
        }
        sessions.hold(session, SessionAction.HEAD_COUNT);
        return counted(session, count);
    }

    private boolean isRecorded(HeadCount count) {
        var latest = repository.headCounts(List.of(count.sessionId())).get(count.sessionId());
        return latest.isKnownBy(HeadCount.Method.HEAD_COUNT)
                && StrictJson.isUnchanged(latest.toRequest(), count.toRequest());
    }

    @Transactional
    TrainingSessionResponse correctHeadCount(UUID id, HeadCountCorrectionRequest request) {
        var session = sessions.lock(id);
        sessions.require(session, SessionAction.CORRECTION);
        var before = repository.latest(id, HeadCount.Method.HEAD_COUNT, sessions.allowedActions(session));
        var count = HeadCount.byHand(id, request.participants(), sessions.targetGroup(session, request.targetGroup()));
        if (StrictJson.isUnchanged(before.toRequest(), count.toRequest())) {
            return shown(session);
        }
        return counted(session, count.after(before, request.reason()));
    }

    @Transactional
    Page<TrainingSessionResponse> page(Filter filter, Instant asOf, PageRequest request) {
        sessions.readPast(asOf);
        var page = repository.page(sessions.narrow(filter), request);
        var counts = repository.headCounts(
                page.items().stream().map(TrainingSession::id).toList());
        var views = sessions.views(page.items());
        return page.map(session -> views.show(session, counts.get(session.id())));
    }

    @Transactional
    TrainingSessionResponse get(UUID id, Instant asOf) {
        sessions.readPast(asOf);
        return shown(sessions.getVisible(id));
    }

    private void markChanged() {
        coordinators.meet();
        dataSet.markChanged();
    }

    private TrainingSession add(TrainingSession.Fields stated, LocalDate date, String reference) {
        var now = calendar.now();
        var session = new TrainingSession(
                Ids.next(now), stated, date, reference, now, caller.get().subject());
        repository.persist(session);
        return session;
    }

    private TrainingSessionResponse changed(TrainingSession session) {
        repository.flush();
        markChanged();
        return shown(session);
    }

    private TrainingSessionResponse shown(TrainingSession session) {
        return sessions.show(
                session, repository.headCounts(List.of(session.id())).get(session.id()));
    }

    private TrainingSessionResponse counted(TrainingSession session, HeadCount count) {
        repository.add(count.recorded(calendar.now(), caller.get().subject()));
        markChanged();
        return sessions.show(session, count);
    }

    /**
     * 400 for a wrong day, place or relation to tallies, 409 when there is no such training type or tally.
     *
     * @param lastDay day of the session, or of the last one of its series
     * @param before what a session that is changed stated before; null for a new one
     */
    private void check(
            TrainingSession.Fields stated, LocalDate date, LocalDate lastDay, TrainingSessionRequest before) {
        ProblemException.together(
                () -> ProblemException.refuse(violations(stated, date, before)),
                () -> refuseLateDeadline(stated, date, lastDay, before),
                () -> types.targetGroupOf(stated.trainingType()));
    }

    /** What else is wrong with a session, or a series, that is refused for its form: any field of it can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof TrainingSession.Fields stated)) {
            return List.of();
        }
        var date = body instanceof TrainingSessionRequest request ? request.date() : null;
        return ProblemException.noted(
                () -> types.targetGroupOf(stated.trainingType()),
                () -> tallies.refuseUnknown(stated.includedIn()),
                () -> {
                    if (date != null && !date.isBefore(Period.EARLIEST) && !date.isAfter(LAST_DAY)) {
                        PlaceViolations.refuse(stated.place(), new Period(date, date.plusDays(1)), register);
                    }
                });
    }

    private List<Violation> violations(TrainingSession.Fields stated, LocalDate date, TrainingSessionRequest before) {
        // Places and tallies cannot be looked up for such a day.
        if (date.isBefore(Period.EARLIEST) || date.isAfter(LAST_DAY)) {
            return List.of(Violation.body(
                    "/date",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", Period.EARLIEST.toString(), "maximum", LAST_DAY.toString()),
                    Text.of("day.too-far")));
        }
        var days = new Period(date, date.plusDays(1));
        var violations = new ArrayList<>(PlaceViolations.of("/place", stated.place(), days, register));
        ProblemException.note(violations, () -> ProblemException.refuse(inclusionViolations(stated, days, before)));
        return violations;
    }

    /** 400 for a deadline after the day, which would have no effect; what a session of before states stays. */
    private static void refuseLateDeadline(
            TrainingSession.Fields stated, LocalDate date, LocalDate lastDay, TrainingSessionRequest before) {
        var stays = before != null
                && before.date().equals(date)
                && Objects.equals(before.registrationDeadline(), stated.registrationDeadline());
        if (stated.registrationDeadline() == null || stays || lastDay.isAfter(LAST_DAY)) {
            return;
        }
        var end = SessionTimes.endOf(lastDay, stated.times());
        if (stated.registrationDeadline().isAfter(end)) {
            throw ProblemException.violation(Violation.body(
                    "/registrationDeadline",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", end),
                    Text.of("session.deadline-after-day")));
        }
    }

    private List<Violation> inclusionViolations(
            TrainingSession.Fields stated, Period days, TrainingSessionRequest before) {
        // What it was recorded with stays, also where a tally came, was corrected or was withdrawn later.
        if (before != null
                && before.programme().equals(stated.programme())
                && before.trainingType().equals(stated.trainingType())
                && before.date().equals(days.from())
                && Objects.equals(before.includedIn(), stated.includedIn())) {
            return List.of();
        }
        if (stated.includedIn() == null) {
            return tallies.violationsOfNone(stated.programme(), stated.trainingType(), days);
        }
        var namedBefore = before != null && stated.includedIn().equals(before.includedIn());
        return StatedInclusion.tally(stated.includedIn())
                .map(tally -> tallies.violations(tally, stated.programme(), stated.trainingType(), days, namedBefore))
                .orElse(List.of());
    }

    /** Only what changes: a record of an earlier release can have a second one on its day. */
    private void refuseMoveToTakenDay(
            TrainingSessionRequest before, TrainingSessionRequest after, Collection<UUID> themselves) {
        if (!Objects.equals(before.series(), after.series())
                || !before.programme().equals(after.programme())
                || !before.date().equals(after.date())) {
            refuseSecondOfDay(after, after.date(), themselves);
        }
    }

    /** 409 when the series has another session of this day; one that was cancelled or withdrawn leaves the day free. */
    private void refuseSecondOfDay(TrainingSession.Fields stated, LocalDate date, Collection<UUID> themselves) {
        if (stated.series() != null) {
            repository.ofSeries(stated.programme(), stated.series(), date).stream()
                    .filter(existing -> !themselves.contains(existing))
                    .findFirst()
                    .ifPresent(existing -> {
                        throw ProblemException.alreadyExists(
                                Text.of("session.day-of-series-taken", date),
                                TrainingSessionResource.PATH + "/" + existing);
                    });
        }
    }

    /** Only what changes: sessions of an earlier release can have references that differ by case only. */
    private void refuseDuplicate(TrainingSessionRequest before, TrainingSessionRequest request, UUID itself) {
        if (before != null
                && before.programme().equals(request.programme())
                && Objects.equals(before.reference(), request.reference())) {
            return;
        }
        repository
                .findByReference(request.programme(), request.reference())
                .map(TrainingSession::id)
                .filter(existing -> !existing.equals(itself))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            Text.of("session.reference-taken"), TrainingSessionResource.PATH + "/" + existing);
                });
    }
}

package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.training.TrainingDataSet;

/** Plans sessions, records how many came, and shows them. */
@ApplicationScoped
class TrainingSessionService {
    // A session is on a day in the Netherlands, which begins before the same day in UTC.
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final TrainingSessionRepository sessions;
    private final SessionChecks checks;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingSessionService(
            TrainingSessionRepository sessions,
            SessionChecks checks,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.sessions = sessions;
        this.checks = checks;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainingSessionResponse plan(TrainingSessionRequest request) {
        checks.refuse(request);
        refuseSecond(request);
        var now = clock.instant();
        var session =
                new TrainingSession(Ids.next(now), request, now, caller.get().subject());
        sessions.persist(session);
        dataSet.changed();
        return TrainingSessionResponse.from(session, null, today());
    }

    @Transactional
    TrainingSessionResponse recordHeadCount(UUID id, HeadCountRequest request) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        session.hold(today());
        var count = new HeadCount(id, request.participants(), checks.targetGroup(session, request))
                .recorded(clock.instant(), caller.get().subject());
        sessions.add(count);
        dataSet.changed();
        return TrainingSessionResponse.from(session, count, today());
    }

    @Transactional
    Page<TrainingSessionResponse> page(Filter filter, PageRequest request) {
        var page = sessions.page(filter, request);
        var counts = sessions.headCounts(
                page.items().stream().map(session -> session.id).toList());
        return page.map(session -> TrainingSessionResponse.from(session, counts.get(session.id), today()));
    }

    @Transactional
    TrainingSessionResponse get(UUID id) {
        var session = sessions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        return TrainingSessionResponse.from(
                session, sessions.headCounts(List.of(id)).get(id), today());
    }

    private void refuseSecond(TrainingSessionRequest request) {
        sessions.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a session with this reference.",
                    TrainingSessionResource.PATH + "/" + existing.id);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(AMSTERDAM));
    }
}

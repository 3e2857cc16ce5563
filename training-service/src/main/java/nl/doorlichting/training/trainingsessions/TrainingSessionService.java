package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.training.TrainingDataSet;

/** Plans sessions, one or a series, changes, confirms and cancels them, and shows them to who may see them. */
@ApplicationScoped
class TrainingSessionService {
    private final TrainingSessionRepository sessions;
    private final SessionChecks checks;
    private final TrainingDataSet dataSet;
    private final SessionViewer viewer;
    private final WaitingList waitingList;

    TrainingSessionService(
            TrainingSessionRepository sessions,
            SessionChecks checks,
            TrainingDataSet dataSet,
            SessionViewer viewer,
            WaitingList waitingList) {
        this.sessions = sessions;
        this.checks = checks;
        this.dataSet = dataSet;
        this.viewer = viewer;
        this.waitingList = waitingList;
    }

    @Transactional
    TrainingSessionResponse plan(TrainingSessionRequest request) {
        checks.refuse(request);
        refuseSecond(request, null);
        var session = add(request);
        dataSet.changed();
        return viewer.show(session, null);
    }

    /** All sessions of the series, or none of them. */
    @Transactional
    TrainingSessionSeriesResponse planSeries(TrainingSessionSeriesRequest request) {
        request.dates().forEach(date -> checks.refuse(request.on(date)));
        var planned =
                request.dates().stream().map(date -> add(request.on(date))).toList();
        dataSet.changed();
        return new TrainingSessionSeriesResponse(
                request.series(),
                planned.stream().map(session -> viewer.show(session, null)).toList());
    }

    @Transactional
    TrainingSessionResponse change(UUID id, String ifMatch, MergePatch patch) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, session.etag());
        var changed = patch.applyTo(TrainingSessionRequest.of(session), TrainingSessionRequest.class);
        checks.refuse(changed);
        refuseSecond(changed, id);
        session.change(changed, viewer.today().day());
        waitingList.moveUp(session);
        return changed(session);
    }

    @Transactional
    TrainingSessionResponse confirm(UUID id) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        session.confirm(viewer.today().day());
        return changed(session);
    }

    @Transactional
    TrainingSessionResponse cancel(UUID id, CancelTrainingSessionRequest request) {
        var session = sessions.findForChange(id).orElseThrow(ProblemException::notFound);
        session.cancel(request.reason(), viewer.today().day());
        return changed(session);
    }

    @Transactional
    Page<TrainingSessionResponse> page(Filter filter, PageRequest request) {
        var page = sessions.page(viewer.narrow(filter), request);
        var counts = sessions.headCounts(
                page.items().stream().map(session -> session.id).toList());
        return page.map(session -> viewer.show(session, counts.get(session.id)));
    }

    @Transactional
    TrainingSessionResponse get(UUID id) {
        var session = sessions.findByIdOptional(id).filter(viewer::sees).orElseThrow(ProblemException::notFound);
        return viewer.show(session, sessions.headCounts(List.of(id)).get(id));
    }

    private TrainingSession add(TrainingSessionRequest request) {
        var now = viewer.today().now();
        var session =
                new TrainingSession(Ids.next(now), request, now, viewer.caller().subject());
        sessions.persist(session);
        return session;
    }

    private TrainingSessionResponse changed(TrainingSession session) {
        sessions.flush();
        dataSet.changed();
        return viewer.show(session, null);
    }

    private void refuseSecond(TrainingSessionRequest request, UUID itself) {
        sessions.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id.equals(itself))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            "The programme has a session with this reference.",
                            TrainingSessionResource.PATH + "/" + existing.id);
                });
    }
}

package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.TrainingDataSet;

/** Records meetings, corrects and shows them. */
@ApplicationScoped
class NetworkMeetingService {
    private final NetworkMeetingRepository meetings;
    private final MeetingChecks checks;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    NetworkMeetingService(
            NetworkMeetingRepository meetings,
            MeetingChecks checks,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.meetings = meetings;
        this.checks = checks;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    NetworkMeetingResponse record(NetworkMeetingRequest request) {
        checks.refuse(request);
        meetings.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a meeting with this reference.",
                    NetworkMeetingResource.PATH + "/" + existing.id);
        });
        var now = clock.instant();
        var meeting =
                new NetworkMeeting(Ids.next(now), request, now, caller.get().subject());
        meetings.persist(meeting);
        dataSet.changed();
        return NetworkMeetingResponse.from(meeting);
    }

    /** What it said before is kept. */
    @Transactional
    NetworkMeetingResponse correct(UUID id, NetworkMeetingCorrectionRequest request) {
        var meeting = meetings.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        var figures = request.of(meeting);
        checks.refuse(figures);
        meeting.correct(figures, request.reason(), caller.get().subject());
        meetings.flush();
        dataSet.changed();
        return NetworkMeetingResponse.from(meeting);
    }

    @Transactional
    Page<NetworkMeetingResponse> page(Filter filter, PageRequest request) {
        return meetings.page(filter, request).map(NetworkMeetingResponse::from);
    }

    @Transactional
    NetworkMeetingResponse get(UUID id) {
        return meetings.findByIdOptional(id).map(NetworkMeetingResponse::from).orElseThrow(ProblemException::notFound);
    }
}

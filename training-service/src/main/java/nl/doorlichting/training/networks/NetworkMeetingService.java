package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.TrainingDataSet;

/** Records meetings, corrects and shows them. */
@ApplicationScoped
class NetworkMeetingService {
    private final NetworkMeetingRepository meetings;
    private final NetworkRepository networks;
    private final MunicipalityRegister register;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    NetworkMeetingService(
            NetworkMeetingRepository meetings,
            NetworkRepository networks,
            MunicipalityRegister register,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.meetings = meetings;
        this.networks = networks;
        this.register = register;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    NetworkMeetingResponse record(NetworkMeetingRequest request) {
        check(request);
        meetings.refuseDuplicate(request.programme(), request.reference(), "meeting", NetworkMeetingResource.PATH);
        var now = clock.instant();
        var meeting =
                new NetworkMeeting(Ids.next(now), request, now, caller.get().subject());
        meetings.persist(meeting);
        dataSet.changed();
        return NetworkMeetingResponse.from(meeting);
    }

    /** The version before is kept. */
    @Transactional
    NetworkMeetingResponse correct(UUID id, NetworkMeetingCorrectionRequest request) {
        var meeting = meetings.get(id);
        var figures = request.corrected(meeting.stated());
        check(figures);
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
        return NetworkMeetingResponse.from(meetings.get(id));
    }

    /** 400 for a wrong place, 409 when the programme has no such network. */
    private void check(NetworkMeetingRequest request) {
        PlaceViolations.refuse(request.place(), request.period(), register);
        if (request.networkId() == null) {
            return;
        }
        networks.findByIdOptional(request.networkId())
                .filter(network -> network.programme().equals(request.programme()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN, "networkId is not the id of a network of the programme."));
    }
}

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
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
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
        check(request.programme(), request);
        meetings.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("meeting.reference-taken"),
                NetworkMeetingResource.PATH);
        var now = clock.instant();
        var meeting =
                new NetworkMeeting(Ids.next(now), request, now, caller.get().subject());
        meetings.persist(meeting);
        dataSet.markChanged();
        return response(meeting);
    }

    /** The version before is kept. */
    @Transactional
    NetworkMeetingResponse correct(UUID id, NetworkMeetingCorrectionRequest request) {
        var meeting = meetings.get(id);
        check(meeting.programme(), request);
        meeting.correct(request, caller.get().subject());
        meetings.flush();
        dataSet.markChanged();
        return response(meeting);
    }

    @Transactional
    Page<NetworkMeetingResponse> page(Filter filter, PageRequest request) {
        return meetings.page(filter, request).map(this::response);
    }

    @Transactional
    NetworkMeetingResponse get(UUID id) {
        return response(meetings.get(id));
    }

    private NetworkMeetingResponse response(NetworkMeeting meeting) {
        return meeting.toResponse(caller.get().may(TrainingAccess.WRITE_TRAININGS));
    }

    /** 400 for a wrong place, 409 when the programme has no such network. */
    private void check(String programme, NetworkMeeting.Fields stated) {
        ProblemException.together(
                () -> PlaceViolations.refuse(stated.place(), stated.period(), register),
                () -> refuseUnknownNetwork(programme, stated.networkId()));
    }

    private void refuseUnknownNetwork(String programme, UUID id) {
        if (id != null) {
            networks.findByIdOptional(id)
                    .filter(network -> network.programme().equals(programme))
                    .orElseThrow(() -> ProblemException.unknownReference("/networkId", Text.of("network.unknown")));
        }
    }
}

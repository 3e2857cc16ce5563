package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
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
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.CountedDays;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;

/** Records meetings, corrects and shows them. */
@ApplicationScoped
class NetworkMeetingService implements BodyRules {
    private final NetworkMeetingRepository meetings;
    private final NetworkRepository networks;
    private final MunicipalityRegister register;
    private final TrainingDataSet dataSet;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final Clock clock;

    NetworkMeetingService(
            NetworkMeetingRepository meetings,
            NetworkRepository networks,
            MunicipalityRegister register,
            TrainingDataSet dataSet,
            RecordedPast past,
            CurrentCaller caller,
            Clock clock) {
        this.meetings = meetings;
        this.networks = networks;
        this.register = register;
        this.dataSet = dataSet;
        this.past = past;
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
    NetworkMeetingResponse correct(UUID id, MergePatch changes) {
        var meeting = meetings.lock(id);
        var before = meeting.toCorrection();
        var request = changes.applyTo(before, NetworkMeetingCorrectionRequest.class);
        check(meeting.programme(), request);
        meeting.correct(request, caller.get().subject());
        StrictJson.refuseUnchanged(before, meeting.toCorrection(), "reason");
        return changed(meeting);
    }

    /** From now on the meeting counts nowhere. */
    @Transactional
    NetworkMeetingResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var meeting = meetings.lock(id);
        meeting.withdraw(new RecordWithdrawal(clock.instant(), caller.get().subject(), request.reason()));
        return changed(meeting);
    }

    private NetworkMeetingResponse changed(NetworkMeeting meeting) {
        meetings.flush();
        dataSet.markChanged();
        return response(meeting);
    }

    /** Meetings as they stand, or as they were recorded at a moment. */
    @Transactional
    Page<NetworkMeetingResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return meetings.page(filter, request).map(this::response);
    }

    @Transactional
    NetworkMeetingResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return response(meetings.get(id));
    }

    private NetworkMeetingResponse response(NetworkMeeting meeting) {
        return meeting.toResponse(!past.isRead() && caller.get().may(TrainingAccess.WRITE_TRAININGS));
    }

    /** 400 for a wrong place, 409 when the programme has no such network. */
    private void check(String programme, NetworkMeeting.Fields stated) {
        ProblemException.together(
                () -> PlaceViolations.refuse(stated.place(), stated.period(), register),
                () -> refuseFuture(stated),
                () -> refuseUnknownNetwork(programme, stated.networkId()));
    }

    /** What else is wrong with a meeting that is refused for its form: any field of it can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof NetworkMeetingRequest request)) {
            return List.of();
        }
        return request.period() == null
                ? ProblemException.noted(() -> refuseUnknownNetwork(request.programme(), request.networkId()))
                : ProblemException.noted(() -> check(request.programme(), request));
    }

    private void refuseFuture(NetworkMeeting.Fields stated) {
        if (stated.attendance() != null) {
            CountedDays.refuseFuture(stated.period(), clock.instant());
        }
    }

    private void refuseUnknownNetwork(String programme, UUID id) {
        if (id != null && programme != null) {
            networks.findByIdOptional(id)
                    .filter(network -> network.programme().equals(programme))
                    .orElseThrow(() -> ProblemException.unknownReference("/networkId", Text.of("network.unknown")));
        }
    }
}

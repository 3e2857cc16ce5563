package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.personaldata.PersonalData;

/** Records networks, changes and shows them. */
@ApplicationScoped
class NetworkService {
    private final NetworkRepository networks;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final MunicipalityRegister register;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final Clock clock;

    NetworkService(
            NetworkRepository networks,
            TrainingDataSet dataSet,
            PersonalData data,
            MunicipalityRegister register,
            RecordedPast past,
            CurrentCaller caller,
            Clock clock) {
        this.networks = networks;
        this.dataSet = dataSet;
        this.data = data;
        this.register = register;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    NetworkResponse record(NetworkRequest request) {
        check(request);
        networks.refuseDuplicate(
                request.programme(), request.reference(), Text.of("network.reference-taken"), NetworkResource.PATH);
        var now = clock.instant();
        var network = new Network(Ids.next(now), request, now, caller.get().subject(), data);
        networks.persist(network);
        dataSet.markChanged();
        return network.toResponse(data, true);
    }

    @Transactional
    NetworkResponse change(UUID id, String ifMatch, MergePatch patch) {
        var network = networks.get(id);
        IfMatch.refuseStale(ifMatch, network.etag());
        var stated = network.toRequest(data);
        var changed = patch.applyTo(stated, NetworkRequest.class);
        check(changed);
        if (!StrictJson.isUnchanged(stated, changed)) {
            network.change(changed, clock.instant(), data);
            networks.flush();
            dataSet.markChanged();
        }
        return network.toResponse(data, true);
    }

    /** Networks as they stand, or as they were recorded at a moment, then without members. */
    @Transactional
    Page<NetworkResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return networks.page(filter, request).map(this::response);
    }

    @Transactional
    NetworkResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return response(networks.get(id));
    }

    private NetworkResponse response(Network network) {
        return network.toResponse(data, !past.isRead() && caller.get().may(TrainingAccess.WRITE_TRAININGS));
    }

    private void check(NetworkRequest request) {
        ProblemException.together(
                () -> requireMemberKind(request), () -> ProblemException.refuse(request.membersWithoutCode(register)));
    }

    private static void requireMemberKind(NetworkRequest request) {
        if (request.memberCount() != null && request.memberKind() == null) {
            throw ProblemException.violation(
                    Violation.body("/memberKind", ViolationCode.REQUIRED, Text.of("network.member-kind-required")));
        }
    }
}

package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.web.IfMatch;
import nl.doorlichting.kernel.web.MergePatch;
import nl.doorlichting.training.TrainingDataSet;

/** Records networks, changes and shows them. */
@ApplicationScoped
class NetworkService {
    private final NetworkRepository networks;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    NetworkService(NetworkRepository networks, TrainingDataSet dataSet, CurrentCaller caller, Clock clock) {
        this.networks = networks;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    NetworkResponse record(NetworkRequest request) {
        NetworkRules.refuse(request);
        networks.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a network with this reference.", NetworkResource.PATH + "/" + existing.id);
        });
        var now = clock.instant();
        var network = new Network(Ids.next(now), request, now, caller.get().subject());
        networks.persist(network);
        dataSet.changed();
        return NetworkResponse.from(network);
    }

    @Transactional
    NetworkResponse change(UUID id, String ifMatch, MergePatch patch) {
        var network = networks.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, network.etag());
        var changed = patch.applyTo(NetworkRequest.of(network), NetworkRequest.class);
        NetworkRules.refuse(changed);
        NetworkRules.refuseOtherIdentity(network, changed);
        network.change(changed);
        networks.flush();
        dataSet.changed();
        return NetworkResponse.from(network);
    }

    @Transactional
    Page<NetworkResponse> page(Filter filter, PageRequest request) {
        return networks.page(filter, request).map(NetworkResponse::from);
    }

    @Transactional
    NetworkResponse get(UUID id) {
        return networks.findByIdOptional(id).map(NetworkResponse::from).orElseThrow(ProblemException::notFound);
    }
}

package nl.doorlichting.funding.procurements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

@ApplicationScoped
class ProcurementService {
    private final ProcurementRepository procurements;
    private final ProcurementChecks checks;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final Clock clock;

    ProcurementService(
            ProcurementRepository procurements,
            ProcurementChecks checks,
            Organisations visibility,
            CurrentCaller caller,
            Clock clock) {
        this.procurements = procurements;
        this.checks = checks;
        this.visibility = visibility;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ProcurementResponse create(ProcurementRequest request) {
        checks.refuse(null, request);
        var now = clock.instant();
        var procurement =
                new Procurement(Ids.next(now), request, now, caller.get().subject());
        procurements.persistAndFlush(procurement);
        return response(procurement);
    }

    @Transactional
    ProcurementResponse change(UUID id, String ifMatch, MergePatch patch) {
        var procurement = visible(id);
        IfMatch.refuseStale(ifMatch, procurement.etag());
        var changed = patch.applyTo(ProcurementRequest.of(procurement), ProcurementRequest.class);
        checks.refuse(id, changed);
        procurement.change(changed);
        procurements.flush();
        return response(procurement);
    }

    @Transactional
    Page<ProcurementResponse> page(ProcurementFilter filter, PageRequest request) {
        return procurements
                .page(visibility.narrow(filter.toFilter(), "organisationId", FundingAccess.READ_EVERY_GRANT), request)
                .map(this::response);
    }

    @Transactional
    ProcurementResponse get(UUID id) {
        return response(visible(id));
    }

    private Procurement visible(UUID id) {
        return procurements
                .findByIdOptional(id)
                .filter(procurement -> visibility.shows(procurement.organisationId, FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    private ProcurementResponse response(Procurement procurement) {
        return ProcurementResponse.from(
                procurement, caller.get().may(FundingAccess.WRITE_AWARDS) ? List.of("update") : List.of());
    }
}

package nl.doorlichting.funding.procurements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class ProcurementService {
    private final ProcurementRepository procurements;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Projects projects;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    ProcurementService(
            ProcurementRepository procurements,
            Programmes programmes,
            Organisations organisations,
            Projects projects,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.procurements = procurements;
        this.programmes = programmes;
        this.organisations = organisations;
        this.projects = projects;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    ProcurementResponse create(ProcurementRequest request) {
        refuse(null, request);
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
        var changed = patch.applyTo(procurement.toRequest(), ProcurementRequest.class);
        refuse(id, changed);
        procurement.change(changed);
        procurements.flush();
        return response(procurement);
    }

    @Transactional
    Page<ProcurementResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return procurements
                .page(organisations.narrow(filter, "organisationId", FundingAccess.READ_EVERY_GRANT), request)
                .map(this::response);
    }

    @Transactional
    ProcurementResponse get(UUID id) {
        return response(visible(id));
    }

    private Procurement visible(UUID id) {
        return procurements
                .findByIdOptional(id)
                .filter(procurement ->
                        organisations.shows(procurement.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    /** 409 when it does not fit what is stored; the id is the record's own, or null for a new one. */
    private void refuse(UUID id, ProcurementRequest request) {
        programmes.refuseUnknown(request.programme());
        procurements
                .findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id().equals(id))
                .ifPresent(ProcurementService::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        projects.refuseUnknown(request.programme(), request.projectId());
    }

    private static void refuseSecond(Procurement existing) {
        throw ProblemException.alreadyExists(
                Text.of("procurement.reference-taken"), ProcurementResource.PATH + "/" + existing.id());
    }

    private ProcurementResponse response(Procurement procurement) {
        return procurement.toResponse(
                caller.get().may(FundingAccess.WRITE_AWARDS) && !past.isRead() ? List.of("update") : List.of());
    }
}

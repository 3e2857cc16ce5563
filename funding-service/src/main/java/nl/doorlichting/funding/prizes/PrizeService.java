package nl.doorlichting.funding.prizes;

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
class PrizeService {
    private final PrizeRepository prizes;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Projects projects;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    PrizeService(
            PrizeRepository prizes,
            Programmes programmes,
            Organisations organisations,
            Projects projects,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.prizes = prizes;
        this.programmes = programmes;
        this.organisations = organisations;
        this.projects = projects;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    PrizeResponse create(PrizeRequest request) {
        refuse(null, request);
        var now = clock.instant();
        var prize = new Prize(Ids.next(now), request, now, caller.get().subject());
        prizes.persistAndFlush(prize);
        return response(prize);
    }

    @Transactional
    PrizeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var prize = visible(id);
        IfMatch.refuseStale(ifMatch, prize.etag());
        var changed = patch.applyTo(prize.toRequest(), PrizeRequest.class);
        refuse(id, changed);
        prize.change(changed);
        prizes.flush();
        return response(prize);
    }

    @Transactional
    Page<PrizeResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return prizes.page(organisations.narrow(filter, "organisationId", FundingAccess.READ_EVERY_GRANT), request)
                .map(this::response);
    }

    @Transactional
    PrizeResponse get(UUID id) {
        return response(visible(id));
    }

    private Prize visible(UUID id) {
        return prizes.findByIdOptional(id)
                .filter(prize -> organisations.shows(prize.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    /** 409 when it does not fit what is stored; the id is the record's own, or null for a new one. */
    private void refuse(UUID id, PrizeRequest request) {
        programmes.refuseUnknown(request.programme());
        prizes.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id().equals(id))
                .ifPresent(PrizeService::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
        projects.refuseUnknown(request.programme(), request.projectId());
    }

    private static void refuseSecond(Prize existing) {
        throw ProblemException.alreadyExists(
                Text.of("prize.reference-taken"), PrizeResource.PATH + "/" + existing.id());
    }

    private PrizeResponse response(Prize prize) {
        return prize.toResponse(
                caller.get().may(FundingAccess.WRITE_AWARDS) && !past.isRead() ? List.of("update") : List.of());
    }
}

package nl.doorlichting.funding.prizes;

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
class PrizeService {
    private final PrizeRepository prizes;
    private final PrizeChecks checks;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final Clock clock;

    PrizeService(
            PrizeRepository prizes, PrizeChecks checks, Organisations visibility, CurrentCaller caller, Clock clock) {
        this.prizes = prizes;
        this.checks = checks;
        this.visibility = visibility;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PrizeResponse create(PrizeRequest request) {
        checks.refuse(null, request);
        var now = clock.instant();
        var prize = new Prize(Ids.next(now), request, now, caller.get().subject());
        prizes.persistAndFlush(prize);
        return response(prize);
    }

    @Transactional
    PrizeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var prize = visible(id);
        IfMatch.refuseStale(ifMatch, prize.etag());
        var changed = patch.applyTo(PrizeRequest.of(prize), PrizeRequest.class);
        checks.refuse(id, changed);
        prize.change(changed);
        prizes.flush();
        return response(prize);
    }

    @Transactional
    Page<PrizeResponse> page(PrizeFilter filter, PageRequest request) {
        return prizes.page(
                        visibility.narrow(filter.toFilter(), "organisationId", FundingAccess.READ_EVERY_GRANT), request)
                .map(this::response);
    }

    @Transactional
    PrizeResponse get(UUID id) {
        return response(visible(id));
    }

    private Prize visible(UUID id) {
        return prizes.findByIdOptional(id)
                .filter(prize -> visibility.shows(prize.organisationId, FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    private PrizeResponse response(Prize prize) {
        return PrizeResponse.from(prize, caller.get().may(FundingAccess.WRITE_AWARDS) ? List.of("update") : List.of());
    }
}

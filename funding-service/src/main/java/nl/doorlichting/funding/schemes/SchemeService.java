package nl.doorlichting.funding.schemes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class SchemeService {
    private final SchemeRepository schemes;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final Clock clock;

    SchemeService(SchemeRepository schemes, Programmes programmes, CurrentCaller caller, Clock clock) {
        this.schemes = schemes;
        this.programmes = programmes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SchemeResponse create(SchemeRequest request) {
        programmes.refuseUnknown(request.programme());
        schemes.findByNaturalId(request.code()).ifPresent(SchemeService::refuseSecond);
        var now = clock.instant();
        var scheme = new Scheme(Ids.next(now), request, now, caller.get().subject());
        schemes.persistAndFlush(scheme);
        return shown(scheme);
    }

    private static void refuseSecond(Scheme existing) {
        throw ProblemException.alreadyExists(Text.of("scheme.code-taken"), SchemeResource.PATH + "/" + existing.id());
    }

    @Transactional
    SchemeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var scheme = schemes.lock(id).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, scheme.etag());
        var changed = patch.applyTo(scheme.toRequest(), SchemeRequest.class);
        ImmutableFields.refuseChange("/programme", scheme.programme(), changed.programme());
        ImmutableFields.refuseChange("/code", scheme.code(), changed.code());
        scheme.change(changed);
        schemes.flush();
        return shown(scheme);
    }

    @Transactional
    Page<SchemeResponse> page(Filter filter, PageRequest request) {
        return schemes.page(filter, request).map(this::shown);
    }

    @Transactional
    SchemeResponse get(UUID id) {
        return schemes.findByIdOptional(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    private SchemeResponse shown(Scheme scheme) {
        return scheme.toResponse(caller.get().may(FundingAccess.WRITE_BUDGET) ? List.of("update") : List.of());
    }
}

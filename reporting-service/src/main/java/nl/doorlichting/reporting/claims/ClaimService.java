package nl.doorlichting.reporting.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublicationProposal;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publishedtables.PublishedTableService;

/** Records claims, corrects them by new versions, withdraws them and makes them public. */
@ApplicationScoped
public class ClaimService {
    private static final String[] ACTIONS = {"corrections", "withdrawal"};
    private static final String PUBLICATION = "publication";

    private final ClaimRepository claims;
    private final PublishedTableService tables;
    private final MunicipalityRegister register;
    private final Catalogue catalogue;
    private final PublicationProposals proposals;
    private final OwnRecords own;
    private final ObjectMapper json;

    ClaimService(
            ClaimRepository claims,
            PublishedTableService tables,
            MunicipalityRegister register,
            Catalogue catalogue,
            PublicationProposals proposals,
            OwnRecords own,
            ObjectMapper json) {
        this.claims = claims;
        this.tables = tables;
        this.register = register;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.own = own;
        this.json = json;
    }

    @Transactional
    ClaimResponse create(ClaimRequest request) {
        refuseWrongValues(request, request.programme());
        claims.findByNaturalId(request.programme(), request.code()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("claim.code-taken"), ClaimResource.PATH + "/" + existing.claimId());
        });
        return store(ClaimVersion.first(Ids.next(own.now()), request, write(request)));
    }

    @Transactional
    ClaimResponse correct(UUID id, MergePatch changes) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        var correction = changes.correctionOf(ClaimCorrectionRequest.of(read(latest)), ClaimCorrectionRequest.class);
        var request = correction.corrected(latest.programme(), latest.code());
        refuseWrongValues(request, latest.programme());
        return store(latest.corrected(write(request), correction.reason()));
    }

    private void refuseWrongValues(ClaimRequest request, String programme) {
        ProblemException.refuse(request.wrongValues(register, code -> tables.find(programme, code)));
    }

    @Transactional
    ClaimResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        if (!claims.isPublic(id)) {
            return store(latest.asWithdrawn(request.reason()));
        }
        proposals.proposeWithdrawal(id, request.reason());
        return response(latest);
    }

    /** The claim as it is once its withdrawal is approved; 404 when none waits. */
    @Transactional
    ClaimResponse pendingWithdrawal(UUID id) {
        var latest = find(id);
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var last = latest.asWithdrawn(proposal.reason()).recorded(proposal.proposedAt(), proposal.proposedBy());
        return ClaimResponse.from(last, read(last), last.isPublished(), true, proposals.actions(proposal));
    }

    /** Withdraws a public claim; 403 for the caller that proposed it. */
    @Transactional
    ClaimResponse approveWithdrawal(UUID id) {
        var latest = changeable(id);
        var proposal = proposals.approve(id);
        var why = new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason());
        catalogue.withdraw(CatalogueKind.CLAIM, id, why);
        var last = latest.asWithdrawn(why.reason());
        claims.persistAndFlush(last.recorded(why.withdrawnAt(), why.withdrawnBy()));
        return response(last);
    }

    /** Leaves the claim as it is. */
    @Transactional
    ClaimResponse rejectWithdrawal(UUID id, CorrectionRejectionRequest request) {
        var latest = changeable(id);
        proposals.reject(id, request);
        return response(latest);
    }

    @Transactional
    ClaimResponse publish(UUID id) {
        var latest = changeable(id);
        if (latest.isPublished()) {
            throw ProblemException.invalidState(Text.of("publication.public-already"), List.of(ACTIONS));
        }
        catalogue.put(latest.publish(read(latest), own.now(), own.subject()));
        return response(latest);
    }

    /** The filter, and only claims whose withdrawal waits for a reviewer. */
    Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "claimId", true);
    }

    @Transactional
    Page<ClaimResponse> page(Filter filter, Instant asOf, PageRequest request) {
        var page = claims.page(filter, asOf, request);
        return page.map(asOf == null ? responses(page.items()) : one -> responseThen(one, asOf));
    }

    /** Those of a programme that are not withdrawn, by code. */
    @Transactional
    public List<ClaimResponse> ofProgramme(String programme) {
        var all = claims.ofProgramme(programme);
        return all.stream().map(responses(all)).toList();
    }

    /** Those of a programme that were public at a moment, by code. */
    @Transactional
    public List<ClaimResponse> publicThen(String programme, Instant asOf) {
        return claims.publicThen(programme, asOf).stream()
                .map(claim -> responseThen(claim, asOf))
                .toList();
    }

    @Transactional
    ClaimResponse get(UUID id) {
        return response(find(id));
    }

    /** The version of a moment. */
    @Transactional
    ClaimResponse get(UUID id, Instant asOf) {
        return responseThen(claims.findAsOf(id, asOf).orElseThrow(ProblemException::notFound), asOf);
    }

    @Transactional
    ClaimResponse.History history(UUID id) {
        find(id);
        return new ClaimResponse.History(claims.versions(id).stream()
                .map(version -> ClaimResponse.from(version, read(version), version.isPublished(), false, List.of()))
                .toList());
    }

    private ClaimVersion find(UUID id) {
        return claims.findLatest(id).orElseThrow(ProblemException::notFound);
    }

    private ClaimVersion changeable(UUID id) {
        claims.waitForOthersOf(id);
        var latest = find(id);
        if (latest.isWithdrawn()) {
            throw ProblemException.invalidState(Text.of("claim.withdrawn"), List.of());
        }
        return latest;
    }

    private ClaimResponse store(ClaimVersion version) {
        claims.persistAndFlush(version.recorded(own.now(), own.subject()));
        return response(version);
    }

    private ClaimResponse response(ClaimVersion claim) {
        return responses(List.of(claim)).apply(claim);
    }

    private Function<ClaimVersion, ClaimResponse> responses(List<ClaimVersion> shown) {
        var waiting =
                proposals.waiting(shown.stream().map(ClaimVersion::claimId).toList());
        return claim -> response(claim, waiting.get(claim.claimId()));
    }

    /** @param withdrawal that waits for a reviewer; null where none does */
    private ClaimResponse response(ClaimVersion claim, PublicationProposal withdrawal) {
        var actions = new ArrayList<String>();
        if (!claim.isWithdrawn()) {
            actions.addAll(
                    withdrawal == null
                            ? own.actions(ReportingAccess.WRITE_PUBLISHED_TABLES, ACTIONS)
                            : proposals.actions(withdrawal));
        }
        if (!claim.isWithdrawn() && !claim.isPublished()) {
            actions.addAll(own.actions(ReportingAccess.PUBLISH_RESULTS, PUBLICATION));
        }
        return ClaimResponse.from(claim, read(claim), claim.isPublished(), withdrawal != null, actions);
    }

    private ClaimResponse responseThen(ClaimVersion claim, Instant asOf) {
        return ClaimResponse.from(claim, read(claim), claim.isPublished(asOf), false, List.of());
    }

    private String write(ClaimRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private ClaimRequest read(ClaimVersion claim) {
        try {
            // A period is written with its code, which no request has.
            return json.readerFor(ClaimRequest.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(claim.content());
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

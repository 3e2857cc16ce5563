package nl.doorlichting.reporting.claims;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublishedVersionService;
import nl.doorlichting.reporting.publishedtables.PublishedTableService;

/** Checks that claims are about figures that there are, and reads those of a programme. */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class ClaimService extends PublishedVersionService<ClaimVersion, ClaimRequest, ClaimResponse>
        implements BodyRules {
    private final ClaimRepository claims;
    private final PublishedTableService tables;
    private final MunicipalityRegister register;

    ClaimService(
            ClaimRepository claims,
            PublishedTableService tables,
            MunicipalityRegister register,
            Catalogue catalogue,
            PublicationProposals proposals,
            OwnRecords own,
            ObjectMapper json) {
        super(claims, ClaimRequest.class, Text.of("claim.withdrawn"), catalogue, proposals, own, json);
        this.claims = claims;
        this.tables = tables;
        this.register = register;
    }

    @Override
    protected ClaimVersion version(UUID id, int number, ClaimRequest stated, String written) {
        return new ClaimVersion(id, number, stated, written);
    }

    @Override
    protected void refuseUnfit(ClaimRequest stated) {
        ProblemException.refuse(stated.wrongValues(register, code -> tables.find(stated.programme(), code)));
    }

    /** What else is wrong with a claim that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof ClaimRequest claim && claim.programme() != null
                ? ProblemException.noted(() -> refuseUnfit(claim))
                : List.of();
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(Text.of("claim.code-taken"), ClaimResource.PATH + "/" + existing);
    }

    @Override
    protected MergePatch.Correction<ClaimRequest> corrected(ClaimRequest stated, MergePatch changes) {
        var correction = changes.correctionOf(ClaimCorrectionRequest.of(stated), ClaimCorrectionRequest.class);
        return new MergePatch.Correction<>(
                correction.corrected(stated.programme(), stated.code()), correction.reason());
    }

    @Override
    protected CatalogueEntry catalogueEntry(ClaimVersion version, ClaimRequest stated) {
        return version.catalogueEntry(stated);
    }

    @Override
    protected ClaimResponse answer(
            ClaimVersion version,
            ClaimRequest stated,
            boolean published,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        return ClaimResponse.from(version, stated, published, correctionPending, rejected, allowedActions);
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
        return claims.publicThen(programme, asOf, "e.code, e.id").stream()
                .map(claim -> responseThen(claim, asOf))
                .toList();
    }
}

package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.records.RecordedPast;

/** The list of awards: what it is narrowed by and ordered by. */
@ApplicationScoped
class AwardListService {
    private static final String DEFAULT_SORT = "number";
    private static final String IN_MUNICIPALITY =
            "exists (select 1 from AwardMunicipality m where m.awardId = e.%sid and m.municipality in :%s)";
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), DEFAULT_SORT, sortable("basis.", ""));
    private static final ListKeys KEYS_OF_MUNICIPALITY =
            new ListKeys(new SortKey("id", "awardId", UUID.class), DEFAULT_SORT, sortable("", "award."));

    // What a municipality's rows do not hold themselves is sorted among that municipality's awards.
    private static List<SortKey> sortable(String basis, String award) {
        return List.of(
                new SortKey("number", basis + "number", String.class),
                SortKey.of("createdAt", Instant.class),
                new SortKey("decidedOn", basis + "decidedOn", LocalDate.class),
                new SortKey("amount", award + "amount", BigDecimal.class),
                new SortKey("organisationId", award + "basis.organisationId", String.class));
    }

    private final AwardRepository awards;
    private final MunicipalityRegister register;
    private final RecordedPast past;

    AwardListService(AwardRepository awards, MunicipalityRegister register, RecordedPast past) {
        this.awards = awards;
        this.register = register;
        this.past = past;
    }

    /**
     * The awards that the caller sees, now or as they were at a moment; with one municipality, by way of its rows of
     * {@link AwardMunicipality}.
     */
    @Transactional
    Page<AwardResponse> page(AwardListResource.Criteria criteria, Instant asOf, PageRequest request) {
        past.read(asOf);
        awards.readOnly();
        var page = found(criteria, request);
        if (past.isRead()) {
            return page.map(award -> award.toResponse(List.of()));
        }
        awards.noteReader(page.items());
        return page.map(award -> award.toResponse());
    }

    private Page<Award> found(AwardListResource.Criteria criteria, PageRequest request) {
        var lists = new Lists(awards.getEntityManager());
        var ofOne = criteria.municipality.size() == 1;
        var award = ofOne ? "award." : "";
        var visible = awards.narrow(filter(criteria, award), award + "basis.organisationId");
        if (!ofOne) {
            return lists.page(Award.class, visible, KEYS, request);
        }
        var page = lists.page(AwardMunicipality.class, visible, KEYS_OF_MUNICIPALITY, request);
        var awardsById = awards
                .all(page.items().stream().map(AwardMunicipality::awardId).toList())
                .stream()
                .collect(Collectors.toMap(Award::id, Function.identity()));
        return page.map(row -> awardsById.get(row.awardId()));
    }

    /** @param award path from the rows of the list to their award */
    private Filter filter(AwardListResource.Criteria criteria, String award) {
        var filter = new Filter()
                .equal(award + "basis.programme", criteria.programme)
                .equal(award + "basis.scheme", criteria.scheme)
                .equal(award + "basis.fundingInstrument", criteria.fundingInstrument)
                .equal(award + "basis.organisationId", criteria.organisationId)
                .equal(award + "description.projectId", criteria.projectId)
                .equal(award + "basis.applicationId", criteria.applicationId)
                .equal(award + "basis.year", criteria.year)
                .equal(award + "description.track", criteria.track)
                .equal(award + "description.actionLine", criteria.actionLine)
                .equal(award + "description.officer", criteria.officer);
        restrictStatus(filter, criteria.status, award);
        if (criteria.warning.contains(AwardResponse.Warning.NO_BUDGET_LINE)) {
            filter.where("e." + award + "description.budgetLineId is null");
        }
        if (criteria.municipality.size() == 1) {
            filter.equal("municipality", criteria.municipality.get(0));
        } else if (!criteria.municipality.isEmpty()) {
            filter.where(IN_MUNICIPALITY.formatted(award, "any"), "any", criteria.municipality);
        }
        if (!criteria.province.isEmpty()) {
            filter.where(
                    IN_MUNICIPALITY.formatted(award, "within"),
                    "within",
                    ListFilters.municipalitiesOf(criteria.province, register));
        }
        if (criteria.q != null) {
            // The function award_words separates words as the column search of other tables does.
            filter.where(
                    "cast(sql('award_words(?, ?) @@ to_tsquery(''simple'', ?)', e." + award + "basis.number, e." + award
                            + "description.title, :words) as Boolean) = true",
                    "words",
                    ListFilters.prefixQuery(criteria.q));
        }
        return filter;
    }

    /** A withdrawn grant is stored as revoked; the instrument tells them apart. */
    private static void restrictStatus(Filter filter, List<AwardStatus> stated, String award) {
        var withdrawn = stated.contains(AwardStatus.WITHDRAWN);
        filter.equal(
                award + "status",
                stated.stream()
                        .map(status -> status == AwardStatus.WITHDRAWN ? AwardStatus.REVOKED : status)
                        .collect(Collectors.toSet()));
        if (withdrawn != stated.contains(AwardStatus.REVOKED)) {
            filter.where("(e." + award + "status <> REVOKED or e." + award + "basis.fundingInstrument "
                    + (withdrawn ? "=" : "<>") + " DECENTRALISATION_GRANT)");
        }
    }
}

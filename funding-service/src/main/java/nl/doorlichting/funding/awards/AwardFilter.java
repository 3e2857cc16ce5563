package nl.doorlichting.funding.awards;

import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.platform.lists.Filter;

/** The filter of the list of awards. */
final class AwardFilter {
    private AwardFilter() {}

    /** A filter of awards; with a municipality, of its rows of {@link AwardMunicipality}, which lead to their award. */
    static Filter of(AwardResource.Criteria criteria, MunicipalityRegister register) {
        ListFilters.refuseUnknownMunicipality(criteria.municipality, register);
        var award = criteria.municipality == null ? "" : "award.";
        var filter = new Filter()
                .equal("municipality", criteria.municipality)
                .equal(award + "programme", criteria.programme)
                .equal(award + "scheme", criteria.scheme)
                .equal(award + "state.status", criteria.status)
                .equal(award + "state.fundingInstrument", criteria.fundingInstrument)
                .equal(award + "organisationId", criteria.organisationId)
                .equal(award + "projectId", criteria.projectId)
                .equal(award + "applicationId", criteria.applicationId)
                .equal(award + "year", criteria.year)
                .equal(award + "track", criteria.track)
                .equal(award + "actionLine", criteria.actionLine)
                .equal(award + "officer", criteria.officer);
        if (criteria.warning == AwardResponse.Warning.NO_BUDGET_LINE) {
            filter.where("e." + award + "state.budgetLineId is null");
        }
        if (criteria.province != null) {
            filter.where(
                    "exists (select 1 from AwardMunicipality m where m.awardId = e." + award
                            + "id and m.municipality in :within)",
                    "within",
                    ListFilters.municipalitiesOf(criteria.province, register));
        }
        if (criteria.q != null) {
            // The function award_words separates words as the column search of other tables does.
            filter.where(
                    "cast(sql('award_words(?, ?) @@ to_tsquery(''simple'', ?)', e." + award + "number, e." + award
                            + "title, :words) as Boolean) = true",
                    "words",
                    ListFilters.prefixQuery(criteria.q));
        }
        return filter;
    }
}

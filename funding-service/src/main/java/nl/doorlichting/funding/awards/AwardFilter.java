package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.Filter;

/** Which awards a caller asks for, as a query has it. */
@ApplicationScoped
class AwardFilter {
    private final AwardPlaces places;
    private final AwardVisibility visibility;

    AwardFilter(AwardPlaces places, AwardVisibility visibility) {
        this.places = places;
        this.visibility = visibility;
    }

    /** Over awards; or over the rows of the municipality that is asked for, which lead to their award. */
    Filter of(AwardResource.Criteria criteria) {
        var award = criteria.municipality == null ? "" : "award.";
        var filter = new Filter()
                .equal("municipality", criteria.municipality)
                .equal(award + "programme", criteria.programme)
                .equal(award + "scheme", criteria.scheme)
                .equal(award + "status", criteria.status)
                .equal(award + "fundingInstrument", criteria.fundingInstrument)
                .equal(award + "organisationId", criteria.organisationId)
                .equal(award + "projectId", criteria.projectId)
                .equal(award + "applicationId", criteria.applicationId)
                .equal(award + "year", criteria.year)
                .equal(award + "track", criteria.track)
                .equal(award + "actionLine", criteria.actionLine)
                .equal(award + "officer", criteria.officer);
        if (criteria.warning == AwardWarning.NO_BUDGET_LINE) {
            filter.where("e." + award + "budgetLineId is null");
        }
        within(criteria.province, award, filter);
        said(criteria.q, award, filter);
        return visibility.narrow(filter, award + "organisationId");
    }

    private void within(String province, String award, Filter filter) {
        if (province != null) {
            filter.where(
                    "exists (select 1 from AwardMunicipality m where m.awardId = e." + award
                            + "id and m.municipality in :within)",
                    "within",
                    places.of(province));
        }
    }

    private static void said(String q, String award, Filter filter) {
        if (q != null) {
            filter.where(
                    "cast(sql('award_words(?, ?) @@ to_tsquery(''simple'', ?)', e." + award + "number, e." + award
                            + "title, :words) as Boolean) = true",
                    "words",
                    words(q));
        }
    }

    // Each word may be the beginning of one; what is no letter or digit separates words, as where they are kept.
    private static String words(String q) {
        return Stream.of(q.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}

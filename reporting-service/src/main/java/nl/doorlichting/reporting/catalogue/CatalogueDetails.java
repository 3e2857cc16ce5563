package nl.doorlichting.reporting.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.queries.ScalarQuery;

/** What the address of one public item shows and lists do not. */
@ApplicationScoped
class CatalogueDetails {
    // The version that is public; a later one is not until it is published too.
    private static final String CLAIM = """
        select content from claim where claim_id = :id and published_at is not null order by version desc limit 1
        """;
    private static final String WITHDRAWN = "select verdict, withdrawn_at, reason from withdrawn_public_verdicts(:id)";

    private final EntityManager entities;
    private final ObjectMapper json;

    CatalogueDetails(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** What a claim states in figures; null for another item. */
    CatalogueItem.Claim claim(UUID id) {
        List<String> contents = ScalarQuery.of(entities, CLAIM, String.class)
                .setParameter("id", id)
                .getResultList();
        return contents.stream().findFirst().map(this::read).orElse(null);
    }

    private CatalogueItem.Claim read(String content) {
        try {
            var claim = json.readTree(content);
            var tolerance = claim.path("tolerance");
            return new CatalogueItem.Claim(
                    ClaimComparison.valueOf(claim.path("comparison").asText()),
                    ClaimRelation.valueOf(claim.path("relation").asText()),
                    claim.path("stated").decimalValue(),
                    tolerance.isNumber() ? tolerance.decimalValue() : BigDecimal.ZERO,
                    ClaimUnit.valueOf(claim.path("unit").asText()),
                    period(claim.path("period")));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Period period(JsonNode period) {
        return period.isObject()
                ? new Period(
                        LocalDate.parse(period.path("from").asText()),
                        LocalDate.parse(period.path("until").asText()))
                : null;
    }

    /** Verdicts on a project that were public once and are withdrawn, the first withdrawn first. */
    List<CatalogueItem.WithdrawnVerdict> withdrawnVerdicts(UUID project) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(WITHDRAWN, Object[].class)
                .setParameter("id", project)
                .getResultList();
        return rows.stream()
                .map(row -> new CatalogueItem.WithdrawnVerdict(
                        Verdict.valueOf((String) row[0]), (Instant) row[1], (String) row[2]))
                .toList();
    }
}

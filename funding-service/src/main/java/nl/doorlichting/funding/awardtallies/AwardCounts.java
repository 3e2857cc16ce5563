package nl.doorlichting.funding.awardtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/** What the award tallies add up to. */
@ApplicationScoped
public class AwardCounts {
    private static final String BY_INSTRUMENT = """
            select e.funding_instrument, %s
            from award_tally e
            where e.programme = :programme and not e.withdrawn and e.recorded_at <= :asOf
                and not exists (select 1 from award_tally later
                    where later.tally_id = e.tally_id and later.version > e.version
                        and later.recorded_at <= :asOf)
            group by e.funding_instrument
            """.formatted(QuantitySql.sums("e"));

    /** After all that is recorded. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;

    AwardCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** 409 when the programme has no tally of awards of this instrument with this id that counts; null passes. */
    public void refuseUnknown(String programme, FundingInstrument instrument, UUID tallyId) {
        if (tallyId != null
                && entities.createQuery(
                                        "select count(e) from AwardTally e where e.tallyId = :id and e.programme = :programme"
                                                + " and e.fundingInstrument = :instrument"
                                                + " and not exists (select 1 from AwardTally w"
                                                + " where w.tallyId = e.tallyId and w.withdrawn = true)",
                                        Long.class)
                                .setParameter("id", tallyId)
                                .setParameter("programme", programme)
                                .setParameter("instrument", instrument)
                                .getSingleResult()
                        == 0) {
            throw ProblemException.unknownReference(
                    "/includedIn", tallyId, Text.of("award-tally.unknown", programme, instrument));
        }
    }

    /** Awards of the programme then, or now if the moment is null; only instruments that have a tally. */
    public Map<FundingInstrument, AggregatedQuantity> byInstrument(String programme, Instant asOf) {
        var counts = new EnumMap<FundingInstrument, AggregatedQuantity>(FundingInstrument.class);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = entities.createNativeQuery(BY_INSTRUMENT, Object[].class)
                .setParameter("programme", programme)
                .setParameter("asOf", asOf == null ? LATEST : asOf)
                .getResultList();
        groups.forEach(group -> counts.put(
                FundingInstrument.valueOf((String) group[0]),
                QuantitySql.read(group, 1).aggregate()));
        return counts;
    }
}

package nl.doorlichting.funding.awardtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.vocabulary.FundingInstrument;

/** What the award tallies add up to. */
@ApplicationScoped
public class AwardCounts {
    private static final String BY_INSTRUMENT = """
            select e.funding_instrument, %s
            from award_tally e
            where e.programme = :programme
                and not exists (select 1 from award_tally later
                    where later.tally_id = e.tally_id and later.version > e.version)
            group by e.funding_instrument
            """.formatted(QuantitySql.sums("e"));

    private final EntityManager entities;

    AwardCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** Awards of the programme; only instruments that have a tally. */
    public Map<FundingInstrument, AggregatedQuantity> byInstrument(String programme) {
        var counts = new EnumMap<FundingInstrument, AggregatedQuantity>(FundingInstrument.class);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = entities.createNativeQuery(BY_INSTRUMENT, Object[].class)
                .setParameter("programme", programme)
                .getResultList();
        groups.forEach(group -> counts.put(
                FundingInstrument.valueOf((String) group[0]),
                QuantitySql.read(group, 1).aggregate()));
        return counts;
    }
}

package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import nl.doorlichting.domain.vocabulary.FundingInstrument;

/** How many projects are described one by one. */
@ApplicationScoped
public class ProjectCounts {
    private static final String BY_INSTRUMENT =
            "select p.fundingInstrument, count(*) from Project p where p.programme = :programme"
                    + " group by p.fundingInstrument";

    private final EntityManager entities;

    ProjectCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** Project records of the programme, parts of projects included; the null key holds those without instrument. */
    public Map<FundingInstrument, Long> byInstrument(String programme) {
        var counts = new HashMap<FundingInstrument, Long>();
        entities.createQuery(BY_INSTRUMENT, Object[].class)
                .setParameter("programme", programme)
                .getResultList()
                .forEach(group -> counts.put((FundingInstrument) group[0], (Long) group[1]));
        return counts;
    }
}

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
import nl.doorlichting.platform.queries.RowQuery;
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

    private static final String STANDING_NOW = """
            select a.funding_instrument, a.included_in as tally from award a
            where a.programme = :programme and a.status <> 'REVOKED'
            """;

    private static final String STANDING_THEN = """
            select a.funding_instrument, case when f.stated is null then a.included_in
                else cast(f.stated ->> 'included_in' as uuid) end as tally
            from award a
            left join lateral (select f.stated from former_record f
                where f.kind = 'award' and f.id = a.id and f.replaced_at > :asOf order by f.version limit 1) f on true
            where a.programme = :programme and a.created_at <= :asOf
                and not exists (select from award_decision d
                    where d.award_id = a.id and d.kind = 'REVOCATION' and d.created_at <= :asOf)
            """;

    // An award that a tally holds since before changes were kept was not in it before the tally was recorded. What a
    // tally states at most is null without an upper bound.
    private static final String HELD = """
            with counting as (
                select t.*, case t.quantity_kind when 'EXACT' then t.quantity_value when 'RANGE' then t.quantity_maximum
                    when 'APPROXIMATE' then t.quantity_value + t.quantity_plus_minus end as most
                from (select distinct on (w.tally_id) w.* from award_tally w
                    where w.programme = :programme and w.recorded_at <= :asOf
                    order by w.tally_id, w.version desc) t
                where not t.withdrawn and t.quantity_kind not in ('VAGUE', 'NOT_MEASURED')),
            held as (
                select s.funding_instrument, c.tally_id, c.most, count(*) as awards
                from (%s) s left join counting c on c.tally_id = s.tally
                group by s.funding_instrument, c.tally_id, c.most)
            """;

    private static final String BY_STANDING = HELD + """
            select funding_instrument, cast(coalesce(sum(awards) filter (where tally_id is null), 0) as bigint),
                cast(coalesce(sum(awards - most) filter (where awards > most), 0) as bigint)
            from held group by funding_instrument
            """;

    private static final String EXCEEDED = HELD.formatted(STANDING_NOW) + """
            select h.tally_id, h.most, h.awards from held h where h.awards > h.most order by h.tally_id
            """;

    /**
     * Awards that are recorded one by one and stand.
     *
     * @param alone those that no tally counts
     * @param beyondTallies those that state a tally beyond the most that it counts
     */
    public record Standing(long alone, long beyondTallies) {}

    /**
     * A tally that counts fewer awards than state it.
     *
     * @param most the most that it counts
     * @param awards awards that state it and stand
     */
    public record Exceeded(UUID tallyId, long most, long awards) {}

    /** After all that is recorded. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;

    AwardCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** 409 when the programme has no tally of awards of this instrument with this id that counts; null passes. */
    public void refuseUnknown(String programme, FundingInstrument instrument, UUID tallyId) {
        if (tallyId == null) {
            return;
        }
        var versions = entities.createQuery(
                        "select e.withdrawn from AwardTally e where e.tallyId = :id and e.programme = :programme"
                                + " and e.fundingInstrument = :instrument",
                        Boolean.class)
                .setParameter("id", tallyId)
                .setParameter("programme", programme)
                .setParameter("instrument", instrument)
                .getResultList();
        if (versions.isEmpty() || versions.contains(true)) {
            throw ProblemException.unknownReference(
                    "/includedIn",
                    tallyId,
                    versions.isEmpty()
                            ? Text.of("award-tally.unknown", programme, instrument)
                            : Text.of("award-tally.withdrawn"));
        }
    }

    /** Awards that stood then, or stand now if the moment is null; only instruments that have any. */
    public Map<FundingInstrument, Standing> standing(String programme, Instant asOf) {
        var standing = new EnumMap<FundingInstrument, Standing>(FundingInstrument.class);
        rows(BY_STANDING.formatted(asOf == null ? STANDING_NOW : STANDING_THEN), programme, asOf)
                .forEach(row -> standing.put(
                        FundingInstrument.valueOf((String) row[0]), new Standing((Long) row[1], (Long) row[2])));
        return standing;
    }

    /** Tallies that count fewer awards than state them now. */
    public List<Exceeded> exceeded(String programme, int most) {
        return rows(EXCEEDED, programme, null).stream()
                .limit(most)
                .map(row -> new Exceeded((UUID) row[0], ((Number) row[1]).longValue(), (Long) row[2]))
                .toList();
    }

    /** Awards of the programme then, or now if the moment is null; only instruments that have a tally. */
    public Map<FundingInstrument, AggregatedQuantity> byInstrument(String programme, Instant asOf) {
        var counts = new EnumMap<FundingInstrument, AggregatedQuantity>(FundingInstrument.class);
        rows(BY_INSTRUMENT, programme, asOf)
                .forEach(group -> counts.put(
                        FundingInstrument.valueOf((String) group[0]),
                        QuantitySql.read(group, 1).aggregate()));
        return counts;
    }

    private List<Object[]> rows(String sql, String programme, Instant asOf) {
        return RowQuery.of(entities, sql)
                .setParameter("programme", programme)
                .setParameter("asOf", asOf == null ? LATEST : asOf)
                .getResultList();
    }
}

package nl.doorlichting.funding.projectfinances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Part;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectAward;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectPrize;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectProcurement;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Total;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Year;

/** What is recorded of one project's money, by the indexes on its id. */
@ApplicationScoped
class ProjectFinancesQueries {
    private static final String KINDS = """
            select exists (select 1 from project where parent_id = :project),
                exists (select 1 from public.award where project_id = :project),
                exists (select 1 from prize where project_id = :project),
                exists (select 1 from procurement where project_id = :project)
            """;
    private static final String PARTS = "select id, code, name from project where parent_id = :project order by code";
    // Of a settled award there is a right to what it was settled at, of a revoked one to nothing (Awb 4:46, 4:48).
    // A withdrawn grant is stored as revoked.
    private static final String AWARDS = """
            select id, number, title,
                case when status = 'REVOKED' and funding_instrument = 'DECENTRALISATION_GRANT' then 'WITHDRAWN'
                    else status end,
                funding_instrument, organisation_id, decided_on, amount, settled_amount, reserved, disbursed, reclaimed,
                recovered,
                sum(case status when 'REVOKED' then 0 when 'SETTLED' then settled_amount else amount end) over (),
                sum(disbursed) over (), sum(reclaimed) over (), sum(recovered) over ()
            from %s where project_id = :project order by number, id
            """;
    private static final String AWARDS_NOW = AWARDS.formatted("public.award");
    // What decisions, payments and claims by then came to, also before changes of awards were kept. By the index on the
    // project that an award names now. Only the account of a subsidy has no moment, but its day; and a decision that
    // changed the plan of payments alone is an amendment too. A succession is none.
    private static final String AWARDS_THEN = AWARDS.formatted("""
            (select a.id, a.number, a.title, a.funding_instrument, a.organisation_id, a.decided_on, a.project_id,
                case when d.revoked then 'REVOKED' when d.settled is not null then 'SETTLED'
                    when a.funding_instrument = 'DECENTRALISATION_GRANT'
                        then case when p.disbursed = coalesce(d.granted, a.amount) then 'PAID' else 'GRANTED' end
                    when a.accounted_on <= cast(cast(:asOf as timestamptz) at time zone 'Europe/Amsterdam' as date) then 'ACCOUNTED'
                    when d.amended and a.status <> 'GRANTED' then 'AMENDED' else 'GRANTED' end as status,
                coalesce(d.granted, a.amount) as amount, d.settled as settled_amount, p.reserved, p.disbursed, c.reclaimed,
                r.recovered
            from public.award a
            cross join lateral (select
                    (array_agg(amount order by created_at desc, id desc)
                        filter (where kind in ('GRANT', 'AMENDMENT') and moved_from is null))[1] as granted,
                    (array_agg(amount order by created_at desc, id desc) filter (where kind = 'SETTLEMENT'))[1] as settled,
                    coalesce(bool_or(kind = 'AMENDMENT' and moved_from is null), false) as amended,
                    coalesce(bool_or(kind = 'REVOCATION'), false) as revoked
                from public.award_decision where award_id = a.id and created_at <= :asOf) d
            cross join lateral (select
                    coalesce(sum(amount) filter (where ended_at is null or ended_at > :asOf), 0) as reserved,
                    coalesce(sum(amount) filter (where status = 'RELEASED' and ended_at <= :asOf), 0) as disbursed
                from disbursement where award_id = a.id and created_at <= :asOf) p
            cross join lateral (select coalesce(sum(coalesce(corrected_amount, amount)), 0) as reclaimed
                from public.reclaim where award_id = a.id and created_at <= :asOf
                    and (cancelled_at is null or cancelled_at > :asOf)) c
            cross join lateral (select coalesce(sum(x.amount), 0) as recovered
                from public.reclaim_receipt x join public.reclaim y on y.id = x.reclaim_id
                where y.award_id = a.id and x.created_at <= :asOf) r
            where a.created_at <= :asOf) award
            """);
    private static final String YEARS = """
            select d.year, sum(d.amount)
            from disbursement d
            join public.award a on a.id = d.award_id
            where a.project_id = :project and d.status = 'RELEASED' and d.ended_at <= :asOf
            group by d.year order by d.year
            """;
    private static final String PRIZES = "select id, year, name, winner, amount from prize"
            + " where project_id = :project and created_at <= :asOf order by year, name, id";
    private static final String PROCUREMENTS = "select id, year, tender, winner, amount from procurement"
            + " where project_id = :project and created_at <= :asOf order by year nulls last, tender, id";
    // Later than everything that is recorded.
    private static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;

    ProjectFinancesQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Of which kinds the project has any records, so that those of the others need not be read. */
    record Kinds(boolean parts, boolean awards, boolean prizes, boolean procurements) {}

    Kinds kinds(UUID project) {
        var row = rows(KINDS, project).get(0);
        return new Kinds((Boolean) row[0], (Boolean) row[1], (Boolean) row[2], (Boolean) row[3]);
    }

    List<Part> parts(UUID project) {
        return rows(PARTS, project).stream()
                .map(row -> new Part((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The awards of a project, and all of them together. */
    record Awards(List<ProjectAward> each, Total total) {
        static final Awards NONE = new Awards(List.of(), new Total(null, null, null, null));
    }

    Awards awards(UUID project, Instant asOf) {
        var rows = asOf == null ? rows(AWARDS_NOW, project) : rows(AWARDS_THEN, project, asOf);
        if (rows.isEmpty()) {
            return Awards.NONE;
        }
        var sums = rows.get(0);
        return new Awards(
                rows.stream().map(ProjectFinancesQueries::award).toList(),
                new Total(money(sums[13]), money(sums[14]), money(sums[15]), money(sums[16])));
    }

    List<Year> years(UUID project, Instant asOf) {
        return rows(YEARS, project, asOf).stream()
                .map(row -> new Year((Integer) row[0], money(row[1])))
                .toList();
    }

    List<ProjectPrize> prizes(UUID project, Instant asOf) {
        return rows(PRIZES, project, asOf).stream()
                .map(row -> new ProjectPrize(
                        (UUID) row[0], (Integer) row[1], (String) row[2], (String) row[3], money(row[4])))
                .toList();
    }

    List<ProjectProcurement> procurements(UUID project, Instant asOf) {
        return rows(PROCUREMENTS, project, asOf).stream()
                .map(row -> new ProjectProcurement(
                        (UUID) row[0], (Integer) row[1], (String) row[2], (String) row[3], money(row[4])))
                .toList();
    }

    private static ProjectAward award(Object[] row) {
        return new ProjectAward(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                AwardStatus.valueOf((String) row[3]),
                FundingInstrument.valueOf((String) row[4]),
                (String) row[5],
                day(row[6]),
                money(row[7]),
                money(row[8]),
                money(row[9]),
                money(row[10]),
                money(row[11]),
                money(row[12]));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID project) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("project", project)
                .getResultList();
    }

    /** Those by the moment; all of them for null. */
    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID project, Instant asOf) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("project", project)
                .setParameter("asOf", asOf == null ? NOW : asOf)
                .getResultList();
    }

    private static Money money(Object column) {
        return column == null ? null : new Money((BigDecimal) column, Money.EURO);
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}

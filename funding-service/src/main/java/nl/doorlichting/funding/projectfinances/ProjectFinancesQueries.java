package nl.doorlichting.funding.projectfinances;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Part;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectAward;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectPrize;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.ProjectProcurement;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Total;
import nl.doorlichting.funding.projectfinances.ProjectFinancesResponse.Year;
import nl.doorlichting.platform.queries.RowQuery;

/** What is recorded of one project's money, by the indexes on its id. */
@ApplicationScoped
class ProjectFinancesQueries {
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
            + " where project_id = :project and created_at <= :asOf and withdrawn_at is null order by year, name, id";
    private static final String PROCUREMENTS = "select id, year, tender, winner, amount from procurement"
            + " where project_id = :project and created_at <= :asOf and withdrawn_at is null"
            + " order by year nulls last, tender, id";
    private static final String ALL = "select " + listed(PARTS, 3) + ", %s, " + listed(YEARS, 2) + ", "
            + listed(PRIZES, 5) + ", " + listed(PROCUREMENTS, 5);
    private static final int OF_AWARD = 17;
    private static final String ALL_NOW = ALL.formatted(listed(AWARDS_NOW, OF_AWARD));
    private static final String ALL_THEN = ALL.formatted(listed(AWARDS_THEN, OF_AWARD));
    // Later than everything that is recorded.
    private static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;
    private final ObjectMapper mapper;

    ProjectFinancesQueries(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** The rows of a statement as one value: a list in JSON, with all values as text; null without rows. */
    private static String listed(String statement, int columns) {
        var names = IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
        return "(select cast(array_to_json(array_agg(array["
                + names.stream().map("cast(x.%s as text)"::formatted).collect(Collectors.joining(", "))
                + "])) as text) from (" + statement + ") x (" + String.join(", ", names) + "))";
    }

    /** What is recorded of the money of a project. */
    record Recorded(
            List<Part> parts,
            List<ProjectAward> awards,
            Total total,
            List<Year> years,
            List<ProjectPrize> prizes,
            List<ProjectProcurement> procurements) {}

    /**
     * All of it, by one statement.
     *
     * @param asOf recorded time; null for now
     */
    Recorded of(UUID project, Instant asOf) {
        var lists = RowQuery.of(entities, asOf == null ? ALL_NOW : ALL_THEN)
                .setParameter("project", project)
                .setParameter("asOf", asOf == null ? NOW : asOf)
                .getSingleResult();
        var awards = rows(lists[1]);
        return new Recorded(
                rows(lists[0]).stream()
                        .map(row -> new Part(UUID.fromString(row[0]), row[1], row[2]))
                        .toList(),
                awards.stream().map(ProjectFinancesQueries::award).toList(),
                awards.isEmpty() ? new Total(null, null, null, null) : total(awards.get(0)),
                rows(lists[2]).stream()
                        .map(row -> new Year(Integer.parseInt(row[0]), money(row[1])))
                        .toList(),
                rows(lists[3]).stream()
                        .map(row -> new ProjectPrize(
                                UUID.fromString(row[0]), Integer.parseInt(row[1]), row[2], row[3], money(row[4])))
                        .toList(),
                rows(lists[4]).stream()
                        .map(row -> new ProjectProcurement(
                                UUID.fromString(row[0]),
                                row[1] == null ? null : Integer.valueOf(row[1]),
                                row[2],
                                row[3],
                                money(row[4])))
                        .toList());
    }

    private List<String[]> rows(Object list) {
        try {
            return list == null ? List.of() : List.of(mapper.readValue((String) list, String[][].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Total total(String[] award) {
        return new Total(money(award[13]), money(award[14]), money(award[15]), money(award[16]));
    }

    private static ProjectAward award(String[] row) {
        return new ProjectAward(
                UUID.fromString(row[0]),
                row[1],
                row[2],
                AwardStatus.valueOf(row[3]),
                FundingInstrument.valueOf(row[4]),
                row[5],
                LocalDate.parse(row[6]),
                money(row[7]),
                money(row[8]),
                money(row[9]),
                money(row[10]),
                money(row[11]),
                money(row[12]));
    }

    private static Money money(String amount) {
        return amount == null ? null : Money.euro(amount);
    }
}

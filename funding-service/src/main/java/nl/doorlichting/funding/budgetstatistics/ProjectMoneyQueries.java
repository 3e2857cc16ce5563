package nl.doorlichting.funding.budgetstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.budgetstatistics.ProjectMoneyResponse.ProjectMoney;
import nl.doorlichting.platform.queries.RowQuery;

/** Reads what is booked of the awards of each project, with all corrections of it. */
@ApplicationScoped
class ProjectMoneyQueries {
    private static final String PERIOD = "select period_from, period_until from programme where code = :programme";

    // An entry that a person corrects names no award, but the entry that it corrects. A revoked award has no cost.
    private static final String PROJECTS = """
            with recursive booked (id, project_id, kind, amount, status, booked_at) as (
                select e.id, a.project_id, e.kind, e.amount, e.status, coalesce(e.ended_at, e.created_at)
                from award a join budget_entry e on e.award_id = a.id and e.corrects is null
                where a.programme = :programme and a.project_id is not null
                    and e.kind in ('COMMITMENT', 'DISBURSEMENT')
                union all
                select c.id, b.project_id, c.kind, c.amount, c.status, coalesce(c.ended_at, c.created_at)
                from booked b join budget_entry c on c.corrects = b.id),
            money as (
                select project_id,
                    sum(amount) filter (where kind = 'COMMITMENT') as committed,
                    sum(amount) filter (where kind = 'DISBURSEMENT') as disbursed
                from booked where status = 'BOOKED' and booked_at <= :asOf group by project_id),
            granted as (
                select a.project_id,
                    case when min(a.funding_instrument) = max(a.funding_instrument) then min(a.funding_instrument) end
                        as funding_instrument,
                    case when min(a.track) = max(a.track) then min(a.track) end as track,
                    case when min(a.action_line) = max(a.action_line) then min(a.action_line) end as action_line,
                    case when min(a.total_cost) = max(a.total_cost) and count(a.total_cost) = count(*)
                            and not bool_or(exists (select from award_decision d
                                where d.award_id = a.id and d.kind = 'AMENDMENT' and d.created_at > :asOf))
                        then min(a.total_cost) end as total_cost
                from award a
                where a.programme = :programme and a.project_id is not null and a.created_at <= :asOf
                    and not exists (select from award_decision d
                        where d.award_id = a.id and d.kind = 'REVOCATION' and d.created_at <= :asOf)
                group by a.project_id)
            select p.id, p.code, p.name, coalesce(p.funding_instrument, g.funding_instrument),
                coalesce(p.track, g.track), coalesce(p.action_line, g.action_line),
                array_to_string(p.intervention_types, ','), m.committed, m.disbursed, g.total_cost
            from project p
            left join money m on m.project_id = p.id
            left join granted g on g.project_id = p.id
            where p.programme = :programme and p.created_at <= :asOf order by p.code, p.id
            """;

    // Later than everything that is recorded.
    private static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;

    ProjectMoneyQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The days of a programme; null for one that is not there. */
    Period period(String programme) {
        return RowQuery.of(entities, PERIOD)
                .setParameter("programme", programme)
                .getResultStream()
                .map(row -> new Period(day(row[0]), day(row[1])))
                .findFirst()
                .orElse(null);
    }

    /**
     * The projects of a programme as recorded then; as they are now if the moment is null.
     *
     * @param money whether the amounts are wanted
     */
    List<ProjectMoney> projects(String programme, Instant asOf, boolean money) {
        var query = RowQuery.of(entities, PROJECTS)
                .setParameter("programme", programme)
                .setParameter("asOf", asOf == null ? NOW : asOf);
        return query.getResultList().stream()
                .map(row -> new ProjectMoney(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? null : FundingInstrument.valueOf((String) row[3]),
                        row[4] == null ? null : Track.valueOf((String) row[4]),
                        row[5] == null ? null : ActionLine.valueOf((String) row[5]),
                        types((String) row[6]),
                        money ? Money.euros((BigDecimal) row[7]) : null,
                        money ? Money.euros((BigDecimal) row[8]) : null,
                        money ? Money.euros((BigDecimal) row[9]) : null))
                .toList();
    }

    private static List<InterventionType> types(String codes) {
        return codes == null || codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(",")).map(InterventionType::valueOf).toList();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}

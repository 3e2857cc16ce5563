package nl.doorlichting.funding.projectfinances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
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
                exists (select 1 from award where project_id = :project),
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
            from award where project_id = :project order by number, id
            """;
    private static final String YEARS = """
            select d.year, sum(d.amount)
            from disbursement d
            join award a on a.id = d.award_id
            where a.project_id = :project and d.status = 'RELEASED'
            group by d.year order by d.year
            """;
    private static final String PRIZES =
            "select id, year, name, winner, amount from prize where project_id = :project order by year, name, id";
    private static final String PROCUREMENTS =
            "select id, year, tender, winner, amount from procurement where project_id = :project"
                    + " order by year nulls last, tender, id";

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

    Awards awards(UUID project) {
        var rows = rows(AWARDS, project);
        if (rows.isEmpty()) {
            return Awards.NONE;
        }
        var sums = rows.get(0);
        return new Awards(
                rows.stream().map(ProjectFinancesQueries::award).toList(),
                new Total(money(sums[13]), money(sums[14]), money(sums[15]), money(sums[16])));
    }

    List<Year> years(UUID project) {
        return rows(YEARS, project).stream()
                .map(row -> new Year((Integer) row[0], money(row[1])))
                .toList();
    }

    List<ProjectPrize> prizes(UUID project) {
        return rows(PRIZES, project).stream()
                .map(row -> new ProjectPrize(
                        (UUID) row[0], (Integer) row[1], (String) row[2], (String) row[3], money(row[4])))
                .toList();
    }

    List<ProjectProcurement> procurements(UUID project) {
        return rows(PROCUREMENTS, project).stream()
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

    private static Money money(Object column) {
        return column == null ? null : new Money((BigDecimal) column, Money.EURO);
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}

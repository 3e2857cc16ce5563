package nl.doorlichting.funding.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.awardtallies.AwardCounts;
import nl.doorlichting.funding.dataquality.FundingQualityResponse.AwardWithoutLine;
import nl.doorlichting.funding.dataquality.FundingQualityResponse.ExceededTally;
import nl.doorlichting.funding.dataquality.FundingQualityResponse.StatedProject;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;

/** Gathers what this service has to show about the quality of the data. */
@ApplicationScoped
class FundingQualityService {
    private static final int MOST_AWARDS = 1_000;
    private static final int MOST_PROJECTS = 10_000;

    private static final String PERIOD = "select period_from, period_until from programme where code = :programme";
    private static final String YEARS =
            "select distinct year from budget_entry where programme = :programme and status = 'BOOKED' order by year";
    private static final String WITHOUT_LINE = """
            select id, number from award where programme = :programme and budget_line_id is null order by number, id
            """;
    private static final String PROJECTS = """
            select id, code, organisation_id, track, action_line, funding_instrument from project
            where programme = :programme order by id
            """;

    private final EntityManager entities;
    private final AwardCounts awards;

    FundingQualityService(EntityManager entities, AwardCounts awards) {
        this.entities = entities;
        this.awards = awards;
    }

    @Transactional
    FundingQualityResponse answer(String programme) {
        return new FundingQualityResponse(
                rows(PERIOD, programme, 1)
                        .map(row -> new Period(day(row[0]), day(row[1])))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound),
                years(programme),
                rows(WITHOUT_LINE, programme, MOST_AWARDS)
                        .map(row -> new AwardWithoutLine((UUID) row[0], (String) row[1]))
                        .toList(),
                awards.exceeded(programme, MOST_AWARDS).stream()
                        .map(tally -> new ExceededTally(tally.tallyId(), tally.most(), tally.awards()))
                        .toList(),
                rows(PROJECTS, programme, MOST_PROJECTS)
                        .map(FundingQualityService::project)
                        .toList());
    }

    private List<Integer> years(String programme) {
        return ScalarQuery.of(entities, YEARS, Integer.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    private static StatedProject project(Object[] row) {
        return new StatedProject(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                row[3] == null ? null : Track.valueOf((String) row[3]),
                row[4] == null ? null : ActionLine.valueOf((String) row[4]),
                row[5] == null ? null : FundingInstrument.valueOf((String) row[5]));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private Stream<Object[]> rows(String sql, String programme, int most) {
        return RowQuery.of(entities, sql)
                .setParameter("programme", programme)
                .setMaxResults(most)
                .getResultList()
                .stream();
    }
}

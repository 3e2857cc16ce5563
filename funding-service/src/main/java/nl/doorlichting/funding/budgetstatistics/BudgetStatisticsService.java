package nl.doorlichting.funding.budgetstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.awardtallies.AwardCounts;
import nl.doorlichting.funding.projects.Projects;

/** Answers what a programme's money came to. */
@ApplicationScoped
class BudgetStatisticsService {
    private final BudgetStatisticsQueries queries;
    private final AwardCounts awards;
    private final Projects projects;
    private final FundingDataSet dataSet;

    BudgetStatisticsService(
            BudgetStatisticsQueries queries, AwardCounts awards, Projects projects, FundingDataSet dataSet) {
        this.queries = queries;
        this.awards = awards;
        this.projects = projects;
        this.dataSet = dataSet;
    }

    /** Empty lists for a programme that is not there: it is a filter. */
    @Transactional
    BudgetStatisticsResponse answer(String programme) {
        var revision = dataSet.beginConsistentRead();
        var table = BudgetTable.of(queries.lines(programme), queries.sums(programme));
        return new BudgetStatisticsResponse(
                BudgetRows.of(table, new EntryLinks(programme)),
                ReallocationRows.of(queries.reallocations(programme), table.years(), new EntryLinks(programme)),
                ProjectRows.of(awards.byInstrument(programme), projects.countByInstrument(programme)),
                revision);
    }
}

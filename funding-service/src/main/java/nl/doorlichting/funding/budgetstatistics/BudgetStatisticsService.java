package nl.doorlichting.funding.budgetstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.awardtallies.AwardCounts;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.caller.CurrentCaller;

/** Answers what a programme's money came to. */
@ApplicationScoped
class BudgetStatisticsService {
    private final BudgetStatisticsQueries queries;
    private final ProjectMoneyQueries projectMoney;
    private final AwardCounts awards;
    private final Projects projects;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;

    BudgetStatisticsService(
            BudgetStatisticsQueries queries,
            ProjectMoneyQueries projectMoney,
            AwardCounts awards,
            Projects projects,
            FundingDataSet dataSet,
            CurrentCaller caller) {
        this.queries = queries;
        this.projectMoney = projectMoney;
        this.awards = awards;
        this.projects = projects;
        this.dataSet = dataSet;
        this.caller = caller;
    }

    /** The projects of a programme with their money, which is left out for a caller who may not read the budget. */
    @Transactional
    ProjectMoneyResponse ofProjects(String programme, Instant asOf) {
        var revision = dataSet.beginConsistentRead();
        return new ProjectMoneyResponse(
                projectMoney.period(programme),
                projectMoney.projects(programme, asOf, caller.get().may(FundingAccess.READ_BUDGET)),
                revision);
    }

    @Transactional
    BudgetStatisticsResponse answer(String programme, Instant asOf) {
        var revision = dataSet.beginConsistentRead();
        var table = BudgetTable.of(queries.lines(programme), queries.sums(programme, asOf));
        var links = new EntryLinks(programme, asOf);
        return new BudgetStatisticsResponse(
                BudgetRows.of(table, links),
                ReallocationRows.of(queries.reallocations(programme, asOf), table.years(), links),
                ProjectRows.of(
                        awards.byInstrument(programme, asOf),
                        projects.countByInstrument(programme, asOf),
                        awards.standing(programme, asOf)),
                revision);
    }
}

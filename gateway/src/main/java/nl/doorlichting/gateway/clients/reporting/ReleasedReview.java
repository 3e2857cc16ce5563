package nl.doorlichting.gateway.clients.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.publishedtables.RepairCertainty;
import nl.doorlichting.domain.publishedtables.TableFindingKind;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.clients.funding.BudgetStatistics;

/**
 * What a release has beside figures: money, printed tables, what is found in them, claims, public projects and lessons, and what
 * was stated about what will last. Each is null of a release that was prepared before there were such tables.
 *
 * @param lines the money of each budget line, by year and of all years together
 * @param destinations where money went, by year and of all years together
 * @param projects numbers of projects by funding instrument
 */
public record ReleasedReview(
        Reference release,
        @JsonProperty("money-by-budget-line-and-year") List<Line> lines,
        @JsonProperty("money-by-destination-and-year") List<Destination> destinations,
        @JsonProperty("projects-by-funding-instrument") List<BudgetStatistics.Projects> projects,
        @JsonProperty("printed-tables") List<PublishedTables.Table> printed,
        @JsonProperty("findings-of-printed-tables") List<Finding> findings,
        @JsonProperty("claims") List<Claim> claims,
        @JsonProperty("public-projects") List<PublicProject> publicProjects,
        @JsonProperty("public-lessons") List<PublicLesson> publicLessons,
        @JsonProperty("embedding-statements") List<EmbeddingStatements.Statement> embedding,
        @JsonProperty("reach-by-public-project") List<ProjectReach> reachByProject) {
    public ReleasedReview {
        Objects.requireNonNull(release, "release");
    }

    /** Which release it is. */
    public record Reference(
            UUID id, String programme, String name, String certainty, Instant asOf, Instant publishedAt) {}

    /** The amounts of a budget line with all beneath it; the year is null for all years together, the parent of the root. */
    public record Line(
            String budgetLine,
            Integer year,
            String name,
            String parent,
            Money budgeted,
            Money reallocated,
            Money spendable,
            Money committed,
            Money available,
            Money disbursed,
            Money left,
            BudgetStatistics.Rounding rounding) {
        public Line {
            Objects.requireNonNull(budgetLine, "budgetLine");
            Objects.requireNonNull(rounding, "rounding");
        }
    }

    /** The amount that went to a destination; the year is null for all years together. */
    public record Destination(String destination, ReallocationReason reason, Integer year, Money reallocated) {}

    /** A finding in a printed table, with why it stays; null where it is open. */
    public record Finding(
            String printedTable,
            UUID tableId,
            TableFindingKind kind,
            RepairCertainty certainty,
            List<ReportingQuality.Cell> cells,
            List<ReportingQuality.Sum> sums,
            List<ReportingQuality.Repair> repairs,
            Acceptance acceptance) {}

    /** Why a finding stays. */
    public record Acceptance(UUID acceptanceId, UUID findingId, String reason, Instant acceptedAt) {}

    /** A project as the public catalogue had it; the source of its report can be null. */
    public record PublicProject(
            UUID project, String title, String source, List<String> municipalities, List<Verdict> verdicts) {
        public PublicProject {
            municipalities = List.copyOf(municipalities);
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What a public project reached of one group, as protected as in all tables; the group can be null. */
    public record ProjectReach(UUID projectId, TargetGroup targetGroup, DisclosedCount reach) {}

    /** A lesson as the public catalogue had it; the project can be null. */
    public record PublicLesson(
            UUID lesson, String type, String title, String language, String source, UUID projectId) {}

    /** A claim, and whether the figures of the release bore it out; the language is null of an earlier release. */
    public record Claim(
            UUID claimId,
            int claimVersion,
            String programme,
            String code,
            String statement,
            String language,
            ClaimComparison comparison,
            ClaimRelation relation,
            BigDecimal stated,
            BigDecimal tolerance,
            ClaimUnit unit,
            ClaimOutcome outcome,
            UndecidedReason undecided,
            BigDecimal found,
            BigDecimal lowest,
            BigDecimal highest,
            BigDecimal difference,
            String source) {}
}

package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.FindingSeverity;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.review.FindingMarks.Mark;
import nl.doorlichting.gateway.review.ReviewFigures.Absence;
import nl.doorlichting.gateway.review.ReviewFigures.Part;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;

/** Which picture has the mark of which finding. */
class FindingMarksTest {
    private static final FindingSeverity ERROR = FindingSeverity.ERROR;
    private static final FindingSeverity NOTICE = FindingSeverity.NOTICE;

    /** Findings of one kind stand together in the chapter, and the numbers follow that. */
    @Test
    void numberIsThatOfChapter() {
        var marks = marks(
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGET: 2008; PARTS: 2008"),
                finding(FindingKind.CLAIM_FAILS, ERROR, "REACHED: So many."),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "TRAINING: Totaal"));
        assertEquals(List.of(new Mark(1, "finding-fill", List.of("2008", "2008", ""), false)), marks.about("budget"));
        assertEquals(1, marks.about("parts").get(0).number(), "of both tables");
        assertEquals(List.of(new Mark(2, "finding-fill", List.of("Totaal", ""), false)), marks.about("trainings"));
        assertEquals(List.of(new Mark(3, "finding-fill", List.of(""), false)), marks.about("reach"));
        // Two pictures show what a table of money prints: the second one has only what it has a mark of.
        assertEquals(List.of(new Mark(1, "finding-fill", List.of("2008", "2008"), true)), marks.about("flow"));
        assertEquals(List.of(), marks.about("instruments"));
    }

    @Test
    void greyIsExplainedAndFullIsError() {
        var explained = finding(FindingKind.EMBEDDING_STALE, NOTICE, "the database");
        var marks = marks(
                new QualityFinding(
                        explained.id(),
                        explained.kind(),
                        explained.severity(),
                        explained.place(),
                        explained.subject(),
                        explained.expected(),
                        explained.found(),
                        explained.repair(),
                        new QualityFinding.Acceptance(UUID.randomUUID(), "known", Instant.EPOCH, "x")),
                finding(FindingKind.EMBEDDING_STALE, NOTICE, "the pilot"));
        assertEquals(
                List.of(
                        new Mark(1, "unknown-fill", List.of("the database", ""), false),
                        new Mark(2, "finding-edge", List.of("the pilot", ""), false)),
                marks.about("embedding-moments"));
    }

    @Test
    void placeTellsWhichRecords() {
        var marks = marks(
                at(FindingKind.YEAR_MISSING, "/v1/reports/finances?programme=P"),
                at(FindingKind.YEAR_MISSING, "/v1/reports/reach?programme=P"),
                at(FindingKind.YEAR_MISSING, "/v1/reports/training?programme=P"),
                at(FindingKind.PROJECT_UNKNOWN, "/v1/projects/x"));
        assertEquals(1, marks.about("budget").get(0).number());
        assertEquals(2, marks.about("reach").get(0).number());
        assertEquals(3, marks.about("trainings").get(0).number());
    }

    /** A claim of a number is read beside the finding about the line in which it is printed. */
    @Test
    void findingIsAboutNumbersOfItsLines() {
        var figures = figures(
                finding(FindingKind.CLAIM_FAILS, ERROR, "REACHED: So many."),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGET: a"),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGET: b"),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "TRAINING: 2008"));
        assertEquals(List.of(2, 4), FindingMarks.aboutNumber(figures, BigDecimal.ONE));
        assertEquals(List.of(), FindingMarks.aboutNumber(figures, BigDecimal.TEN));
    }

    /** A destination of money is a line in print. */
    @Test
    void findingIsAboutLinesOfMoney() {
        var figures = figures(
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGET: 2008"),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGET: 2008; BUDGET: Other plans"),
                finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "TRAINING: Other plans"));
        assertEquals(List.of(2), FindingMarks.aboutLine(figures, "other plans"));
        assertEquals(List.of(), FindingMarks.aboutLine(figures, "plans"));
    }

    /** A finding names the cell, the year or the verdict that it is about. */
    @Test
    void namesWhatItIsAbout() {
        var marks = marks(
                finding(FindingKind.TABLE_CELL_MALFORMED, ERROR, "PARTS: prijs, 2010; prijs, 2011"),
                at(FindingKind.YEAR_MISSING, "/v1/reports/finances?programme=P"),
                finding(FindingKind.VERDICT_ABOVE_EVIDENCE, NOTICE, "P-1: EFFECTIVE"));
        assertEquals(
                List.of("prijs, 2010", "prijs, 2011", ""),
                marks.about("parts").get(0).about());
        assertEquals(List.of("x", ""), marks.about("budget").get(0).about());
        assertEquals(List.of("EFFECTIVE", ""), marks.about("verdicts").get(0).about());
        // Where its figure has no period, a claim is about the years that it names.
        assertEquals(
                List.of("2007-2009", "2010", ""),
                marks(finding(FindingKind.CLAIM_UNDECIDED, NOTICE, "REACHED: In 2007-2009, or 2010, 35.650 took part."))
                        .about("reach")
                        .get(0)
                        .about());
    }

    /** A code that begins as another one does is another table. */
    @Test
    void codeIsWhole() {
        assertEquals(
                List.of(),
                marks(finding(FindingKind.TABLE_SUM_DIFFERS, ERROR, "BUDGETS: 2008"))
                        .about("budget"));
    }

    private static FindingMarks marks(QualityFinding... findings) {
        return FindingMarks.of(figures(findings));
    }

    private static ReviewFigures figures(QualityFinding... findings) {
        return new ReviewFigures(
                "P",
                "P",
                null,
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.of(List.of(findings)),
                Part.absent(Absence.WITHHELD),
                Part.of(new PublishedTables(List.of(
                        table("BUDGET", "EUR million", null),
                        table("PARTS", "EUR million", "1. Scan"),
                        table("TRAINING", "trainings, participants", null)))),
                Part.of(List.of(claim("REACHED", ClaimUnit.PARTICIPATIONS))),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Map.of(),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Map.of());
    }

    private static PublishedTables.Table table(String code, String unit, String group) {
        return new PublishedTables.Table(
                code,
                code,
                "nl",
                unit,
                ",",
                List.of(new PublishedTables.Column("2008")),
                List.of(new PublishedTables.Row("a", group, List.of("1"), null)),
                "x");
    }

    private static ClaimEvaluationResponse claim(String code, ClaimUnit unit) {
        return new ClaimEvaluationResponse(
                UUID.randomUUID(),
                1,
                "P",
                code,
                "So many.",
                "en",
                null,
                ClaimRelation.EQUAL,
                null,
                null,
                unit,
                ClaimOutcome.FAILS,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "x");
    }

    private static QualityFinding finding(FindingKind kind, FindingSeverity severity, String subject) {
        return finding(kind, severity, subject, "/v1/x");
    }

    private static QualityFinding at(FindingKind kind, String place) {
        return finding(kind, FindingSeverity.WARNING, "x", place);
    }

    private static QualityFinding finding(FindingKind kind, FindingSeverity severity, String subject, String place) {
        var nothing = Text.of("review.no");
        return new QualityFinding(UUID.randomUUID(), kind, severity, place, subject, nothing, nothing, nothing, null);
    }
}

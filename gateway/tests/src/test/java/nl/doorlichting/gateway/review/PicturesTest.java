package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.AggregatedQuantity.Observations;
import nl.doorlichting.domain.releases.ReviewPicture;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each picture draws of hand-made reports. */
class PicturesTest {
    private static final PageWords DUTCH = new PageWords(Language.DUTCH);
    private static final PageWords ENGLISH = new PageWords(Language.ENGLISH);
    private static final Period PROGRAMME = Period.ofYears(2007, 2011);

    @Test
    void yearWithoutAmountsIsSlotAndNotZero() {
        var picture = money(finances()).budget();
        assertEquals(3, count(picture.drawn(PictureSize.WIDE), "class=\"slot\""));
        assertTrue(
                picture.notes().get(0).contains("2007, 2010, 2011"),
                picture.notes().toString());
        assertEquals(
                List.of("2008", "10,00", "7,26", "2,74", "2,74", "0,00"),
                picture.table().rows().get(1));
        assertEquals(
                List.of("2011", "·", "·", "·", "·", "·"), picture.table().rows().get(4));
        assertEquals(List.of("2011", "", "", "", "", ""), picture.table().file().get(5));
        assertTrue(markup(picture.drawn(PictureSize.NARROW)).contains(">2,74</text>"));
    }

    /** Also in a narrow drawing of five years. */
    @Test
    void wordsOfSlotStandInIt() {
        for (var language : Language.values()) {
            var words = new PageWords(language);
            var report = finances();
            var drawing = new MoneyPictures(report, PROGRAMME, words, "x", MoneyPictures.Axes.of(report, null))
                    .budget()
                    .drawn(PictureSize.NARROW);
            var slots = rects(drawing, "slot");
            assertEquals(3, slots.size());
            var said = words.of("review.no-amounts.second");
            assertTrue(
                    slots.get(0)[0] >= 6.6 * said.length() || !markup(drawing).contains(">" + said + "<"),
                    markup(drawing));
            assertTrue(slots.get(0)[0] < 308 / 5.0, "it stands in its own year");
        }
    }

    @Test
    void columnsAreInProportion() {
        var heights = heights(money(finances()).budget().drawn(PictureSize.WIDE), "first-fill");
        assertEquals(2, heights.size());
        assertEquals(4.80 / 2.74, heights.get(1) / heights.get(0), 0.01);
    }

    @Test
    void flowHasLinesOfWhatIsPaidAndDestinationsOfWhatIsMoved() {
        var picture = money(finances()).flow(null, name -> List.of());
        var shown = markup(picture.drawn(PictureSize.WIDE));
        assertTrue(shown.contains("Scan &lt;en&gt; monitor"), shown);
        assertTrue(shown.contains("bezuinigd"));
        assertTrue(shown.contains("ribbon-moved"));
        // What no line has been paid from stands as such.
        assertTrue(picture.table().rows().contains(List.of("betaald", "zonder begrotingspost", "·", "0,54")));
        assertTrue(picture.table().file().contains(List.of("betaald", "zonder begrotingspost", "", "540000.00")));
    }

    /** What is neither paid nor moved has its row: the table adds up to the budget. */
    @Test
    void flowHasWhatIsLeft() {
        var all = finances();
        var moved = new FinanceReport.Reallocation(
                "bezuinigd", ReallocationReason.CUT_OR_UNSPENT, List.of(), euro("3460000.00"), "x");
        var left = money(new FinanceReport(true, all.rows(), List.of(moved), List.of(), List.of(), List.of()))
                .flow(null, name -> List.of())
                .table();
        assertTrue(left.rows().contains(List.of("over", "·", "·", "5,00")), left.toString());
        assertTrue(left.file().contains(List.of("over", "", "", "5000000.00")), left.toString());
        assertTrue(money(all).flow(null, name -> List.of()).table().rows().stream()
                .noneMatch(row -> row.get(0).equals("over")));
    }

    /** A number that is printed wrongly says so where it is read, in words and in the table. */
    @Test
    void flowNamesFindingAboutDestination() {
        var picture = money(finances()).flow(null, name -> name.equals("bezuinigd") ? List.of(1, 3) : List.of());
        assertTrue(picture.table().rows().contains(List.of("herbestemd", "bezuinigd", "1, 3", "8,46")));
        assertTrue(
                picture.notes().contains("Over wat van “bezuinigd” is afgedrukt gaan bevindingen 1 en 3."),
                picture.notes().toString());
    }

    /** It starts from the lines of the budget. What a line did not pay is computed, because nothing says what was moved from it. */
    @Test
    void flowStartsFromBudgetLines() {
        var picture = money(budget()).flow(null, name -> List.of());
        var shown = markup(picture.drawn(PictureSize.WIDE));
        assertTrue(shown.contains(">Begroot 28,00</text>"), shown);
        assertTrue(shown.contains(">Aanpak risicogebieden</text>") && shown.contains(">17,00</text>"), shown);
        // Of each of four lines one, and of each part.
        assertEquals(4 + 4, count(picture.drawn(PictureSize.WIDE), "class=\"ribbon-first\""));
        assertEquals(4 + 2, count(picture.drawn(PictureSize.WIDE), "class=\"ribbon-moved\""));
        assertTrue(
                shown.contains(
                        "<title>Expertisefunctie: 4,40 begroot, 1,87 betaald, 2,53 niet betaald (mln euro)</title>"),
                shown);
        var bars = heights(picture.drawn(PictureSize.WIDE), "ink-fill");
        assertEquals(17.0 / 5, bars.get(0) / bars.get(1), 0.02);
        var rows = picture.table().rows();
        assertTrue(rows.contains(List.of("begroot", "Scan en monitor", "·", "1,60")), rows.toString());
        assertTrue(
                rows.contains(List.of("betaald, per begrotingspost", "Expertisefunctie", "·", "1,87")),
                rows.toString());
        assertTrue(
                rows.contains(
                        List.of("niet betaald, per begrotingspost (uitgerekend)", "Expertisefunctie", "·", "2,53")),
                rows.toString());
        assertTrue(
                picture.notes().get(0).contains("begroot min betaald"),
                picture.notes().toString());
    }

    /** What was paid is divided as printed where that adds up to it, and not by a table of something else. */
    @Test
    void flowDividesWhatWasPaidAsPrinted() {
        var printed = activities("9,19", "2,49", "1,12", "0,53", "0,40", "0,30", "0,20", "0,21");
        var picture = money(budget()).flow(printed, name -> List.of());
        var rows = picture.table().rows();
        assertTrue(rows.contains(List.of("betaald", "activiteit 1", "·", "9,19")), rows.toString());
        assertTrue(rows.contains(List.of("betaald", "overig en afronding", "·", "0,73")), rows.toString());
        assertFalse(rows.contains(List.of("betaald", "Expertisefunctie", "·", "1,87")), rows.toString());
        assertTrue(
                picture.notes().get(1).contains("“Activiteiten”"),
                picture.notes().toString());
        var other = money(budget())
                .flow(activities("9,19", "12,49"), name -> List.of())
                .table()
                .rows();
        assertTrue(other.contains(List.of("betaald", "Expertisefunctie", "·", "1,87")), other.toString());
    }

    /** What was neither paid nor moved is left, and is not drawn or counted as moved. */
    @Test
    void flowTellsLeftFromMoved() {
        var report = over();
        var picture = money(report).flow(null, name -> List.of());
        assertTrue(
                picture.table().rows().contains(List.of("over", "·", "·", "0,22")),
                picture.table().rows().toString());
        assertTrue(
                picture.table().file().contains(List.of("over", "", "", "220000.00")),
                picture.table().file().toString());
        var wide = markup(picture.drawn(PictureSize.WIDE));
        // One from what was moved to its destination; from the line to what is not paid neither colour is said.
        assertEquals(1, count(picture.drawn(PictureSize.WIDE), "class=\"ribbon-moved\""), wide);
        assertEquals(2, count(picture.drawn(PictureSize.WIDE), "class=\"ribbon-unknown\""), wide);
        assertTrue(wide.contains(">Herbestemd 0,15</text>"), wide);
        assertTrue(wide.contains(">Over 0,22</text>"), wide);
        var narrow = markup(picture.drawn(PictureSize.NARROW));
        assertTrue(narrow.contains(">Over 0,22</text>"), narrow);
        var moved = rects(picture.drawn(PictureSize.NARROW), "edge-reallocated").get(0)[0];
        var left = rects(picture.drawn(PictureSize.NARROW), "unknown-fill").get(0)[0];
        assertEquals(0.15 / 0.22, moved / left, 0.01);
    }

    /** The bar of the key number is of the same three parts. */
    @Test
    void barOfMoneyTellsLeftFromMoved() {
        var bar = MoneyPictures.bar(over().rows().get(0).total(), 1_200_000);
        assertEquals(148, rects(bar, "outline").get(0)[0], 0.1);
        assertEquals(148 * 0.83 / 1.2, rects(bar, "first-fill").get(0)[0], 0.1);
        assertEquals(148 * 0.15 / 1.2, rects(bar, "edge-reallocated").get(0)[0], 0.1);
        var whole = MoneyPictures.bar(budget().rows().get(0).total(), 28_000_000);
        assertEquals(148 * 13.54 / 28, rects(whole, "edge-reallocated").get(0)[0], 0.1);
    }

    /** Of 1.2 million 0.83 was paid and 0.15 moved. */
    private static FinanceReport over() {
        var root = UUID.randomUUID();
        return new FinanceReport(
                true,
                List.of(
                        line(
                                root,
                                "Totaal",
                                null,
                                "1200000.00",
                                "150000.00",
                                "830000.00",
                                List.of(year(2013, "1200000.00", "150000.00", "830000.00"))),
                        line(UUID.randomUUID(), "Gesprekken", root, "1200000.00", null, "830000.00", List.of())),
                List.of(new FinanceReport.Reallocation(
                        "ander programma", ReallocationReason.OTHER_PRIORITY, List.of(), euro("150000.00"), "x")),
                List.of(),
                List.of(),
                List.of());
    }

    /** Names of records have their own language, also within a drawing; what the page says has that of the page. */
    @Test
    void namesOfRecordsHaveTheirLanguage() {
        var english = new MoneyPictures(over(), PROGRAMME, ENGLISH, "x", MoneyPictures.Axes.of(over(), null))
                .flow(null, name -> List.of());
        for (var drawing : List.of(english.drawn(PictureSize.WIDE), english.drawn(PictureSize.NARROW))) {
            var shown = markup(drawing);
            assertTrue(
                    Pattern.compile("<g lang=\"nl\"><text[^>]*>ander programma<")
                            .matcher(shown)
                            .find(),
                    shown);
            assertFalse(
                    Pattern.compile("<g lang=\"nl\"><text[^>]*>left<")
                            .matcher(shown)
                            .find(),
                    shown);
        }
        assertTrue(
                Pattern.compile("<text[^>]*><tspan lang=\"nl\">Gesprekken</tspan></text>")
                        .matcher(markup(english.drawn(PictureSize.WIDE)))
                        .find(),
                markup(english.drawn(PictureSize.WIDE)));
        var table = english.table();
        for (var row = 0; row < table.rows().size(); row++) {
            var isWord = table.rows().get(row).get(1).equals("·");
            assertEquals(
                    isWord ? "" : "nl",
                    table.language(row, 1),
                    table.rows().get(row).toString());
        }
        var dutch = money(over()).flow(null, name -> List.of());
        assertFalse(markup(dutch.drawn(PictureSize.WIDE)).contains(" lang="), markup(dutch.drawn(PictureSize.WIDE)));
        var moments = EmbeddingPicture.of(
                new EmbeddingStatements(
                        List.of(stated("a thing", "2011-01-01", EmbeddingStatus.SECURED, null)),
                        new ProjectRecords.Length(1)),
                PROGRAMME,
                ENGLISH,
                "x");
        assertTrue(markup(moments.drawn(PictureSize.NARROW)).contains("<g lang=\"nl\"><text class=\"t\""));
        assertTrue(moments.notes().contains("Subjects stand here in the language in which they were recorded."));
        var printed = PrintedPicture.of(
                activities("9,19"), List.of(), ENGLISH, "x", PrintedPicture.Axis.of(activities("9,19")));
        assertEquals("nl", printed.language());
        assertTrue(printed.drawn(PictureSize.WIDE)
                .markup("x", printed.title(), "nl", "x")
                .contains("<title id=\"x-title\" lang=\"nl\">"));
        assertEquals(2, count(printed.drawn(PictureSize.WIDE), "<tspan lang=\"nl\">"), "a group and a row");
        var project = UUID.randomUUID();
        var projects = ReachPictures.projects(
                reach(), Map.of(project, "Pilot Actie"), ENGLISH, "x", ReachPictures.Bounds.NONE);
        assertTrue(
                markup(projects.drawn(PictureSize.NARROW)).contains("<g lang=\"nl\"><text class=\"b\""),
                markup(projects.drawn(PictureSize.NARROW)));
        assertEquals("nl", projects.table().language(0, 0));
    }

    /** A name has its language also where words of the page stand around it, which have that of the page. */
    @Test
    void namesAmongWordsOfPageHaveTheirLanguage() {
        var project = UUID.randomUUID();
        var byProject = reach(new ReachReport.Row(
                ReachSource.INVENTORY,
                new Key(Map.of(Dimension.PROJECT, project, Dimension.TARGET_GROUP, TargetGroup.STUDENTS)),
                exact(12),
                null));
        var names = new LinkedHashMap<UUID, String>(Map.of(project, "Pilot Actie"));
        names.put(UUID.randomUUID(), "Zonder getal");
        Function<PageWords, String> drawn = words -> Stream.of(
                        new MoneyPictures(budget(), PROGRAMME, words, "x", MoneyPictures.Axes.of(budget(), null))
                                .flow(null, name -> name.equals("bezuinigd") ? List.of(1) : List.of()),
                        new EffectPictures(effects(), judged(true), words, "x", EffectPictures.Axes.of(effects()))
                                .verdicts(),
                        ReachPictures.projects(
                                byProject,
                                names,
                                words,
                                "x",
                                ReachPictures.Axes.of(null, byProject, null).projects()),
                        EmbeddingPicture.of(
                                new EmbeddingStatements(
                                        List.of(stated("het netwerk", "2011-01-01", EmbeddingStatus.SECURED, null)),
                                        new ProjectRecords.Length(1)),
                                PROGRAMME,
                                words,
                                "x"))
                .map(picture -> picture.drawn(PictureSize.WIDE).markup("x", "x", picture.description())
                        + picture.notes().stream().map(Drawing::html).collect(Collectors.joining()))
                .collect(Collectors.joining());
        var english = drawn.apply(ENGLISH);
        for (var marked : List.of(
                "<tspan lang=\"nl\">Scan en monitor</tspan> 1.60</text>",
                "<title><span lang=\"nl\">Scan en monitor</span>: 1.60 budgeted, ",
                "<title>disbursed, <span lang=\"nl\">Aanpak risicogebieden</span>: 11.92 (",
                "<title>reallocated, <span lang=\"nl\">bezuinigd</span>: 12.53 (",
                "Finding 1 is about what is printed of “<span lang=\"nl\">bezuinigd</span>”.",
                "<title>1. <span lang=\"nl\">De &lt;brug&gt;</span>: effective, ",
                "<title><span lang=\"nl\">Pilot Actie</span>, students: 12",
                "<title><span lang=\"nl\">Zonder getal</span>: no figure</title>",
                "<title><span lang=\"nl\">het netwerk</span>: secured, stated on 2011-01-01</title>",
                "<title><span lang=\"nl\">het netwerk</span>, since then: ",
                "-desc\">Last stated: <span lang=\"nl\">het netwerk</span>: secured, ")) {
            assertTrue(english.contains(marked), () -> marked + " is not in " + english);
        }
        assertFalse(drawn.apply(DUTCH).contains(" lang="));
    }

    @ParameterizedTest
    @CsvSource({"en, nl, 1", "nl, nl, 0", "en, en, 0", "nl, en, 1"})
    void printedTableHasItsLanguage(String page, String recorded, int marked) {
        var tables = new PublishedTables(List.of(new PublishedTables.Table(
                "T",
                "Title",
                recorded,
                "EUR million",
                ".",
                List.of(new PublishedTables.Column("2008")),
                List.of(new PublishedTables.Row("row", "group", List.of("7.54"), null)),
                "x")));
        var words = page.equals("nl") ? DUTCH : ENGLISH;
        var printed = PrintedPicture.of(tables, List.of(), words, "x", PrintedPicture.Axis.of(tables));
        var drawn = markup(printed.drawn(PictureSize.WIDE));
        assertEquals(recorded, printed.language());
        assertEquals(recorded, printed.table().language(0, 0));
        assertEquals(
                marked,
                drawn.split("<title><span lang=\"" + recorded + "\">row</span>, 2008: 7.54 \\(", -1).length - 1,
                drawn);
        assertEquals(2 * marked, drawn.split("<tspan lang=\"" + recorded + "\">", -1).length - 1, "a group and a row");
        var flow = new MoneyPictures(finances("14460000.00"), PROGRAMME, words, "x", MoneyPictures.Axes.NONE)
                .flow(tables, name -> List.of());
        assertTrue(
                IntStream.range(0, flow.table().rows().size())
                        .anyMatch(row -> flow.table().rows().get(row).contains("row")
                                && flow.table()
                                        .language(
                                                row,
                                                flow.table().rows().get(row).indexOf("row"))
                                        .equals(recorded)),
                flow.table().rows().toString());
    }

    /** A finding stands at the destination that it is about, also where the names differ in capitals. */
    @Test
    void findingStandsAtItsMark() {
        for (var drawing : Stream.of(money(budget()).flow(null, name -> List.of()))
                .flatMap(picture -> Stream.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW)))
                .toList()) {
            var spot = drawing.spotOf(List.of("2008", "Ander Programma"));
            assertEquals(Optional.of("ander programma"), spot);
            var links = drawing.links(
                    List.of(new Drawing.Flag(spot.get(), "#finding-1", "1", "bevinding 1", "finding-fill")), "#x-");
            assertTrue(links.startsWith("<svg class=\"over\" viewBox=\"0 0 " + drawing.width() + " "), links);
            assertTrue(links.contains("<a href=\"#finding-1\"><text class=\"link-name\""), links);
            assertTrue(links.contains(">bevinding 1</text><g aria-hidden=\"true\"><rect class=\"hit\""), links);
            assertEquals("ander programma", drawing.nameAt(spot.get()));
            var at = Pattern.compile("<rect class=\"hit\" x=\"([0-9.]+)\"").matcher(links);
            assertTrue(at.find());
            assertTrue(Double.parseDouble(at.group(1)) <= drawing.width() - 24, links);
        }
        var columns = money(finances()).budget();
        for (var drawing : List.of(columns.drawn(PictureSize.WIDE), columns.drawn(PictureSize.NARROW))) {
            assertTrue(drawing.spotOf(List.of("2007")).isPresent(), "a year without amounts");
            assertTrue(drawing.spotOf(List.of("2008")).isPresent());
            assertTrue(drawing.spotOf(List.of("Totaal", "")).isEmpty());
        }
        var cell = PrintedPicture.of(
                printed("EUR million", "0 50"),
                List.of(),
                DUTCH,
                "x",
                PrintedPicture.Axis.of(printed("EUR million", "1")));
        assertTrue(cell.drawn(PictureSize.WIDE).spotOf(List.of("a, 2008")).isPresent());
        assertTrue(cell.drawn(PictureSize.NARROW).spotOf(List.of("b")).isPresent(), "a group");
    }

    /** A drawing is as wide as its place, and what stands in it too: an enlarged one has letters of another size. */
    @Test
    void drawingsKeepWithinTheirWidth() {
        var places = List.of(
                new ReviewFigures.Place("GM0599", 1, List.of(Verdict.EFFECTIVE)),
                new ReviewFigures.Place("GM0344", 1, List.of()));
        var judged = effects(
                effects(figures(
                        new EffectAnswer.Verdicts(Verdict.EFFECTIVE, JudgementConcern.INTERVENTION_GOAL, 2, 30, true))),
                List.of());
        var pictures = List.of(
                money(finances()).budget(),
                money(budget()).flow(activities("9,19", "2,49", "1,12", "1,66"), name -> List.of()),
                PrintedPicture.of(
                        printed("EUR million", "0,50"),
                        List.of(),
                        DUTCH,
                        "x",
                        PrintedPicture.Axis.of(printed("EUR million", "0,50"))),
                judged.verdicts(),
                judged.coverage(),
                judged.embedding(),
                EffectPictures.places(places, BoundaryMap.of(LocalDate.of(2010, 1, 1)), DUTCH, "x"));
        for (var picture : pictures) {
            for (var size : PictureSize.values()) {
                var drawing = picture.drawn(size);
                assertTrue(markup(drawing).contains("viewBox=\"0 0 " + size.width() + " "), picture.id());
                Pattern.compile("<text class=\"([^\"]*)\" x=\"([0-9.]+)\"")
                        .matcher(markup(drawing))
                        .results()
                        .forEach(text -> assertTrue(
                                Double.parseDouble(text.group(2)) <= size.width(), picture.id() + " " + text.group()));
                rightEdges(drawing)
                        .forEach(
                                edge -> assertTrue(edge <= size.width() + 0.5, picture.id() + " " + size + " " + edge));
            }
        }
        for (var size : PictureSize.values()) {
            assertFalse(rightEdges(pictures.get(0).drawn(size)).isEmpty(), "it has columns");
        }
    }

    private static List<Double> rightEdges(Drawing drawing) {
        return Pattern.compile("<rect class=\"[^\"]*\" x=\"([0-9.]+)\" y=\"[-0-9.]+\" width=\"([0-9.]+)\"")
                .matcher(markup(drawing))
                .results()
                .map(rect -> Double.parseDouble(rect.group(1)) + Double.parseDouble(rect.group(2)))
                .toList();
    }

    /** Also the second finding of a year, and also in the narrowest columns. */
    @Test
    void marksOfYearStandInItsColumn() {
        var picture = money(finances()).budget();
        for (var size : PictureSize.values()) {
            var drawing = picture.drawn(size);
            var slot = Pattern.compile("<rect class=\"slot\" x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"")
                    .matcher(markup(drawing));
            assertTrue(slot.find(), "2007");
            var column = Pattern.compile("<rect class=\"outline\" x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"")
                    .matcher(markup(drawing));
            assertTrue(column.find(), "2008");
            for (var year : List.of("2007", "2008")) {
                var of = year.equals("2007") ? slot : column;
                var left = Double.parseDouble(of.group(1));
                var right = left + Double.parseDouble(of.group(2));
                var links = drawing.links(
                        List.of(
                                new Drawing.Flag(year, "#1", "1", "a", "finding-fill"),
                                new Drawing.Flag(year, "#2", "2", "b", "finding-fill")),
                        "#x-");
                var poles = Pattern.compile("<path class=\"finding-fill\" d=\"M([0-9.]+) [0-9.]+h([0-9.]+)")
                        .matcher(links)
                        .results()
                        .toList();
                assertEquals(2, poles.size(), links);
                poles.forEach(pole -> {
                    var from = Double.parseDouble(pole.group(1));
                    // A column of five years on a narrow screen is as wide as two marks.
                    assertTrue(from >= left - 0.5, size + " " + year + ": " + from + " left of " + left);
                    assertTrue(
                            from + Double.parseDouble(pole.group(2)) <= right + 0.5,
                            size + " " + year + ": " + from + " beyond " + right);
                });
                assertTrue(
                        Double.parseDouble(poles.get(1).group(1))
                                >= Double.parseDouble(poles.get(0).group(1)) + 18,
                        "they do not hide each other");
            }
        }
    }

    /** The key of a drawing without words at its columns keeps off the amount above the highest. */
    @Test
    void keyOfColumnsKeepsOffAmounts() {
        for (var size : List.of(PictureSize.BESIDE, PictureSize.NARROW)) {
            var shown = markup(money(finances()).budget().drawn(size));
            assertTrue(y(shown, "betaald") + 24 <= y(shown, "10,00"), shown);
        }
    }

    private static double y(String markup, String words) {
        var text =
                Pattern.compile("y=\"([0-9.]+)\">" + Pattern.quote(words) + "<").matcher(markup);
        assertTrue(text.find(), words);
        return Double.parseDouble(text.group(1));
    }

    /** An editor names pictures by the codes of their list. */
    @Test
    void picturesOfHeadlinesAreThoseOfPage() {
        assertEquals(
                Stream.of(ReviewPicture.values())
                        .map(picture -> picture.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                ReviewPage.PICTURES);
    }

    /** What is printed below a threshold, or is rounded to nothing, is no figure of that year. */
    @Test
    void doubtfulCellsHaveQuestionMark() {
        for (var cell : List.of("< 0,00", "<0,01", "0,00")) {
            var picture =
                    PrintedPicture.of(printed("EUR million", cell), List.of(), DUTCH, "x", PrintedPicture.Axis.NONE);
            for (var size : PictureSize.values()) {
                assertTrue(
                        markup(picture.drawn(size)).contains(">" + cell.replace("<", "&lt;") + " ?</text>"),
                        markup(picture.drawn(size)));
            }
            assertEquals(cell + " ?", picture.table().rows().get(0).get(1));
            assertTrue(picture.table().file().get(1).contains(cell), "the file has it as printed");
            assertTrue(
                    picture.notes().get(0).startsWith("Een ? staat bij"),
                    picture.notes().toString());
        }
        for (var cell : List.of("0,04", "0", "", "0 04")) {
            var picture =
                    PrintedPicture.of(printed("EUR million", cell), List.of(), DUTCH, "x", PrintedPicture.Axis.NONE);
            assertFalse(markup(picture.drawn(PictureSize.WIDE)).contains(" ?"), cell);
            assertTrue(picture.notes().stream().noneMatch(note -> note.startsWith("Een ?")), cell);
        }
    }

    /** The budget of the review, with what was paid from each line. */
    private static FinanceReport budget() {
        var root = UUID.randomUUID();
        var years = List.of(year(2008, "28000000.00", "13540000.00", "14460000.00"));
        return new FinanceReport(
                true,
                List.of(
                        line(root, "Totaal", null, "28000000.00", "13540000.00", "14460000.00", years),
                        line(UUID.randomUUID(), "Scan en monitor", root, "1600000.00", null, "80000.00", List.of()),
                        line(
                                UUID.randomUUID(),
                                "Aanpak risicogebieden",
                                root,
                                "17000000.00",
                                null,
                                "11920000.00",
                                List.of()),
                        line(UUID.randomUUID(), "Expertisefunctie", root, "4400000.00", null, "1870000.00", List.of()),
                        line(UUID.randomUUID(), "Instrumenten", root, "5000000.00", null, "590000.00", List.of())),
                List.of(
                        new FinanceReport.Reallocation(
                                "bezuinigd", ReallocationReason.CUT_OR_UNSPENT, List.of(), euro("12530000.00"), "x"),
                        new FinanceReport.Reallocation(
                                "ander programma",
                                ReallocationReason.OTHER_PRIORITY,
                                List.of(),
                                euro("1010000.00"),
                                "x")),
                List.of(),
                List.of(),
                List.of());
    }

    private static PublishedTables activities(String... amounts) {
        return new PublishedTables(List.of(new PublishedTables.Table(
                "ACTIVITIES",
                "Activiteiten",
                "nl",
                "EUR million",
                ",",
                List.of(new PublishedTables.Column("2008")),
                IntStream.range(0, amounts.length)
                        .mapToObj(i -> new PublishedTables.Row(
                                "activiteit " + (i + 1), "1. Aanpak", List.of(amounts[i]), null))
                        .toList(),
                "x")));
    }

    @Test
    void flowWithMoneyThatCameInIsBars() {
        var report = finances();
        var moved = new FinanceReport.Reallocation(
                "ander programma", ReallocationReason.OTHER_PRIORITY, List.of(), euro("-490000.00"), "x");
        var picture = money(
                        new FinanceReport(true, report.rows(), List.of(moved), report.projects(), List.of(), List.of()))
                .flow(null, name -> List.of());
        assertFalse(markup(picture.drawn(PictureSize.WIDE)).contains("ribbon"));
        assertTrue(picture.table().rows().contains(List.of("herbestemd", "ander programma", "·", "-0,49")));
        assertEquals(1, picture.notes().size());
    }

    @Test
    void eachSquareIsProject() {
        var picture = money(finances()).instruments();
        // One more of each is the key.
        assertEquals(53 + 1, count(picture.drawn(PictureSize.WIDE), "class=\"first-fill\""));
        assertEquals(25 + 1, count(picture.drawn(PictureSize.NARROW), "class=\"second-fill\""));
    }

    @Test
    void projectsCountedHaveTheirCertainty() {
        var counted = new FinanceReport.Projects(
                FundingInstrument.SUBSIDY,
                53L,
                new AggregatedQuantity(53L, 50L, 56L, false, new Observations(0, 0, 1, 0, 0, 0)),
                0,
                0L);
        var report = finances();
        var picture = money(new FinanceReport(
                        true, report.rows(), report.reallocations(), List.of(counted), List.of(), List.of()))
                .instruments();
        assertTrue(
                markup(picture.drawn(PictureSize.WIDE)).contains(">50–56 "), markup(picture.drawn(PictureSize.WIDE)));
        assertEquals("50–56", picture.table().rows().get(0).get(1));
        assertEquals(
                List.of("53", "50", "56", "tussen … en …", "0"),
                picture.table().file().get(1).subList(1, 6));
    }

    @Test
    void withoutMoneyPicturesSayThatNothingIsRecorded() {
        var nothing = new FinanceReport(true, List.of(), List.of(), List.of(), List.of(), List.of());
        assertEquals(0, MoneyPictures.largest(nothing));
        for (var picture : List.of(
                money(nothing).budget(),
                money(nothing).flow(null, name -> List.of()),
                money(nothing).instruments())) {
            assertNull(picture.drawn(PictureSize.WIDE));
            assertNotNull(picture.absent());
        }
    }

    /** A block of three years is three times as wide, and its height is of one year, so that areas are participations. */
    @Test
    void areaOfReachIsParticipations() {
        var report = reach(
                row("2007-2009", TargetGroup.YOUTH_AND_PUPILS, exact(18_644)),
                row("2010", TargetGroup.YOUTH_AND_PUPILS, exact(32_392)));
        var picture = reach(report).blocks();
        var blocks = rects(picture.drawn(PictureSize.WIDE), "first-fill");
        assertEquals(2, blocks.size());
        var before = blocks.get(0);
        var after = blocks.get(1);
        assertEquals(3, (before[0] + 1) / (after[0] + 1), 0.02);
        assertEquals(18_644.0 / 32_392, before[0] * before[1] / (after[0] * after[1]), 0.01);
        // 2011 has no figure.
        assertEquals(1, count(picture.drawn(PictureSize.WIDE), "class=\"slot\""));
        assertEquals(
                List.of("2007-2009", "jongeren en leerlingen", "18.644", "6.215"),
                picture.table().rows().get(0));
        assertEquals(
                List.of("2011", "·", "geen getal", "geen getal"),
                picture.table().rows().get(2));
        assertEquals(
                List.of("2011", "", "", "", "", "geen getal", "", "", "", "geen getal"),
                picture.table().file().get(3));
    }

    /** The box that says how large a number is lies over no block. */
    @Test
    void keyOfAreaStandsBelowBlocks() {
        var picture = reach(withTotals(
                        reach(
                                row("2007-2009", TargetGroup.YOUTH_AND_PUPILS, exact(90_000)),
                                row("2010", TargetGroup.YOUTH_AND_PUPILS, exact(20_000))),
                        total("2007-2009", exact(90_000)),
                        total("2010", exact(20_000))))
                .blocks();
        var box = Pattern.compile("<rect class=\"outline\" x=\"[0-9.]+\" y=\"([0-9.]+)\"")
                .matcher(markup(picture.drawn(PictureSize.WIDE)));
        assertTrue(box.find());
        assertTrue(Double.parseDouble(box.group(1)) > 278, box.group(1));
        // The unit of the axis stands above what is said of the highest block.
        var said = Pattern.compile("<text class=\"b m\" x=\"[0-9.]+\" y=\"([0-9.]+)\">[^<]*2007-2009")
                .matcher(markup(picture.drawn(PictureSize.NARROW)));
        assertTrue(said.find());
        assertTrue(Double.parseDouble(said.group(1)) >= 30, said.group(1));
    }

    /** What is of a part of another period is no period beside it. */
    @Test
    void latestPeriodsShareNoDay() {
        var reach = reach(withTotals(
                reach(
                        row("2007-2009", TargetGroup.YOUTH_AND_PUPILS, exact(35_650)),
                        row("2008", TargetGroup.YOUTH_AND_PUPILS, exact(150)),
                        row("2010", TargetGroup.YOUTH_AND_PUPILS, exact(129_905)),
                        row("2010-06-01/2010-07-01", TargetGroup.YOUTH_AND_PUPILS, exact(7))),
                total("2007-2009", exact(35_650)),
                total("2008", exact(150)),
                total("2010", exact(129_905)),
                total("2010-06-01/2010-07-01", exact(7))));
        assertEquals("2010", reach.latest().getKey().code());
        assertEquals(129_905, reach.latest().getValue().best());
        assertEquals("2007-2009", reach.before().getKey().code());
        assertEquals(35_650, reach.before().getValue().best());
    }

    /** Beside a programme of more years a block is small: what is said of it stays above it, and its mark off the years. */
    @Test
    void smallBlockKeepsItsWordsAndItsMark() {
        var report = withTotals(
                reach(
                        row("2012-2013", TargetGroup.YOUTH_AND_PUPILS, exact(1_500)),
                        row("2014", TargetGroup.YOUTH_AND_PUPILS, exact(20))),
                total("2012-2013", exact(1_500)),
                total("2014", exact(20)));
        var drawing = new ReachPictures(
                        report,
                        null,
                        Period.ofYears(2012, 2015),
                        DUTCH,
                        "x",
                        new ReachPictures.Axes(1_250, 5, ReachPictures.Bounds.NONE, 0, ReachPictures.Bounds.NONE))
                .blocks()
                .drawn(PictureSize.NARROW);
        var block = rects(drawing, "first-fill").get(0)[0];
        Pattern.compile("<text class=\"(?:b|s) m\"[^>]*>([^<]*)</text>")
                .matcher(markup(drawing))
                .results()
                .map(text -> text.group(1))
                .forEach(text -> assertTrue(7.6 * text.length() < block, text + " is wider than " + block));
        assertTrue(markup(drawing).contains(">750 per jaar</text>"), markup(drawing));
        var mark = Pattern.compile("<rect class=\"hit\"[^>]* y=\"([0-9.]+)\"")
                .matcher(drawing.links(List.of(new Drawing.Flag("2014", "#x", "1", "x", "finding-fill")), "#x"));
        assertTrue(mark.find());
        // Years stand below 284.
        assertTrue(Double.parseDouble(mark.group(1)) + 24 <= 284, mark.group(1));
    }

    @Test
    void growthIsByYearAndNotByPeriod() {
        var report = reach(
                row("2007-2009", TargetGroup.PROFESSIONALS_AND_OFFICIALS, exact(926)),
                row("2010", TargetGroup.PROFESSIONALS_AND_OFFICIALS, exact(498)));
        assertEquals(
                List.of("professionals en ambtenaren", "309", "498", "× 1,6"),
                reach(report).growth().table().rows().get(0));
        // Of programmes beside each other each grew between periods of its own.
        assertEquals(
                List.of(
                        List.of(
                                "doelgroep",
                                "eerste periode",
                                "per jaar in eerste periode",
                                "per jaar in eerste periode: laagste",
                                "per jaar in eerste periode: hoogste",
                                "per jaar in eerste periode: soort",
                                "laatste periode",
                                "per jaar in laatste periode",
                                "per jaar in laatste periode: laagste",
                                "per jaar in laatste periode: hoogste",
                                "per jaar in laatste periode: soort",
                                "groei",
                                "groei: laagste",
                                "groei: hoogste",
                                "groei: soort"),
                        List.of(
                                "professionals en ambtenaren",
                                "2007-2009",
                                "309",
                                "309",
                                "309",
                                "exact",
                                "2010",
                                "498",
                                "498",
                                "498",
                                "exact",
                                "1.6",
                                "1.6",
                                "1.6",
                                "exact")),
                reach(report).growth().table().file());
        assertNotNull(
                reach(reach(row("2010", TargetGroup.OTHER, exact(5)))).growth().absent());
    }

    /** A mean, a share and a growth are no more certain than the counts that they are made of. */
    @Test
    void derivedFiguresOfReachKeepCertainty() {
        var atLeast = new ReportedQuantity(1_200L, 1_200L, null, false, new Observations(0, 0, 0, 1, 0, 0), null);
        var about = new ReportedQuantity(400L, 400L, 400L, true, new Observations(0, 1, 0, 0, 0, 0), null);
        var report = withTotals(
                reach(
                        row("2007-2009", TargetGroup.YOUTH_AND_PUPILS, atLeast),
                        row("2010", TargetGroup.YOUTH_AND_PUPILS, exact(800)),
                        row("2007-2009", TargetGroup.PROFESSIONALS_AND_OFFICIALS, about),
                        row("2010", TargetGroup.PROFESSIONALS_AND_OFFICIALS, atLeast)),
                total(
                        "2007-2009",
                        new ReportedQuantity(1_600L, 1_600L, null, true, new Observations(0, 1, 0, 1, 0, 0), null)),
                total(
                        "2010",
                        new ReportedQuantity(2_000L, 2_000L, null, false, new Observations(1, 0, 0, 1, 0, 0), null)));
        var blocks = reach(report).blocks();
        var perYear = blocks.table().rows().stream().map(row -> row.get(3)).toList();
        assertTrue(
                perYear.containsAll(List.of("minstens 400", "circa 133", "minstens circa 533", "800")),
                perYear.toString());
        assertEquals(
                List.of("400", "400", "", "ten minste"),
                blocks.table().file().get(1).subList(6, 10));
        var drawn = markup(blocks.drawn(PictureSize.WIDE));
        assertTrue(drawn.contains(">gemiddeld minstens circa 533 per jaar</text>"), drawn);
        assertTrue(drawn.contains("; minstens 400 per jaar</title>"), drawn);
        var narrow = markup(blocks.drawn(PictureSize.NARROW));
        assertTrue(narrow.contains(">≤ 40%</text>") && narrow.contains(">≥ 60%</text>"), narrow);

        var growth = reach(report).growth();
        assertEquals(
                List.of("jongeren en leerlingen", "minstens 400", "800", "hoogstens × 2,0"),
                growth.table().rows().get(0));
        assertEquals(
                List.of("professionals en ambtenaren", "circa 133", "minstens 1.200", "minstens circa × 9,0"),
                growth.table().rows().get(1));
        assertEquals(
                List.of("2.0", "", "2.0", "ten hoogste"),
                growth.table().file().get(1).subList(11, 15));
        assertTrue(growth.description().contains("minstens 400 → 800"), growth.description());
        for (var size : PictureSize.values()) {
            var shown = markup(growth.drawn(size));
            for (var said : List.of("≥ 400", "≤ × 2,0", "≈ 133", "≥ 1.200", "≥ ≈ × 9,0")) {
                assertTrue(shown.contains(">" + said + "</text>"), said + " of " + shown);
            }
            assertTrue(shown.contains("hoogstens × 2,0</title>"), shown);
        }
    }

    /** Bounds of a sum with a count without a margin are those of the rest, so neither they nor what is made of them is certain. */
    @Test
    void boundsBesideCountWithoutMarginAreAbout() {
        var rangeAndAbout = new ReportedQuantity(900L, 840L, 960L, true, new Observations(0, 1, 1, 0, 0, 0), null);
        var report = withTotals(
                reach(
                        row("2009", TargetGroup.YOUTH_AND_PUPILS, exact(300)),
                        row("2010", TargetGroup.YOUTH_AND_PUPILS, rangeAndAbout)),
                total("2009", exact(300)),
                total("2010", rangeAndAbout));
        var blocks = reach(report).blocks();
        var row = List.of("2010", "jongeren en leerlingen", "circa 840–960", "circa 840–960");
        assertTrue(blocks.table().rows().contains(row), blocks.table().rows().toString());
        var counted = List.of("900", "840", "960", "tussen … en …, ongeveer");
        assertTrue(
                blocks.table().file().stream()
                        .anyMatch(line -> line.subList(2, 6).equals(counted)),
                blocks.table().file().toString());
        assertTrue(blocks.description().contains("2010: circa 840–960"), blocks.description());
        var growth = reach(report).growth();
        assertEquals(
                List.of("jongeren en leerlingen", "300", "circa 840–960", "circa × 2,8–× 3,2"),
                growth.table().rows().get(0));
        assertEquals(
                List.of("3.0", "2.8", "3.2", "tussen … en …, ongeveer"),
                growth.table().file().get(1).subList(11, 15));
        for (var size : PictureSize.values()) {
            var shown = markup(growth.drawn(size));
            assertTrue(shown.contains(">≈ × 2,8–× 3,2</text>"), shown);
            assertTrue(shown.contains("circa × 2,8–× 3,2</title>"), shown);
        }
        var trained = pictures(trainings(training("A", 2L, rangeAndAbout, null)), Map.of())
                .sessions();
        assertEquals("circa 840–960", trained.table().rows().get(0).get(2));
    }

    /** What was counted in a month is not the twelfth part of a year. */
    @ParameterizedTest
    @CsvSource({
        "2010-03-01/2010-04-01, maart 2010",
        "2010-03-01/2010-06-01, maart 2010 t/m mei 2010",
        "2010-03-05/2010-03-21, 2010-03-05 t/m 2010-03-20"
    })
    void monthIsNotComparedWithYear(String period, String named) {
        var report = withTotals(
                reach(
                        row("2009", TargetGroup.YOUTH_AND_PUPILS, exact(600)),
                        row(period, TargetGroup.YOUTH_AND_PUPILS, exact(100))),
                total("2009", exact(600)),
                total(period, exact(100)));
        var blocks = reach(report).blocks();
        var rows = blocks.table().rows();
        assertTrue(rows.contains(List.of(named, "jongeren en leerlingen", "100", "geen getal")), rows.toString());
        assertEquals(period, blocks.table().file().get(5).get(0));
        assertTrue(blocks.notes()
                .contains("Korter dan een jaar, en daarom zonder gemiddelde per jaar: " + named + ": 100."));
        var drawn = markup(blocks.drawn(PictureSize.WIDE));
        assertTrue(drawn.contains(": 100 (exact) in " + named + "</title>"), drawn);
        assertFalse(drawn.contains("1.200 per jaar"), drawn);

        // A number of a thin block stands within its drawing.
        for (var size : PictureSize.values()) {
            Pattern.compile("<text class=\"b m\" x=\"([0-9.]+)\"[^>]*>([^<]*)<")
                    .matcher(markup(blocks.drawn(size)))
                    .results()
                    .forEach(text -> assertTrue(
                            Double.parseDouble(text.group(1))
                                            + 3.7 * text.group(2).length()
                                    <= size.width(),
                            text.group()));
        }
        var growth = reach(report).growth();
        assertEquals(
                "Voor groei zijn cijfers van twee perioden nodig. Korter dan een jaar, en daarom niet met een jaar vergeleken: "
                        + named + ".",
                growth.absent());
        var more = reach(reach(
                        row("2008", TargetGroup.YOUTH_AND_PUPILS, exact(300)),
                        row("2009", TargetGroup.YOUTH_AND_PUPILS, exact(600)),
                        row(period, TargetGroup.YOUTH_AND_PUPILS, exact(100))))
                .growth();
        assertEquals(
                List.of("jongeren en leerlingen", "300", "600", "× 2,0"),
                more.table().rows().get(0));
        assertEquals(1, more.notes().size());
    }

    /** Equal numbers stand at equal places beside each other. */
    @Test
    void growthOfProgrammesHasOneAxis() {
        var small = reach(row("2007-2009", TargetGroup.OTHER, exact(30)), row("2010", TargetGroup.OTHER, exact(40)));
        var large =
                reach(row("2007-2009", TargetGroup.OTHER, exact(3_000)), row("2010", TargetGroup.OTHER, exact(90_000)));
        var axes = ReachPictures.Axes.of(small, null, PROGRAMME).and(ReachPictures.Axes.of(large, null, PROGRAMME));
        var ticks = new ArrayList<List<String>>();
        for (var report : List.of(small, large)) {
            var drawing = new ReachPictures(report, null, PROGRAMME, DUTCH, "x", axes)
                    .growth()
                    .drawn(PictureSize.NARROW);
            ticks.add(Pattern.compile("<line class=\"grid\" x1=\"([0-9.]+)\"")
                    .matcher(markup(drawing))
                    .results()
                    .map(tick -> tick.group(1))
                    .toList());
            assertTrue(markup(drawing).contains(">100.000</text>"), markup(drawing));
            // The numbers of a narrow axis do not touch.
            var labels = Pattern.compile("<text class=\"s m\" x=\"([0-9.]+)\"")
                    .matcher(markup(drawing))
                    .results()
                    .map(label -> Double.parseDouble(label.group(1)))
                    .toList();
            assertTrue(labels.size() >= 2);
            for (var i = 1; i < labels.size(); i++) {
                assertTrue(labels.get(i) - labels.get(i - 1) > 60, labels.toString());
            }
        }
        assertEquals(ticks.get(0), ticks.get(1));
    }

    /** Beside each other an area is a number only where a year is as wide. */
    @Test
    void blocksOfProgrammesHaveOneAxisOfTimeToo() {
        var report = reach(row("2010", TargetGroup.OTHER, exact(30_000)));
        var year = Period.ofYear(2010);
        var axes = ReachPictures.Axes.of(report, null, PROGRAMME).and(ReachPictures.Axes.of(report, null, year));
        var widths = Stream.of(PROGRAMME, year)
                .map(days -> new ReachPictures(report, null, days, DUTCH, "x", axes).blocks())
                .map(picture ->
                        rects(picture.drawn(PictureSize.NARROW), "edge-unknown").get(0)[0])
                .toList();
        assertEquals(widths.get(0), widths.get(1));
        assertEquals(5.0, axes.years(), 0.01);
    }

    /** Half of an amount is half as long, whichever programme it is of. */
    @Test
    void flowsOfProgrammesHaveOneAxis() {
        var small = finances();
        var large = finances("70000000.00");
        var axes = MoneyPictures.Axes.of(small, null).and(MoneyPictures.Axes.of(large, null));
        var longest = Stream.of(small, large)
                .map(report -> new MoneyPictures(report, PROGRAMME, DUTCH, "x", axes).flow(null, name -> List.of()))
                .map(picture ->
                        rects(picture.drawn(PictureSize.NARROW), "first-fill").get(0)[0])
                .toList();
        assertEquals(10, longest.get(1) / longest.get(0), 0.05);
    }

    /** A square is as many projects beside each other. */
    @Test
    void squaresOfProgrammesAreOfOneSize() {
        var small = finances();
        var axes = MoneyPictures.Axes.of(small, null).and(new MoneyPictures.Axes(0, 0, 800));
        var picture = new MoneyPictures(small, PROGRAMME, DUTCH, "x", axes).instruments();
        assertEquals(27 + 1, count(picture.drawn(PictureSize.NARROW), "class=\"first-fill\""));
        assertTrue(
                markup(picture.drawn(PictureSize.NARROW)).contains("(één vakje is 2 projecten)"),
                markup(picture.drawn(PictureSize.NARROW)));

        var effect = EffectPictures.Axes.of(effects()).and(new EffectPictures.Axes(100, 20));
        var coverage = new EffectPictures(effects(), List.of(), DUTCH, "x", effect).coverage();
        assertEquals(
                756.0 / 100 - 3,
                rects(coverage.drawn(PictureSize.WIDE), "first-fill").get(0)[0],
                0.1);
        var embedding = new EffectPictures(effects(), List.of(), DUTCH, "x", effect).embedding();
        assertEquals(
                rects(effects(effects(), List.of()).embedding().drawn(PictureSize.NARROW), "first-fill")
                                .get(0)[0]
                        / 4,
                rects(embedding.drawn(PictureSize.NARROW), "first-fill").get(0)[0],
                0.1);
    }

    @Test
    void trainingsOfProgrammesHaveOneAxis() {
        var small = trainings(training("A", 10L, exact(100), null));
        var large = trainings(training("A", 40L, exact(1600), null), training("B", 10L, exact(100), null));
        var axes = TrainingPictures.Axes.of(small).and(TrainingPictures.Axes.of(large));
        var first = rects(
                        new TrainingPictures(small, Map.of(), DUTCH, "x", axes)
                                .sessions()
                                .drawn(PictureSize.NARROW),
                        "second-fill")
                .get(0);
        var same = rects(
                        new TrainingPictures(large, Map.of(), DUTCH, "x", axes)
                                .sessions()
                                .drawn(PictureSize.NARROW),
                        "first-fill")
                .get(0);
        assertEquals(first[0], same[0]);
        assertEquals(first[1], same[1]);
    }

    /** Bars of one unit share their axis; of two units none can be shared, and the picture says so. */
    @Test
    void printedTablesOfProgrammesHaveOneAxis() {
        var small = printed("EUR million", "0,50");
        var large = printed("EUR million", "5,00");
        var other = printed("EUR", "700");
        var shared = PrintedPicture.Axis.of(small).and(PrintedPicture.Axis.NONE).and(PrintedPicture.Axis.of(large));
        assertEquals(
                10,
                length(PrintedPicture.of(large, List.of(), DUTCH, "x", shared))
                        / length(PrintedPicture.of(small, List.of(), DUTCH, "x", shared)),
                0.1);
        var apart = shared.and(PrintedPicture.Axis.of(other));
        var alone = PrintedPicture.of(small, List.of(), DUTCH, "x", apart);
        assertEquals(
                length(PrintedPicture.of(small, List.of(), DUTCH, "x", PrintedPicture.Axis.of(small))), length(alone));
        assertTrue(alone.notes().get(0).startsWith("De strepen hebben een eigen as"));
    }

    private static double length(Picture picture) {
        return rects(picture.drawn(PictureSize.NARROW), "first-fill").get(0)[0];
    }

    private static PublishedTables printed(String unit, String cell) {
        return new PublishedTables(List.of(new PublishedTables.Table(
                "T",
                "Tabel",
                null,
                unit,
                ",",
                List.of(new PublishedTables.Column("2008")),
                List.of(new PublishedTables.Row("a", "b", List.of(cell), null)),
                "x")));
    }

    @Test
    void releasedCountsSayHowTheyAreProtected() {
        var small =
                new ReportedQuantity(null, 1L, 4L, null, null, nl.doorlichting.domain.disclosure.CountDisclosure.SMALL);
        var rounded = new ReportedQuantity(
                125L, null, null, null, null, nl.doorlichting.domain.disclosure.CountDisclosure.ROUNDED_5);
        assertEquals("1 tot 4 (niet getoond)", DUTCH.quantity(small));
        assertEquals("125 (rounded to 5)", ENGLISH.quantity(rounded));
        var picture = reach(reach(
                        row("2010", TargetGroup.OTHER, small), row("2010", TargetGroup.YOUTH_AND_PUPILS, rounded)))
                .blocks();
        // Three years before have no figure.
        assertTrue(picture.table().rows().get(4).contains("125 (afgerond op 5)"));
        assertEquals(
                List.of("125", "", "", "afgerond op 5"),
                picture.table().file().get(5).subList(2, 6));
        assertEquals(
                List.of("", "1", "4", "klein, niet getoond"),
                picture.table().file().get(4).subList(2, 6));
    }

    /** Of a release not all is rounded: the note says what is. */
    @Test
    void trainingsSayWhichNumbersAreRounded() {
        var rounded = new ReportedQuantity(
                160L, null, null, null, null, nl.doorlichting.domain.disclosure.CountDisclosure.ROUNDED_5);
        assertEquals(
                List.of(
                        "Deelnemers (gastles) zijn in deze publicatie afgerond op een veelvoud van 5, minder dan 5 naast de"
                                + " beste schatting; het aantal keren is zoals geteld. Elk getal is apart afgerond, zodat soorten"
                                + " samen iets anders kunnen zijn dan het totaal. Wat is afgedrukt, staat elders zoals"
                                + " afgedrukt."),
                pictures(
                                trainings(training("A", 20L, rounded, null), training("B", 2L, exact(30), null)),
                                Map.of("A", "gastles"))
                        .sessions()
                        .notes());
        // A row of all types together can have a rating and no number.
        var notMeasured = new ReportedQuantity(null, null, null, false, new Observations(0, 0, 0, 0, 0, 1), null);
        assertTrue(pictures(
                        trainings(training("A", 20L, rounded, null), training(null, null, notMeasured, null)), Map.of())
                .sessions()
                .notes()
                .get(0)
                .startsWith("Deelnemers (elke soort) zijn"));
        assertEquals(
                List.of(),
                pictures(trainings(training("A", 20L, exact(160), null)), Map.of())
                        .sessions()
                        .notes());
    }

    /** A mean of a rounded number has no decimals that the number does not have. */
    @Test
    void meanOfRoundedParticipantsIsAbout() {
        for (var rounded : Map.of(360L, "17", 160L, "8").entrySet()) {
            var participants = new ReportedQuantity(
                    rounded.getKey(),
                    null,
                    null,
                    null,
                    null,
                    nl.doorlichting.domain.disclosure.CountDisclosure.ROUNDED_5);
            var sessions = rounded.getKey() == 360 ? 21L : 20L;
            var picture = pictures(trainings(training("A", sessions, participants, null)), Map.of())
                    .sessions();
            for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
                var shown = markup(drawing);
                assertTrue(shown.contains(">" + sessions + " × circa " + rounded.getValue() + "</text>"), shown);
                assertTrue(shown.contains("; circa " + rounded.getValue() + " per keer</title>"), shown);
            }
        }
        for (var known : Map.of(
                        new ReportedQuantity(162L, 162L, null, false, new Observations(0, 0, 0, 1, 0, 0), null),
                                "minstens 8",
                        new ReportedQuantity(162L, 162L, 162L, true, new Observations(0, 1, 0, 0, 0, 0), null),
                                "circa 8",
                        new ReportedQuantity(160L, 140L, 180L, false, new Observations(0, 0, 1, 0, 0, 0), null), "7–9")
                .entrySet()) {
            var drawn = markup(pictures(trainings(training("A", 20L, known.getKey(), null)), Map.of())
                    .sessions()
                    .drawn(PictureSize.WIDE));
            assertTrue(drawn.contains(">20 × " + known.getValue() + "</text>"), drawn);
        }
        var counted = markup(pictures(trainings(training("A", 20L, exact(162), null)), Map.of())
                .sessions()
                .drawn(PictureSize.WIDE));
        assertTrue(counted.contains(">20 × 8,1</text>"), counted);
    }

    @Test
    void overlappingPeriodsStandInTheTableOnly() {
        var report = reach(row("2007-2009", TargetGroup.OTHER, exact(30)), row("2009", TargetGroup.OTHER, exact(10)));
        var picture = reach(report).blocks();
        // And the two years without a figure.
        assertEquals(2 + 2, picture.table().rows().size());
        assertTrue(picture.notes().contains("Perioden die elkaar overlappen staan alleen in de tabel."));
    }

    /** One shape for each kind of figure; words and what is not measured stand beside the axis. */
    @Test
    void shapeSaysKindOfFigure() {
        var names = new LinkedHashMap<UUID, String>();
        var rows = new ArrayList<ReachReport.Row>();
        var figures = List.of(
                exact(100),
                new ReportedQuantity(5240L, 5240L, 5240L, true, new Observations(0, 1, 0, 0, 0, 0), null),
                new ReportedQuantity(100L, 80L, 120L, false, new Observations(0, 0, 1, 0, 0, 0), null),
                new ReportedQuantity(1000L, 1000L, null, false, new Observations(0, 0, 0, 1, 0, 0), null),
                new ReportedQuantity(null, null, null, false, new Observations(0, 0, 0, 0, 1, 0), null),
                new ReportedQuantity(null, null, null, false, new Observations(0, 0, 0, 0, 0, 1), null));
        for (var figure : figures) {
            var project = UUID.randomUUID();
            names.put(project, "Project " + names.size());
            rows.add(new ReachReport.Row(
                    ReachSource.INVENTORY,
                    new Key(Map.of(Dimension.PROJECT, project, Dimension.TARGET_GROUP, TargetGroup.OTHER)),
                    figure,
                    null));
        }
        names.put(UUID.randomUUID(), "Without a figure");
        var report = reach(rows.toArray(ReachReport.Row[]::new));
        var picture = ReachPictures.projects(
                report,
                names,
                DUTCH,
                "x",
                ReachPictures.Axes.of(null, report, null).projects());
        var shown = markup(picture.drawn(PictureSize.WIDE));
        for (var style : List.of("halo", "range", "cap", "arrow", "words", "slot")) {
            assertTrue(shown.contains("class=\"" + style + "\""), style);
        }
        assertTrue(shown.contains("circa 5.240"));
        assertTrue(shown.contains("80–120"));
        assertTrue(shown.contains("minstens 1.000"));
        var table = picture.table().rows();
        assertEquals("alleen in woorden", table.get(4).get(2));
        assertEquals("niet gemeten", table.get(5).get(2));
        assertEquals(List.of("Without a figure", "·", "geen getal"), table.get(6));
        var file = picture.table().file();
        assertEquals(
                List.of(
                        "project",
                        "project: taal",
                        "doelgroep",
                        "deelnames",
                        "deelnames: laagste",
                        "deelnames: hoogste",
                        "deelnames: soort"),
                file.get(0));
        assertEquals(List.of("5240", "", "", "ongeveer"), file.get(2).subList(3, 7));
        assertEquals(List.of("100", "80", "120", "tussen … en …"), file.get(3).subList(3, 7));
        assertEquals(List.of("1000", "1000", "", "ten minste"), file.get(4).subList(3, 7));
        assertEquals(List.of("", "", "", "alleen in woorden"), file.get(5).subList(3, 7));
        assertEquals(List.of("", "", "", "niet gemeten"), file.get(6).subList(3, 7));
        assertEquals(List.of("Without a figure", "nl", "", "", "", "", "geen getal"), file.get(7));
    }

    /** Also where the least number of all is about. */
    @Test
    void haloOfNumberKeepsOffWords() {
        var project = UUID.randomUUID();
        var report = reach(new ReachReport.Row(
                ReachSource.INVENTORY,
                new Key(Map.of(
                        Dimension.PROJECT, project, Dimension.TARGET_GROUP, TargetGroup.PROFESSIONALS_AND_OFFICIALS)),
                new ReportedQuantity(10L, 10L, 10L, true, new Observations(0, 1, 0, 0, 0, 0), null),
                null));
        var shown = markup(ReachPictures.projects(
                        report,
                        Map.of(project, "SIPI"),
                        DUTCH,
                        "x",
                        ReachPictures.Axes.of(null, report, null).projects())
                .drawn(PictureSize.WIDE));
        var halo = Pattern.compile("<circle class=\"halo\" cx=\"([0-9.]+)\" cy=\"[0-9.]+\" r=\"([0-9.]+)\"")
                .matcher(shown);
        var words = Pattern.compile("<text class=\"s e\" x=\"([0-9.]+)\"").matcher(shown);
        assertTrue(halo.find() && words.find(), shown);
        assertTrue(
                Double.parseDouble(halo.group(1)) - Double.parseDouble(halo.group(2))
                        >= Double.parseDouble(words.group(1)) + 4,
                shown);
    }

    /** A release does not say why a count has no number: it is "not measured" nowhere, and the same everywhere. */
    @Test
    void releasedCountWithoutNumberIsNotSaidNotToBeMeasured() {
        var released = new ReportedQuantity(null, null, null, null, null, null);
        var project = UUID.randomUUID();
        var report = reach(new ReachReport.Row(
                ReachSource.INVENTORY,
                new Key(Map.of(Dimension.PROJECT, project, Dimension.TARGET_GROUP, TargetGroup.OTHER)),
                released,
                null));
        var picture = ReachPictures.projects(
                report,
                Map.of(project, "Project"),
                DUTCH,
                "x",
                ReachPictures.Axes.of(null, report, null).projects());
        assertEquals("geen getal", picture.table().rows().get(0).get(2));
        assertEquals(
                List.of("", "", "", "geen getal"), picture.table().file().get(1).subList(3, 7));
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            assertTrue(markup(drawing).contains("geen getal</title>"), markup(drawing));
            assertFalse(markup(drawing).contains("niet gemeten"), markup(drawing));
            assertEquals(0, count(drawing, "class=\"slot\""));
        }
        var notMeasured = new ReportedQuantity(null, null, null, false, new Observations(0, 0, 0, 0, 0, 1), null);
        for (var of :
                Map.of(released, "geen getal", notMeasured, "niet gemeten").entrySet()) {
            var table = pictures(
                            trainings(training("A", 2L, exact(30), null), training(null, null, of.getKey(), null)),
                            Map.of())
                    .sessions()
                    .table();
            assertEquals(of.getValue(), table.rows().get(1).get(2));
            assertEquals(of.getValue(), table.file().get(2).get(5));
        }
    }

    /** A name that is too long for a line stands in two, and no part of it is left out. */
    @Test
    void longNamesOfProjectsStandWhole() {
        var project = UUID.randomUUID();
        var name = "De Tweede Wereldoorlog in perspectief";
        var report = reach(new ReachReport.Row(
                ReachSource.INVENTORY,
                new Key(Map.of(
                        Dimension.PROJECT, project, Dimension.TARGET_GROUP, TargetGroup.PROFESSIONALS_AND_OFFICIALS)),
                exact(2159),
                null));
        var picture = ReachPictures.projects(
                report,
                Map.of(project, name),
                DUTCH,
                "x",
                ReachPictures.Axes.of(null, report, null).projects());
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            var words = Pattern.compile("<text class=\"(?:b|s e|s)\"[^>]*>([^<]*)</text>")
                    .matcher(markup(drawing))
                    .results()
                    .map(text -> text.group(1))
                    .collect(Collectors.joining(" "));
            assertTrue(words.contains(name), words);
            assertTrue(words.contains("professionals en ambtenaren"), words);
        }
        assertEquals(List.of("abcd", "efg…"), Drawing.wrapped("abcd efghijk", 4, 2));
        assertEquals(List.of("a b", "c d", "e"), Drawing.wrapped("a b c d e", 3, 4));
        assertEquals(List.of("a b/", "cd/e"), Drawing.wrapped("a b/cd/e", 5, 4));
    }

    @Test
    void areaOfTrainingsIsParticipants() {
        var report =
                trainings(training("GUEST_LECTURE", 25L, exact(2000), null), training("OTHER", 40L, exact(1000), null));
        var picture = pictures(report, Map.of("GUEST_LECTURE", "gastles")).sessions();
        var lectures = rects(picture.drawn(PictureSize.WIDE), "second-fill").get(0);
        var others = rects(picture.drawn(PictureSize.WIDE), "first-fill").get(0);
        assertEquals(2, lectures[0] * lectures[1] / (others[0] * others[1]), 0.01);
        assertEquals("65 gehouden trainingen", picture.title());
        assertEquals("gastles", picture.table().rows().get(0).get(0));
    }

    @Test
    void ratingIsRangeWhereSourceGivesRange() {
        var range = new TrainingAnswer.Rating(null, new BigDecimal("7.5"), new BigDecimal("8"), null, "line 1063");
        var picture =
                pictures(trainings(training(null, null, null, range)), Map.of()).rating();
        assertTrue(markup(picture.drawn(PictureSize.WIDE)).contains("7,5–8"));
        assertTrue(markup(picture.drawn(PictureSize.WIDE)).contains("class=\"range\""));
        assertEquals(
                List.of("alle soorten samen", "7,5–8", "geen getal", "line 1063"),
                picture.table().rows().get(0));
        assertEquals(List.of("line 1063"), picture.sources());
        assertNotNull(pictures(trainings(), Map.of()).rating().absent());
        assertNotNull(pictures(trainings(), Map.of()).sessions().absent());
    }

    @Test
    void verdictsWithoutEvidenceLevelAreUnknownAndNotLevelZero() {
        var picture = effects(effects(), List.of()).verdicts();
        assertEquals(3, count(picture.drawn(PictureSize.WIDE), "<circle class=\"first-fill\""));
        assertEquals(7, count(picture.drawn(PictureSize.WIDE), "<circle class=\"second-fill\""));
        assertEquals("onbekend", picture.table().rows().get(0).get(2));
        assertTrue(picture.notes().get(1).startsWith("Van 10 oordelen is het bewijsniveau onbekend"));
        assertEquals(List.of(), picture.names());
        assertEquals("", picture.drawn(PictureSize.WIDE).links(List.of(), "#verdicts-row-"));
    }

    /** A level that is not known is neither enough nor too low. */
    @Test
    void verdictsOfUnknownLevelAreNotSaidToLackEvidence() {
        var figures = figures(
                new EffectAnswer.Verdicts(Verdict.EFFECTIVE, JudgementConcern.INTERVENTION_GOAL, 2, 3, true),
                new EffectAnswer.Verdicts(Verdict.EFFECTIVE, JudgementConcern.INTERVENTION_GOAL, 3, 1, false),
                new EffectAnswer.Verdicts(Verdict.PROMISING, JudgementConcern.INTERVENTION_GOAL, null, 7, true),
                new EffectAnswer.Verdicts(Verdict.INEFFECTIVE, JudgementConcern.INTERVENTION_GOAL, null, 2, false));
        assertEquals(3, EffectPictures.lackingEvidence(figures));
        assertEquals(7, EffectPictures.untold(figures));
        var picture = effects(effects(figures), List.of()).verdicts();
        assertEquals(
                List.of(
                        List.of("doeltreffend", "doel van de interventie", "2", "3 of hoger", "3", "ja"),
                        List.of("doeltreffend", "doel van de interventie", "3", "3 of hoger", "1", "nee"),
                        List.of("veelbelovend", "doel van de interventie", "onbekend", "2 of hoger", "7", "onbekend"),
                        List.of("niet doeltreffend", "doel van de interventie", "onbekend", "geen", "2", "nee")),
                picture.table().rows());
        assertEquals("onbekend", picture.table().file().get(3).get(5));
        assertEquals("2", picture.table().file().get(3).get(3));
        assertEquals(
                List.of(
                        "Bewijsniveau dat een oordeel vraagt: doeltreffend 3 of hoger en veelbelovend 2 of hoger; de andere"
                                + " vragen er geen.",
                        "3 oordelen vragen meer bewijs dan vermeld is; zij staan zoals zij zijn gegeven.",
                        "Van 7 oordelen is het bewijsniveau onbekend, zodat niet te zeggen is of het bewijs genoeg is."),
                picture.notes());
        assertEquals(
                "oordelen is doeltreffend; 3 missen het bewijs dat zij vragen, en van 7 is het bewijsniveau onbekend",
                DUTCH.of("review.key.verdicts", 3L, 7L, 1L));
        assertEquals(
                "verdicts are effective; 1 lacks the evidence that it needs",
                ENGLISH.of("review.key.verdicts", 1L, 0L, 2L));
    }

    /** A dot has the number of its project, and leads to its row. */
    @Test
    void dotsOfVerdictsLeadToTheirRows() {
        for (var isLevelKnown : List.of(true, false)) {
            var picture = effects(effects(), judged(isLevelKnown)).verdicts();
            assertEquals(10, picture.names().size());
            assertEquals("De <brug>", picture.names().get(0));
            assertEquals(
                    List.of("3", "Effectief 2", "doeltreffend", "onbekend", "3 of hoger", "onbekend"),
                    picture.table().rows().get(2));
            assertEquals("veelbelovend", picture.table().rows().get(3).get(2));
            for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
                assertEquals(3, count(drawing, "<circle class=\"first-fill\""));
                assertTrue(markup(drawing).contains(">10</text>"), markup(drawing));
                var links = drawing.links(List.of(), "#verdicts-row-");
                assertTrue(
                        links.contains(">1. De &lt;brug&gt;: doeltreffend, bewijsniveau onbekend</text>"
                                + "<g aria-hidden=\"true\"><circle"),
                        links);
                assertTrue(links.contains("<a href=\"#verdicts-row-1\">"), links);
                assertEquals(10, links.split("<a ", -1).length - 1);
                // A finding names the verdict by its code, and the page in words.
                assertEquals("doeltreffend", drawing.nameAt("effective"));
            }
        }
    }

    /** Dots have no numbers where it is not known of some which project they are of. */
    @Test
    void dotsHaveNoNumbersWhereProjectsAreMissing() {
        var picture = effects(effects(), judged(true).subList(0, 9)).verdicts();
        assertEquals(List.of(), picture.names());
        assertEquals("onbekend", picture.table().rows().get(0).get(2));
    }

    private static List<EffectPictures.Judged> judged(boolean isLevelKnown) {
        return Stream.concat(
                        Stream.of("De <brug>", "Effectief 1", "Effectief 2")
                                .map(name -> new EffectPictures.Judged(name, Verdict.EFFECTIVE, null, isLevelKnown)),
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(number -> new EffectPictures.Judged(
                                        "Veelbelovend " + number, Verdict.PROMISING, null, isLevelKnown)))
                .toList();
    }

    /** A reader sees which evidence a verdict would need, which is where no dot is. */
    @Test
    void verdictsShowTheEvidenceThatTheyNeed() {
        var picture = effects(effects(), List.of()).verdicts();
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            // Levels 3 and 4 of effective, and 2 to 4 of promising.
            assertEquals(2 + 3, count(drawing, "class=\"needed-fill\""));
            assertEquals(2, count(drawing, ">hier nodig</text>"));
        }
    }

    /** A cell is as high as its own dots need, and has their number, also where it is narrow. */
    @Test
    void cellsOfVerdictsHoldAllTheirDots() {
        var judged = new EffectAnswer.Figures(
                effects().totals().get(0).inventories().projects(),
                List.of(
                        new EffectAnswer.Verdicts(Verdict.EFFECTIVE, JudgementConcern.INTERVENTION_GOAL, 2, 3, false),
                        new EffectAnswer.Verdicts(
                                Verdict.PROMISING, JudgementConcern.INTERVENTION_GOAL, null, 7, true)),
                new EffectAnswer.Change(0, 0, 0, null, null, null, null),
                new EffectAnswer.SideEffects(0, 0),
                new EffectAnswer.Embedding(4, 1, 0, 0, 5));
        var report = new EffectReport(
                true,
                List.of("actionLine"),
                List.of(),
                List.of(new EffectReport.Row(Key.ALL, judged, null, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        var picture = effects(
                        report,
                        Stream.of("De <brug>", "Dialoog")
                                .map(name -> new EffectPictures.Judged(name, Verdict.EFFECTIVE, 2, true))
                                .toList())
                .verdicts();
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            var shown = markup(drawing);
            assertTrue(shown.contains(">3</text>") && shown.contains(">7</text>"), shown);
            var cells = Pattern.compile("<rect class=\"[a-z -]*tint-fill\" x=\"([0-9.]+)\" y=\"([0-9.]+)\""
                            + " width=\"([0-9.]+)\" height=\"([0-9.]+)\"")
                    .matcher(shown)
                    .results()
                    .toList();
            var dots = Pattern.compile(
                            "<circle class=\"(?:first|second)-fill\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\" r=\"8\"")
                    .matcher(shown)
                    .results()
                    .toList();
            assertEquals(10, dots.size());
            for (var dot : dots) {
                var x = Double.parseDouble(dot.group(1));
                var y = Double.parseDouble(dot.group(2));
                assertTrue(
                        cells.stream().anyMatch(cell -> {
                            var left = Double.parseDouble(cell.group(1));
                            var top = Double.parseDouble(cell.group(2));
                            return x - 8 >= left
                                    && x + 8 <= left + Double.parseDouble(cell.group(3))
                                    && y - 8 >= top
                                    && y + 8 <= top + Double.parseDouble(cell.group(4));
                        }),
                        x + " " + y + " " + shown);
            }
        }
        assertTrue(
                picture.notes().contains("Doeltreffend: De <brug> en Dialoog."),
                picture.notes().toString());
        // A name is not cut at the left of a narrow drawing.
        assertTrue(markup(picture.drawn(PictureSize.NARROW)).contains("<text class=\"t\" x=\"0\""));
    }

    /** One is singular, and what is said of it too. */
    @Test
    void oneIsSingular() {
        var one = trainings(training("A", 1L, exact(1), null));
        assertEquals("1 gehouden training", pictures(one, Map.of()).sessions().title());
        assertEquals(
                "1 gemeente met vastgelegde projecten: Weert.", DUTCH.of("review.map.description", "1", "Weert", 1));
        assertTrue(effects(effects(), List.of()).coverage().notes().get(0).contains("78 projecten in 72 rapporten"));
        for (var text : List.of(
                DUTCH.of("review.verdicts.above", "1", 1),
                DUTCH.of("review.verdicts.untold", "1", 1),
                DUTCH.of("review.embedding.stale", "1", 1),
                DUTCH.of("review.instruments.described", "1", 1),
                DUTCH.of("review.projects.more", 1))) {
            assertFalse(
                    text.matches(".*\\b(oordelen|zij|onderwerpen|projecten|gemeenten|rijen|rapporten|deelnames)\\b.*"),
                    text);
        }
    }

    @Test
    void coverageTellsUnknownFromNo() {
        var picture = effects(effects(), List.of()).coverage();
        assertEquals(
                List.of("Beschreven, zoals de bron telt", "78", "0", "0", "78"),
                picture.table().rows().get(0));
        assertEquals(
                List.of("Nulmeting", "1", "1", "8", "10"),
                picture.table().rows().get(2));
        assertEquals(
                List.of("Zelf geëvalueerd", "0", "0", "10", "10"),
                picture.table().rows().get(3));
        assertEquals(8 + 10 + 9, count(picture.drawn(PictureSize.WIDE), "class=\"slot small\""));
        // Squares of one size: those that the source counts are as many more as they are.
        var squares = rects(picture.drawn(PictureSize.WIDE), "first-fill");
        assertEquals(78 + 10 + 1 + 1, squares.size());
        assertEquals(1, squares.stream().map(square -> square[0]).distinct().count());
        assertEquals(List.of("line 767"), picture.sources());
        assertTrue(picture.subtitle().contains("daaronder de 10 die zijn vastgelegd"), picture.subtitle());
        assertTrue(picture.notes().get(0).contains("78 projecten in 72 rapporten"));
        // A number alone would say that the rest has none.
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            assertTrue(markup(drawing).contains(">1 van 2 bekende, van 8 onbekend</text>"), markup(drawing));
            assertTrue(markup(drawing).contains(">onbekend</text>"), markup(drawing));
            assertTrue(markup(drawing).contains(">10 van 10</text>"), markup(drawing));
            assertTrue(markup(drawing).contains(">78 in 72 rapporten</text>"), markup(drawing));
        }
    }

    @Test
    void embeddingHasEachStatus() {
        var picture = effects(effects(), List.of()).embedding();
        assertEquals(List.of("geborgd", "4"), picture.table().rows().get(0));
        assertEquals(4, picture.table().rows().size());
        assertTrue(picture.notes().get(0).contains("5"));
    }

    /** Unknown is no box that is full, and a year in which nothing was stated is not the year before. */
    @Test
    void momentsHaveWhatWasStatedThenAndNoMore() {
        var picture = moments(
                stated("b", "2009-01-01", EmbeddingStatus.UNKNOWN, "EMBEDDING_STALE"),
                stated("a", "2012-01-01", EmbeddingStatus.PARTLY_SECURED, null),
                stated("a", "2011-12-31", EmbeddingStatus.NOT_SECURED, null),
                stated("a", "2008-01-01", EmbeddingStatus.SECURED, null),
                stated("c", "2013-01-01", EmbeddingStatus.SECURED, "EMBEDDING_ENDED"));
        assertEquals(
                List.of(
                        List.of("a", "2008-01-01", "geborgd", "·", "·", "x"),
                        List.of("a", "2011-12-31", "niet geborgd", "·", "·", "x"),
                        List.of("a", "2012-01-01", "deels geborgd", "·", "geldt nog", "x"),
                        List.of("b", "2009-01-01", "onbekend", "·", "niet bekend", "x"),
                        List.of("c", "2013-01-01", "geborgd", "·", "afgelopen", "x")),
                picture.table().rows());
        assertEquals("nl", picture.table().language(0, 0));
        assertEquals(
                List.of("a", "nl", "2008-01-01", "geborgd", "", "", "x"),
                picture.table().file().get(1));
        assertFalse(picture.notes().toString().contains("in de taal waarin"), "they are in the language of the page");
        for (var size : PictureSize.values()) {
            var drawing = picture.drawn(size);
            for (var moment : List.of("t/m 2011", "na afloop", "sindsdien")) {
                assertTrue(markup(drawing).contains(">" + moment + "</text>"), markup(drawing));
            }
            assertEquals(1, count(drawing, "class=\"first-fill\""), "after the end, and what was before has changed");
            assertEquals(2, count(drawing, "hatch-reallocated"), "after the end, and it counts still");
            assertEquals(1, count(drawing, "class=\"outline\""), "the last before the end");
            assertEquals(2, count(drawing, "class=\"slot\""), "one unknown, one ended");
            assertEquals(2, count(drawing, "class=\"dots\""), "one stale");
            assertEquals(2, count(drawing, ">niets gemeld</text>"));
        }
        assertTrue(picture.notes().get(1).contains("De tabel"), "it has the one of 2008");
        assertEquals(List.of("x"), picture.sources().stream().distinct().toList());
    }

    /** Without the days of the programme it is not known what was stated after it. */
    @Test
    void momentsOfUnknownProgrammeAreLastOnes() {
        var stated = new EmbeddingStatements(
                List.of(stated("a", "2011-01-01", EmbeddingStatus.SECURED, null)), new ProjectRecords.Length(1));
        var drawing = EmbeddingPicture.of(stated, null, DUTCH, "x").drawn(PictureSize.WIDE);
        assertTrue(markup(drawing).contains(">laatste melding</text>"), markup(drawing));
        assertFalse(markup(drawing).contains("na afloop"), markup(drawing));
        assertEquals(2, count(drawing, "class=\"first-fill\""));
    }

    /** Two projects can have a subject of one name. */
    @Test
    void momentsKeepProjectsApart() {
        var picture = moments(
                stated("a", "2011-01-01", EmbeddingStatus.SECURED, "EMBEDDING_STALE", UUID.randomUUID()),
                stated("a", "2010-01-01", EmbeddingStatus.SECURED, "EMBEDDING_STALE", UUID.randomUUID()));
        assertEquals(4, count(picture.drawn(PictureSize.WIDE), "class=\"dots\""));
        assertEquals(1, picture.notes().size());
        assertNotNull(moments().absent());
    }

    @Test
    void momentsSayWhatIsLeftOut() {
        var one = stated("a", "2011-01-01", EmbeddingStatus.SECURED, null);
        var picture = EmbeddingPicture.of(
                new EmbeddingStatements(List.of(one), new ProjectRecords.Length(3)), PROGRAMME, DUTCH, "x");
        assertTrue(picture.notes().get(1).startsWith("2 "), picture.notes().toString());
        var oneLess = EmbeddingPicture.of(
                new EmbeddingStatements(List.of(one), new ProjectRecords.Length(2)), PROGRAMME, DUTCH, "x");
        assertTrue(
                oneLess.notes().get(1).startsWith("Eén eerdere melding staat"),
                oneLess.notes().toString());
        assertEquals(
                2,
                new EmbeddingStatements(List.of(one), new ProjectRecords.Length(3))
                        .counting(Track.LOCAL)
                        .leftOut());
    }

    @Test
    void statementsThatWaitForReviewDoNotCount() {
        var waiting = new EmbeddingStatements.Statement(
                null,
                null,
                null,
                "a",
                "nl",
                LocalDate.parse("2011-01-01"),
                EmbeddingStatus.SECURED,
                null,
                "x",
                true,
                List.of());
        assertEquals(
                List.of(),
                new EmbeddingStatements(List.of(waiting), new ProjectRecords.Length(1))
                        .counting(null)
                        .items());
    }

    private static Picture moments(EmbeddingStatements.Statement... stated) {
        return EmbeddingPicture.of(
                new EmbeddingStatements(List.of(stated), new ProjectRecords.Length(stated.length)),
                PROGRAMME,
                DUTCH,
                "x");
    }

    @Test
    void subjectsHaveTheLanguageThatTheyState() {
        var picture = EmbeddingPicture.of(
                new EmbeddingStatements(List.of(inEnglish("a thing")), new ProjectRecords.Length(1)),
                PROGRAMME,
                ENGLISH,
                "x");
        assertFalse(markup(picture.drawn(PictureSize.NARROW)).contains(" lang="));
        assertFalse(picture.notes().toString().contains("in which they were recorded"));
        assertEquals("en", moments(inEnglish("a thing")).table().language(0, 0));
    }

    private static EmbeddingStatements.Statement inEnglish(String subject) {
        return new EmbeddingStatements.Statement(
                null,
                null,
                null,
                subject,
                "en",
                LocalDate.parse("2011-01-01"),
                EmbeddingStatus.SECURED,
                null,
                "x",
                false,
                List.of());
    }

    private static EmbeddingStatements.Statement stated(
            String subject, String day, EmbeddingStatus status, String warning, UUID... project) {
        return new EmbeddingStatements.Statement(
                null,
                project.length == 0 ? null : project[0],
                null,
                subject,
                null,
                LocalDate.parse(day),
                status,
                null,
                "x",
                false,
                warning == null ? List.of() : List.of(new EmbeddingStatements.Warning(warning)));
    }

    @Test
    void mapHasMunicipalitiesOfItsYear() {
        var map = BoundaryMap.of(LocalDate.of(2010, 7, 1));
        assertEquals(2010, map.year());
        assertTrue(map.has("GM1895"), "Oldambt, from 2010 on");
        assertFalse(map.has("GM0052"), "Winschoten, until 2009");
        assertTrue(BoundaryMap.of(LocalDate.of(2009, 7, 1)).has("GM0052"));
        assertEquals(2012, BoundaryMap.of(LocalDate.of(2029, 1, 1)).year());
        var oldambt = new ReviewFigures.Place("GM1895", 2, List.of(Verdict.EFFECTIVE, Verdict.PROMISING));
        var picture = EffectPictures.places(List.of(oldambt), map, DUTCH, "x");
        assertEquals(
                List.of("Oldambt (GM1895)", "2", "doeltreffend, veelbelovend"),
                picture.table().rows().get(0));
        assertNotNull(EffectPictures.places(List.of(), map, DUTCH, "x").absent());
        assertEquals(1, count(picture.drawn(PictureSize.WIDE), "class=\"place first-fill\""));
        assertTrue(markup(picture.drawn(PictureSize.WIDE)).contains(">Oldambt</text>"));
        var sent = markup(picture.drawn(PictureSize.WIDE)).length()
                + markup(picture.drawn(PictureSize.NARROW)).length();
        assertTrue(sent < 8_000, "it is sent to everybody: " + sent);
        // The boundaries stand on the page once.
        assertEquals(
                picture.drawn(PictureSize.WIDE).definitions(),
                picture.drawn(PictureSize.NARROW).definitions());
        var shared = picture.drawn(PictureSize.WIDE).definitions().get("land-2010");
        assertTrue(shared.length() < 32_000, "it is sent to everybody: " + shared.length());
        assertEquals(1, shared.split("class=\"border\"", -1).length - 1);
        assertEquals(0, count(picture.drawn(PictureSize.WIDE), "<svg x="), "nothing became Oldambt while it ran");
    }

    /** A dark page has other colours, so that a swatch says what each means, and no name of a colour does. */
    @Test
    void mapHasKeyOfItsColours() {
        var map = BoundaryMap.of(LocalDate.of(2010, 7, 1));
        var effective = new ReviewFigures.Place("GM0363", 1, List.of(Verdict.EFFECTIVE));
        var inconclusive = new ReviewFigures.Place("GM0599", 1, List.of(Verdict.INCONCLUSIVE));
        var picture = EffectPictures.places(List.of(effective, inconclusive), map, DUTCH, "x");
        assertFalse(picture.subtitle().contains("blauw"), picture.subtitle());
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            var shown = markup(drawing);
            for (var swatch : List.of(
                    "<rect class=\"first-fill\" x=\"0\" y=\"4\" width=\"12\" height=\"12\"/>"
                            + "<text class=\"s\" x=\"20\" y=\"14\">doeltreffend</text>",
                    "<rect class=\"moved-fill\" x=\"0\" y=\"24\" width=\"12\" height=\"12\"/>"
                            + "<text class=\"s\" x=\"20\" y=\"34\">ander oordeel of geen</text>")) {
                assertTrue(shown.contains(swatch), shown);
            }
            assertEquals(0, count(drawing, "<rect class=\"second-fill\""), "nothing is promising");
        }
    }

    /** A name stands over no other one, and over no other place that is marked. */
    @Test
    void namesOfPlacesStandFree() {
        var map = BoundaryMap.of(LocalDate.of(2010, 7, 1));
        var codes = List.of("GM0518", "GM0599", "GM0363", "GM0503", "GM0622", "GM0988");
        var picture = EffectPictures.places(
                codes.stream()
                        .map(code -> new ReviewFigures.Place(code, 1, List.of(Verdict.PROMISING)))
                        .toList(),
                map,
                DUTCH,
                "x");
        var shown = markup(picture.drawn(PictureSize.WIDE));
        var areas = new LinkedHashMap<String, Path2D>();
        Pattern.compile("<title>([^,]*),[^<]*</title><path class=\"place second-fill\" d=\"([^\"]+)\"")
                .matcher(shown)
                .results()
                .forEach(area -> areas.put(area.group(1), shape(area.group(2))));
        assertEquals(codes.size(), areas.size());
        var boxes = new LinkedHashMap<String, Rectangle2D>();
        Pattern.compile("<text class=\"b( e)? halo-text\" x=\"([0-9.]+)\" y=\"([0-9.]+)\">([^<]*)<")
                .matcher(shown)
                .results()
                .forEach(name -> {
                    var wide =
                            Math.max(7.4 * name.group(4).replace("&#39;", "'").length(), 6.2 * "veelbelovend".length());
                    var x = Double.parseDouble(name.group(2));
                    boxes.put(
                            name.group(4),
                            new Rectangle2D.Double(
                                    name.group(1) == null ? x : x - wide,
                                    Double.parseDouble(name.group(3)) - 10,
                                    wide,
                                    28));
                });
        assertEquals(codes.size(), boxes.size());
        boxes.forEach((name, box) -> {
            boxes.forEach((other, its) ->
                    assertTrue(other.equals(name) || !its.intersects(box), name + " touches " + other + boxes));
            areas.forEach((other, area) -> assertFalse(area.intersects(box), name + " lies over " + other + box));
        });
    }

    /** Where a municipality became of others while the programme ran, both maps stand beside that of the country. */
    @Test
    void mapShowsWhatMunicipalityWasBefore() {
        var before = new ReviewFigures.Before(
                LocalDate.of(2010, 1, 1), List.of("GM0039", "GM0052", "GM1661"), List.of("GM0052"));
        var oldambt = new ReviewFigures.Place("GM1895", 1, List.of(Verdict.PROMISING), before);
        var picture = EffectPictures.places(List.of(oldambt), BoundaryMap.of(LocalDate.of(2011, 1, 1)), DUTCH, "x");
        for (var drawing : List.of(picture.drawn(PictureSize.WIDE), picture.drawn(PictureSize.NARROW))) {
            var shown = markup(drawing);
            assertEquals(2, count(drawing, "<svg x="), shown);
            for (var said : List.of(
                    "Winschoten",
                    "Scheemda",
                    "Reiderland",
                    "tot en met 2009",
                    "vanaf 2010",
                    "2010: 3 gemeenten werden één")) {
                assertTrue(shown.contains(">" + said + "</text>"), said + shown);
            }
            // Winschoten before, Oldambt after, and Oldambt on the map of the country.
            assertEquals(3, count(drawing, "class=\"place second-fill\""));
            assertEquals(2, count(drawing, "class=\"place former\""));
            assertTrue(shown.length() < 16_000, "it is sent to everybody: " + shown.length());
        }
        assertTrue(markup(picture.drawn(PictureSize.WIDE)).contains(">Oldambt (Winschoten)</text>"));
        assertNamesStandAtTheirAreas(
                picture.drawn(PictureSize.WIDE), List.of("Scheemda", "Winschoten", "Reiderland"), 228, 150);
        assertNamesStandAtTheirAreas(
                picture.drawn(PictureSize.NARROW), List.of("Scheemda", "Winschoten", "Reiderland"), 168, 116);
        assertEquals(
                "Oldambt (Winschoten) (GM1895)", picture.table().rows().get(0).get(0));
        // On the map of 2009 there is no Oldambt.
        assertEquals(
                0,
                count(
                        EffectPictures.places(
                                        List.of(new ReviewFigures.Place("GM0052", 1, List.of())),
                                        BoundaryMap.of(LocalDate.of(2009, 1, 1)),
                                        DUTCH,
                                        "x")
                                .drawn(PictureSize.WIDE),
                        "<svg x="));
    }

    /** On its own area, or beside all of them with a line to its own; whole, and over no other name. */
    private static void assertNamesStandAtTheirAreas(Drawing drawing, List<String> names, double wide, double high) {
        var window = markup(drawing).split("<svg x=", -1)[1].split("</svg>")[0];
        var areas = Pattern.compile("<path class=\"place [a-z-]+\" d=\"([^\"]+)\"")
                .matcher(window)
                .results()
                .map(path -> shape(path.group(1)))
                .toList();
        var lines = Pattern.compile(
                        "<line class=\"leader\"[^>]* x2=\"([0-9.]+)\" y2=\"([0-9.]+)\"/><circle[^>]*/><text[^>]*>"
                                + "([^<]*)<")
                .matcher(window)
                .results()
                .collect(Collectors.toMap(line -> line.group(3), line ->
                        new double[] {Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2))}));
        var boxes = Pattern.compile("<text class=\"b m halo-text\" x=\"([0-9.]+)\" y=\"([0-9.]+)\">([^<]*)<")
                .matcher(window)
                .results()
                .collect(Collectors.toMap(
                        text -> text.group(3),
                        text -> new Rectangle2D.Double(
                                Double.parseDouble(text.group(1))
                                        - 3.8 * text.group(3).length(),
                                Double.parseDouble(text.group(2)) - 12,
                                7.6 * text.group(3).length(),
                                15)));
        assertEquals(names.size(), areas.size());
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var box = boxes.get(name);
            assertTrue(new Rectangle2D.Double(0, 0, wide, high).contains(box), name + " is cut: " + box);
            assertTrue(
                    boxes.values().stream().allMatch(other -> other == box || !other.intersects(box)),
                    name + " lies over another name: " + boxes);
            var to = lines.get(name);
            if (to == null) {
                assertTrue(areas.get(i).contains(box.getCenterX(), box.getCenterY()), name + " is not on its area");
            } else {
                assertTrue(areas.get(i).contains(to[0], to[1]), name + " leads to another area");
                assertTrue(
                        areas.stream().noneMatch(area -> area.contains(box.getCenterX(), box.getCenterY())),
                        name + " is on an area, " + box);
            }
        }
    }

    private static Path2D shape(String path) {
        var shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Pattern.compile("([ML])(-?[0-9.]+) (-?[0-9.]+)|Z")
                .matcher(path)
                .results()
                .forEach(step -> {
                    if (step.group(1) == null) {
                        shape.closePath();
                    } else if (step.group(1).equals("M")) {
                        shape.moveTo(Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3)));
                    } else {
                        shape.lineTo(Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3)));
                    }
                });
        return shape;
    }

    /** A column that one lacks is empty there, a programme without figures has a line, and equal names stay apart. */
    @Test
    void filesOfProgrammesAreOne() {
        var each = new LinkedHashMap<String, Picture.Table>();
        var words = new TableBuilder(DUTCH);
        List.of("x", "y", "y").forEach(words::text);
        each.put("A", words.row("1", "2", "3").table(0));
        each.put("B", Picture.Table.EMPTY);
        var others = new TableBuilder(DUTCH).text("z").text("y");
        each.put("C", others.row("4", "5").row("6", "7").table(0));
        assertEquals(
                List.of(
                        List.of("programme", "x", "y", "y", "z", "why"),
                        List.of("A", "1", "2", "3", "", ""),
                        List.of("B", "", "", "", "", "It is not there."),
                        List.of("C", "", "5", "", "4", ""),
                        List.of("C", "", "7", "", "6", "")),
                Picture.Table.together("programme", each, "why", Map.of("B", "It is not there.")));
        each.remove("B");
        assertEquals(
                List.of("programme", "x", "y", "y", "z"),
                Picture.Table.together("programme", each, "why", Map.of()).get(0));
        assertEquals(
                List.of(),
                Picture.Table.together("programme", Map.of("B", Picture.Table.EMPTY), "why", Map.of("B", "z")));
    }

    @Test
    void unitFollowsLargestAmount() {
        assertEquals(PageWords.MoneyUnit.MILLION, PageWords.MoneyUnit.of(1_000_000));
        assertEquals(PageWords.MoneyUnit.THOUSAND, PageWords.MoneyUnit.of(250_000));
        assertEquals(PageWords.MoneyUnit.EURO, PageWords.MoneyUnit.of(900));
        assertEquals("14.46", ENGLISH.amount(euro("14460000.00"), PageWords.MoneyUnit.MILLION));
    }

    private static MoneyPictures money(FinanceReport report) {
        return new MoneyPictures(report, PROGRAMME, DUTCH, "x", MoneyPictures.Axes.of(report, null));
    }

    private static ReachPictures reach(ReachReport report) {
        return new ReachPictures(report, null, PROGRAMME, DUTCH, "x", ReachPictures.Axes.of(report, null, PROGRAMME));
    }

    private static TrainingPictures pictures(TrainingReport report, Map<String, String> labels) {
        return new TrainingPictures(report, labels, DUTCH, "x", TrainingPictures.Axes.of(report));
    }

    private static EffectPictures effects(EffectReport report, List<EffectPictures.Judged> judged) {
        return new EffectPictures(report, judged, DUTCH, "x", EffectPictures.Axes.of(report));
    }

    private static FinanceReport finances() {
        return finances("7000000.00");
    }

    /** @param paid what was paid from the one line */
    private static FinanceReport finances(String paid) {
        var root = UUID.randomUUID();
        return new FinanceReport(
                true,
                List.of(
                        line(
                                root,
                                "Totaal",
                                null,
                                "16000000.00",
                                "8460000.00",
                                "7540000.00",
                                List.of(
                                        year(2008, "10000000.00", "7260000.00", "2740000.00"),
                                        year(2009, "6000000.00", "1200000.00", "4800000.00"))),
                        line(UUID.randomUUID(), "Scan <en> monitor", root, "1600000.00", null, paid, List.of())),
                List.of(new FinanceReport.Reallocation(
                        "bezuinigd", ReallocationReason.CUT_OR_UNSPENT, List.of(), euro("8460000.00"), "x")),
                List.of(
                        new FinanceReport.Projects(FundingInstrument.DECENTRALISATION_GRANT, 53L, null, 0, 0L),
                        new FinanceReport.Projects(FundingInstrument.SUBSIDY, 25L, null, 0, 0L),
                        new FinanceReport.Projects(null, null, null, 10, 0L)),
                List.of(),
                List.of());
    }

    private static FinanceReport.Row line(
            UUID id,
            String name,
            UUID parent,
            String budgeted,
            String moved,
            String paid,
            List<FinanceReport.Year> years) {
        var spendable = moved == null ? null : euro(budgeted).minus(euro(moved));
        return new FinanceReport.Row(
                id,
                name,
                name,
                parent,
                years,
                new FinanceReport.Total(
                        euro(budgeted),
                        moved == null ? null : euro(moved),
                        spendable,
                        null,
                        null,
                        euro(paid),
                        spendable == null ? null : spendable.minus(euro(paid)),
                        null,
                        null));
    }

    private static FinanceReport.Year year(int year, String budgeted, String moved, String paid) {
        var spendable = euro(budgeted).minus(euro(moved));
        return new FinanceReport.Year(
                year,
                euro(budgeted),
                euro(moved),
                spendable,
                null,
                null,
                euro(paid),
                spendable.minus(euro(paid)),
                null,
                null);
    }

    private static Money euro(String amount) {
        return Money.euro(amount);
    }

    private static ReachReport reach(ReachReport.Row... rows) {
        return new ReachReport(
                true,
                ReachReport.Measure.PARTICIPATIONS,
                List.of("period", "targetGroup"),
                List.of(rows),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static ReachReport.Row row(String period, TargetGroup group, ReportedQuantity reach) {
        return new ReachReport.Row(
                ReachSource.INVENTORY,
                new Key(Map.of(Dimension.PERIOD, Period.of(period), Dimension.TARGET_GROUP, group)),
                reach,
                null);
    }

    private static ReachReport.Row total(String period, ReportedQuantity reach) {
        return new ReachReport.Row(
                ReachSource.INVENTORY, new Key(Map.of(Dimension.PERIOD, Period.of(period))), reach, null);
    }

    private static ReachReport withTotals(ReachReport report, ReachReport.Row... totals) {
        return new ReachReport(
                true,
                ReachReport.Measure.PARTICIPATIONS,
                report.dimensions(),
                report.rows(),
                List.of(totals),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static ReportedQuantity exact(long number) {
        return new ReportedQuantity(number, number, number, false, new Observations(1, 0, 0, 0, 0, 0), null);
    }

    private static TrainingReport trainings(TrainingReport.Row... rows) {
        return new TrainingReport(
                true,
                List.of("trainingType"),
                List.of(rows),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static TrainingReport.Row training(
            String type, Long held, ReportedQuantity participants, TrainingAnswer.Rating rating) {
        var key = new LinkedHashMap<Dimension, Object>();
        key.put(Dimension.TRAINING_TYPE, type);
        return new TrainingReport.Row(
                new Key(key),
                new TrainingAnswer.Sessions(null, held, null, null, null),
                participants,
                null,
                rating,
                null,
                null);
    }

    private static EffectReport effects() {
        return effects(figures(
                new EffectAnswer.Verdicts(Verdict.EFFECTIVE, JudgementConcern.INTERVENTION_GOAL, null, 3, true),
                new EffectAnswer.Verdicts(Verdict.PROMISING, JudgementConcern.INTERVENTION_GOAL, null, 7, true)));
    }

    private static EffectAnswer.Figures figures(EffectAnswer.Verdicts... verdicts) {
        return new EffectAnswer.Figures(
                new EffectAnswer.Projects(
                        10,
                        11,
                        new EffectAnswer.Share(10L, 10, 0, null, null),
                        new EffectAnswer.Share(1L, 10, 8, null, null),
                        new EffectAnswer.Share(null, 10, 10, null, null),
                        new EffectAnswer.Share(1L, 10, 9, null, null)),
                List.of(verdicts),
                new EffectAnswer.Change(0, 0, 0, null, null, null, null),
                new EffectAnswer.SideEffects(0, 0),
                new EffectAnswer.Embedding(4, 1, 0, 0, 5));
    }

    private static EffectReport effects(EffectAnswer.Figures figures) {
        return new EffectReport(
                true,
                List.of("actionLine"),
                List.of(),
                List.of(new EffectReport.Row(Key.ALL, figures, null, null)),
                List.of(),
                List.of(new EffectAnswer.Tally(72, 78, null, null, null, "line 767")),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static String markup(Drawing drawing) {
        return drawing.markup("x", "x", "x");
    }

    private static int count(Drawing drawing, String part) {
        return markup(drawing).split(Pattern.quote(part), -1).length - 1;
    }

    private static List<Double> heights(Drawing drawing, String style) {
        return rects(drawing, style).stream().map(rect -> rect[1]).toList();
    }

    /** Width and height of each rectangle of this class. */
    private static List<double[]> rects(Drawing drawing, String style) {
        return Pattern.compile("<rect class=\"" + style + "\"[^>]* width=\"([0-9.]+)\" height=\"([0-9.]+)\"")
                .matcher(markup(drawing))
                .results()
                .map(rect -> new double[] {Double.parseDouble(rect.group(1)), Double.parseDouble(rect.group(2))})
                .toList();
    }
}

package nl.doorlichting.gateway.reports.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.ReachAnswer.People;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.ReportedRelease;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom the programme reached, from all who counted. The sources are never added to one another.
 *
 * @param complete false only with complete=partial, when a source did not answer: its rows are absent and its total has
 *     no reach; or when nothing is found and a service did not answer whether what is asked for exists. Without that
 *     parameter the report is then 503
 * @param dimensions names of the one to three dimensions that the rows are by, in order. Of the fields of a row that
 *     are dimensions only these are present, the others are absent
 * @param rows rows of the inventories first, then those of the trainings, each in its source's own order
 * @param totals one total for each source that has figures of the question, or one for each of its periods if rows are
 *     by period; empty where none has. A service that did not answer has one without reach
 * @param unallocated figures of municipalities that the map of parameter boundaries does not have as a whole, because
 *     they were divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries, and where the map has all
 * @param people bounds of the number of different people, for each row and total where two sources have a figure that
 *     may count the same; empty if there is none, as by dimensions of which the sources have no row in common, and with
 *     one source only. Note SOURCES_MAY_OVERLAP stands in the first case too
 * @param sources services that the report is made from, each with its state and revision, and one that did not answer whether
 *     what is asked for exists
 * @param notes what a reader of the figures has to know, each with a code; empty where there is nothing
 * @param registerVersion municipality register used; null when the answer does not depend on it, and when the sources
 *     used different ones, which note REGISTERS_DIFFER names
 * @param release the release that the figures are of; null for live figures
 * @param additive whether rows of the release add up to its totals; null for live figures
 */
@Schema(description = "Whom the programme reached: the sources side by side, never added to one another.")
public record ReachReport(
        boolean complete,
        Measure measure,
        List<String> dimensions,

        @Schema(description = "Rows of the inventories first, then those of the trainings; empty where nothing fits.")
        List<Row> rows,

        List<Row> totals,
        List<Row> unallocated,
        List<People> people,
        List<ReportSource> sources,
        List<ReportNote> notes,
        @Schema(nullable = true) String registerVersion,
        @Schema(nullable = true) ReportedRelease release,
        @Schema(nullable = true) Boolean additive) {

    /**
     * One group of figures.
     *
     * @param source whose records the figure is made from: INVENTORY or TRAINING. The two are never added, because they
     *     may reach the same people
     * @param reach number of people reached, as participations: a person who takes part twice counts twice; null where
     *     tallies may hold one another, because they have no sum, and in the total of a service that did not answer
     * @param links paths of the lists of what the row is made of; absent in a release, because records may no longer be
     *     the same
     */
    @Schema(name = "ReachReportRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "REACH"))
    public record Row(
            ReachSource source,
            @JsonUnwrapped Key key,
            @Schema(nullable = true) ReportedQuantity reach,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            ReachAnswer.Links links) {
        private static Row of(ReachAnswer.Row row) {
            return new Row(row.source(), row.key(), ReportedQuantity.of(row.reach()), row.links());
        }
    }

    /** What the figures count. */
    @Schema(name = "ReachMeasure")
    public enum Measure {
        /** Someone who took part twice counts twice. */
        PARTICIPATIONS
    }

    /** One source of the report. */
    record Part(Service service, ReachSource source, UpstreamResult<ReachAnswer> result) {
        private Text name() {
            return source == ReachSource.INVENTORY ? ReportNote.INVENTORIES : ReportNote.TRAININGS;
        }

        private ReportSource reportSource() {
            return result.body()
                    .map(answer -> ReportSource.answered(service, answer.revision()))
                    .orElseGet(() -> ReportSource.unavailable(service));
        }

        /** The total of a missing source is neither zero nor left out, so that a reader who adds totals sees it. */
        private List<ReachAnswer.Row> totals() {
            return result.body()
                    .map(ReachAnswer::totals)
                    .orElseGet(() -> List.of(new ReachAnswer.Row(source, Key.ALL, null, null)));
        }
    }

    /** The sources side by side. */
    static ReachReport from(Question question, List<Part> parts) {
        var sources = parts.stream().map(Part::reportSource).toList();
        var answers =
                parts.stream().flatMap(part -> part.result().body().stream()).toList();
        var rows = rows(answers, ReachAnswer::rows, question.by());
        return new ReachReport(
                sources.stream().allMatch(source -> source.status() == ReportSource.Status.OK),
                Measure.PARTICIPATIONS,
                question.dimensions(),
                shown(rows),
                shown(rows(parts, Part::totals, question.totalsBy())),
                shown(rows(answers, ReachAnswer::unallocated, question.unallocatedBy())),
                Stream.concat(people(rows), people(rows(answers, ReachAnswer::totals, question.totalsBy())))
                        .distinct()
                        .toList(),
                sources,
                notes(parts, answers),
                ReportNote.oneRegister(bySource(parts, ReachAnswer::registerVersion)),
                null,
                null);
    }

    /** The same, where these services did not answer whether what was asked for exists. */
    ReachReport without(Set<Service> missing) {
        return new ReachReport(
                false,
                measure,
                dimensions,
                rows,
                totals,
                unallocated,
                people,
                ReportSource.without(missing, sources),
                notes,
                registerVersion,
                release,
                additive);
    }

    private static List<Row> shown(List<ReachAnswer.Row> rows) {
        return rows.stream().map(Row::of).toList();
    }

    private static <T> List<ReachAnswer.Row> rows(
            List<T> parts, Function<T, List<ReachAnswer.Row>> rows, Collection<Dimension> by) {
        return parts.stream()
                .flatMap(part -> rows.apply(part).stream())
                .map(row -> row.withKey(row.key().of(by)))
                .toList();
    }

    /** What both sources have a figure of. */
    private static Stream<People> people(List<ReachAnswer.Row> rows) {
        var byKey = rows.stream()
                .collect(Collectors.groupingBy(ReachAnswer.Row::key, LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream().filter(shared -> shared.size() > 1).map(People::of);
    }

    private static List<ReportNote> notes(List<Part> parts, List<ReachAnswer> answers) {
        return Stream.of(
                        ReportNote.merge(bySource(parts, ReachAnswer::notes)).stream(),
                        sourcesMayOverlap(answers),
                        ReportNote.ofRegisters(bySource(parts, ReachAnswer::registerVersion)))
                .flatMap(notes -> notes)
                .toList();
    }

    /** Of each source that answered. */
    private static <T> Map<Text, T> bySource(List<Part> parts, Function<ReachAnswer, T> field) {
        var bySource = new LinkedHashMap<Text, T>();
        parts.forEach(part -> part.result().body().ifPresent(answer -> bySource.put(part.name(), field.apply(answer))));
        return bySource;
    }

    private static Stream<ReportNote> sourcesMayOverlap(List<ReachAnswer> answers) {
        var counting =
                answers.stream().filter(answer -> !answer.totals().isEmpty()).count();
        return counting < 2
                ? Stream.empty()
                : Stream.of(new ReportNote(
                        NoteCode.SOURCES_MAY_OVERLAP.name(), counting, Text.of("note.sources-may-overlap")));
    }
}

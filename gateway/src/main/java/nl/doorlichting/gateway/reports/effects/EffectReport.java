package nl.doorlichting.gateway.reports.effects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.FigureSchemas;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.ReportedRelease;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether it worked, as far as anybody knows. What inventories and what trainings say stands side by side; either is
 * null in a row where it has nothing, and everywhere when its source did not answer.
 *
 * @param complete false only with complete=partial, when a source did not answer, or nothing is found and a service did
 *     not answer whether what is asked for exists. Without that parameter the report is then 503
 * @param dimensions names of the one to three dimensions that the rows are by, in order. Of the fields of a row that
 *     are dimensions only these are present, the others are absent, and null stands for what records do not state
 * @param rows rows of figures, in the order of their fields; empty where nothing fits the question
 * @param totals one row: everything once, whatever rows it stands in
 * @param unallocated figures of municipalities that the map of parameter boundaries does not have as a whole, because
 *     they were divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries, and where the map has all
 * @param tallies numbers of reports and projects as sources count them together, never added to the projects of the
 *     rows; empty where none fits the question, and where reporting-service did not answer
 * @param sources services that the report is made from, each with its state and revision, and one that did not answer whether
 *     what is asked for exists
 * @param notes what a reader of the figures has to know, each with a code; empty where there is nothing
 * @param registerVersion municipality register used; null when the answer does not depend on it, and when the sources used
 *     different ones, which note REGISTERS_DIFFER names
 * @param release the release that the figures are of; null for live figures
 * @param additive always false in a release, because a project stands in several rows; null for live figures
 */
@Schema(description = "Whether it worked, as far as anybody knows: what inventories and trainings say, side by side.")
public record EffectReport(
        boolean complete,
        List<String> dimensions,
        List<Row> rows,
        List<Row> totals,
        List<Row> unallocated,
        List<EffectAnswer.Tally> tallies,
        List<ReportSource> sources,
        List<ReportNote> notes,
        @Schema(nullable = true) String registerVersion,
        @Schema(nullable = true) ReportedRelease release,
        @Schema(nullable = true) Boolean additive) {

    /**
     * One group of figures, or all together.
     *
     * @param inventories what inventories, verdicts, indicators and statements on embedding say; null where they have
     *     nothing of the row, and where reporting-service did not answer
     * @param trainings what participants of trainings say; null where trainings have nothing of the row, and where
     *     training-service did not answer
     * @param links paths of the lists of what inventories have in the row, all four null in a row that has only trainings; absent
     *     in a total, and in a release
     */
    @Schema(name = "EffectReportRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "EFFECTS"))
    public record Row(
            @JsonUnwrapped Key key,
            @Schema(nullable = true) EffectAnswer.Figures inventories,
            @Schema(nullable = true) RatingAnswer.Figures trainings,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            EffectAnswer.Links links) {}

    /** The results of the two sources side by side. */
    static EffectReport from(
            Question question, UpstreamResult<EffectAnswer> inventories, UpstreamResult<RatingAnswer> trainings) {
        var effects = inventories.body();
        var ratings = trainings.body();
        var registers =
                bySource(effects.map(EffectAnswer::registerVersion), ratings.map(RatingAnswer::registerVersion));
        return new EffectReport(
                effects.isPresent() && ratings.isPresent(),
                question.dimensions(),
                joined(
                        question.by(),
                        effects.map(EffectAnswer::rows).orElse(List.of()),
                        ratings.map(RatingAnswer::rows).orElse(List.of())),
                List.of(new Row(
                        Key.ALL,
                        effects.flatMap(found -> found.totals().stream().findFirst())
                                .orElse(null),
                        ratings.flatMap(found -> found.totals().stream().findFirst())
                                .orElse(null),
                        null)),
                joined(
                        question.unallocatedBy(),
                        effects.map(EffectAnswer::unallocated).orElse(List.of()),
                        ratings.map(RatingAnswer::unallocated).orElse(List.of())),
                effects.map(EffectAnswer::tallies).orElse(List.of()),
                List.of(
                        source(
                                Service.REPORTING,
                                effects.map(EffectAnswer::revision).orElse(null)),
                        source(
                                Service.TRAINING,
                                ratings.map(RatingAnswer::revision).orElse(null))),
                Stream.concat(
                                ReportNote.merge(
                                        bySource(effects.map(EffectAnswer::notes), ratings.map(RatingAnswer::notes)))
                                        .stream(),
                                ReportNote.ofRegisters(registers))
                        .toList(),
                ReportNote.oneRegister(registers),
                null,
                null);
    }

    /** The same, where these services did not answer whether what was asked for exists. */
    EffectReport without(Set<Service> missing) {
        return new EffectReport(
                false,
                dimensions,
                rows,
                totals,
                unallocated,
                tallies,
                ReportSource.without(missing, sources),
                notes,
                registerVersion,
                release,
                additive);
    }

    private static <T> Map<Text, T> bySource(Optional<T> ofInventories, Optional<T> ofTrainings) {
        var bySource = new LinkedHashMap<Text, T>();
        ofInventories.ifPresent(found -> bySource.put(ReportNote.INVENTORIES, found));
        ofTrainings.ifPresent(found -> bySource.put(ReportNote.TRAININGS, found));
        return bySource;
    }

    private static List<Row> joined(
            Collection<Dimension> by, List<EffectAnswer.Row> effects, List<RatingAnswer.Row> ratings) {
        var left = byKey(effects, row -> row.key().of(by), row -> row);
        var right = byKey(ratings, row -> row.key().of(by), RatingAnswer.Row::figures);
        var keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        return keys.stream()
                .map(key -> row(key, Optional.ofNullable(left.get(key)), right.get(key)))
                .toList();
    }

    private static Row row(Key key, Optional<EffectAnswer.Row> inventories, RatingAnswer.Figures trainings) {
        return new Row(
                key,
                inventories.map(EffectAnswer.Row::figures).orElse(null),
                trainings,
                inventories.map(EffectAnswer.Row::links).orElse(EffectAnswer.Links.NONE));
    }

    private static <R, F> SortedMap<Key, F> byKey(List<R> rows, Function<R, Key> key, Function<R, F> figures) {
        return rows.stream().collect(Collectors.toMap(key, figures, (first, last) -> last, TreeMap::new));
    }

    private static ReportSource source(Service service, String revision) {
        return revision == null ? ReportSource.unavailable(service) : ReportSource.answered(service, revision);
    }
}

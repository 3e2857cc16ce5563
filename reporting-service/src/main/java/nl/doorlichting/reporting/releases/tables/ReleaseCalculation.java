package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.disclosure.Disclosure;
import nl.doorlichting.domain.disclosure.KeyedRounding;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.reporting.effectstatistics.EffectStatisticsService;
import nl.doorlichting.reporting.reachstatistics.ReachStatisticsService;

/** Computes the tables of a release from the same statistics that the reports of the gateway are made from. */
@ApplicationScoped
public class ReleaseCalculation {
    private static final String VERSION = "2";

    private static final RatingAnswer NO_RATINGS =
            new RatingAnswer(List.of(), List.of(), List.of(), List.of(), List.of(), null, "none");

    private static final String REPORTING = "reporting-service";
    private static final String TRAINING = "training-service";
    private static final String RATINGS = ",\"trainings\":";
    /** They count participants that were asked, and evaluations as they are now and not as of the instant. */
    static final Set<String> NOTES_OF_EVALUATIONS =
            Set.of(NoteCode.RATING_NOT_SHOWN.name(), NoteCode.EVALUATIONS_SUPPRESSED.name());

    private final ReachStatisticsService reach;
    private final EffectStatisticsService effects;
    private final TrainingFigures trainings;
    private final CountProtection protection;
    private final ReviewTables review;
    private final ChangedFigureQueries queries;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    ReleaseCalculation(
            ReachStatisticsService reach,
            EffectStatisticsService effects,
            TrainingFigures trainings,
            CountProtection protection,
            ReviewTables review,
            ChangedFigureQueries queries,
            MunicipalityRegister register,
            ObjectMapper mapper) {
        this.reach = reach;
        this.effects = effects;
        this.trainings = trainings;
        this.protection = protection;
        this.review = review;
        this.queries = queries;
        this.register = register;
        this.mapper = mapper;
    }

    /** Raised with every change of what a figure means, so that figures are compared only with those of the same meaning. */
    public String version() {
        return VERSION;
    }

    /**
     * All tables, of all services. Needs a request with the token of a caller that may read them.
     *
     * @param earlier what releases before show, which may not reveal what this one protects
     */
    public List<FinishedTable> tables(String programme, Instant asOf, List<CountProtection.Earlier> earlier) {
        // First the groups of trainings, because after that answer nothing more is recorded of the instant.
        var shown = new HashMap<>(protection.trainings(programme, asOf, earlier));
        shown.putAll(protection.inventories(programme, asOf, earlier));
        var figures = Stream.of(DimensionSet.values())
                .map(set -> switch (set.structure()) {
                    case REACH -> reach(set, programme, asOf, shown, true);
                    case TRAINING -> trainings(set, programme, asOf, shown);
                    case EFFECTS -> effects(set, programme, asOf, true);
                    default -> throw new IllegalStateException("no report of " + set.structure());
                })
                .toList();
        return Stream.concat(figures.stream(), review.tables(programme, asOf, figures).stream())
                .toList();
    }

    /** The records of both services that changed between two instants. Needs a request as the tables do. */
    public ChangedFigures changes(String programme, Instant since, Instant asOf) {
        var by = DimensionSet.of(Structure.EFFECTS).flatMap(DimensionSet::by).collect(Collectors.toSet());
        return new ChangedFigures(register)
                .withInventories(
                        QuarkusTransaction.requiringNew().call(() -> queries.changedFigures(programme, since, asOf)))
                .withTrainings(trainings.changes(programme, since, asOf))
                .withEffects(QuarkusTransaction.requiringNew().call(() -> effects.changes(programme, by, since, asOf)));
    }

    /** The tables of reach and effects with the figures of inventories only: what this service can compute by itself. */
    public List<FinishedTable> ownTables(String programme, Instant asOf, List<CountProtection.Earlier> earlier) {
        var shown = protection.inventories(programme, asOf, earlier);
        return Stream.of(DimensionSet.values())
                .filter(set -> set.structure() != Structure.TRAINING)
                .map(set -> set.structure() == Structure.REACH
                        ? reach(set, programme, asOf, shown, false)
                        : effects(set, programme, asOf, false))
                .toList();
    }

    /** A line with the figures of inventories only; empty for one that has none. */
    public Optional<String> ownLine(String line) {
        if (line.contains("\"source\":\"TRAINING\"")) {
            return Optional.empty();
        }
        var ratings = line.lastIndexOf(RATINGS);
        if (ratings < 0) {
            return Optional.of(line);
        }
        return line.contains("\"inventories\":null")
                ? Optional.empty()
                : Optional.of(line.substring(0, ratings) + RATINGS + "null}");
    }

    /** What is beside the rows, without what figures of trainings have a part in. */
    public JsonNode ownHead(String head) {
        try {
            return ((ObjectNode) mapper.readTree(head)).without(List.of("notes", "people"));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private FinishedTable reach(
            DimensionSet set, String programme, Instant asOf, Map<String, DisclosedCount> shown, boolean both) {
        var question = set.question(programme, asOf);
        var answers = new ArrayList<ReachAnswer>();
        // A transaction of its own, because the statistics choose its isolation level.
        answers.add(QuarkusTransaction.requiringNew().call(() -> reach.withoutLinks(question)));
        if (both && !set.isByProject()) {
            answers.add(trainings.reach(question));
        }
        var cells = new Cells(set, programme, shown);
        for (var part : FinishedTable.Part.values()) {
            answers.forEach(answer -> rows(answer, part).forEach(row -> cells.add(part, row.source(), row.key(), row)));
        }
        var head = head(set, answers.stream().map(ReachAnswer::notes).toList(), registerVersion(answers));
        head.put("measure", "PARTICIPATIONS");
        head.set("people", mapper.valueToTree(set.isExact() ? people(answers, cells.notExact) : List.of()));
        head.set(
                "sources",
                mapper.valueToTree(
                        set.isByProject() ? List.of(source(REPORTING)) : List.of(source(REPORTING), source(TRAINING))));
        return new FinishedTable(set, text(head), set.isExact(), cells.made);
    }

    private static List<ReachAnswer.Row> rows(ReachAnswer answer, FinishedTable.Part part) {
        return switch (part) {
            case ROW -> answer.rows();
            case TOTAL -> answer.totals();
            case UNALLOCATED -> answer.unallocated();
        };
    }

    private static String registerVersion(List<ReachAnswer> answers) {
        return answers.stream()
                .map(ReachAnswer::registerVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    // Bounds of a count that is not shown as it is would reveal it.
    private static List<ReachAnswer.People> people(List<ReachAnswer> answers, Set<Key> notExact) {
        return Stream.concat(
                        shared(answers.stream().flatMap(answer -> answer.rows().stream())),
                        shared(answers.stream().flatMap(answer -> answer.totals().stream())))
                .distinct()
                .filter(bounds -> !notExact.contains(bounds.key()))
                .toList();
    }

    private static Stream<ReachAnswer.People> shared(Stream<ReachAnswer.Row> rows) {
        var byKey = rows.collect(Collectors.groupingBy(ReachAnswer.Row::key, LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream().filter(same -> same.size() > 1).map(ReachAnswer.People::of);
    }

    private FinishedTable trainings(
            DimensionSet set, String programme, Instant asOf, Map<String, DisclosedCount> shown) {
        var answer = trainings.trainings(set.question(programme, asOf));
        var cells = new Cells(set, programme, shown);
        answer.rows().forEach(row -> cells.add(FinishedTable.Part.ROW, ReachSource.TRAINING, row.key(), row));
        answer.totals().forEach(row -> cells.add(FinishedTable.Part.TOTAL, ReachSource.TRAINING, Key.ALL, row));
        var head = head(set, List.of(answer.notes()), answer.registerVersion());
        if (answer.registerVersion() == null) {
            head.remove("registerVersion");
        }
        // They are lists of records and no figures of a table.
        Stream.of("networks", "meetings", "modules").forEach(head::putArray);
        head.set("sources", mapper.valueToTree(List.of(source(TRAINING))));
        return new FinishedTable(set, text(head), false, cells.made);
    }

    private FinishedTable effects(DimensionSet set, String programme, Instant asOf, boolean both) {
        var question = set.question(programme, asOf);
        var own = QuarkusTransaction.requiringNew().call(() -> effects.withoutLinks(question));
        var ratings = both ? trainings.ratings(question) : NO_RATINGS;
        var cells = new Cells(set, programme, Map.of());
        var rows = new TreeMap<Key, EffectRow>();
        own.rows().forEach(row -> rows.put(row.key(), new EffectRow(row.figures(), null)));
        ratings.rows()
                .forEach(row -> rows.merge(
                        row.key().of(question.by()),
                        new EffectRow(null, disclosed(row.figures())),
                        (known, more) -> new EffectRow(known.inventories(), more.trainings())));
        rows.forEach((key, row) -> cells.add(FinishedTable.Part.ROW, null, key, row));
        cells.add(
                FinishedTable.Part.TOTAL,
                null,
                Key.ALL,
                new EffectRow(first(own.totals()), disclosed(first(ratings.totals()))));
        var head = head(set, List.of(own.notes(), ratings.notes()), own.registerVersion());
        head.set("tallies", mapper.valueToTree(own.tallies()));
        head.set("sources", mapper.valueToTree(List.of(source(REPORTING), source(TRAINING))));
        // A project stands in the row of each of its records.
        return new FinishedTable(set, text(head), false, cells.made);
    }

    private static RatingAnswer.Figures disclosed(RatingAnswer.Figures figures) {
        return figures == null
                ? null
                : new RatingAnswer.Figures(
                        figures.evaluations(),
                        figures.ratings().stream()
                                .filter(rating -> isShown(rating.n()))
                                .map(rating -> new RatingAnswer.Rating(
                                        rating.trainingType(),
                                        rating.mean(),
                                        rating.meanLowest(),
                                        rating.meanHighest(),
                                        null,
                                        rating.source()))
                                .toList());
    }

    private static TrainingAnswer.Rating disclosed(TrainingAnswer.Rating rating) {
        return rating == null || !isShown(rating.n())
                ? null
                : new TrainingAnswer.Rating(
                        rating.mean(), rating.meanLowest(), rating.meanHighest(), null, rating.source());
    }

    // Participants are not fewer than those of them that answered, so their number would be a bound of a hidden count.
    private static boolean isShown(Integer answers) {
        return answers == null || Disclosure.isShown(answers);
    }

    private static <T> T first(List<T> totals) {
        return totals.isEmpty() ? null : totals.get(0);
    }

    /** What both sources say of one group, as in the report of effects. */
    record EffectRow(EffectAnswer.Figures inventories, RatingAnswer.Figures trainings) {}

    private ObjectNode head(DimensionSet set, List<List<FigureNote>> notes, String registerVersion) {
        var head = mapper.createObjectNode();
        head.put("complete", true);
        head.set("dimensions", mapper.valueToTree(Arrays.asList(set.dimensions().split(","))));
        var worded = head.putArray("notes");
        merged(notes).forEach(note -> store(note, worded.addObject()));
        head.put("registerVersion", registerVersion);
        return head;
    }

    /** One note for each code. That nothing is recorded is said only if no source has anything. */
    private static List<FigureNote> merged(List<List<FigureNote>> bySource) {
        var nothing = bySource.stream().allMatch(notes -> notes.stream().anyMatch(ReleaseCalculation::isNothing));
        var byCode = new LinkedHashMap<String, FigureNote>();
        bySource.stream()
                .flatMap(List::stream)
                .filter(note -> !NOTES_OF_EVALUATIONS.contains(note.code()))
                .filter(note -> nothing || !isNothing(note))
                .map(note -> note.worded(note.detail()))
                .distinct()
                .forEach(note -> byCode.merge(note.code(), note, FigureNote::and));
        return List.copyOf(byCode.values());
    }

    // In each language: what was said of published figures stays, also when the wording of a note changes later.
    private static void store(FigureNote note, ObjectNode fields) {
        fields.put("code", note.code()).put("count", note.count());
        var detail = fields.putObject("detail");
        for (var language : Language.values()) {
            detail.put(language.tag(), note.detail().in(language));
        }
    }

    private static boolean isNothing(FigureNote note) {
        return note.code().equals(NoteCode.NOTHING_RECORDED.name());
    }

    private static Map<String, String> source(String service) {
        var source = new LinkedHashMap<String, String>();
        source.put("service", service);
        source.put("status", "OK");
        // A release has versions of its own.
        source.put("revision", null);
        return source;
    }

    private String text(Object json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The finished cells of one table. */
    private final class Cells {
        private final DimensionSet set;
        private final KeyedRounding rounding;
        private final Map<String, DisclosedCount> shown;
        private final Set<Key> notExact = new HashSet<>();
        private final List<FinishedTable.Cell> made = new ArrayList<>();

        Cells(DimensionSet set, String programme, Map<String, DisclosedCount> shown) {
            this.set = set;
            this.rounding = protection.rounding(programme);
            this.shown = shown;
        }

        void add(FinishedTable.Part part, ReachSource source, Key about, Object row) {
            var key = FinishedTable.key(part, source, about);
            ObjectNode fields = mapper.valueToTree(row);
            // The lists that links are to change with every record.
            fields.remove("links");
            if (row instanceof EffectRow) {
                var figures = fields;
                fields = mapper.createObjectNode();
                fields.setAll(dimensions(about));
                fields.setAll(figures);
            }
            if (protect(fields, key, row)) {
                made.add(new FinishedTable.Cell(
                        key,
                        FinishedTable.prefix(set.jsonName(), part)
                                + text(fields).substring(1)));
            }
        }

        private Map<String, JsonNode> dimensions(Key about) {
            var fields = new LinkedHashMap<String, JsonNode>();
            about.values().forEach((dimension, value) -> fields.put(dimension.jsonName(), mapper.valueToTree(value)));
            return fields;
        }

        /** False for a cell that is left out. */
        private boolean protect(ObjectNode fields, String key, Object row) {
            if (row instanceof ReachAnswer.Row reached && reached.reach() != null) {
                return protectTogether(fields, "reach", key, reached.key(), reached.reach());
            }
            if (row instanceof TrainingAnswer.Row trained) {
                fields.set("rating", mapper.valueToTree(ReleaseCalculation.disclosed(trained.rating())));
                protectExpected(fields, key, trained.expectedParticipants());
                return trained.participants() == null
                        || protectTogether(fields, "participants", key, trained.key(), trained.participants());
            }
            return true;
        }

        private boolean protectTogether(
                ObjectNode fields, String name, String key, Key about, AggregatedQuantity counted) {
            var count = counted.best() == null ? DisclosedCount.NOT_COUNTED : shown.get(set.jsonName() + key);
            if (count == null || count.disclosure() != null) {
                notExact.add(about);
            }
            if (count != null && (!set.isExact() || count.disclosure() != null)) {
                fields.set(name, disclosed(count));
            }
            return count != null;
        }

        // An expected number is of a plan and not of people, so that no other table has to be looked at.
        private void protectExpected(ObjectNode fields, String key, AggregatedQuantity expected) {
            if (expected != null) {
                fields.set(
                        "expectedParticipants",
                        disclosed(
                                expected.best() == null
                                        ? DisclosedCount.NOT_COUNTED
                                        : rounding.disclose(set.jsonName() + key + " expected", expected.best())));
            }
        }

        private ObjectNode disclosed(DisclosedCount count) {
            ObjectNode fields = mapper.valueToTree(count);
            if (count.disclosure() == null) {
                fields.remove("disclosure");
            }
            return fields;
        }
    }
}

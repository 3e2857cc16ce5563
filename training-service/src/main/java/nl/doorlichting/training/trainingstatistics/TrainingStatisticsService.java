package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.LargeAnswers;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingGroups;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.learningmodules.LearningModuleLists;
import nl.doorlichting.training.networks.NetworkLists;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** Sums trainings, and lists the networks, meetings and modules beside them. */
@ApplicationScoped
class TrainingStatisticsService {
    private final TrainingFacts facts;
    private final NetworkLists networks;
    private final LearningModuleLists modules;
    private final TrainingTypes types;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final LargeAnswers large;

    TrainingStatisticsService(
            TrainingFacts facts,
            NetworkLists networks,
            LearningModuleLists modules,
            TrainingTypes types,
            TrainingDataSet dataSet,
            MunicipalityRegister register,
            CurrentCaller caller,
            LargeAnswers large) {
        this.facts = facts;
        this.networks = networks;
        this.modules = modules;
        this.types = types;
        this.dataSet = dataSet;
        this.register = register;
        this.caller = caller;
        this.large = large;
    }

    @Transactional
    TrainingAnswer answer(Question question) {
        var revision = question.only().containsKey(Dimension.PROJECT)
                ? dataSet.beginConsistentReadOfFew()
                : dataSet.beginConsistentRead();
        var notes = new Notes();
        var table = table(question, facts.of(question, large.groups()), notes, register);
        var unexplained = notes.isEmpty() && table.has(NoteCode.NOTHING_RECORDED);
        var listed = networks.of(question, notes);
        var listedModules = modules.of(question, notes);
        notes.count(
                NoteCode.NO_FIGURES,
                unexplained ? listed.networks().size() + listed.meetings().size() + listedModules.size() : 0);
        return answer(
                table,
                TrainingLinks.of(question, caller.get()),
                table.rows().isEmpty() && table.unallocated().isEmpty() ? List.of() : types.codes(),
                listed.networks(),
                listed.meetings(),
                listedModules,
                notes,
                question.dependsOnRegister() ? register.version() : null,
                revision);
    }

    /** The participants in groups that no table by other dimensions than the profession divides. */
    @Transactional
    TrainingGroups groups(String programme, Instant asOf) {
        var by = new HashSet<>(Structure.TRAINING.rows());
        by.remove(Dimension.PROFESSION);
        var question = new Question(Structure.TRAINING, programme, null, null, by, Map.of(), null, asOf);
        var revision = dataSet.beginConsistentRead();
        return new TrainingGroups(
                facts.participants(question).stream()
                        .map(TrainingStatisticsService::group)
                        .toList(),
                revision);
    }

    private static TrainingGroups.Group group(Fact<Long> fact) {
        var inclusion = fact.inclusion();
        var counted = inclusion.group();
        return new TrainingGroups.Group(
                fact.period(),
                fact.municipalities().stream().sorted().toList(),
                (String) one(fact, TRAINING_TYPE),
                (TargetGroup) one(fact, Dimension.TARGET_GROUP),
                (Phenomenon) one(fact, Dimension.PHENOMENON),
                (Track) one(fact, Dimension.TRACK),
                (ActionLine) one(fact, Dimension.ACTION_LINE),
                (FundingInstrument) one(fact, Dimension.FUNDING_INSTRUMENT),
                one(fact, Dimension.PROJECT) != null || one(fact, Dimension.ORGANISATION) != null,
                inclusion.kind(),
                inclusion.tally(),
                counted == null ? null : counted.programme(),
                counted == null ? null : counted.targetGroup(),
                counted == null ? null : counted.trainingType(),
                inclusion.country(),
                fact.measure());
    }

    private static Object one(Fact<?> fact, Dimension dimension) {
        return fact.of(dimension).stream().findFirst().orElse(null);
    }

    /** The figures; what they need to be read with is counted in the notes. */
    static Table<TrainingSums> table(
            Question question, TrainingFacts.Found found, Notes notes, MunicipalityRegister register) {
        var table = TableMaker.table(question, register, TrainingSums.MEASURE, found.facts());
        var ofOneType = question.isBy(TRAINING_TYPE);
        table.rows().forEach(row -> {
            notes.count(NoteCode.OTHER_RATINGS, row.sum().otherRatings(ofOneType));
            notes.count(NoteCode.EVALUATIONS_SUPPRESSED, row.sum().isSuppressed() ? 1 : 0);
        });
        notes.count(NoteCode.NOT_BY_PROFESSION, found.notByProfession());
        if (!question.isDisclosed()) {
            table.totals()
                    .forEach(total ->
                            notes.count(NoteCode.RATING_NOT_SHOWN, total.sum().codes()));
        }
        return table;
    }

    static TrainingAnswer answer(
            Table<TrainingSums> table,
            TrainingLinks links,
            List<String> typesInOrder,
            List<TrainingAnswer.Network> networks,
            List<TrainingAnswer.Meeting> meetings,
            List<TrainingAnswer.LearningModule> modules,
            Notes notes,
            String registerVersion,
            String revision) {
        var question = table.question();
        var ofOneType = question.looksAt(TRAINING_TYPE);
        var listed = !networks.isEmpty() || !meetings.isEmpty() || !modules.isEmpty();
        return new TrainingAnswer(
                question.dimensions(),
                table.rows().stream()
                        .sorted(Comparator.comparing(row -> inOrder(row.key(), typesInOrder)))
                        .map(row -> TrainingSums.row(row, ofOneType).with(links.of(row)))
                        .toList(),
                totals(table, links),
                table.unallocated().stream()
                        .sorted(Comparator.comparing(row -> inOrder(row.key(), typesInOrder)))
                        .map(row -> TrainingSums.row(row, ofOneType).with(links.of(row)))
                        .toList(),
                networks,
                meetings,
                modules,
                FigureNote.of((listed || !notes.isEmpty() ? table.withoutNote(NoteCode.NOTHING_RECORDED) : table)
                        .with(notes)),
                registerVersion,
                revision);
    }

    // One also of nothing.
    private static List<TrainingAnswer.Row> totals(Table<TrainingSums> table, TrainingLinks links) {
        if (table.totals().isEmpty() && table.question().totalsBy().isEmpty()) {
            return List.of(TrainingSums.total(new Table.Row<>(Key.ALL, TrainingSums.NOTHING, Set.of(), Set.of())));
        }
        return table.totals().stream()
                .map(row -> TrainingSums.total(row).with(links.of(row)))
                .toList();
    }

    private static Key inOrder(Key key, List<String> typesInOrder) {
        var type = key.get(TRAINING_TYPE);
        return type == null ? key : key.with(TRAINING_TYPE, typesInOrder.indexOf(type));
    }
}

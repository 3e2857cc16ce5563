package nl.doorlichting.training.learningmodules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Learning modules that a question about trainings asks for. Notes count what its filters leave out. Other features call
 * this within a transaction of theirs.
 */
@ApplicationScoped
public class LearningModuleLists {
    private final LearningModuleRepository modules;
    private final LearningCompletionRepository completions;
    private final MunicipalityRegister register;

    LearningModuleLists(
            LearningModuleRepository modules, LearningCompletionRepository completions, MunicipalityRegister register) {
        this.modules = modules;
        this.completions = completions;
        this.register = register;
    }

    /**
     * Modules by title, with the completions of the days and people asked for. A module of which some pass is one of them.
     * It states no days itself: those of its completions are its days, if it has any.
     */
    public List<TrainingAnswer.LearningModule> of(Question question, Notes notes) {
        Map<UUID, LearningModule> byId = modules.ofProgramme(question.programme(), question.asOf()).stream()
                .collect(Collectors.toMap(LearningModule::id, Function.identity()));
        if (byId.isEmpty()) {
            return List.of();
        }
        var numbers = completions.ofProgramme(question.programme(), question.asOf()).stream()
                .map(completion -> completion.toFact(byId.get(completion.moduleId())))
                .toList();
        var counted = TableMaker.asked(question, register, numbers, notes);
        noteOverlapping(counted, notes);
        var sums = counted.stream()
                .collect(Collectors.groupingBy(
                        LearningCompletion::moduleId,
                        Collectors.reducing(QuantitySum.ZERO, LearningCompletion::sum, QuantitySum::plus)));
        var completed = numbers.stream().map(fact -> fact.measure().moduleId()).collect(Collectors.toSet());
        var listed = new LinkedHashSet<>(TableMaker.asked(
                question,
                register,
                byId.values().stream()
                        .filter(module -> !question.isAboutTime() || !completed.contains(module.id()))
                        .map(module -> module.toFact(module, null, null).ofNoDays())
                        .toList(),
                notes));
        sums.keySet().forEach(module -> listed.add(byId.get(module)));
        return listed.stream()
                .sorted(LearningModule.BY_TITLE)
                .map(module -> module.toListed(
                        sums.getOrDefault(module.id(), QuantitySum.ZERO).aggregate()))
                .toList();
    }

    private static void noteOverlapping(List<LearningCompletion> counted, Notes notes) {
        var byModule = counted.stream().collect(Collectors.groupingBy(LearningCompletion::moduleId));
        notes.count(
                NoteCode.OVERLAPPING_COMPLETIONS,
                byModule.values().stream()
                        .flatMap(ofOne ->
                                ofOne.stream().filter(one -> ofOne.stream().anyMatch(one::mayOverlap)))
                        .count());
    }
}

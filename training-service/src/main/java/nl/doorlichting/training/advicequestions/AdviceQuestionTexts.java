package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.RetentionConfig;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The texts of questions and answers, by asker. Other features call this within a transaction of theirs. */
@ApplicationScoped
public class AdviceQuestionTexts implements PersonalDataUpkeep {
    private final AdviceQuestionRepository questions;
    private final AdviceQuestionChangeRepository changes;
    private final PersonalData data;
    private final RetentionConfig retention;
    private final DutchCalendar calendar;

    AdviceQuestionTexts(
            AdviceQuestionRepository questions,
            AdviceQuestionChangeRepository changes,
            PersonalData data,
            RetentionConfig retention,
            DutchCalendar calendar) {
        this.questions = questions;
        this.changes = changes;
        this.data = data;
        this.retention = retention;
        this.calendar = calendar;
    }

    /**
     * All that is kept of one question for advice, with its texts.
     *
     * @param phenomenon what the question is about: a code of the codelist phenomena; null where it is about none of
     *     them
     * @param organisationId organisation that the person asked for, by its number, as in GM0988 (number of
     *     /v1/organisations); it is not checked; null for none
     * @param reference name that the caller gave the record, unique in its programme; null if it has none
     * @param answer the answer that the experts gave, in words; null until there is one
     * @param answeredOn day on which the answer was given; null until then
     * @param formerAnswers answers that were corrected, in words, the oldest first; empty where none was
     * @param changeReasons why the question was corrected or withdrawn, in words, the oldest first; empty where it was not
     * @param subject subject of the token with which the question was recorded: of the person that asked, or of a
     *     coordinator
     */
    public record AskedQuestion(
            UUID id,
            String programme,
            AskerKind askedBy,
            AdviceTheme theme,
            @Schema(nullable = true) Phenomenon phenomenon,
            @Schema(nullable = true) String organisationId,
            @Schema(nullable = true) String reference,
            String question,
            LocalDate receivedOn,
            @Schema(nullable = true) String answer,
            @Schema(nullable = true) LocalDate answeredOn,
            List<String> formerAnswers,
            List<String> changeReasons,
            String subject,
            Instant createdAt) {

        static AskedQuestion from(AdviceQuestion question, List<AdviceQuestionChange> changes, PersonalData data) {
            var stated = question.toRequest(question.question(data));
            return new AskedQuestion(
                    question.id(),
                    stated.programme(),
                    stated.askedBy(),
                    stated.theme(),
                    stated.phenomenon(),
                    stated.organisationId(),
                    stated.reference(),
                    stated.question(),
                    question.receivedOn(),
                    question.answer(data),
                    question.answeredOn(),
                    changes.stream()
                            .map(change -> change.answer(data))
                            .filter(Objects::nonNull)
                            .toList(),
                    changes.stream()
                            .map(change -> change.reason(data))
                            .filter(Objects::nonNull)
                            .toList(),
                    question.createdBy(),
                    question.createdAt());
        }

        /** Without the texts, which may speak of people. */
        @Override
        public String toString() {
            return "AskedQuestion[id=" + id + "]";
        }
    }

    /** All questions of this account, the oldest first. */
    public List<AskedQuestion> ofSubject(String subject) {
        return questions.ofAsker(subject).stream()
                .map(one -> AskedQuestion.from(one, changes.of(one.id()), data))
                .toList();
    }

    /** Erases the texts and the askers of these questions and returns how many. */
    public int erase(List<AskedQuestion> ofPerson) {
        return ofPerson.stream()
                .map(AskedQuestion::id)
                .sorted()
                .mapToInt(this::erase)
                .sum();
    }

    private int erase(UUID id) {
        return questions.erase(id, calendar.now());
    }

    @Override
    public int eraseOverdue(int atMost) {
        return questions.eraseOverdue(last(), calendar.now(), atMost);
    }

    @Override
    public Overdue overdue() {
        return questions.overdue(last());
    }

    @Override
    public int reseal(int atMost) {
        var found = questions.toSeal(data, atMost);
        found.forEach(question -> question.seal(data));
        var changed = changes.toSeal(data, atMost - found.size());
        changed.forEach(change -> change.seal(data));
        return found.size() + changed.size();
    }

    /** Texts from before this day are erased. */
    private LocalDate last() {
        return calendar.today().minusDays(retention.adviceQuestionDays());
    }
}

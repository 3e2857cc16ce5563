package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.training.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.RetentionConfig;

/** What questions and their answers say, by asker; to be used within a transaction of the caller's. */
@ApplicationScoped
public class AdviceQuestionTexts implements PersonalDataUpkeep {
    private static final String SEALED = """
            update AdviceQuestion set question = :question, answer = :answer, keyId = :keyId,
                sealedQuestion = :sealedQuestion, sealedAnswer = :sealedAnswer where id = :id
            """;

    private final AdviceQuestionRepository questions;
    private final PersonalData data;
    private final RetentionConfig retention;
    private final DutchCalendar calendar;

    AdviceQuestionTexts(AdviceQuestionRepository questions, PersonalData data, RetentionConfig retention, DutchCalendar calendar) {
        this.questions = questions;
        this.data = data;
        this.retention = retention;
        this.calendar = calendar;
    }

    /** All questions of this account, the oldest first. */
    public List<AskedQuestion> ofSubject(String subject) {
        return questions.ofAsker(subject).stream()
                .map(one -> AskedQuestion.from(one, data))
                .toList();
    }

    /** Forgets what these questions say and who asked them; answers of how many. */
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
        var found = questions.toSeal(data.formerKeys(), atMost);
        found.forEach(this::seal);
        return found.size();
    }

    // Not as a change of the question: sealing gives it no new version, for it says what it said.
    private void seal(AdviceQuestion question) {
        var entities = questions.getEntityManager();
        entities.detach(question);
        question.seal(data);
        question.storeTexts(entities.createQuery(SEALED)).executeUpdate();
    }

    /** The day before which nothing is kept any more. */
    private LocalDate last() {
        return calendar.today().minusDays(retention.adviceQuestionDays());
    }
}

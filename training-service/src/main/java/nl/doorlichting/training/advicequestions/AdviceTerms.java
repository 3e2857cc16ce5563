package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** On which days questions are received, due and answered. */
@ApplicationScoped
class AdviceTerms {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AdviceConfig config;
    private final Clock clock;

    AdviceTerms(AdviceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Length of the term. */
    int days() {
        return config.termDays();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(AMSTERDAM));
    }

    /** The day stated, else today; 403 for somebody who states one and is no coordinator, 400 for one to come. */
    LocalDate receivedOn(AdviceQuestionRequest request, boolean coordinator) {
        if (request.receivedOn() != null && !coordinator) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "Only a coordinator says that a question was received on another day.");
        }
        return past("/receivedOn", request.receivedOn(), Period.EARLIEST);
    }

    /** The day stated, else today; 400 for one before the question or to come. */
    LocalDate answeredOn(AdviceAnswerRequest request, AdviceQuestion question) {
        return past("/answeredOn", request.answeredOn(), question.receivedOn);
    }

    private LocalDate past(String pointer, LocalDate stated, LocalDate earliest) {
        var today = today();
        if (stated == null) {
            return today;
        }
        if (stated.isAfter(today) || stated.isBefore(earliest)) {
            throw ProblemException.violation(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", earliest.toString(), "maximum", today.toString()),
                    "The day lies between " + earliest + " and today."));
        }
        return stated;
    }
}

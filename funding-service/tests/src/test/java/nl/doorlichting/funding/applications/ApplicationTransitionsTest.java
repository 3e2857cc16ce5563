package nl.doorlichting.funding.applications;

import static nl.doorlichting.funding.applications.Transition.ASSESSMENT;
import static nl.doorlichting.funding.applications.Transition.ASSIGNMENT;
import static nl.doorlichting.funding.applications.Transition.COMPLETION_REQUEST;
import static nl.doorlichting.funding.applications.Transition.DECISION;
import static nl.doorlichting.funding.applications.Transition.SUBMISSION;
import static nl.doorlichting.funding.applications.Transition.UPDATE;
import static nl.doorlichting.funding.applications.Transition.WITHDRAWAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationTransitionsTest {
    private static final LocalDate TODAY = LocalDate.of(2010, 3, 1);
    private static final ApplicationHandling RECEIVED = ApplicationHandling.received(Instant.EPOCH, TODAY);
    private static final ApplicationHandling ASKED = RECEIVED.completionRequested(TODAY, TODAY.plusDays(7), "a budget");
    private static final LocalDate EXPIRED = TODAY.plusDays(8);

    @Test
    void draftAllowsStepsOfApplicant() {
        allowed(ApplicationStatus.DRAFT, null, TODAY, UPDATE, SUBMISSION, WITHDRAWAL);
    }

    @Test
    void draftIsNotSubmittedToClosedScheme() {
        var closed = new ApplicationTransitions(ApplicationStatus.DRAFT, null, TODAY, false, false);
        assertEquals(Set.of(UPDATE, WITHDRAWAL), closed.allowed());
    }

    @Test
    void allowsCompletionAfterSchemeClosed() {
        var closed = new ApplicationTransitions(ApplicationStatus.INCOMPLETE, ASKED, TODAY, false, false);
        assertEquals(Set.of(UPDATE, SUBMISSION, WITHDRAWAL, ASSIGNMENT), closed.allowed());
    }

    @Test
    void submittedAllowsHandlingButNoDecision() {
        allowed(ApplicationStatus.SUBMITTED, RECEIVED, TODAY, WITHDRAWAL, ASSIGNMENT, COMPLETION_REQUEST, ASSESSMENT);
    }

    @Test
    void incompleteAllowsNoAssessmentUntilDeadline() {
        allowed(ApplicationStatus.INCOMPLETE, ASKED, TODAY.plusDays(7), UPDATE, SUBMISSION, WITHDRAWAL, ASSIGNMENT);
        allowed(
                ApplicationStatus.INCOMPLETE,
                ASKED,
                EXPIRED,
                UPDATE,
                SUBMISSION,
                WITHDRAWAL,
                ASSIGNMENT,
                ASSESSMENT,
                DECISION);
        outcomes(ApplicationStatus.INCOMPLETE, ASKED, EXPIRED, DecisionRequest.Outcome.NOT_CONSIDERED);
    }

    @Test
    void assessesCaseThatMayNoLongerBeLeftUnconsidered() {
        outcomes(ApplicationStatus.INCOMPLETE, ASKED, EXPIRED.plusWeeks(5));
        allowed(
                ApplicationStatus.INCOMPLETE,
                ASKED,
                EXPIRED.plusWeeks(5),
                UPDATE,
                SUBMISSION,
                WITHDRAWAL,
                ASSIGNMENT,
                ASSESSMENT);
    }

    @Test
    void assessedAllowsGrantOrRefusal() {
        allowed(ApplicationStatus.ASSESSED, RECEIVED, TODAY, WITHDRAWAL, ASSIGNMENT, ASSESSMENT, DECISION);
        outcomes(
                ApplicationStatus.ASSESSED,
                RECEIVED,
                TODAY,
                DecisionRequest.Outcome.GRANTED,
                DecisionRequest.Outcome.REFUSED);
    }

    @Test
    void incompleteAnswerAllowsAllOutcomes() {
        outcomes(
                ApplicationStatus.ASSESSED,
                ASKED.completed(TODAY),
                TODAY,
                DecisionRequest.Outcome.GRANTED,
                DecisionRequest.Outcome.REFUSED,
                DecisionRequest.Outcome.NOT_CONSIDERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationStatus.class,
            names = {"GRANTED", "REFUSED", "NOT_CONSIDERED", "WITHDRAWN"})
    void decidedOrWithdrawnAllowsNothing(ApplicationStatus status) {
        allowed(status, ASKED, EXPIRED);
        outcomes(status, ASKED, EXPIRED);
    }

    private static void allowed(
            ApplicationStatus status, ApplicationHandling handling, LocalDate today, Transition... transitions) {
        assertEquals(Set.of(transitions), new ApplicationTransitions(status, handling, today, true, false).allowed());
    }

    private static void outcomes(
            ApplicationStatus status,
            ApplicationHandling handling,
            LocalDate today,
            DecisionRequest.Outcome... outcomes) {
        assertEquals(Set.of(outcomes), new ApplicationTransitions(status, handling, today, true, false).outcomes());
    }
}

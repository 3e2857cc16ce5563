package nl.doorlichting.training.advicequestions;

/** How far a question for advice is. Source: the terms of the knowledge centre, kept in its configuration. */
public enum AdviceQuestionStatus {
    OPEN,
    OVERDUE,
    ANSWERED
}

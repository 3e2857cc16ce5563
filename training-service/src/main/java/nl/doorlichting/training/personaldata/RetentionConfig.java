package nl.doorlichting.training.personaldata;

import io.smallrye.config.ConfigMapping;

/** How many days personal data is kept whose retention no training type states. {@code application.properties} has the usual ones. */
@ConfigMapping(prefix = "doorlichting.retention")
public interface RetentionConfig {
    /** The texts of a question: from the answer, else from the last day of its term. */
    int adviceQuestionDays();

    /** The names of a network's members: from when they were last stated. */
    int networkMemberDays();

    /** Subject and label of a trainer: from the last session or the record's last change, the later of both. */
    int trainerDays();

    /** A feed of a calendar, with the verified address of its owner: from when it was made. */
    int calendarFeedDays();
}

package nl.doorlichting.training.personaldata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many days personal data is kept whose retention no training type states. */
@ConfigMapping(prefix = "doorlichting.retention")
public interface RetentionConfig {
    /** The texts of a question: from the answer, else from the last day of its term. */
    @WithDefault("365")
    int adviceQuestionDays();

    /** The names of a network's members: from when they were last stated. */
    @WithDefault("1825")
    int networkMemberDays();

    /** Subject and label of a trainer: from the last session or the record's last change, the later of both. */
    @WithDefault("1825")
    int trainerDays();

    /** A feed of a calendar, with the verified address of its owner: from when it was made. */
    @WithDefault("366")
    int calendarFeedDays();
}

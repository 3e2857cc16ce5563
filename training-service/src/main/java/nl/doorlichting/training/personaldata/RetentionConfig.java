package nl.doorlichting.training.personaldata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many days personal data is kept that no training type says it of. */
@ConfigMapping(prefix = "doorlichting.retention")
public interface RetentionConfig {
    /** What a question and its answer say: from the answer, else from the last day of its term. */
    @WithDefault("365")
    int adviceQuestionDays();

    /** The names of a network's members: from when they were last stated. */
    @WithDefault("1825")
    int networkMemberDays();

    /** What a trainer is called: from the last session given or planned, and no less than from the record's last change. */
    @WithDefault("1825")
    int trainerDays();
}

package nl.doorlichting.training.advicequestions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How soon a question is to be answered. */
@ConfigMapping(prefix = "doorlichting.advice")
interface AdviceConfig {
    /** Days from the day of receipt until the last day of the term. */
    @WithDefault("14")
    int termDays();
}

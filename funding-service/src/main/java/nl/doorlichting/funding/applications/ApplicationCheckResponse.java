package nl.doorlichting.funding.applications;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/**
 * What submitting an application would be refused for; nothing was changed.
 *
 * @param violations every broken rule, with a pointer into the application; empty when it can be submitted
 */
public record ApplicationCheckResponse(List<Violation> violations) {}

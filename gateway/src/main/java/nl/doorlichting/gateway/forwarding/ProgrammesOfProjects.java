package nl.doorlichting.gateway.forwarding;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.texts.Text;

/**
 * The rule of a project that a record or a row names: it is there, and of the programme that is named with it. Of one that is
 * named with an unknown programme, or with none, only the first is asked, because the programme is another violation.
 */
final class ProgrammesOfProjects {
    private final Map<String, String> programmes = new HashMap<>();
    private final Set<String> known;

    /** @param known the programmes that are there */
    ProgrammesOfProjects(Set<String> known) {
        this.known = known;
    }

    /** There is this project, and of which programme. */
    void add(String project, String programme) {
        programmes.put(key(project), programme);
    }

    /** Whether the programme does not have the project. What is no id is refused by the service. */
    boolean lacks(String project, String programme) {
        return ScalarFormats.isUuid(project)
                && (!has(project)
                        || programme != null
                                && known.contains(programme)
                                && !programme.equals(programmes.get(key(project))));
    }

    /** Whether a programme has it. */
    boolean has(String project) {
        return programmes.containsKey(key(project));
    }

    /** Why a project is refused. */
    Text refusal(String project, String programme) {
        return has(project)
                ? Text.of("strict.project-of-programme-unknown", project, programme)
                : Text.of("strict.project-unknown", project);
    }

    private static String key(String project) {
        return project.toLowerCase(Locale.ROOT);
    }
}

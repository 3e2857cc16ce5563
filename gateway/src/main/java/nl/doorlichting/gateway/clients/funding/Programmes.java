package nl.doorlichting.gateway.clients.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/** The beginning of the programmes as the funding service lists them. */
public record Programmes(List<Programme> items) {
    private static final String PARAMETER = "programme";
    private static final String POINTER = "/programme";
    // What there is stands in a parameter: it may be much for a sentence.
    private static final String UNKNOWN = "strict.programme-unknown";

    public Programmes {
        items = List.copyOf(items);
    }

    /**
     * What is wrong with a code that no programme has: as filters of the service's own lists do, it names the codes that there
     * are, so that one in another case is seen.
     *
     * @param known the list of programmes; anything else where it is not known
     */
    public static Violation unknown(String code, JsonNode known) {
        var codes = known.path("items")
                .valueStream()
                .map(programme -> programme.path("code").asText())
                .toList();
        // Some of many would look like all of them.
        var allowed = known.at("/links/next").isTextual() ? null : codes;
        return Violation.unknownValue(PARAMETER, code, allowed, Text.of(UNKNOWN, code));
    }

    /**
     * The same of the programme that a body names. One that is there in another case is the one that is meant. Codes have letters
     * without accents.
     *
     * @param known the codes of all programmes; none where they are not known
     */
    public static Violation unknownInBody(String code, Set<String> known) {
        var meant = known.stream().filter(code::equalsIgnoreCase).findFirst();
        return Violation.unknownCode(
                POINTER, code, meant, known.stream().sorted().toList(), Text.of(UNKNOWN, code));
    }

    /** A programme; its Dutch name and its days can be null. */
    public record Programme(String code, String name, String nameDutch, Period period) {
        public Programme {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
        }
    }
}

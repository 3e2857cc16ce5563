package nl.doorlichting.platform.testing.contract;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A path of an OpenAPI document. Orders those with fewer parameters first: {@code /things/mine} is meant before
 * {@code /things/{id}}.
 */
record PathPattern(String path, Pattern pattern) implements Comparable<PathPattern> {

    private static final Comparator<PathPattern> FEWEST_PARAMETERS = Comparator.comparing(PathPattern::parameters);

    PathPattern(String path) {
        this(path, Pattern.compile(("\\Q" + path + "\\E").replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q")));
    }

    boolean matches(String concrete) {
        return pattern.matcher(concrete).matches();
    }

    private long parameters() {
        return path.chars().filter(character -> character == '{').count();
    }

    @Override
    public int compareTo(PathPattern other) {
        return FEWEST_PARAMETERS.compare(this, other);
    }
}

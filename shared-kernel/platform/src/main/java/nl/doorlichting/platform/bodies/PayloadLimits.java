package nl.doorlichting.platform.bodies;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The largest body that each path accepts, in bytes. {@code doorlichting.payload.limit} is the default; {@code
 * doorlichting.payload.larger.<any name>} is a size and a regular expression of the paths that accept as much.
 */
@Singleton
public class PayloadLimits {
    private record Larger(long limit, Pattern path) {
        static Larger of(String setting) {
            var parts = setting.trim().split("\\s+", 2);
            return new Larger(new MemorySizeConverter().convert(parts[0]).asLongValue(), Pattern.compile(parts[1]));
        }
    }

    private final long limit;
    private final List<Larger> larger;

    PayloadLimits(
            @ConfigProperty(name = "doorlichting.payload.limit") MemorySize limit,
            @ConfigProperty(name = "doorlichting.payload.larger") Map<String, String> larger) {
        this.limit = limit.asLongValue();
        this.larger = larger.values().stream().map(Larger::of).toList();
    }

    /** The largest body for this path. */
    public long of(String path) {
        return larger.stream()
                .filter(exception -> exception.path().matcher(path).matches())
                .mapToLong(Larger::limit)
                .findFirst()
                .orElse(limit);
    }

    /** The detail of the problem for a larger body. */
    public static Text refusal(long limit) {
        return Text.of("body.too-large", limit);
    }
}

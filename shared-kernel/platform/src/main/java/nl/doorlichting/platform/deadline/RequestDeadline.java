package nl.doorlichting.platform.deadline;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** Time limits of a request. They count from its arrival, because that is when its client starts to wait. */
public final class RequestDeadline {
    /**
     * For how many milliseconds the gateway waits for the head of an answer of a service. Only the gateway states it, and
     * it removes what a client sends under this name.
     */
    public static final String HEADER = "X-Request-Timeout-Ms";

    private static final String ARRIVAL = RequestDeadline.class.getName();
    private static final String NEEDED = ARRIVAL + ".needed";
    private static final String EXPLANATION = ARRIVAL + ".explanation";
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,5}");

    private static final String RECORDING = ARRIVAL + ".recording";

    private RequestDeadline() {}

    /** From here on the request stores what has to be stored whatever becomes of its caller: no deadline holds. */
    public static void startRecording(RoutingContext context) {
        context.put(RECORDING, true);
    }

    static boolean isRecording(RoutingContext context) {
        return context.get(RECORDING) != null;
    }

    /** Time counts from now for a request that waited for the answer to another one. */
    public static void restart(RoutingContext context) {
        context.put(ARRIVAL, System.nanoTime());
    }

    /** Called for every request, before anything else. */
    public static void start(RoutingContext context) {
        restart(context);
        context.next();
    }

    /** The rest of this limit: at least a millisecond, because zero means no limit. */
    public static Duration remaining(RoutingContext context, Duration limit) {
        var left = limit.minusNanos(System.nanoTime() - context.<Long>get(ARRIVAL));
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    /** The rest of the time that the gateway waits; empty for a request without that header, such as every write. */
    public static Optional<Duration> remaining(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HEADER))
                .filter(millis -> MILLISECONDS.matcher(millis).matches())
                .map(millis -> remaining(context, Duration.ofMillis(Long.parseLong(millis))));
    }

    /** Whether the gateway waits no longer. */
    public static boolean isOver(RoutingContext context) {
        return remaining(context).filter(left -> left.toMillis() <= 1).isPresent();
    }

    /**
     * Refuses a request whose caller does not wait as long as its question needs at least.
     *
     * @param most how long an answer to the question may take
     */
    public static void require(RoutingContext context, Duration least, Duration most) {
        context.put(NEEDED, most);
        if (remaining(context).filter(left -> left.compareTo(least) < 0).isPresent()) {
            throw passed(context);
        }
    }

    /** What the refusal says instead of the usual text, for example which question takes less. */
    public static void explain(RoutingContext context, Text explanation) {
        context.put(EXPLANATION, explanation);
    }

    /** 503: the time of this request was too short for its answer. It has the seconds that the answer may take. */
    public static ProblemException passed(RoutingContext context) {
        var needed = context.<Duration>get(NEEDED);
        var explanation = context.<Text>get(EXPLANATION);
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                explanation == null ? Text.of("request.deadline-passed") : explanation,
                needed == null ? Map.of() : Map.of("needs", needed.toSeconds()));
    }
}

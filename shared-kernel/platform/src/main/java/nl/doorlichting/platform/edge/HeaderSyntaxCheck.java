package nl.doorlichting.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Parses in advance the headers that the framework parses later, with the parsers of the framework, because a later
 * failure would be answered as an internal error. An unreadable Accept is a 400, an unreadable Content-Type a 415. An
 * unreadable Accept-Language is ignored (RFC 9110, 12.5.4), and so is an empty Accept (12.5.1).
 */
class HeaderSyntaxCheck {
    private final RoutingContext context;

    HeaderSyntaxCheck(RoutingContext context) {
        this.context = context;
    }

    @ServerRequestFilter(preMatching = true)
    void check() {
        var headers = context.request().headers();
        if (headers.getAll(HttpHeaders.ACCEPT).stream().allMatch(String::isBlank)) {
            headers.remove(HttpHeaders.ACCEPT);
        }
        if (!isReadable(headers, HttpHeaders.ACCEPT, MediaTypeHelper::parseHeader)) {
            throw ProblemException.violation(Violation.parameter(
                    Violation.In.HEADER,
                    HttpHeaders.ACCEPT,
                    ViolationCode.WRONG_FORMAT,
                    Map.of(),
                    Text.of("header.not-media-types")));
        }
        if (!isReadable(headers, HttpHeaders.CONTENT_TYPE, MediaType::valueOf)) {
            throw new NotSupportedException();
        }
        if (!isReadable(headers, HttpHeaders.ACCEPT_LANGUAGE, Locale.LanguageRange::parse)) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean isReadable(MultiMap headers, String name, Consumer<String> parser) {
        try {
            List.copyOf(headers.getAll(name)).forEach(parser);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}

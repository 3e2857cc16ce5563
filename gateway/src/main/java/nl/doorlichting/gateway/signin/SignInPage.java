package nl.doorlichting.gateway.signin;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;

/** The page that says why somebody is not signed in, or no longer, or that nothing is here, and leads to the review. */
@Singleton
class SignInPage {
    static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Template template;

    SignInPage(@Location("sign-in/page.html") Template template) {
        this.template = template;
    }

    /** A link of the page. */
    public record Link(String address, String name) {}

    /**
     * The page about this failure, with the headers that it needs.
     *
     * @param offered path of the review; empty where nobody can sign in, so that the page is below its own address
     * @param asked what the address of the review has behind its path
     */
    byte[] failed(RoutingContext request, SignInFailure why, Optional<String> offered, String asked) {
        var language = language(request, asked);
        var review = offered.orElse("review");
        if (why.status() == 503) {
            request.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        return html(
                request,
                language,
                Text.of("sign-in.failed").in(language),
                Text.of(why.text()).in(language),
                review,
                Stream.concat(
                                offered.stream()
                                        .map(page -> new Link(
                                                page + "/sign-in" + asked,
                                                Text.of("sign-in.again").in(language))),
                                Stream.of(new Link(
                                        review + asked,
                                        Text.of("sign-in.public").in(language))))
                        .toList());
    }

    /**
     * The page for somebody who signed out.
     *
     * @param provider where one signs out at the provider too; null where there is no such address
     */
    byte[] signedOut(RoutingContext request, String review, String asked, String provider) {
        var language = language(request, asked);
        return html(
                request,
                language,
                Text.of("sign-in.ended").in(language),
                Text.of("sign-in.ended.text").in(language),
                review,
                Stream.of(
                                provider == null
                                        ? null
                                        : new Link(
                                                provider,
                                                Text.of("sign-in.ended.provider")
                                                        .in(language)),
                                new Link(
                                        review + asked,
                                        Text.of("sign-in.public").in(language)))
                        .filter(link -> link != null)
                        .toList());
    }

    /** The page of an address below the review that nothing is at. */
    String nothingHere(RoutingContext request) {
        var language =
                language(request, Objects.requireNonNullElse(request.request().query(), ""));
        // It may be deeper than the review, and an address of the page has no host.
        var depth = (int) request.request()
                        .path()
                        .chars()
                        .filter(sign -> sign == '/')
                        .count()
                - 1;
        var review = "../".repeat(depth) + "review";
        return rendered(
                request,
                language,
                Text.of("review.nowhere").in(language),
                Text.of("review.nowhere.text").in(language),
                review,
                List.of(new Link(
                        review + "?lang=" + language.tag(),
                        Text.of("review.nowhere.link").in(language))));
    }

    private byte[] html(
            RoutingContext request, Language language, String title, String text, String review, List<Link> links) {
        return rendered(request, language, title, text, review, links).getBytes(StandardCharsets.UTF_8);
    }

    private String rendered(
            RoutingContext request, Language language, String title, String text, String review, List<Link> links) {
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        return template.data("language", language.tag())
                .data("title", title)
                .data("text", text)
                .data("page", review)
                .data("links", links)
                .render();
    }

    /** That of the review that was asked for, as its address says it. */
    private static Language language(RoutingContext request, String asked) {
        return Stream.of(Language.values())
                .filter(language -> List.of(asked.split("[?&]")).contains("lang=" + language.tag()))
                .findFirst()
                .orElseGet(() -> RequestLanguage.stated(request));
    }
}
